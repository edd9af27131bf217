/** Previews: the page that an entry would have, as the site would show it. */
import { join } from 'node:path';
import type { z } from 'zod';
import type { Diagnostic, Overlay } from '#content';
import { changesOf, type Draft, draftOf, findDraft } from '../repository/drafts.ts';
import { entryFile, placeIn } from '../repository/places.ts';
import type { Repository } from '../repository/repository.ts';
import { type Asking, defineAction, Refused } from './action.ts';
import { overlayOf } from './judging.ts';
import type { entry } from './names.ts';
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

/** What the editor calls a draft. */
const nameOf = ({ collection, slug }: Draft) => ({ collection, slug });

/** What somebody is writing, as a page. */
export const preview = defineAction({
  name: 'preview',
  params: written,
  async run(asking, { path, raw, files }) {
    const { context, repository } = asking;
    if (!context.preview) return new Refused('no-preview');
    const changes = await changesOfWritten(asking, { path, raw, files });
    if (changes instanceof Refused) return changes;
    const place = placeIn(repository.sources, path);
    const draft = place && (await draftOf(repository.git, place));
    const known = draft ? await changesOf(repository, draft) : [];
    const overlay = await overlayOf(repository, new Map([...known, ...changes]));
    const seen = await context.preview({ overlay, file: absoluteOf(repository, path) });
    const addresses = addressesOf(
      repository,
      seen.files,
      (file): Record<string, string> => (files[file] ? { blob: files[file] } : draft ? nameOf(draft) : {}),
    );
    return { html: withFiles(seen.html, addresses) ?? null, url: seen.url ?? null, diagnostics: seen.diagnostics };
  },
});

/** The page of a draft as it was last saved. */
export async function draftPreview(
  { context, repository }: Asking,
  named: z.output<typeof entry>,
): Promise<{ draft: Draft; previewed: Previewed } | Refused> {
  const draft = await findDraft(repository.git, named);
  if (!draft) return new Refused('no-draft');
  if (!context.preview) return new Refused('no-preview');
  const changes = await changesOf(repository, draft);
  const path = entryFile(repository.sources, draft) ?? '';
  const overlay = await overlayOf(repository, changes);
  const previewed = await context.preview({ overlay, file: absoluteOf(repository, path) });
  const html = withFiles(
    previewed.html,
    addressesOf(repository, previewed.files, () => nameOf(draft)),
  );
  return { draft, previewed: html === undefined ? previewed : { ...previewed, html } };
}
