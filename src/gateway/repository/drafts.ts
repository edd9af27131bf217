/** Drafts: a branch for each entry that is being worked on. How far its review is stands in its last commit. */
import { createHash } from 'node:crypto';
import { type Git, lineOf } from './git.ts';
import {
  type Changes,
  changedTree,
  changesBetween,
  commitTree,
  fileIn,
  merged,
  type Person,
  strayBetween,
} from './objects.ts';
import type { FilePlace } from './places.ts';
import { moved, NO_COMMIT, removed } from './refs.ts';
import { published, type Repository } from './repository.ts';

/** How far a draft is: written, to be read, ready to be published. The names are those that Decap has for them. */
export const reviews = ['draft', 'pending_review', 'pending_publish'] as const;
export type Review = (typeof reviews)[number];

/** An entry as the editor names it. */
export interface EntryName {
  collection: string;
  slug: string;
}

export interface Draft extends EntryName {
  ref: string;
  /** Its last commit. */
  tip: string;
  review: Review;
  /** ISO 8601. */
  updated: string;
  /** Who wrote last. */
  author: string;
  /** Who began it, by address. */
  begunBy: string;
}

/** What stops a change: somebody else was quicker, what it builds on is gone, or a link lies where it would. */
export interface Conflict {
  conflict: 'changed' | 'gone' | 'link';
  /** The file, and its object as it is now. */
  path: string;
  blob?: string;
}

/** What a commit's message says for the gateway, each on a line of its own at the end (git-interpret-trailers(1)). */
const FIELDS = { entry: 'Polinet-Entry', review: 'Polinet-Review', begunBy: 'Polinet-Begun-By' };
const PREFIX = 'refs/heads/cms/';

/** What an editor's name of an entry is like: no line ends, since it stands in a commit's message. */
export const ENTRY_NAME = /^[A-Za-z0-9][A-Za-z0-9_/-]{0,250}$/;
/** A ref is a file, whose name has 255 bytes at most, and its lock's has five more. */
const LONGEST_NAME = 200;

/**
 * The branch of an entry's draft. A slash in an id would make one branch a folder of another, and git takes no branch
 * whose name ends as those of its locks do.
 */
function draftRef({ collection, id = '' }: FilePlace): string {
  const name = id.replaceAll('/', '.').replace(/\.lock$/, '.-lock');
  const short = `${name.slice(0, LONGEST_NAME / 2)}.${createHash('sha256').update(name).digest('hex')}`;
  return `${PREFIX}${collection}/${name.length > LONGEST_NAME ? short : name}`;
}

const FORMAT = ['refname', 'objectname', 'authordate:iso-strict', 'authorname', 'contents']
  .map((atom) => `%(${atom})%00`)
  .join('');
const CELLS = 5;

/** All drafts. A branch that says nothing of an entry is somebody's own. */
export async function listDrafts(git: Git, pattern = PREFIX): Promise<Draft[]> {
  const cells = (await git(['for-each-ref', `--format=${FORMAT}`, pattern])).toString('utf8').split('\0');
  const drafts: Draft[] = [];
  for (let at = 0; at + CELLS <= cells.length; at += CELLS) {
    const [ref = '', tip = '', updated = '', author = '', message = ''] = cells.slice(at, at + CELLS);
    // Git's own reading of trailers ends at marks that a first line may hold.
    const trailers = message.trimEnd().split('\n\n').at(-1) ?? '';
    const said = new Map(trailers.split('\n').map((line) => cut(line, ': ')));
    const [collection, slug] = cut(said.get(FIELDS.entry) ?? '', '/');
    const review = said.get(FIELDS.review) ?? '';
    if (![collection, slug].every((name) => ENTRY_NAME.test(name)) || !isReview(review)) continue;
    drafts.push({
      ref: ref.trim(),
      tip,
      updated,
      author,
      collection,
      slug,
      review,
      begunBy: said.get(FIELDS.begunBy) ?? '',
    });
  }
  return drafts;
}

/** What stands before the first of some marks, and after it. */
function cut(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)];
}

const isReview = (text: string): text is Review => (reviews as readonly string[]).includes(text);

export const findDraft = async (git: Git, { collection, slug }: EntryName): Promise<Draft | undefined> =>
  (await listDrafts(git)).find((one) => one.collection === collection && one.slug === slug);

const messageOf = (text: string, { collection, slug }: EntryName, review: Review, begunBy: string): string =>
  `${text.replace(/\s+/g, ' ').trim() || slug}\n\n${FIELDS.entry}: ${collection}/${slug}\n${FIELDS.review}: ${review}\n${FIELDS.begunBy}: ${begunBy}\n`;

/** What is saved of an entry. */
export interface Save extends EntryName {
  /** The entry's own file. */
  place: FilePlace;
  changes: Changes;
  /** The objects that the editor had read, by path; null for a file that was not there. */
  read: ReadonlyMap<string, string | null>;
  who: Person;
  /** The first line of the commit's message. */
  text: string;
  /** How far a new draft is; only written where absent. */
  review?: Review;
  /** Puts a draft that was ready to be published back under review: who found it ready has not read this. */
  unread?: boolean;
}

/** The draft of an entry, by its own file. */
export const draftOf = async (git: Git, place: FilePlace): Promise<Draft | undefined> =>
  (await listDrafts(git, draftRef(place)))[0];

