/** The search index of one edition, made from its records while its pages are being rendered. */
import * as pagefind from 'pagefind';
import type { Edition } from '#content';
import { searchRecords } from './records.ts';

/**
 * Indexes an edition into a folder.
 *
 * @param folder where the index goes, usually the edition's `pagefind/`
 * @returns how many pages can be found
 * @throws Error with Pagefind's own words where it fails
 */
export async function buildIndex(edition: Edition, folder: string): Promise<number> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: edition.network.locale });
  if (!index) throw new Error(errors.join('\n'));
  const records = searchRecords(edition);
  const added = await Promise.all(records.map(({ url, html }) => index.addHTMLFile({ url, content: html })));
  const written = await index.writeFiles({ outputPath: folder });
  const failures = [...added.flatMap((answer) => answer.errors), ...written.errors];
  if (failures.length > 0) throw new Error(failures.join('\n'));
  return records.length;
}

/** Ends Pagefind's own process: once, after the last index. */
export const closeIndexer = (): Promise<unknown> => pagefind.close();
