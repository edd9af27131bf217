/** The check of what somebody wants to save, in a thread of its own: the gateway goes on serving meanwhile. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Diagnostic, loadContent, memoryCaches, type Overlay } from '#content';

/** What is to be checked. */
export interface Asked {
  id: number;
  overlay: Overlay;
}

/** What is wrong with it, or why that could not be found out. */
export type Told = { id: number; diagnostics: Diagnostic[] } | { id: number; failed: string };

const { sources } = workerData as { sources: string[] };
// What is parsed once is not parsed again while its bytes are the same.
const caches = memoryCaches();

const isError = ({ severity }: Diagnostic): boolean => severity === 'error';
const keyOf = ({ source, file, rule, message }: Diagnostic): string => [source, file, rule, message].join('\0');

/** The errors that a change brings: in what it changes, and elsewhere by it. Warnings only in what it changes. */
async function broughtBy(overlay: Overlay): Promise<Diagnostic[]> {
  const { diagnostics, sources: read } = await loadContent({ sources, caches, overlay });
  const root = new Map(read.map((source) => [source.name, source.root]));
  const isOwn = ({ source, file }: Diagnostic) => overlay.has(`${root.get(source)}/${file}`);
  const own = diagnostics.filter(isOwn);
  const elsewhere = diagnostics.filter((one) => isError(one) && !isOwn(one));
  if (elsewhere.length === 0) return own;
  const before = await loadContent({ sources, caches });
  const known = new Set(before.diagnostics.map(keyOf));
  return [...own, ...elsewhere.filter((one) => !known.has(keyOf(one)))];
}

let turn: Promise<unknown> = Promise.resolve();
parentPort?.on('message', ({ id, overlay }: Asked) => {
  const answer = turn.then(async (): Promise<Told> => ({ id, diagnostics: await broughtBy(overlay) }));
  const told = answer.catch((error: Error): Told => ({ id, failed: String(error.stack) }));
  turn = told.then((one) => parentPort?.postMessage(one));
});
