/** The objects that entries were opened from, by path: a save is refused where they are others by then. */
const read = new Map<string, string | null>();
/** What the files are now, where a form goes on from a copy of before; by path. */
const passed = new Map<string, string | null>();

export const readOf = (path: string): string | null => read.get(path) ?? null;

/** Notes what a file is now, as it was opened. */
export function setOpened(path: string, blob: string): void {
  (passed.has(path) ? passed : read).set(path, blob);
}

/** Notes what a file is from now on, as it was saved or is to be saved over. */
export function setRead(path: string, blob: string | null): void {
  read.set(path, blob);
  passed.delete(path);
}

/** Notes that a form goes on from what was read of a file before: what others have saved since is not in it. */
export function goBackTo(path: string, blob: string | null): void {
  if (!passed.has(path)) passed.set(path, readOf(path));
  read.set(path, blob);
}

/** Takes that back. */
export function goForward(path: string): void {
  const now = passed.get(path);
  if (now !== undefined) setRead(path, now);
}
