/** Files that an author adds. */

/** A file's name as a path beside the entry may be: small letters, figures, hyphens and one ending. */
export function pathOf({ name }: File): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain(stem)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return (words || 'file') + plain(ending).replace(/[^.a-z0-9]/g, '');
}

/** Asks for a file of the device; nothing where the choice was left. */
function fileOfDevice(): Promise<File | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.addEventListener('change', () => resolve(input.files?.[0]));
    input.addEventListener('cancel', () => resolve(undefined));
    input.click();
  });
}

/** Names a file, asked for where none is given, as it will lie beside the entry; keeping it is up to who mounts the editor. */
export async function chosenFile(given?: File): Promise<{ path: string; file: File } | undefined> {
  const file = given ?? (await fileOfDevice());
  return file && { path: pathOf(file), file };
}
