/** A field of the model as a field of a form. */
import type { z } from 'zod';
import { describeFields, type Field } from '#model';
import type { Context } from './input.ts';
import { patternOf } from './pattern.ts';
import { referenceWidget } from './references.ts';
import { isUrl, itemOf, limitsOf, shapeOf } from './schema.ts';
import type { DecapField, DecapWidget, Option } from './types.ts';

/** The fields of a group. `optional` is the label of the group, where it may be left out. */
export function groupFields(schema: z.ZodType, context: Context, optional?: string): DecapField[] {
  const shape = shapeOf(schema);
  return describeFields(schema).map((field) => fieldOf(field, shape[field.name] as z.ZodType, context, optional));
}

/** One field. Decap asks for what a group left out would need as well: there, nothing is required. */
export function fieldOf(field: Field, schema: z.ZodType, context: Context, optional?: string): DecapField {
  const { name, label, required } = field;
  const hint = [
    hintOf(field, schema, context),
    required && optional ? context.words.requiredWithin(optional) : '',
  ].filter(Boolean);
  return {
    name,
    label,
    ...(hint.length > 0 && { hint: hint.join(' ') }),
    required: required && !optional,
    ...widgetOf(field, schema, context),
  };
}

/** What the model says of a field, save where that is how a file has it written: a form does not ask for that. */
function hintOf({ name, hint, kind, list }: Field, schema: z.ZodType, { words }: Context): string | undefined {
  const { fields, date, attachment, url } = words.hints;
  if (Object.hasOwn(fields, name)) return fields[name as keyof typeof fields];
  if (kind === 'attachment') return attachment;
  if (kind === 'date') return hint ?? date;
  return hint ?? (!list && isUrl(schema) ? url : undefined);
}

function widgetOf(field: Field, schema: z.ZodType, context: Context): DecapWidget {
  if (field.kind === 'reference') return referenceWidget(field, context);
  const item = itemOf(schema);
  if (field.list && item) return listOf(field, item, context);
  const pattern = patternOf(field, schema, context.words.patterns);
  switch (field.kind) {
    case 'text':
      return { widget: 'text', pattern };
    case 'choice':
      return { widget: 'select', options: optionsOf(field) };
    case 'flag':
      return { widget: 'boolean' };
    case 'number':
    case 'whole':
      return numberOf(field, schema);
    case 'attachment':
      return { widget: 'polinet-attachment' };
    case 'group':
      return {
        widget: 'object',
        collapsed: !field.required,
        fields: groupFields(schema, context, field.required ? undefined : field.label),
      };
    default:
      return { widget: 'string', pattern };
  }
}

/** The values of a choice, each in the words of the site. */
export const optionsOf = ({ choices = [] }: Field): Option[] => choices.map(([value, label]) => ({ value, label }));

function numberOf({ kind }: Field, schema: z.ZodType): DecapWidget {
  const { min, max } = limitsOf(schema);
  return {
    widget: 'number',
    value_type: kind === 'whole' ? 'int' : 'float',
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
  };
}

function listOf(field: Field, item: z.ZodType, context: Context): DecapWidget {
  const label_singular = item.meta()?.label ?? field.label;
  if (field.fields)
    return { widget: 'list', label_singular, fields: groupFields(item, context), summary: summaryOf(field.fields) };
  const one = { ...field, list: false, required: true, label: label_singular, hint: undefined };
  return { widget: 'list', label_singular, field: fieldOf(one, item, context) };
}

/** What a folded item of a list shows: the first two fields that it has to have, or its first. */
function summaryOf(fields: readonly Field[]): string {
  const required = fields.filter((field) => field.required && field.kind !== 'choice');
  return (required.length > 0 ? required.slice(0, 2) : fields.slice(0, 1))
    .map(({ name, kind }) => (kind === 'text' ? `{{fields.${name} | truncate(80)}}` : `{{fields.${name}}}`))
    .join(' · ');
}
