/** Files beside entries: read once a run, described, and given the address of the entry that uses them. */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { imageSize } from 'image-size';
import { checkMessages } from '#i18n';
import { type Attachment, nearName, type Place, type Problem, problem } from '#mdx';
import { digestOf } from './document.ts';
import type { Entry } from './entries.ts';
import type { SourceFile } from './sources.ts';
import { isPlainSvg } from './svg.ts';

/** An attachment with the file it is made from. */
export interface FoundAttachment {
  file: SourceFile;
  attachment: Attachment;
}

/** What may be published beside an entry: nothing that a browser would run. */
const TYPES = [
  ...['.pdf', '.docx', '.xlsx', '.pptx', '.odt', '.ods', '.odp', '.csv', '.txt', '.ics', '.zip'],
  ...['.png', '.jpg', '.jpeg', '.gif', '.webp', '.avif', '.svg'],
];
const IMAGES = new Set(['.png', '.jpg', '.jpeg', '.gif', '.webp', '.avif', '.svg']);

/** What is known of a file: nothing where it cannot be read; `active` where it would run. */
type Described = Omit<Attachment, 'url'> | 'active' | undefined;

/** Finds the files that entries cite. */
export class Attachments {
  readonly #files: Map<string, SourceFile>;
  readonly #described = new Map<string, Described>();

  /** Who owns the files below a folder: the entry of the same path. */
  readonly #owners: ReadonlySet<string>;
  /** The file served at each address: two entries may not mean different ones. */
  readonly #served = new Map<string, string>();

  constructor(files: readonly SourceFile[], entries: readonly Entry[]) {
    this.#owners = new Set(entries.map(({ ref }) => ref));
    this.#files = new Map(files.map((file) => [`${file.source.name}\0${file.path}`, file]));
  }

  /**
   * The file an entry cites by a path relative to its own folder.
   *
   * @param url the entry's address, under which the file is served
   * @returns the file, or why there is none
   */
  find(entry: Entry, path: string, url: string, place: Place): FoundAttachment | Problem {
    const folder = posix.dirname(entry.file);
    const full = posix.join(folder, decoded(path)).normalize('NFC');
    if (!full.startsWith(`${folder}/`))
      return problem('attachment-exists', place, checkMessages.attachmentOutside(path));
    const file = this.#files.get(`${entry.source.name}\0${full}`);
    if (!file)
      return problem(
        'attachment-exists',
        place,
        checkMessages.attachmentMissing(path, this.#near(entry, folder, full)),
      );
    const owner = this.#ownerOf(full);
    const own = [entry.ref, entry.part ? `${entry.collection}/${entry.id.split('/')[0]}` : entry.ref];
    if (owner && !own.includes(owner))
      return problem('attachment-owner', place, checkMessages.attachmentOwned(path, owner));
    const extension = posix.extname(full).toLowerCase();
    if (!TYPES.includes(extension)) return problem('attachment-type', place, checkMessages.attachmentType(path, TYPES));
    const described = this.#describe(file);
    if (!described) return problem('attachment-exists', place, checkMessages.attachmentUnreadable(path));
    if (described === 'active') return problem('attachment-type', place, checkMessages.attachmentScript(path));
    const beside = full.slice(folder.length + 1);
    const served = this.#served.get(url + beside) ?? file.absolute;
    if (served !== file.absolute) return problem('unique-url', place, checkMessages.duplicateUrl(url + beside, served));
    this.#served.set(url + beside, served);
    return { file, attachment: { url: url + beside.split('/').map(encodeURIComponent).join('/'), ...described } };
  }

  /** The nearest entry above a file whose own folder the file is in. */
  #ownerOf(full: string): string | undefined {
    for (let folder = posix.dirname(full); folder.includes('/'); folder = posix.dirname(folder)) {
      if (this.#owners.has(folder)) return folder;
    }
    return undefined;
  }

  #near(entry: Entry, folder: string, full: string): string | undefined {
    const siblings = [...this.#files.values()].filter(
      ({ source, path }) => source === entry.source && path.startsWith(`${folder}/`),
    );
    const close = nearName(
      full,
      siblings.map(({ path }) => path),
    );
    return close?.slice(folder.length + 1);
  }

  #describe(file: SourceFile): Described {
    if (!this.#described.has(file.absolute)) this.#described.set(file.absolute, describe(file));
    return this.#described.get(file.absolute);
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function describe(file: SourceFile): Described {
  try {
    if (!statSync(file.absolute).isFile() || !realpathSync(file.absolute).startsWith(realpathSync(file.source.root)))
      return undefined;
    const bytes = readFileSync(file.absolute);
    const extension = posix.extname(file.path).toLowerCase();
    if (extension === '.svg' && !isPlainSvg(bytes.toString('utf8'))) return 'active';
    const size = IMAGES.has(extension) ? imageSize(bytes) : undefined;
    return {
      name: posix.basename(file.path),
      type: extension.slice(1).toUpperCase(),
      bytes: bytes.length,
      sha256: digestOf(bytes),
      ...(size && { width: size.width, height: size.height }),
    };
  } catch {
    return undefined;
  }
}