/** The first file that is another than an editor had read. */
async function staleIn(git: Git, commit: string, read: Save['read']): Promise<Conflict | undefined> {
  for (const [path, blob] of read) {
    const now = await fileIn(git, commit, path);
    if ((now?.blob ?? null) !== blob) return { conflict: now ? 'changed' : 'gone', path, blob: now?.blob };
  }
  return undefined;
}

/** Where an entry stands: its draft, and what is published where the two can no longer be merged. */
interface Standing {
  known: Draft | undefined;
  other: Overtaken | undefined;
}

interface Overtaken {
  /** The published commit. */
  main: string;
  /** The entry's file there; null where it was taken away. */
  blob: string | null;
}

async function standingOf(repository: Repository, place: FilePlace): Promise<Standing> {
  const known = await draftOf(repository.git, place);
  return { known, other: known && (await overtaken(repository, known, place)) };
}

/** Whether what is published has changed where a draft has, since the draft began. */
async function overtaken(repository: Repository, { tip }: Draft, { path }: FilePlace): Promise<Overtaken | undefined> {
  const { git } = repository;
  const main = await published(repository);
  const blobIn = async (commit: string) => (await fileIn(git, commit, path))?.blob ?? null;
  const blob = await blobIn(main);
  if (blob === (await blobIn(await beganAt(repository, tip)))) return undefined;
  return (await merged(git, main, tip)).conflicts.includes(path) ? { main, blob } : undefined;
}

/** What somebody else has changed since an editor has read it: asked before anything else is said of a save. */
export const conflictOf = async (
  repository: Repository,
  place: FilePlace,
  read: Save['read'],
): Promise<Conflict | undefined> => conflictIn(repository, await standingOf(repository, place), place, read);

/** Whoever has seen the version that stands against a draft goes over it. */
async function conflictIn(
  repository: Repository,
  { known, other }: Standing,
  { path }: FilePlace,
  read: Save['read'],
): Promise<Conflict | undefined> {
  if (!other) return staleIn(repository.git, known?.tip ?? (await published(repository)), read);
  if (read.get(path) === other.blob) return undefined;
  return other.blob ? { conflict: 'changed', path, blob: other.blob } : { conflict: 'gone', path };
}

/**
 * Saves a draft as one commit on the entry's branch, which it makes where there is none.
 *
 * @returns the draft, or what stops it: nothing is changed then
 */
export async function saveDraft(repository: Repository, save: Save): Promise<Draft | Conflict> {
  const { git } = repository;
  const ref = draftRef(save.place);
  const standing = await standingOf(repository, save.place);
  const conflict = await conflictIn(repository, standing, save.place, save.read);
  if (conflict) return conflict;
  const { known, other } = standing;
  // A draft that goes over what was published meanwhile goes on from there.
  const base = other?.main ?? known?.tip ?? (await published(repository));
  const changes = new Map([...(known && other ? await changesOf(repository, known) : []), ...save.changes]);
  const review = reviewAfter(save, known);
  const begunBy = known?.begunBy ?? save.who.address;
  const tree = await changedTree(git, base, changes);
  const stray = await strayBetween(git, base, tree, changes);
  if (stray !== undefined) return { conflict: 'link', path: stray };
  const message = messageOf(save.text, known ?? save, review, begunBy);
  const parents = known && other ? [known.tip, other.main] : [base];
  const commit = await commitTree(git, tree, parents, save.who, message);
  if (!(await moved(git, ref, commit, known?.tip ?? NO_COMMIT))) {
    const now = await fileIn(git, ref, save.place.path);
    return { conflict: now ? 'changed' : 'gone', path: save.place.path, blob: now?.blob };
  }
  return draftAt(git, ref);
}

function reviewAfter({ review, unread }: Save, known: Draft | undefined): Review {
  if (!known) return review ?? 'draft';
  return unread && known.review === 'pending_publish' ? 'pending_review' : known.review;
}

/** Says how far a draft is, as a commit that changes no file. @returns nothing where somebody was quicker */
export async function reviewDraft(
  git: Git,
  draft: Draft,
  review: Review,
  who: Person,
  text: string,
): Promise<Draft | undefined> {
  const message = messageOf(text, draft, review, draft.begunBy);
  const commit = await commitTree(git, `${draft.tip}^{tree}`, [draft.tip], who, message);
  return (await moved(git, draft.ref, commit, draft.tip)) ? draftAt(git, draft.ref) : undefined;
}

/** Gives a draft up. @returns false where somebody was quicker */
export const dropDraft = ({ git }: Repository, { ref, tip }: Pick<Draft, 'ref' | 'tip'>): Promise<boolean> =>
  removed(git, ref, tip);

/** What a draft changes, by path, held against where it began. */
export async function changesOf(repository: Repository, { tip }: Draft): Promise<Map<string, string | null>> {
  const { git } = repository;
  return changesBetween(git, await beganAt(repository, tip), tip);
}

/** The published commit that a draft began at; the empty tree for one that somebody has pushed and that began at none. */
export async function beganAt(repository: Repository, tip: string): Promise<string> {
  const { git } = repository;
  const base = lineOf(await git(['merge-base', await published(repository), tip], { answers: [1] }));
  return base || lineOf(await git(['hash-object', '-t', 'tree', '-w', '--stdin']));
}

async function draftAt(git: Git, ref: string): Promise<Draft> {
  const [draft] = await listDrafts(git, ref);
  if (!draft) throw new Error(`${ref} is gone.`);
  return draft;
}
