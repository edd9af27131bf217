/** A collection of the model, in one source, as a collection of Decap's. */
import type { z } from 'zod';
import {
  type Collection,
  type CollectionId,
  coordinatorFields,
  describeFields,
  editorCollection,
  mayCreate,
  mayDelete,
  mayEditSome,
  mayPublish,
  titleField,
} from '#model';
import { entryFields } from './entry.ts';
import { type Context, type FormSource, namesOf } from './input.ts';
import { OWN } from './own.ts';
import type { DecapCollection, DecapField } from './types.ts';
import { viewsOf } from './views.ts';

/** Decap's settings of how a name becomes a path: names are made by the model, and kept as they are. */
export const slugSettings = { encoding: 'ascii', clean_accents: true, sanitize_replacement: '-' } as const;

/** How lists name an entry, where that is not its title. */
const SUMMARIES: Partial<Record<CollectionId, string>> = {
  minutes: '{{date}} · {{title}}',
  measurements: '{{indicator}} · {{period}}',
  news: '{{date}} · {{title}}',
  newsletters: '{{number}} · {{title}}',
  participants: '{{name}} ({{province}})',
};

/** Where something stands: its source, and that one's place in the order of sources. */
export interface Standing {
  source: FormSource;
  at: number;
}

const folderOf = ({ path }: FormSource, id: string) => (path === '' ? id : `${path}/${id}`);

function labelled(label: string, { source }: Standing, { input, words }: Context): string {
  return input.sources.length > 1 ? words.collectionOf(label, source.label) : label;
}

/** A field that entries of one schema lack and those of another have to have: by that Decap tells them apart. */
function lackedBy(schema: z.ZodType, other: z.ZodType): string {
  const own = new Set(describeFields(schema).map(({ name }) => name));
  return describeFields(other).find(({ name, required }) => required && !own.has(name))?.name ?? '';
}

/** What the collections of entries and of their parts have in common. */
function frame(id: CollectionId, format: Collection['format'], { source }: Standing, { input }: Context) {
  return {
    folder: folderOf(source, id),
    extension: format,
    format: `polinet-${format}`,
    create: mayCreate(input, id),
    delete: mayDelete(input),
    publish: mayPublish(input),
    hide: !mayEditSome(input, id),
    media_folder: '',
    public_folder: '',
  } as const;
}

/**
 * The entries of a collection. A new one of text gets a folder, so that its files lie there and nobody else's do;
 * those that have none (`ID.mdx`) are listed beside them.
 */
export function entriesOf(collection: Collection, standing: Standing, context: Context): DecapCollection {
  const id = collection.id as CollectionId;
  const { schema, format, labels, purpose, sort, part } = collection;
  const title = titleField(id);
  const ownOnly = context.input.role === 'editor' && !mayCreate(context.input, id);
  return {
    ...frame(id, format, standing, context),
    name: editorCollection(id, standing.at),
    label: labelled(labels.many, standing, context),
    label_singular: labels.one,
    description: ownOnly ? `${purpose} ${context.words.ownOnly}` : purpose,
    identifier_field: title,
    slug: `{{fields.${OWN.id}}}`,
    ...(format === 'mdx' && { path: '{{slug}}/index' }),
    summary: SUMMARIES[id] ?? `{{${title}}}`,
    ...viewsOf(describeFields(schema), title, sort, context),
    ...(part && { filter: { field: lackedBy(schema, part.schema) } }),
    fields: entryFields({ schema, format, fixed: coordinatorFields(id), source: standing.source }, context),
  };
}

/** The parts of a collection's entries (chapters), each in a folder of the entry that it belongs to. */
export function partsOf(collection: Collection, standing: Standing, context: Context): DecapCollection[] {
  const id = collection.id as CollectionId;
  const { part, format, labels } = collection;
  if (!part) return [];
  const { words, input } = context;
  const whole: DecapField = {
    name: OWN.whole,
    label: labels.one,
    hint: words.partFolder,
    required: false,
    widget: 'polinet-whole',
    collections: namesOf(input, id).slice(standing.at, standing.at + 1),
    value: 'id',
    wholes: true,
    multiple: false,
  };
  return [
    {
      ...frame(id, format, standing, context),
      name: editorCollection(id, standing.at, true),
      label: labelled(words.partsOf(part.labels.many, labels.many), standing, context),
      label_singular: part.labels.one,
      description: words.partPurpose(part.labels.one.toLowerCase(), labels.one.toLowerCase()),
      identifier_field: 'title',
      slug: `{{fields.${OWN.id}}}`,
      path: `{{${OWN.whole}}}/{{slug}}/index`,
      summary: '{{dirname}} · {{order}}. {{title}}',
      ...viewsOf(describeFields(part.schema), 'title', 'order', context),
      filter: { field: lackedBy(part.schema, collection.schema) },
      fields: [whole, ...entryFields({ schema: part.schema, format, fixed: {}, source: standing.source }, context)],
    },
  ];
}
