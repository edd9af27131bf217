/** The sources: folders of content laid over one another, and every file in them. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { z } from 'zod';
import { checkMessages } from '#i18n';
import { nearName, type Problem, problem } from '#mdx';
import {
  collectionIds,
  collectionOf,
  DEFAULT_MEGABYTES,
  type Network,
  networkSchema,
  type SourceSettings,
  sourceSchema,
} from '#model';
import type { FileProblem } from './diagnostics.ts';
import { checkFields, decodeText } from './document.ts';
import { type Fields, parseFields } from './yaml.ts';

/** A folder of content with its settings. */
export interface Source {
  /** The folder as named from the project's root, with `/`. */
  name: string;
  root: string;
  settings: SourceSettings;
}

/** A file of a collection, by its path within the source. */
export interface SourceFile {
  source: Source;
  /** With `/`, and in Unicode normal form C. */
  path: string;
  absolute: string;
  /** What it holds, where that is not on disk. */
  bytes?: Uint8Array;
}

/** Files as they would be: what each holds, by absolute path; null for one that would be gone. */
export type Overlay = ReadonlyMap<string, Uint8Array | null>;

export interface Sources {
  sources: Source[];
  /** Files of collections, sorted by source and path; entries and attachments alike. */
  files: SourceFile[];
  network: NetworkFile | undefined;
  problems: FileProblem[];
}

/** What the sources say of the network, and where each field of it stands. */
export interface NetworkFile {
  data: Network;
  source: string;
  locate: Fields['locate'];
}

const SETTINGS = 'source.yaml';
const NETWORK = 'network.yaml';
/** In bytes: these files say a few things of the whole network. */
const LONGEST = 50_000;
const first = { line: 1, column: 1 };
/** What may lie at the top of a source besides folders: a misspelt name would silently say nothing. */
const TOP = /^(?:source\.yaml|network\.yaml|(?:README|LICEN[CS]E)[^/]*)$/;

const nameOf = (root: string) => {
  const path = relative(resolve('.'), root).split(sep).join('/');
  return path === '' || path.startsWith('..') ? root.split(sep).join('/') : path;
};

/** Reads the sources' settings and lists their files; nothing of an entry is read yet. */
export function readSources(roots: readonly string[], overlay: Overlay = new Map()): Sources {
  const result: Sources = { sources: [], files: [], network: undefined, problems: [] };
  for (const root of roots) {
    const name = nameOf(root);
    const report = (file: string, found: Problem) => result.problems.push({ ...found, source: name, file });
    const settings = readYaml(join(root, SETTINGS), sourceSchema, (found) => report(SETTINGS, found))?.data;
    const source: Source = { name, root, settings: settings ?? sourceSchema.parse({}) };
    result.sources.push(source);
    const network = readYaml(join(root, NETWORK), networkSchema, (found) => report(NETWORK, found), overlay);
    if (network && result.network)
      report(
        NETWORK,
        problem('network-once', first, checkMessages.networkTwice(`${result.network.source}/${NETWORK}`)),
      );
    if (network) result.network ??= { ...network, source: name };
    result.files.push(...overlaid(source, filesOf(source, report), overlay));
  }
  if (!result.network && result.sources.length > 0 && result.problems.every(({ file }) => file !== NETWORK)) {
    result.problems.push({
      ...problem('network-once', first, checkMessages.networkMissing()),
      source: result.sources[0]?.name ?? '',
      file: NETWORK,
    });
  }
  return result;
}

/** The sources that the editor shows, in the order given, and how large a file beside an entry may be, in megabytes. */
export function editableSources(roots: readonly string[]): { sources: Source[]; megabytes: number } {
  const { sources, network } = readSources(roots);
  const megabytes = network?.data.maxFileMegabytes ?? DEFAULT_MEGABYTES;
  return { sources: sources.filter(({ settings }) => settings.editable), megabytes };
}

function readYaml<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  report: (found: Problem) => void,
  overlay: Overlay = new Map(),
): { data: z.output<Schema>; locate: Fields['locate'] } | undefined {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isFile()) return undefined;
  const bytes = overlay.get(path) ?? readFileSync(path);
  if (bytes.length > LONGEST) {
    report(problem('file-length', first, checkMessages.tooLongFile(bytes.length, LONGEST)));
    return undefined;
  }
  const decoded = decodeText(bytes);
  if ('problem' in decoded) {
    report(decoded.problem);
    return undefined;
  }
  const fields = parseFields(decoded.text);
  const { data, problems } = checkFields(fields, schema);
  problems.forEach(report);
  return data === undefined ? undefined : { data: data as z.output<Schema>, locate: fields.locate };
}

/** The files of a source as they would be, in their order. */
function overlaid(source: Source, files: SourceFile[], overlay: Overlay): SourceFile[] {
  const own = [...overlay].filter(
    ([absolute]) => absolute.startsWith(source.root + sep) && absolute !== join(source.root, NETWORK),
  );
  if (own.length === 0) return files;
  const added = own.flatMap(([absolute, bytes]): SourceFile[] =>
    bytes ? [{ source, absolute, bytes, path: relative(source.root, absolute).split(sep).join('/') }] : [],
  );
  return [...files.filter(({ absolute }) => !overlay.has(absolute)), ...added].sort((a, b) =>
    a.path < b.path ? -1 : 1,
  );
}

function filesOf(source: Source, report: (file: string, found: Problem) => void): SourceFile[] {
  const files: SourceFile[] = [];
  const walk = (folder: string) => {
    const entries = readdirSync(join(source.root, folder), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    );
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.name.startsWith('.')) continue;
      if (folder === '' && entry.isFile()) {
        if (!TOP.test(entry.name))
          report(
            path,
            problem(
              'known-file',
              first,
              checkMessages.topLevelFile(entry.name, nearName(entry.name, [SETTINGS, NETWORK])),
            ),
          );
      } else if (entry.isSymbolicLink())
        report(path, problem('no-symbolic-links', first, checkMessages.symbolicLink()));
      else if (folder === '' && !collectionOf(entry.name)) {
        report(
          path,
          problem('known-folder', first, checkMessages.unknownFolder(entry.name, nearName(entry.name, collectionIds))),
        );
      } else if (entry.isDirectory()) walk(path);
      else if (!entry.isFile()) report(path, problem('file-readable', first, checkMessages.unreadable()));
      else files.push({ source, path: path.normalize('NFC'), absolute: join(source.root, path) });
    }
  };
  walk('');
  return files;
}
