/** Who may change what in the editor: its forms show it, and the server that takes its saves holds to it. */
import { describeFields } from './describe.ts';
import { type CollectionId, collections } from './registry.ts';

export type EditorRole = 'editor' | 'coordinator';

/** Who edits: what she may do, and for which participant (its id); null where for none. */
export interface Editor {
  role: EditorRole;
  participant: string | null;
}

/**
 * Whose the entries of a collection are, where they are not every editor's: `own` is the entry of the editor's own
 * participant. Pages speak for the network.
 */
const OWNERS: Partial<Record<CollectionId, 'own' | 'coordinator'>> = {
  participants: 'own',
  pages: 'coordinator',
};

/** In an editor's new entry, what a field says that only the coordinator changes; undefined where it says nothing. */
export type Starts = Readonly<Record<string, string | undefined>>;

/** Who may read an entry: an editor's new one is for participants, until the coordinator opens it. */
const ACCESS: Starts = { access: 'participants' };
/** Whose values show by name, and who is a member since and until when, are the network's to say. */
const FIELDS: Partial<Record<CollectionId, Starts>> = {
  measurements: { names: 'all' },
  participants: { joined: undefined, left: undefined, founder: undefined },
};

/** The fields of a collection that only the coordinator changes, each with what it says in an editor's new entry. */
export function coordinatorFields(collection: CollectionId): Starts {
  const restricted = describeFields(collections[collection].schema).some(({ name }) => name in ACCESS);
  return { ...(restricted && ACCESS), ...FIELDS[collection] };
}

/** True when she may change an entry; its id is without its collection. */
export const mayEdit = ({ role, participant }: Editor, collection: CollectionId, id: string): boolean =>
  role === 'coordinator' || (OWNERS[collection] === 'own' ? id === participant : OWNERS[collection] === undefined);

/** True when there can be an entry of a collection that she may change. */
export const mayEditSome = ({ role, participant }: Editor, collection: CollectionId): boolean =>
  role === 'coordinator' || (OWNERS[collection] === 'own' ? participant !== null : OWNERS[collection] === undefined);

/** True when she may add an entry to a collection. */
export const mayCreate = ({ role }: Editor, collection: CollectionId): boolean =>
  role === 'coordinator' || OWNERS[collection] === undefined;

/** True when she may delete entries. */
export const mayDelete = ({ role }: Editor): boolean => role === 'coordinator';

/** True when she may publish. */
export const mayPublish = ({ role }: Editor): boolean => role === 'coordinator';

/**
 * The fields that a save changes and may not.
 *
 * @param before the fields that she had read, as the schema leaves them; undefined for a new entry
 * @param after those to be saved, as the schema leaves them
 */
export function refusedFields(
  { role }: Editor,
  collection: CollectionId,
  before: Readonly<Record<string, unknown>> | undefined,
  after: Readonly<Record<string, unknown>>,
): string[] {
  if (role === 'coordinator') return [];
  return Object.entries(coordinatorFields(collection))
    .filter(([name, start]) => {
      const value = after[name];
      return before ? value !== before[name] : value !== undefined && value !== start;
    })
    .map(([name]) => name);
}
