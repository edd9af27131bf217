/** Being told of changes in the sources. */
import { watch } from 'node:fs';
import { explained } from './command.ts';

/** How long changes are waited for, in milliseconds: an editor writes a file in several steps. */
const SETTLE = 100;

/**
 * Calls back after each burst of changes, once the call before has ended.
 *
 * @param sources folders
 * @returns ends the watching
 */
export function watchSources(sources: readonly string[], changed: () => unknown): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let work: Promise<unknown> = Promise.resolve();
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      work = work.then(changed).catch((error: unknown) => {
        // A file or folder that has just gone may come back: that ends no watching.
        const said = explained(error);
        if (said === undefined) throw error;
        console.error(said);
      });
    }, SETTLE);
  };
  const watchers = sources.map((source) => watch(source, { recursive: true }, soon));
  return () => {
    clearTimeout(waiting);
    for (const watcher of watchers) watcher.close();
  };
}
