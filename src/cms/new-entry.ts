/** A new entry gets its name here, before Decap makes a path of it: one that the model gives, and no other entry has. */
import CMS from 'decap-cms-app';
import { messages } from '#i18n';
import { collectionNamed, collectionOf, idOf, idOfNew, isPartName, nameFrom } from '#model';
import { draftKeys } from './backend/drafts.ts';
import type { Known } from './backend/entries.ts';
import { act } from './backend/gateway-api.ts';
import { type DecapCollection, OWN } from './forms/index.ts';
import { tell } from './refusals/refusal.ts';

const words = messages('it').forms.newEntry;

/** An entry as Decap hands it over: a map of its own kind. */
interface Saved {
  get(name: 'collection'): string;
  get(name: 'newRecord'): boolean | undefined;
  get(name: 'data'): { toJS(): Record<string, unknown>; set(name: string, value: string): unknown };
}

/** The id that a new entry's fields give it; nothing where they give none. */
function idOfFields(name: string, fields: Readonly<Record<string, unknown>>): { own: string; id: string } | undefined {
  const collection = collectionNamed(name);
  if (!collection) return undefined;
  if (!isPartName(name)) {
    const own = idOfNew(collection, fields);
    return own === undefined ? undefined : { own, id: own };
  }
  const own = nameFrom(String(fields.title ?? ''));
  return own === undefined ? undefined : { own, id: `${fields[OWN.whole]}/${own}` };
}

/** Where a new entry will lie, as far as its fields say. */
export function pathOfNew(
  { name, folder, extension }: Pick<DecapCollection, 'name' | 'folder' | 'extension'>,
  fields: Readonly<Record<string, unknown>>,
): string | undefined {
  const { id } = idOfFields(name, fields) ?? {};
  return id && `${folder}/${id}${extension === 'mdx' ? '/index' : ''}.${extension}`;
}

/** The entry that has an id already, published or not. */
async function holderOf(collection: string, id: string): Promise<string | undefined> {
  const [published, drafts] = await Promise.all([act<Known[]>('titles'), draftKeys()]);
  const known = published.find((one) => one.collection === collection && one.id === id);
  if (known) return words.entry(known.title);
  const isDraft = drafts.some((draft) => {
    const [name = '', ...slug] = draft.split('/');
    return collectionNamed(name) === collection && idOf(slug.join('/')) === id;
  });
  return isDraft ? words.draft : undefined;
}

function refuse(message: string): never {
  tell({ reason: 'name', message });
  throw new Error(message);
}

/** What is saved of an entry, with the name of a new one. */
async function named(entry: Saved): Promise<unknown> {
  if (!entry.get('newRecord')) return undefined;
  const name = entry.get('collection');
  const collection = collectionNamed(name);
  if (!collection) return undefined;
  const data = entry.get('data');
  const fields = data.toJS();
  const named = idOfFields(name, fields);
  if (!named) return refuse(words.nameless);
  const { own, id } = named;
  const holder = await holderOf(collection, id);
  const { one } = (isPartName(name) ? collectionOf(collection)?.part : collectionOf(collection))?.labels ?? { one: '' };
  if (holder !== undefined) return refuse(words.taken(one, id, holder));
  return data.set(OWN.id, own);
}

/** Has Decap ask for the name of each new entry. */
export const nameNewEntries = (): void =>
  CMS.registerEventListener({ name: 'preSave', handler: (({ entry }: { entry: Saved }) => named(entry)) as never });
