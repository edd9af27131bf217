/** Files beside entries: looked into once a run, and given the address of the entry that uses them. */
import { posix } from 'node:path';
import pMap from 'p-map';
import { checkMessages } from '#i18n';
import { type Attachment, nearName, type Place, type Problem, problem } from '#mdx';
import type { Entry } from './entries.ts';
import { type Inspection, type Inspections, inspectFile } from './inspect.ts';
import type { Source, SourceFile } from './sources.ts';

/** A file that is no entry. */
export interface AttachmentFile {
  source: Source;
  /** Its path within the source. */
  file: string;
  absolute: string;
  inspection: Inspection;
  /** True once an entry cites it. */
  cited: boolean;
}

/** An attachment with the file it is made from. */
export interface FoundAttachment {
  file: AttachmentFile;
  attachment: Attachment;
}

/** How many files are held in memory at once, with a thread for each PDF among them. */
const AT_ONCE = 4;

/**
 * Looks into the files that are no entries.
 *
 * @param limit in bytes; larger files are not read
 */
export const inspectFiles = (
  files: readonly SourceFile[],
  limit: number,
  known: Inspections,
): Promise<AttachmentFile[]> =>
  pMap(
    files,
    async (file) => ({
      source: file.source,
      file: file.path,
      absolute: file.absolute,
      inspection: await inspectFile(file, limit, known),
      cited: false,
    }),
    { concurrency: AT_ONCE },
  );

/** Finds the files that entries cite. */
export class Attachments {
  readonly files: readonly AttachmentFile[];
  readonly #byPath: ReadonlyMap<string, AttachmentFile>;
  /** Who owns the files below a folder: the entry of the same path. */
  readonly #owners: ReadonlySet<string>;
  /** The file served at each address: two entries may not mean different ones. */
  readonly #served = new Map<string, string>();

  constructor(files: readonly AttachmentFile[], entries: readonly Entry[]) {
    this.files = files;
    this.#owners = new Set(entries.map(({ ref }) => ref));
    this.#byPath = new Map(files.map((file) => [`${file.source.name}\0${file.file}`, file]));
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
    const file = this.#byPath.get(`${entry.source.name}\0${full}`);
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
    const beside = full.slice(folder.length + 1);
    const served = this.#served.get(url + beside) ?? file.absolute;
    if (served !== file.absolute) return problem('unique-url', place, checkMessages.duplicateUrl(url + beside, served));
    this.#served.set(url + beside, served);
    file.cited = true;
    const { sha256, bytes, width, height } = file.inspection;
    return {
      file,
      attachment: {
        url: url + beside.split('/').map(encodeURIComponent).join('/'),
        name: posix.basename(full),
        type: posix.extname(full).slice(1).toUpperCase(),
        bytes,
        sha256,
        ...(width && { width, height }),
      },
    };
  }

  /** The nearest entry above a file whose own folder the file is in. */
  #ownerOf(full: string): string | undefined {
    for (let folder = posix.dirname(full); folder.includes('/'); folder = posix.dirname(folder)) {
      if (this.#owners.has(folder)) return folder;
    }
    return undefined;
  }

  #near(entry: Entry, folder: string, full: string): string | undefined {
    const siblings = this.files.filter(({ source, file }) => source === entry.source && file.startsWith(`${folder}/`));
    const close = nearName(
      full,
      siblings.map(({ file }) => file),
    );
    return close?.slice(folder.length + 1);
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
