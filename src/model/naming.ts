/** What a new entry's file is called after: the address that its page has from then on. */
import { describeFields } from './describe.ts';
import { type CollectionId, collections } from './registry.ts';
import { slug } from './slug.ts';

const TITLES = new Set(['title', 'name', 'term']);
/** Where an entry is not called after its title. */
const NAMED_BY: Partial<Record<CollectionId, readonly string[]>> = {
  minutes: ['date'],
  measurements: ['indicator', 'period'],
};
/** As long as a file's name may be, in characters (rule `file-name`). */
const LONGEST = 100;

/** The field that names an entry: its title, or the first that has to be there. */
export function titleField(collection: CollectionId): string {
  const fields = describeFields(collections[collection].schema);
  return (fields.find(({ name }) => TITLES.has(name)) ?? fields.find(({ required }) => required))?.name ?? 'title';
}

/** A text as a name: `Orari e attese` as `orari-e-attese`. @returns nothing where no letter or figure is left */
export function nameFrom(text: string): string | undefined {
  if (!/[\p{L}\p{N}]/u.test(text)) return undefined;
  const name = slug(text)
    .replace(/[^a-z0-9-]+/g, '')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
  return name === '' ? undefined : name;
}

/**
 * The id of a new entry, by what its fields say.
 *
 * @returns nothing where they give no name: a title of other signs than Latin letters and figures
 */
export function idOfNew(collection: CollectionId, fields: Readonly<Record<string, unknown>>): string | undefined {
  const by = NAMED_BY[collection] ?? [titleField(collection)];
  return nameFrom(by.map((name) => String(fields[name] ?? '')).join('-'));
}
