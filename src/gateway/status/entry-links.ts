/** Where an entry is opened in the editor, and where it is read. */
import type { Diagnostic } from '#content';
import { collectionOf, editorAddress, editorEntry, entryUrl } from '#model';
import type { Context } from '../context.ts';
import { type FilePlace, fileOfProblem, placeIn } from '../repository/places.ts';
import type { Repository } from '../repository/repository.ts';

/** An entry, by its file. */
export interface EntryLinks {
  /** The file's path, from the root of the repository, or of the project. */
  file: string;
  editor: string | undefined;
  /** Its page in the participants' edition, where it is published. */
  page: string | undefined;
}

const BASE = '/riservato';

/** The links of a file of the repository; none for what is no entry's own file. */
export function linksOf({ site }: Context, { sources }: Repository, path: string): EntryLinks {
  const place = placeIn(sources, path);
  if (place?.id === undefined) return { file: path, editor: undefined, page: undefined };
  const { source, collection } = place;
  const inFolder = path.slice(source.prefix.length + collection.length + 1);
  return {
    file: path,
    editor: editorAddress(editorEntry(collection, sources.indexOf(source), inFolder)),
    page: pageOf(place, site),
  };
}

function pageOf({ collection, id = '' }: FilePlace, { files }: Context['site']): string | undefined {
  const found = collectionOf(collection);
  if (!found || found.pages === 'none') return undefined;
  const address = BASE + entryUrl(found, id);
  return files.get('participants')?.has(address.replace(/#.*/, '')) ? address : undefined;
}

/** The links of the file that a problem is in. */
export function linksOfProblem(context: Context, problem: Diagnostic): EntryLinks {
  const { repository } = context;
  if (typeof repository === 'object') {
    const path = fileOfProblem(repository.sources, problem);
    if (path !== undefined) return linksOf(context, repository, path);
  }
  return { file: [problem.source, problem.file].filter(Boolean).join('/'), editor: undefined, page: undefined };
}
