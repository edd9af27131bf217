/** A new entry as text: every field of its collection, the optional ones commented out. */
import type { Collection } from './collection.ts';
import { aYearAfter } from './dates.ts';
import { describeFields, type Field } from './describe.ts';

const TITLES = new Set(['title', 'name', 'term']);

/** What a required field starts with; nothing where only a person can say. */
function startOf({ name, kind, list, choices = [], fields }: Field, title: string, today: string): string {
  if (TITLES.has(name)) return JSON.stringify(title);
  if (name === 'reviewBy') return aYearAfter(today);
  if (list) return fields ? '' : '[]';
  if (kind === 'date') return today;
  return choices.some(([value]) => value === 'draft') ? 'draft' : '';
}

/** What an editor should know of a field: its name in words, its values, how to write it. */
function noteOf({ label, hint, choices }: Field): string {
  const values = choices?.map(([value, name]) => `${value} (${name})`);
  return [label, values?.join(', '), hint?.replace(/\.$/, '')].filter(Boolean).join('. ');
}

/** The fields of a group, or of one item of a list of groups: to be copied as often as is needed. */
function innerOf({ fields = [], list, required }: Field): string[] {
  return fields.flatMap((field, at) => {
    const lead = list ? (at === 0 ? '  - ' : '    ') : '  ';
    const line = `${lead}${field.name}:  # ${noteOf(field)}`;
    const inner = innerOf({ ...field, required: false }).map((text) => text.replace(/^# /, list ? '#     ' : '#   '));
    return [required && field.required ? line : `# ${line}`, ...inner];
  });
}

/**
 * The text of a new entry.
 *
 * @param title goes into the field that names the entry
 * @param today an ISO day, for its dates
 * @param known what is known already: a field's own text in place of what it would start with, by its name
 */
export function template(
  collection: Collection,
  title: string,
  today: string,
  known: { fields?: Record<string, string>; body?: string } = {},
): string {
  const lines = describeFields(collection.schema).map((field) => {
    const given = known.fields?.[field.name];
    if (given !== undefined) return given;
    const text = field.required ? `${field.name}: ${startOf(field, title, today)}`.trimEnd() : `# ${field.name}:`;
    return [`${text}  # ${noteOf(field)}`, ...innerOf(field)].join('\n');
  });
  const fields = `${lines.join('\n')}\n`;
  return collection.format === 'yaml' ? fields : `---\n${fields}---\n\n${known.body ?? ''}`;
}
