/** Entries of every collection with every field filled, made from the model itself. */
import { stringify } from 'yaml';
import type { z } from 'zod';
import { unwrap } from '#mdx';
import { type Collection, type CollectionId, collectionIds, collectionOf } from '#model';

/** What an entry is to be filled with. */
export interface Filling {
  /** Stands in every text. */
  text: string;
  /** Lower-case letters, digits and hyphens. */
  slug: string;
  /** Stands in every number, as digits. */
  digits: string;
  /** A year that stands in every date. */
  year: string;
  access: 'public' | 'participants';
  /** The collection that is filled: its entries do not cite themselves. */
  own: CollectionId;
  /** The id of another entry of the same collection, and of a second participant. */
  other: string;
  /** Fields that are left empty. */
  without: readonly string[];
  /** The id that a reference to a collection takes. */
  idOf(collection: CollectionId): string;
  attachment: string;
}

interface Def {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  entries?: Record<string, string>;
}

/** The metadata of a field, wherever around it that was put. */
function metaOf(schema: z.ZodType): { reference?: string | undefined; widget?: string | undefined } {
  const { innerType } = schema._zod.def as unknown as Def;
  return schema.meta() ?? (innerType ? metaOf(innerType) : {});
}

/** A value that a schema accepts, with the filling in it wherever the schema leaves room. */
function valueFor(schema: z.ZodType, filling: Filling, path: string): unknown {
  const meta = metaOf(schema);
  if (meta.reference === 'any') {
    const cited = filling.own === 'guides' ? 'manuals' : 'guides';
    return `${cited}/${filling.idOf(cited)}`;
  }
  if (meta.reference && (meta.reference === filling.own || path === 'absent')) return filling.other;
  if (meta.reference) return filling.idOf(meta.reference as CollectionId);
  if (meta.widget === 'attachment') return filling.attachment;
  const inner = unwrap(schema);
  const def = inner._zod.def as unknown as Def;
  if (def.shape) return fieldsFor(inner, filling, `${path}-`);
  if (path === 'values') return measured(def.element as z.ZodType, filling);
  if (def.element) return [valueFor(def.element, filling, path)];
  if (path === 'access') return filling.access;
  if (path === 'names') return 'all';
  // Later than this meeting's own, and as easily told.
  if (path === 'next-number') return Number(`${filling.digits}1`);
  const candidates = [
    `${filling.text} ${path}`,
    `${filling.slug}-${path.toLowerCase()}`,
    `https://${filling.slug}.example/`,
    `${filling.slug}@example.org`,
    `../${filling.year}-03-04`,
    `${filling.year}-03-04`,
    Number(filling.digits),
    Number(`12.${filling.digits}`),
    true,
    path.endsWith('ends') ? '23:47' : '22:46',
    'PD',
    '028901',
    // The last of a state's values is the one that may have all other fields.
    ...Object.values(def.entries ?? {}).reverse(),
  ];
  const found = candidates.find((candidate) => schema.safeParse(candidate).success);
  if (found === undefined) throw new Error(`Nothing fits the field ${path}`);
  return found;
}

/** A value, and a fraction: nobody has both. */
function measured(element: z.ZodType, filling: Filling) {
  const { value, numerator, denominator, ...rest } = fieldsFor(element, filling, 'values-');
  return [
    { ...rest, value },
    { ...rest, participant: filling.other, numerator, denominator },
  ];
}

/** All fields of a group, optional ones included; those that would hide or move the entry are left out. */
function fieldsFor(schema: z.ZodType, filling: Filling, prefix = ''): Record<string, unknown> {
  const shape = (unwrap(schema)._zod.def as unknown as Def).shape ?? {};
  const filled = Object.entries(shape).filter(([key]) => !filling.without.includes(key));
  return Object.fromEntries(filled.map(([key, field]) => [key, valueFor(field, filling, prefix + key)]));
}

/** The file of an entry, by its path within a source. */
export function filledEntry(
  collection: Collection,
  id: string,
  filling: Filling,
  body: string,
): Record<string, string> {
  const fields = stringify(fieldsFor(collection.schema, filling));
  if (collection.format === 'yaml') return { [`${collection.id}/${id}.yaml`]: fields };
  const text = `---\n${fields}---\n\n${body}\n`;
  if (!collection.part) return { [`${collection.id}/${id}.mdx`]: text };
  const part = stringify(fieldsFor(collection.part.schema, filling, 'capitolo-'));
  return {
    [`${collection.id}/${id}/index.mdx`]: text,
    [`${collection.id}/${id}/${id}-capitolo.mdx`]: `---\n${part}---\n\n${body}\n`,
  };
}

export const allCollections = collectionIds.map((id) => collectionOf(id) as Collection<CollectionId>);
