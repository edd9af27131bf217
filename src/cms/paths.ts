/** Where entries and their files lie. */

export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Decap puts files into the folder that an entry lies in; those of an entry in a file of its own have theirs. */
export function besideEntry(path: string, entryPath: string): string {
  const folder = entryPath.slice(0, entryPath.lastIndexOf('/') + 1);
  const [name = ''] = nameOf(entryPath).split('.');
  const isLoose = name !== 'index' && path === folder + nameOf(path);
  return isLoose ? `${folder}${name}/${nameOf(path)}` : path;
}
