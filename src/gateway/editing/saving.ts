/** Drafts: writing, reviewing and giving up. */
import { z } from 'zod';
import {
  beganAt,
  changesOf,
  conflictOf,
  type Draft,
  draftOf,
  dropDraft,
  findDraft,
  listDrafts,
  reviewDraft,
  reviews,
  saveDraft,
} from '../repository/drafts.ts';
import type { Git } from '../repository/git.ts';
import { type Changes, fileIn, filesIn, readBlobs, writeBlob } from '../repository/objects.ts';
import { type FilePlace, isBeside, placeIn } from '../repository/places.ts';
import { published, type Repository } from '../repository/repository.ts';
import { mayAs } from '../roles.ts';
import { type Asking, defineAction, line, Refused } from './action.ts';
import { judged, notTheirs } from './judging.ts';
import { entry, name } from './names.ts';
import { readFiles } from './reading.ts';
import { cited, wasUploaded } from './uploads.ts';

/** The draft that is asked for. */
async function namedDraft({ repository }: Asking, named: z.output<typeof entry>): Promise<Draft | Refused> {
  return (await findDraft(repository.git, named)) ?? new Refused('no-draft');
}

export const unpublishedEntries = defineAction({
  name: 'unpublishedEntries',
  params: z.object({}),
  run: async ({ repository }) =>
    (await listDrafts(repository.git)).map(({ collection, slug }) => `${collection}/${slug}`),
});

export const unpublishedEntry = defineAction({
  name: 'unpublishedEntry',
  params: z.union([entry, z.object({ id: name })]),
  async run(asking, params) {
    const [collection = '', ...slug] = 'id' in params ? params.id.split('/') : [];
    const named = 'id' in params ? { collection, slug: slug.join('/') } : params;
    const draft = await findDraft(asking.repository.git, named);
    return { draft: draft ? await described(asking.repository, draft) : null };
  },
});

/** A draft as Decap takes it. */
async function described(repository: Repository, draft: Draft) {
  const changes = await changesOf(repository, draft);
  const began = await beganAt(repository, draft.tip);
  const before = new Set((await filesIn(repository.git, began, [...changes.keys()])).map(({ path }) => path));
  const { collection, slug, review, updated, author } = draft;
  return {
    collection,
    slug,
    status: review,
    updatedAt: updated,
    pusherAuthor: author,
    diffs: [...changes].flatMap(([path, blob]) => (blob ? [{ id: blob, path, newFile: !before.has(path) }] : [])),
  };
}

const draftFile = entry.extend({ path: z.string() });

export const unpublishedEntryDataFile = defineAction({
  name: 'unpublishedEntryDataFile',
  params: draftFile,
  async run(asking, { path, ...named }) {
    const { repository } = asking;
    if (placeIn(repository.sources, path)?.id === undefined) return new Refused('not-editable', { paths: [path] });
    const draft = await namedDraft(asking, named);
    if (draft instanceof Refused) return draft;
    const found = await fileIn(repository.git, draft.tip, path);
    const [file] = await readFiles(repository, found ? [found] : []);
    return file ?? new Refused('gone', { paths: [path] });
  },
});

/** The bytes of a new file: from an upload, or sent along. */
const asset = z
  .object({ path: z.string() })
  .and(
    z.union([
      z.object({ blob: z.string().regex(/^[0-9a-f]{40,64}$/) }),
      z.object({ content: z.base64(), encoding: z.literal('base64') }),
    ]),
  );

/** The objects that the editor had read, by path. */
const read = z.record(z.string(), z.string().nullable());

/**
 * True where a name says whose draft it is: under a name of another, others would publish or give up what they had not
 * meant. The editor has a collection for each source and one for chapters, by the name of the model's.
 */
function isNameOf({ collection, slug }: { collection: string; slug: string }, place: FilePlace): boolean {
  const id = `/${place.id}`;
  const ofCollection = collection.replace(/-\d+$/, '').replace(/-part$/, '') === place.collection;
  return ofCollection && id.endsWith(`/${slug.replace(/\/index$/, '')}`);
}

