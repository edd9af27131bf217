/** Indexes records in a thread with a Pagefind of its own: editions are indexed at once, and pages rendered meanwhile. */
import { parentPort, workerData } from 'node:worker_threads';
import * as pagefind from 'pagefind';
import type { SearchRecord } from './records.ts';

/** What is indexed, and where to. */
export interface Asked {
  records: SearchRecord[];
  locale: string;
  folder: string;
}

/** What went wrong, in Pagefind's own words; empty where nothing did. */
export type Told = string[];

const { records, locale, folder } = workerData as Asked;

async function makeIndex(): Promise<Told> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: locale });
  if (!index) return errors;
  const added = await Promise.all(records.map(({ url, html }) => index.addHTMLFile({ url, content: html })));
  const written = await index.writeFiles({ outputPath: folder });
  return [...added.flatMap((answer) => answer.errors), ...written.errors];
}

// Whoever wants no index any more says so: Pagefind is another process, which would go on writing.
parentPort?.once('message', () => pagefind.close());

const told = await makeIndex().catch((error: unknown): Told => [String(error)]);
parentPort?.postMessage(told);
await pagefind.close();
parentPort?.close();
