/**
 * Decap keeps a copy of what is typed in the browser, and offers it when the entry is opened again. It puts the copy in
 * place as soon as it has read it, and the entry that it then gets from the server over it: all would be lost. So the
 * copy is found only once the entry is there. With the copy goes the object that its entry was opened from: what others
 * have saved since is a conflict then, as it would have been.
 */
import { localForage } from 'decap-cms-lib-util';
import { goBackTo, goForward, readOf } from './read-files.ts';

interface Copy {
  path?: string;
  base?: string | null;
}

const KEY = /^backup\./;
/** How long an entry may take to come, in milliseconds. */
const PATIENCE = 30_000;
const STEP = 50;

/** Waits until a form with fields is shown. */
async function formShown(): Promise<void> {
  for (let waited = 0; waited < PATIENCE && !document.querySelector('label[for*="-field-"]'); waited += STEP)
    await new Promise((resolve) => setTimeout(resolve, STEP));
}

/** Has Decap's copies kept and found in that way. */
export function holdCopies(): void {
  const { getItem, setItem, removeItem } = localForage;
  /** The path of the entry that a copy is of, by the copy's key. */
  const paths = new Map<string, string>();
  localForage.setItem = (key, value) => {
    const { path } = (value ?? {}) as Copy;
    return setItem.call(localForage, key, KEY.test(key) && path ? { ...(value as object), base: readOf(path) } : value);
  };
  localForage.getItem = async (key) => {
    const found = await getItem.call(localForage, key);
    if (found === null || !KEY.test(key)) return found;
    await formShown();
    const { path, base } = found as Copy;
    if (path && base !== undefined) {
      paths.set(key, path);
      goBackTo(path, base);
    }
    return found;
  };
  // It is put away where it is not wanted, and where it is saved.
  localForage.removeItem = (key) => {
    goForward(paths.get(key) ?? '');
    return removeItem.call(localForage, key);
  };
}
