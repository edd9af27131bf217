/** The search index of one edition, over its finished pages. */
import { join } from 'node:path';
import * as pagefind from 'pagefind';

/**
 * Indexes a built edition into its `pagefind/` folder.
 *
 * @param folder the edition's folder
 * @returns how many pages can be found
 * @throws Error with Pagefind's own words where it fails
 */
export async function buildIndex(folder: string, language: string): Promise<number> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: language });
  if (!index) throw new Error(errors.join('\n'));
  const added = await index.addDirectory({ path: folder, glob: '**/*.html' });
  const written = await index.writeFiles({ outputPath: join(folder, 'pagefind') });
  const failures = [...added.errors, ...written.errors];
  if (failures.length > 0) throw new Error(failures.join('\n'));
  return added.page_count;
}

/** Ends Pagefind's own process: once, after the last index. */
export const closeIndexer = (): Promise<unknown> => pagefind.close();
