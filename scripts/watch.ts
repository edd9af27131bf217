/** Being told of changes in the sources. */
import { relative, sep } from 'node:path';
import { watch } from 'chokidar';
import { explained } from './command.ts';

/** How long changes are waited for, in milliseconds: an editor writes a file in several steps. */
const SETTLE = 100;

/** True for what no source is read for: a file on its way to its place has such a name, and goes again. */
const isHidden = (roots: readonly string[], path: string): boolean =>
  roots.some((root) => {
    const steps = relative(root, path).split(sep);
    return steps[0] !== '..' && steps.some((step) => step.startsWith('.'));
  });

/**
 * Calls back after a burst of changes. While the call before is under way all further bursts wait as one: the next call
 * sees what all of them have left.
 *
 * @param sources folders
 * @param listening called once every change is seen from then on
 * @returns ends the watching
 */
export function watchSources(
  sources: readonly string[],
  changed: () => unknown,
  listening: () => void = () => undefined,
): () => void {
  let settling: ReturnType<typeof setTimeout> | undefined;
  let isWaiting = false;
  let work: Promise<unknown> = Promise.resolve();
  const call = async () => {
    isWaiting = false;
    try {
      await changed();
    } catch (error) {
      // A file or folder that has just gone may come back: that ends no watching.
      const said = explained(error);
      if (said === undefined) throw error;
      console.error(said);
    }
  };
  const soon = () => {
    clearTimeout(settling);
    settling = setTimeout(() => {
      if (isWaiting) return;
      isWaiting = true;
      work = work.then(call);
    }, SETTLE);
  };
  // Node's own watcher loses a file that was replaced, which is how many editors and git write.
  const started = Date.now();
  let ready = false;
  const watcher = watch([...sources], { alwaysStat: true, ignored: (path) => isHidden(sources, path) })
    // Files are first listed as they are found: what is older than the watching is no change.
    .on('all', (_, __, stat) => (ready || (stat?.mtimeMs ?? 0) >= started) && soon())
    .on('ready', () => {
      ready = true;
      listening();
    });
  return () => {
    clearTimeout(settling);
    void watcher.close();
  };
}
