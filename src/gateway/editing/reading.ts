/** Reading what is published. */
import { z } from 'zod';
import { readFields } from '#content';
import { collectionIds, collections } from '#model';
import { fileIn, filesIn, readBlobs, type TreeFile } from '../repository/objects.ts';
import { isFolderIn, placeIn } from '../repository/places.ts';
import { published, type Repository } from '../repository/repository.ts';
import { defineAction, Refused } from './action.ts';

/** A file as Decap takes it: its text, and the object it was read from. */
export interface ReadFile {
  data: string;
  file: { path: string; id: string };
}

/** The texts of some files. */
export async function readFiles({ git }: Repository, files: readonly TreeFile[]): Promise<ReadFile[]> {
  const bytes = await readBlobs(
    git,
    files.map(({ blob }) => blob),
  );
  return files.map(({ path, blob }) => ({ data: (bytes.get(blob) ?? '').toString('utf8'), file: { path, id: blob } }));
}

/** The entries' own files among some. */
const entriesOf = ({ sources }: Repository, files: readonly TreeFile[]): TreeFile[] =>
  files.filter(({ path }) => placeIn(sources, path)?.id !== undefined);

export const info = defineAction({
  name: 'info',
  params: z.object({}),
  run: async () => ({ repo: 'POLI-NET', publish_modes: ['editorial_workflow'], type: 'polinet' }),
});

export const entriesByFolder = defineAction({
  name: 'entriesByFolder',
  params: z.object({ folder: z.string(), extension: z.string() }),
  async run({ repository }, { folder, extension }) {
    if (!isFolderIn(repository.sources, folder)) return new Refused('not-editable', { paths: [folder] });
    const found = await filesIn(repository.git, await published(repository), [`${folder}/`]);
    return readFiles(
      repository,
      entriesOf(repository, found).filter(({ path }) => path.endsWith(`.${extension}`)),
    );
  },
});

export const entriesByFiles = defineAction({
  name: 'entriesByFiles',
  params: z.object({ files: z.array(z.object({ path: z.string() })).max(1_000) }),
  async run({ repository }, { files }) {
    const paths = files.map(({ path }) => path).filter((path) => placeIn(repository.sources, path)?.id);
    return readFiles(repository, await filesIn(repository.git, await published(repository), paths));
  },
});

/** One entry, or null where there is none: an editor also asks whether a name is free. */
export const getEntry = defineAction({
  name: 'getEntry',
  params: z.object({ path: z.string() }),
  async run({ repository }, { path }) {
    if (placeIn(repository.sources, path)?.id === undefined) return new Refused('not-editable', { paths: [path] });
    const found = await fileIn(repository.git, await published(repository), path);
    const [file] = await readFiles(repository, found ? [found] : []);
    return { found: file ?? null };
  },
});

/** Files beside the entries of a folder: told of, not sent. */
export const getMedia = defineAction({
  name: 'getMedia',
  params: z.object({ mediaFolder: z.string() }),
  async run({ repository }, { mediaFolder }) {
    if (!isFolderIn(repository.sources, mediaFolder)) return new Refused('not-editable', { paths: [mediaFolder] });
    const found = await filesIn(repository.git, await published(repository), [`${mediaFolder}/`]);
    return found
      .filter(({ path }) => {
        const place = placeIn(repository.sources, path);
        return place && place.id === undefined;
      })
      .map(({ path, blob, size }) => ({ id: blob, path, name: path.slice(path.lastIndexOf('/') + 1), size }));
  },
});

/** What entries there are to refer to, by the title that each file gives itself. */
export const titles = defineAction({
  name: 'titles',
  params: z.object({}),
  async run({ repository }) {
    const { git, sources } = repository;
    const folders = sources.flatMap(({ prefix }) => collectionIds.map((id) => `${prefix}${id}/`));
    const files = entriesOf(repository, await filesIn(git, await published(repository), folders));
    const read = await readFiles(repository, files);
    return read.flatMap(({ data, file: { path } }) => {
      const place = placeIn(sources, path);
      if (!place?.id) return [];
      const { collection, id } = place;
      const fields = readFields(Buffer.from(data), collection, id);
      const title = fields ? collections[collection].listing(fields as never, id).title : id;
      return [{ ref: `${collection}/${id}`, collection, id, title: title ?? id }];
    });
  },
});
