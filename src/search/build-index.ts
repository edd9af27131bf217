/** The search index of one edition, made from its records while its pages are being rendered. */
import * as pagefind from 'pagefind';
import type { Edition } from '#content';
import { searchRecords } from './records.ts';

/** An index: its files by their paths within the index's folder, and how many pages it finds. */
export interface SearchIndex {
  files: Map<string, Uint8Array>;
  found: number;
}

/**
 * Indexes an edition.
 *
 * @throws Error with Pagefind's own words where it fails
 */
export async function buildIndex(edition: Edition): Promise<SearchIndex> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: edition.network.locale });
  if (!index) throw new Error(errors.join('\n'));
  const records = searchRecords(edition);
  const added = await Promise.all(records.map(({ url, html }) => index.addHTMLFile({ url, content: html })));
  const made = await index.getFiles();
  const failures = [...added.flatMap((answer) => answer.errors), ...made.errors];
  if (failures.length > 0) throw new Error(failures.join('\n'));
  return { files: new Map(made.files.map(({ path, content }) => [path, content])), found: records.length };
}

/** Ends Pagefind's own process: once, after the last index. */
export const closeIndexer = (): Promise<unknown> => pagefind.close();
