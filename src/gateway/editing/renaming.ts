/** Another address for an entry: whatever names it is written anew in the same commit, and the old address leads on. */
import { posix } from 'node:path';
import { z } from 'zod';
import { type Diagnostic, hasErrors } from '#content';
import { type Collection, collectionNamed, collections, describeFields, idOf } from '#model';
import { type Draft, listDrafts } from '../repository/drafts.ts';
import { type Changes, filesIn, readBlobs, type TreeFile, writeBlob } from '../repository/objects.ts';
import { type FilePlace, fileOfProblem, placeIn } from '../repository/places.ts';
import { publishChanges } from '../repository/publish.ts';
import { published, type Repository } from '../repository/repository.ts';
import { linksOf } from '../status/entry-links.ts';
import { type Asking, defineAction, Refused } from './action.ts';
import { overlayOf } from './judging.ts';
import { told } from './publishing.ts';
import { type Renamed, rewritten, withFormer } from './rewriting.ts';

/** What entries are to say, by path. */
type Texts = Map<string, string>;

/** After so many rounds nothing more is mended: each brings to light what the one before stood in the way of. */
const ROUNDS = 5;

/** Where a file of the entry lies from now on: `guides/old.mdx` and all in `guides/old/`. */
function movedPath(path: string, { source, collection }: FilePlace, { from, to }: Renamed): string {
  const folder = `${source.prefix}${collection}/`;
  return folder + to + path.slice(folder.length + from.length);
}

/** What the check says of the content as it would be, once everything that can be is written anew. */
async function rewriteAll(
  { context, repository }: Asking,
  texts: Texts,
  blobs: ReadonlyMap<string, string | null>,
  renamed: Renamed,
): Promise<Diagnostic[]> {
  const { git, sources } = repository;
  for (let round = 0; ; round++) {
    const changes = new Map(blobs);
    for (const [path, text] of texts) changes.set(path, await writeBlob(git, text));
    const found = await context.checker.check(await overlayOf(repository, changes));
    if (!hasErrors(found) || round === ROUNDS) return found;
    const byPath = Map.groupBy(found, (one) => fileOfProblem(sources, one));
    let isMended = false;
    for (const [path, problems] of byPath) {
      if (path === undefined || !isRewritten(sources, path)) continue;
      const before = texts.get(path) ?? (await textOf(repository, path));
      const after = before === undefined ? undefined : rewritten(before, problems, renamed);
      if (after === undefined) continue;
      texts.set(path, after);
      isMended = true;
    }
    if (!isMended) return found;
  }
}

/** True for an entry's own file, and for that in which the network says who coordinates it and what it shows first. */
const isRewritten = (sources: Repository['sources'], path: string): boolean =>
  placeIn(sources, path)?.id !== undefined || sources.some(({ prefix }) => path === `${prefix}network.yaml`);

async function textOf(repository: Repository, path: string): Promise<string | undefined> {
  const [file] = await filesIn(repository.git, await published(repository), [path]);
  return file && (await readBlobs(repository.git, [file.blob])).get(file.blob)?.toString('utf8');
}

/** True where an entry's former addresses can be said in its file. */
const hasFormer = ({ collection, id = '' }: FilePlace): boolean => {
  const { schema, part } = collections[collection] as Collection;
  const own = id.includes('/') && part ? part.schema : schema;
  return describeFields(own).some(({ name }) => name === 'redirectFrom');
};

/** True for a draft of the entry, or of a part of it. */
function isOfEntry({ collection: name, slug }: Draft, { collection, id = '' }: FilePlace): boolean {
  const own = idOf(slug);
  return collectionNamed(name) === collection && (own === id || own.startsWith(`${id}/`));
}

