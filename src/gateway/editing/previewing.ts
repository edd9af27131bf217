/** Previews: the page that an entry would have, as the site would show it. */
import { join } from 'node:path';
import { z } from 'zod';
import type { Diagnostic, Overlay } from '#content';
import { collectionNamed, collections, sourceNamed } from '#model';
import { changesOf, type Draft, findDraft } from '../repository/drafts.ts';
import { placeIn } from '../repository/places.ts';
import type { Repository } from '../repository/repository.ts';
import { type Asking, defineAction, Refused } from './action.ts';
import { overlayOf } from './judging.ts';
import { type entry, name } from './names.ts';
import { changesOfWritten, written } from './written.ts';

/** What a page would be. */
export interface Previewed {
  /** The whole page; absent while there are errors, or the entry has no place of its own in a page. */
  html?: string;
  /** Its address in the participants' edition. */
  url?: string;
  /** Files of the page that are not published as they are here. */
  files: { url: string; absolute: string }[];
  /** What is wrong with what would change. */
  diagnostics: Diagnostic[];
}

/** Renders the page of an entry, by the absolute path of its file. */
export type Preview = (asked: { overlay: Overlay; file: string }) => Promise<Previewed>;

const FILE = '/admin/api/file?';

/** Where a file that is not published as it would be can be looked at. */
function addressesOf(
  { sources }: Repository,
  files: Previewed['files'],
  query: (path: string) => Record<string, string>,
): [from: string, to: string][] {
  return files.flatMap(({ url, absolute }): [string, string][] => {
    const source = sources.find(({ folder }) => absolute.startsWith(`${folder}/`));
    if (!source) return [];
    const path = source.prefix + absolute.slice(source.folder.length + 1);
    return [[url, FILE + new URLSearchParams({ path, ...query(path) }).toString().replaceAll('&', '&amp;')]];
  });
}

/** The page, with its files where they can be looked at. */
function withFiles(html: string | undefined, addresses: [string, string][]): string | undefined {
  return addresses.reduce<string | undefined>((page, [from, to]) => page?.replaceAll(`"${from}"`, `"${to}"`), html);
}

const absoluteOf = ({ sources }: Repository, path: string): string => {
  const source = placeIn(sources, path)?.source;
  return source ? join(source.folder, path.slice(source.prefix.length)) : path;
};

/** What somebody is writing, as a page. */
export const preview = defineAction({
  name: 'preview',
  params: written.extend({
    draft: z.object({ collection: name, slug: name }).optional(),
  }),
  async run(asking, { path, raw, files, draft: named }) {
    const { context, repository } = asking;
    if (!context.preview) return new Refused('no-preview');
    const changes = await changesOfWritten(asking, { path, raw, files });
    if (changes instanceof Refused) return changes;
    const draft = named && (await findDraft(repository.git, named));
    const known = draft ? await changesOf(repository, draft) : [];
    const overlay = await overlayOf(repository, new Map([...known, ...changes]));
    const seen = await context.preview({ overlay, file: absoluteOf(repository, path) });
    const addresses = addressesOf(
      repository,
      seen.files,
      (file): Record<string, string> => (files[file] ? { blob: files[file] } : (named ?? {})),
    );
    return { html: withFiles(seen.html, addresses) ?? null, url: seen.url ?? null, diagnostics: seen.diagnostics };
  },
});

/** The address of the page of an entry that has no draft. */
export async function publishedPage(
  { context, repository }: Asking,
  { collection: name, slug }: z.output<typeof entry>,
): Promise<string | Refused> {
  const collection = collectionNamed(name);
  const source = repository.sources[sourceNamed(name)];
  const path = collection && source && `${source.prefix}${collection}/${slug}.${collections[collection].format}`;
  if (!path || placeIn(repository.sources, path)?.id === undefined) return new Refused('no-draft');
  if (!context.preview) return new Refused('no-preview');
  const { url } = await context.preview({ overlay: new Map(), file: absoluteOf(repository, path) });
  return url ?? new Refused('no-draft');
}

/** The page of a draft as it was last saved. */
export async function draftPreview(
  { context, repository }: Asking,
  named: z.output<typeof entry>,
): Promise<{ draft: Draft; previewed: Previewed } | Refused> {
  const draft = await findDraft(repository.git, named);
  if (!draft) return new Refused('no-draft');
  if (!context.preview) return new Refused('no-preview');
  const changes = await changesOf(repository, draft);
  const [path = ''] = [...changes.keys()].filter((one) => placeIn(repository.sources, one)?.id !== undefined);
  const overlay = await overlayOf(repository, changes);
  const previewed = await context.preview({ overlay, file: absoluteOf(repository, path) });
  const html = withFiles(
    previewed.html,
    addressesOf(repository, previewed.files, () => ({ ...named })),
  );
  return { draft, previewed: html === undefined ? previewed : { ...previewed, html } };
}