export const persistEntry = defineAction({
  name: 'persistEntry',
  saves: true,
  params: z.object({
    dataFiles: z.array(z.object({ path: z.string(), slug: name, raw: z.string() })).length(1),
    assets: z.array(asset).max(100).default([]),
    options: z.object({ collectionName: name, commitMessage: line }),
    read,
  }),
  async run(asking, { dataFiles, assets, options, read }) {
    const { repository } = asking;
    const { git, sources } = repository;
    const [file] = dataFiles;
    const paths = [file, ...assets].map((one) => one?.path ?? '');
    const places = paths.map((path) => placeIn(sources, path));
    const strange = paths.filter((_, at) => !places[at] || (places[at].id === undefined) !== at > 0);
    const place = places[0];
    if (!file || !place || strange.length > 0) return new Refused('not-editable', { paths: strange });
    const apart = assets.filter(({ path }) => !isBeside(place, path)).map(({ path }) => path);
    if (apart.length > 0) return new Refused('not-editable', { paths: apart });
    if (Object.keys(read).some((path) => path !== file.path)) return new Refused('bad-request');
    const lost = assets.filter((one) => 'blob' in one && !wasUploaded(asking, one.blob));
    if (lost.length > 0) return new Refused('no-upload', { paths: lost.map(({ path }) => path) });
    const opened = new Map([[file.path, read[file.path] ?? null]]);
    const conflict = await conflictOf(repository, place, opened);
    if (conflict) return refusedBy(repository, conflict);
    const known = await draftOf(git, place);
    const saving = { collection: options.collectionName, slug: file.slug };
    if (!isNameOf(saving, place)) return new Refused('bad-request');
    const other = known ? undefined : await findDraft(git, saving);
    if (other) return new Refused('bad-request');
    const refused = await notTheirs(asking, place, known, file.raw);
    if (refused) return refused;
    const changes = new Map([[file.path, await writeBlob(git, file.raw)]]);
    for (const one of assets)
      changes.set(one.path, 'blob' in one ? one.blob : await writeBlob(git, Buffer.from(one.content, 'base64')));
    const files = Object.fromEntries(changes);
    const before = known?.tip ?? (await published(repository));
    // What goes over another version is a change, also where the text is the same.
    const goesOver = ((await fileIn(git, before, file.path))?.blob ?? null) !== opened.get(file.path);
    if (!goesOver && (await isAsItWas(git, before, changes)))
      return { files, diagnostics: [], ...(known && (await described(repository, known))) };
    // A coordinator who saves may publish soon.
    if (mayAs(asking.session.role, 'coordinator')) asking.context.prepareBuild();
    const judgement = await judged(asking, new Map([...(known ? await changesOf(repository, known) : []), ...changes]));
    if (judgement instanceof Refused) return judgement;
    const saved = await saveDraft(repository, {
      ...saving,
      place,
      changes,
      read: opened,
      who: asking.session,
      text: options.commitMessage,
      unread: !mayAs(asking.session.role, 'coordinator'),
    });
    if ('conflict' in saved) return refusedBy(repository, saved);
    cited(asking, changes.values());
    return { files, diagnostics: judgement, ...(await described(repository, saved)) };
  },
});

/** True where a commit has all that is to be saved: a commit that changes nothing would only make an empty draft. */
async function isAsItWas(git: Git, commit: string, changes: Changes): Promise<boolean> {
  const found = await filesIn(git, commit, [...changes.keys()]);
  return [...changes].every(([path, blob]) => found.some((file) => file.path === path && file.blob === blob));
}

/** A conflict with what others have written, which is shown beside one's own. */
async function refusedBy(
  { git }: Repository,
  { conflict, path, blob }: { conflict: string; path: string; blob?: string },
) {
  if (conflict === 'link') return new Refused('not-editable', { paths: [path] });
  const data = blob ? (await readBlobs(git, [blob])).get(blob)?.toString('utf8') : undefined;
  return new Refused(conflict === 'gone' ? 'gone' : 'conflict', { paths: [path], theirs: { id: blob, data } });
}

export const updateUnpublishedEntryStatus = defineAction({
  name: 'updateUnpublishedEntryStatus',
  saves: true,
  params: entry.extend({ newStatus: z.enum(reviews), text: line.default('') }),
  async run(asking, { newStatus, text, ...named }) {
    const draft = await namedDraft(asking, named);
    if (draft instanceof Refused) return draft;
    if (newStatus === 'pending_publish' && !mayAs(asking.session.role, 'coordinator')) return new Refused('not-yours');
    if (newStatus === 'pending_publish') asking.context.prepareBuild();
    const message = text || `${draft.slug}: ${newStatus}`;
    const changed = await reviewDraft(asking.repository.git, draft, newStatus, asking.session, message);
    return changed ? described(asking.repository, changed) : new Refused('moved');
  },
});

export const deleteUnpublishedEntry = defineAction({
  name: 'deleteUnpublishedEntry',
  saves: true,
  params: entry,
  async run(asking, named) {
    const draft = await namedDraft(asking, named);
    if (draft instanceof Refused) return draft;
    const { address, role } = asking.session;
    if (draft.begunBy !== address && !mayAs(role, 'coordinator')) return new Refused('not-yours');
    return (await dropDraft(asking.repository, draft)) ? {} : new Refused('moved');
  },
});
