/** A new entry as text: every field of its collection, the optional ones commented out. */
import type { z } from 'zod';
import type { Collection } from './collection.ts';
import type { FieldMeta } from './fields.ts';

interface Def {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  in?: z.ZodType;
}

const TITLES = new Set(['title', 'name', 'term']);

const defOf = (schema: z.ZodType) => schema._zod.def as unknown as Def;
const metaOf = (schema: z.ZodType): Partial<FieldMeta> =>
  schema.meta() ?? (defOf(schema).innerType ? metaOf(defOf(schema).innerType as z.ZodType) : {});

/** What a required field starts with; nothing where only a person can say. */
function startOf(key: string, schema: z.ZodType, title: string, today: string): string {
  const { widget, choices = {} } = metaOf(schema);
  if (TITLES.has(key)) return JSON.stringify(title);
  if (key === 'reviewBy') return `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
  if (widget === 'date') return today;
  if (defOf(schema).element) return '[]';
  if ('draft' in choices) return 'draft';
  return '';
}

/** What an editor should know of a field: its name in words, its values, how to write it. */
function noteOf(schema: z.ZodType): string {
  const { label, hint, choices } = metaOf(schema);
  const values = choices && Object.entries(choices).map(([value, name]) => `${value} (${name})`);
  return [label, values?.join(', '), hint?.replace(/\.$/, '')].filter(Boolean).join('. ');
}

/**
 * The text of a new entry.
 *
 * @param title goes into the field that names the entry
 * @param today an ISO day, for its dates
 */
export function template(collection: Collection, title: string, today: string): string {
  const lines = Object.entries(defOf(collection.schema).shape ?? {}).map(([key, schema]) => {
    const optional = schema.safeParse(undefined).success;
    const field = optional ? `# ${key}:` : `${key}: ${startOf(key, schema, title, today)}`.trimEnd();
    return `${field}  # ${noteOf(schema)}`;
  });
  const fields = `${lines.join('\n')}\n`;
  return collection.format === 'yaml' ? fields : `---\n${fields}---\n\n`;
}