export const renameEntry = defineAction({
  name: 'renameEntry',
  saves: true,
  role: 'coordinator',
  params: z.object({
    path: z.string(),
    /** The new id; a part keeps its whole. */
    to: z
      .string()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)?$/)
      .max(100),
  }),
  async run(asking, { path, to }) {
    const { repository, session } = asking;
    const place = placeIn(repository.sources, path);
    if (place?.id === undefined) return new Refused('not-editable', { paths: [path] });
    const renamed: Renamed = { collection: place.collection, from: place.id, to };
    if (!isBesideBefore(renamed)) return new Refused('bad-request');
    if (!hasFormer(place)) return new Refused('not-movable');
    const commit = await published(repository);
    const moved = await filesToMove(repository, commit, place, renamed);
    if (moved instanceof Refused) return moved;
    const changes = await changesOf(asking, moved, renamed);
    if (changes instanceof Refused) return changes;
    const message = `${place.collection}/${place.id} → ${to}`;
    const outcome = told(asking, await publishChanges(repository, changes, session, message, commit), message);
    if (outcome instanceof Refused) return outcome;
    const now = moved.find((file) => file.path === path)?.to ?? path;
    return { ...outcome, path: now, editor: linksOf(asking.context, repository, now).editor };
  },
});

/** True for another id that a part keeps its whole in, and a whole entry stays one. */
const isBesideBefore = ({ from, to }: Renamed): boolean =>
  from !== to && from.split('/').length === to.split('/').length && posix.dirname(from) === posix.dirname(to);

interface Moved extends TreeFile {
  to: string;
}

/** An entry's own file and all in its folder, each with where it will lie; or why that cannot be. */
async function filesToMove(
  { git }: Repository,
  commit: string,
  place: FilePlace,
  renamed: Renamed,
): Promise<Moved[] | Refused> {
  const { source, collection, path } = place;
  const folder = `${source.prefix}${collection}/`;
  const own = await filesIn(git, commit, [path, `${folder}${renamed.from}/`]);
  if (!own.some((file) => file.path === path)) return new Refused('gone', { paths: [path] });
  const { format } = collections[collection];
  const taken = await filesIn(git, commit, [`${folder}${renamed.to}.${format}`, `${folder}${renamed.to}/`]);
  if (taken.length > 0) return new Refused('taken', { paths: taken.map((file) => file.path) });
  if ((await listDrafts(git)).some((draft) => isOfEntry(draft, place))) return new Refused('has-draft');
  return own.map((file) => ({ ...file, to: movedPath(file.path, place, renamed) }));
}

/** All that changes with an entry's address; or what would be wrong then. */
async function changesOf(asking: Asking, moved: readonly Moved[], renamed: Renamed): Promise<Changes | Refused> {
  const { git, sources } = asking.repository;
  const { collection, from, to } = renamed;
  const bytes = await readBlobs(
    git,
    moved.map(({ blob }) => blob),
  );
  const texts: Texts = new Map();
  const blobs = new Map<string, string | null>();
  for (const file of moved) {
    blobs.set(file.path, null).set(file.to, file.blob);
    if (placeIn(sources, file.path)?.id !== undefined) texts.set(file.to, String(bytes.get(file.blob)));
  }
  // What leads to the former address would be taken for right, so this is said once all of it is written anew.
  await rewriteAll(asking, texts, blobs, renamed);
  for (const file of moved) {
    const text = texts.get(file.to);
    const former = placeIn(sources, file.path)?.id;
    if (text === undefined || former === undefined) continue;
    texts.set(file.to, withFormer(text, collections[collection].format, former, to + former.slice(from.length)));
  }
  const found = await rewriteAll(asking, texts, blobs, renamed);
  if (hasErrors(found)) {
    const isElsewhere = found.some((one) => one.severity === 'error' && fileOfProblem(sources, one) === undefined);
    return new Refused(isElsewhere ? 'cited-elsewhere' : 'errors', { diagnostics: found });
  }
  for (const [path, text] of texts) blobs.set(path, await writeBlob(git, text));
  return blobs;
}
