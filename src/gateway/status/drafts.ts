/** What is being written, and how far its review is. */
import { readFields } from '#content';
import { collectionNamed, collectionOf, editorAddress, idOf, isPart } from '#model';
import type { Context } from '../context.ts';
import { type Draft, listDrafts, type Review } from '../repository/drafts.ts';
import { namedBlobs, readBlobs } from '../repository/objects.ts';
import { entryFile } from '../repository/places.ts';
import type { Repository } from '../repository/repository.ts';
import { linksOf } from './entry-links.ts';

export interface DraftLine {
  title: string;
  /** What its collection calls one of its entries; the collection's name where there is no such. */
  kind: string;
  review: Review;
  who: string;
  /** Milliseconds since 1970. */
  at: number;
  editor: string;
  page: string | undefined;
}

/** What waits for the coordinator comes first. */
const ORDER: readonly Review[] = ['pending_publish', 'pending_review', 'draft'];

export async function draftLines(context: Context, repository: Repository): Promise<DraftLine[]> {
  const drafts = await listDrafts(repository.git);
  const files = drafts.map((draft) => entryFile(repository.sources, draft));
  const names = drafts.map(({ tip }, at) => `${tip}:${files[at]}`);
  const blobs = await namedBlobs(repository.git, names);
  const bytes = await readBlobs(
    repository.git,
    blobs.filter((blob) => blob !== undefined),
  );
  return drafts
    .map((draft, at) => lineOf(context, repository, draft, files[at] ?? '', bytes.get(blobs[at] ?? '')))
    .sort((a, b) => ORDER.indexOf(a.review) - ORDER.indexOf(b.review) || b.at - a.at);
}

function lineOf(context: Context, repository: Repository, draft: Draft, file: string, bytes?: Buffer): DraftLine {
  const { collection, slug, review, author, updated } = draft;
  const id = collectionNamed(collection);
  const found = id && collectionOf(id);
  const fields = id && bytes && readFields(bytes, id, idOf(slug));
  const isPartOf = found && isPart(found, idOf(slug));
  const listing = isPartOf ? found.part?.listing : found?.listing;
  const title = fields && listing?.(fields as never, idOf(slug)).title;
  return {
    title: title || idOf(slug),
    kind: (isPartOf ? found.part?.labels.one : found?.labels.one) ?? collection,
    review,
    who: author,
    at: Date.parse(updated),
    editor: editorAddress(draft),
    page: linksOf(context, repository, file).page,
  };
}
