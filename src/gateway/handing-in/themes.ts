/** The themes that a material can be about. */
import { readFields } from '#content';
import { filesIn, readBlobs } from '../repository/objects.ts';
import { placeIn } from '../repository/places.ts';
import { published, type Repository } from '../repository/repository.ts';

/** Ids and titles of the themes that are published, by title. */
export async function themesOf(repository: Repository): Promise<[id: string, title: string][]> {
  const { git, sources } = repository;
  const folders = sources.map(({ prefix }) => `${prefix}themes/`);
  const files = await filesIn(git, await published(repository), folders);
  const bytes = await readBlobs(
    git,
    files.map(({ blob }) => blob),
  );
  return files
    .flatMap(({ path, blob }): [string, string][] => {
      const id = placeIn(sources, path)?.id;
      const fields = id && readFields(bytes.get(blob) ?? Buffer.alloc(0), 'themes', id);
      return fields ? [[id, String(fields.title ?? id)]] : [];
    })
    .sort(([, a], [, b]) => a.localeCompare(b, 'it'));
}
