/** What a file that is no entry really holds, whatever its name says. */
import { once } from 'node:events';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { Worker } from 'node:worker_threads';
import { unzipSync } from 'fflate';
import { fileTypeFromBuffer } from 'file-type';
import { imageSize } from 'image-size';
import { DEFAULT_MEGABYTES, type Network } from '#model';
import { digestOf } from './document.ts';
import type { SourceFile } from './sources.ts';
import { judgeSvg } from './svg.ts';

/** What is wrong inside a file. */
export type Fault =
  | 'empty'
  | 'unreadable'
  /** Its content is of another type. */
  | 'other-type'
  /** It holds macros, scripts or other programs. */
  | 'programs'
  /** It holds scripts, or points outside itself. */
  | 'active'
  /** A PDF without tags, or without a title: assistive technologies cannot follow it. */
  | 'untagged'
  | 'untitled';

/** A file's content, described. */
export interface Inspection {
  /** SHA-256, in hex; empty where the file was not read. */
  sha256: string;
  /** Size in bytes. */
  bytes: number;
  faults: Fault[];
  /** The type that the content is of, as an extension without a dot, where it is another than the name's. */
  actual?: string | undefined;
  /** Pixels, of a picture. */
  width?: number | undefined;
  height?: number | undefined;
}

/** What depends on the bytes alone. */
export type Details = Pick<Inspection, 'faults' | 'actual' | 'width' | 'height'>;

/** What may be published beside an entry: nothing that a browser would run. */
export const TYPES = [
  ...['.pdf', '.docx', '.xlsx', '.pptx', '.odt', '.ods', '.odp', '.csv', '.txt', '.ics', '.zip'],
  ...['.png', '.jpg', '.jpeg', '.gif', '.webp', '.avif', '.svg'],
];
const PICTURES = new Set(['.png', '.jpg', '.jpeg', '.gif', '.webp', '.avif', '.svg']);
const TEXTS = new Set(['.csv', '.txt', '.ics']);
const OFFICE = new Set(['.docx', '.xlsx', '.pptx', '.odt', '.ods', '.odp']);

/** Where office suites keep macros in their archives (ECMA-376, OpenDocument 1.3). */
const MACROS = /(?:^|\/)vbaProject\.bin$|^Basic\/|^Scripts\//i;
/** What a computer would run out of an archive. */
const PROGRAMS = /\.(?:exe|com|scr|msi|bat|cmd|ps1|vbs|jse?|wsf|hta|jar|apk|lnk|html?|docm|xlsm|pptm)$/i;
/** The part that says what the other parts of an office file are. */
const TYPES_PART = '[Content_Types].xml';
const LONGEST_PART = 1_000_000;
/** How long a PDF may keep its reader busy, in milliseconds. */
const PATIENCE = 4_000;

/** How large a file may be, in bytes: as the network says. */
export const limitOf = (network: Network | undefined): number =>
  (network?.maxFileMegabytes ?? DEFAULT_MEGABYTES) * MEGABYTE;
export const MEGABYTE = 1_000_000;

export const extensionOf = (path: string): string => posix.extname(path).toLowerCase();

/** True where a file's name is a picture's. */
export const isPicture = (path: string): boolean => PICTURES.has(extensionOf(path));

/** Remembers inspections by the digest of the bytes and the extension. */
export interface Inspections {
  get(key: string): Details | undefined;
  set(key: string, details: Details): void;
}

/**
 * Looks into a file. Faults are returned, never thrown.
 *
 * @param limit in bytes; a larger file is not read
 */
export async function inspectFile(file: SourceFile, limit: number, known: Inspections): Promise<Inspection> {
  try {
    const size = file.bytes?.length ?? statSync(file.absolute).size;
    if (!file.bytes && !realpathSync(file.absolute).startsWith(realpathSync(file.source.root)))
      return { sha256: '', bytes: size, faults: ['unreadable'] };
    if (size > limit) return { sha256: '', bytes: size, faults: [] };
    const bytes = file.bytes ?? readFileSync(file.absolute);
    const [sha256, extension] = [digestOf(bytes), extensionOf(file.path)];
    const key = `${sha256}${extension}`;
    let details = known.get(key);
    if (!details) {
      details = await look(bytes, extension);
      known.set(key, details);
    }
    return { sha256, bytes: bytes.length, ...details };
  } catch {
    return { sha256: '', bytes: 0, faults: ['unreadable'] };
  }
}

async function look(bytes: Uint8Array, extension: string): Promise<Details> {
  if (bytes.length === 0) return { faults: ['empty'] };
  if (!TYPES.includes(extension)) return { faults: [] };
  try {
    if (extension === '.svg') return svg(bytes);
    if (TEXTS.has(extension)) return await text(bytes);
    const actual = (await fileTypeFromBuffer(bytes))?.ext;
    if (actual !== extension.slice(1).replace('jpeg', 'jpg')) return { faults: ['other-type'], actual };
    if (extension === '.pdf') return { faults: await pdfFaults(bytes) };
    if (OFFICE.has(extension) || extension === '.zip') return { faults: holdsPrograms(bytes) ? ['programs'] : [] };
    return PICTURES.has(extension) ? { faults: [], ...dimensions(bytes) } : { faults: [] };
  } catch (error) {
    // A machine may have been too busy: that is nothing to be remembered of the file.
    if ((error as Error).name === 'AbortError') throw error;
    return { faults: ['unreadable'] };
  }
}

const dimensions = (bytes: Uint8Array) => {
  const { width, height } = imageSize(bytes);
  return { width, height };
};

function svg(bytes: Uint8Array): Details {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const judged = judgeSvg(text);
  if (judged === 'broken') return { faults: [/<svg[\s>]/.test(text) ? 'unreadable' : 'other-type'] };
  if (judged === 'active') return { faults: ['active'] };
  // A drawing need not say how large it is.
  return { faults: [], ...(/\b(?:width|viewBox)=/.test(text) && dimensions(bytes)) };
}

/** A text has no signature: it is one as long as it has no bytes that a text never has, and is not another document. */
async function text(bytes: Uint8Array): Promise<Details> {
  const actual = (await fileTypeFromBuffer(bytes))?.ext;
  const other = actual !== undefined && !TEXTS.has(`.${actual}`) && TYPES.includes(`.${actual}`);
  return other || bytes.includes(0) ? { faults: ['other-type'], actual: other ? actual : undefined } : { faults: [] };
}

/** Looks at the names in an archive, and at what an office file says of its parts; nothing else is unpacked. */
function holdsPrograms(bytes: Uint8Array): boolean {
  let found = false;
  const filter = ({ name, originalSize }: { name: string; originalSize: number }) => {
    found ||= MACROS.test(name) || PROGRAMS.test(name);
    return name === TYPES_PART && originalSize < LONGEST_PART;
  };
  const types = unzipSync(bytes, { filter })[TYPES_PART];
  return found || (types !== undefined && new TextDecoder().decode(types).includes('vbaProject'));
}

/** Tagged PDF (ISO 32000-1, 14.8) with a title, as PDF/UA (ISO 14289-1) and EN 301 549 ask; no scripts. */
async function pdfFaults(bytes: Uint8Array): Promise<Fault[]> {
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), { workerData: new Uint8Array(bytes) });
  const ended = AbortSignal.timeout(PATIENCE);
  try {
    const [faults] = (await once(worker, 'message', { signal: ended })) as [Fault[]];
    return faults;
  } finally {
    await worker.terminate();
  }
}
