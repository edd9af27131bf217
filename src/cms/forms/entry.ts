/** All fields of an entry's form: what its role may change of them, and what a new one starts with. */
import type { z } from 'zod';
import { aYearAfter, type coordinatorFields, describeFields, type Field, mayPublish, type Starts } from '#model';
import { fieldOf, optionsOf } from './field.ts';
import type { Context, FormSource } from './input.ts';
import { OWN } from './own.ts';
import { shapeOf } from './schema.ts';
import type { DecapField } from './types.ts';

/** What the form of an entry is made from. */
export interface EntryForm {
  schema: z.ZodType;
  format: 'mdx' | 'yaml';
  /** The fields that only the coordinator changes. */
  fixed: ReturnType<typeof coordinatorFields>;
  source: FormSource;
}

export function entryFields({ schema, format, fixed, source }: EntryForm, context: Context): DecapField[] {
  const shape = shapeOf(schema);
  const fields = describeFields(schema).map((field): DecapField => {
    const own = shape[field.name] as z.ZodType;
    const form = withHint(
      fieldOf(field, own, context),
      field.name === 'access' && source.access === 'participants' ? context.words.restrictedSource : '',
    );
    if (context.input.role === 'editor' && Object.hasOwn(fixed, field.name))
      return fixedField(field, form, fixed, context);
    const start = startOf(field, own, context.input.today);
    return start === undefined ? form : { ...form, default: start };
  });
  const hasAddress = Object.hasOwn(shape, FORMER);
  return [...fields, ...(format === 'mdx' ? [bodyField(context)] : []), ...(hasAddress ? [addressField(context)] : [])];
}

/** Entries that say which addresses they had may be given another one. */
const FORMER = 'redirectFrom';

const addressField = ({ words, input }: Context): DecapField => ({
  name: OWN.address,
  label: words.address.label,
  hint: mayPublish(input) ? words.address.hint : words.onlyCoordinator,
  required: false,
  widget: 'polinet-address',
  mayRename: mayPublish(input),
});

const withHint = (field: DecapField, more: string): DecapField =>
  more === '' ? field : { ...field, hint: [field.hint, more].filter(Boolean).join(' ') };

/** A field that is shown and cannot be changed: hidden, nobody would see who may read what she writes. */
function fixedField(
  field: Field,
  { name, label, hint, required }: DecapField,
  fixed: Starts,
  { words }: Context,
): DecapField {
  const start = fixed[name];
  return {
    name,
    label,
    hint: [hint, words.onlyCoordinator].filter(Boolean).join(' '),
    required: required && start !== undefined,
    widget: 'polinet-fixed',
    ...(field.choices && { options: optionsOf(field) }),
    ...(start !== undefined && { default: start }),
  };
}

/** Dates that are the day of writing, unless somebody says otherwise. */
const NOW = new Set(['updated', 'date']);

/** What a new entry says in a field: what the schema falls back on, that it is a draft, and dates as from today. */
function startOf(field: Field, schema: z.ZodType, today: string | undefined): string | undefined {
  const { name, kind, required, list, choices = [] } = field;
  if (list) return undefined;
  if (kind === 'choice') {
    const fallback = schema.safeParse(undefined).data;
    return typeof fallback === 'string' ? fallback : choices.find(([value]) => value === 'draft')?.[0];
  }
  if (kind !== 'date' || !required || !today) return undefined;
  if (name === 'reviewBy') return aYearAfter(today);
  return NOW.has(name) ? today : undefined;
}

const bodyField = ({ words }: Context): DecapField => ({
  name: 'body',
  label: words.body.label,
  hint: words.body.hint,
  required: false,
  widget: 'polinet-mdx',
});
