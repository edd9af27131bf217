/** What only participants may see: addresses, and marks by which its bytes are known in any reply. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const HOME = '/riservato/';

export interface Restricted {
  /** A page and a file of the participants' edition alone, and addresses as long where there is nothing. */
  page: string;
  file: string;
  missingPage: string;
  missingFile: string;
  /** The size of `file`, in bytes. */
  size: number;
  /** Addresses of everything that is in the participants' edition and not the same in the public one. */
  addresses: readonly string[];
  /**
   * The first mark of what is restricted in some bytes, one character a byte.
   *
   * @param sent what was asked: a name in it may come back
   */
  find(bytes: string, sent?: string): string | undefined;
}

type Files = ReadonlyMap<string, Buffer>;

function filesOf(folder: string): Files {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = found.map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path)]));
}

const addressOf = (path: string): string => HOME + path.replace(/(^|\/)index\.html$/, '$1');
/** Names made from the content of a file: they say nothing of what is in it. */
const isHashed = (path: string): boolean => /^(_astro|pagefind)\//.test(path);
const digestOf = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

/** Pieces of text between tags that are long enough to be nobody else's. */
const piecesOf = (html: string): string[] =>
  [...html.matchAll(/>([^<>]{30,})</g)].map(([, text = '']) => text.trim()).filter((text) => text.length >= 30);
const headingOf = (html: string): string[] =>
  [...html.matchAll(/<h1[^>]*>([^<>]{12,})</g)].map(([, text = '']) => text.trim());

const MARKS_A_FILE = 3;
/** Bytes of a file that are looked for. */
const SLICE = 32;

/** Marks of one file: words of a page, lines of a table or calendar, bytes of what is no text. */
function marksOf(path: string, bytes: Buffer, open: Buffer | undefined, known: ReadonlySet<string>): string[] {
  const text = bytes.toString('latin1');
  const longest = (all: string[]) => all.sort((a, b) => b.length - a.length).slice(0, MARKS_A_FILE);
  if (path.endsWith('.html')) {
    const names = open || isHashed(path) ? [] : [path.split('/').at(-2) ?? ''];
    const own = piecesOf(text).filter((piece) => !known.has(piece));
    return [...names, ...(open ? [] : headingOf(text)), ...longest([...new Set(own)])];
  }
  if (/\.(csv|json|jsonld|ics|txt)$/.test(path) && !isHashed(path)) {
    const before = new Set(open?.toString('latin1').split(/\r?\n/));
    const own = text.split(/\r?\n/).filter((line) => line.trim().length >= 30 && !before.has(line));
    return [...(open ? [] : [path.split('/').at(-1) ?? '']), ...longest(own)];
  }
  const middle = Math.max(0, Math.floor((bytes.length - SLICE) / 2));
  return [...(open || isHashed(path) ? [] : [path.split('/').at(-1) ?? '']), text.slice(middle, middle + SLICE)];
}

/** Reads from the built editions what the participants' has and the public one has not. */
export function restrictedIn(dist: string): Restricted {
  const open = filesOf(join(dist, 'public'));
  const all = filesOf(join(dist, 'participants'));
  const own = [...all].filter(([path, bytes]) => !open.get(path)?.equals(bytes));
  const known = new Set([...open.values()].flatMap((bytes) => piecesOf(bytes.toString('latin1'))));
  const publicly = [...open.keys(), ...[...open.values()].map((bytes) => bytes.toString('latin1'))].join('\n');
  const marks = [...new Set(own.flatMap(([path, bytes]) => marksOf(path, bytes, open.get(path), known)))].filter(
    (mark) => mark.length >= 8,
  );
  const whole = new Set(own.filter(([, { length }]) => length > 0).map(([, bytes]) => digestOf(bytes)));
  const seen = new Map<string, string | undefined>();
  // That a mark is nowhere in public is asked where one is found: for all it would take seconds.
  const search = (bytes: string, echoed: string) =>
    marks.find((mark) => bytes.includes(mark) && !echoed.includes(mark) && !publicly.includes(mark));
  const one = (form: RegExp) => own.map(([path]) => path).find((path) => form.test(path) && !open.has(path)) as string;
  const [page, file] = [addressOf(one(/^guide\/[^/]+\/index\.html$/)), addressOf(one(/^strumenti\/.+\.txt$/))];
  return {
    page,
    file,
    missingPage: page.replace(/.\/$/, (end) => (end === 'q/' ? 'z/' : 'q/')),
    missingFile: file.replace(/.(\.txt)$/, 'q$1'),
    size: all.get(file.slice(HOME.length))?.length ?? 0,
    addresses: own.map(([path]) => addressOf(path)),
    find(bytes, sent = '') {
      const digest = digestOf(Buffer.from(bytes, 'latin1'));
      if (whole.has(digest)) return 'a whole file';
      const echoed = `${sent}\n${unescaped(sent)}`;
      const found = seen.has(digest) ? seen.get(digest) : search(bytes, '');
      seen.set(digest, found);
      return found === undefined ? undefined : search(bytes, echoed);
    },
  };
}

const unescaped = (text: string): string =>
  text.replace(/%([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
