/** Entries: what the sources' files are, before anything is said of how they hang together. */
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import type { z } from 'zod';
import { checkMessages } from '#i18n';
import { type Place, type Problem, problem } from '#mdx';
import { type Collection, type CollectionId, collectionOf, type Fields, isPart } from '#model';
import type { Cache } from './cache.ts';
import { checkFields, type Document, digestOf, fieldsOf, readDocument } from './document.ts';
import type { Source, SourceFile } from './sources.ts';
import type { Fields as YamlFields } from './yaml.ts';

/** One entry, its own file only. */
export interface Entry<Id extends CollectionId = CollectionId> {
  /** `collection/id`, unique in the network. */
  ref: string;
  collection: Id;
  id: string;
  source: Source;
  /** Its file within the source, and where that is. */
  file: string;
  absolute: string;
  /** What it holds, where that is not on disk. */
  bytes?: Uint8Array | undefined;
  /** True for a part of another entry: a chapter. */
  part: boolean;
  data: Fields<Id>;
  body?: Document['body'];
}

export interface Entries {
  entries: Entry[];
  /** References of files that are there but cannot be used: not unknown, only broken. */
  broken: Set<string>;
  /** Files that are no entries, by path within their source. */
  attachments: SourceFile[];
  problems: { file: SourceFile; problem: Problem }[];
}

const first: Place = { line: 1, column: 1 };
const NAME = /^[A-Za-z0-9][A-Za-z0-9_-]*$/;
/** In bytes. A longer text is several; the parser's time grows faster than some texts. */
const LONGEST = { mdx: 100_000, yaml: 500_000 };
const FORMATS = new Set(['.mdx', '.yaml', '.yml', '.md', '.markdown']);

/** Reads every entry among the files; those already in the cache are not parsed again. */
export function readEntries(files: readonly SourceFile[], cache: Cache<Document>): Entries {
  const result: Entries = { entries: [], broken: new Set(), attachments: [], problems: [] };
  const seen = new Map<string, SourceFile>();
  for (const file of files) {
    const report = (found: Problem) => result.problems.push({ file, problem: found });
    const extension = posix.extname(file.path);
    if (!FORMATS.has(extension.toLowerCase())) {
      result.attachments.push(file);
      continue;
    }
    const [folder = '', ...rest] = file.path.split('/');
    const collection = collectionOf(folder) as Collection<CollectionId>;
    const id = rest
      .join('/')
      .slice(0, -extension.length)
      .replace(/\/index$/, '');
    const ref = `${folder}/${id}`;
    const before = seen.get(ref.toLowerCase());
    if (extension !== `.${collection.format}`)
      report(problem('file-format', first, checkMessages.wrongFormat(collection.format)));
    else if (id === 'index' || !id.split('/').every((step) => NAME.test(step)))
      report(problem('file-name', first, checkMessages.badFileName()));
    else if (before) report(problem('unique-id', first, checkMessages.duplicateId(named(before, file.source))));
    else {
      seen.set(ref.toLowerCase(), file);
      const entry = readEntry(file, collection, id, cache, report);
      if (entry) result.entries.push(entry);
      else result.broken.add(ref);
    }
  }
  return result;
}

/** A file as messages name it: with its source, where that is another. */
const named = ({ source, path }: SourceFile, here: Source) => (source === here ? path : `${source.name}/${path}`);

function readEntry(
  file: SourceFile,
  collection: Collection<CollectionId>,
  id: string,
  cache: Cache<Document>,
  report: (found: Problem) => void,
): Entry | undefined {
  const bytes = bytesOf(file);
  if (!bytes) {
    report(problem('file-readable', first, checkMessages.unreadable()));
    return undefined;
  }
  const limit = LONGEST[collection.format];
  if (bytes.length > limit) {
    report(problem('file-length', first, checkMessages.tooLongFile(bytes.length, limit)));
    return undefined;
  }
  const part = isPart(collection, id);
  const schema = (part ? collection.part?.schema : collection.schema) as z.ZodType;
  const key = `${collection.id}:${part}:${digestOf(bytes)}`;
  let document = cache.get(key);
  if (!document) {
    document = readDocument(bytes, collection.format, schema);
    cache.set(key, document);
  }
  document.problems.forEach(report);
  if (document.data === undefined) return undefined;
  const { source, path, absolute } = file;
  const overlaid = file.bytes && { bytes: file.bytes };
  return {
    ref: `${collection.id}/${id}`,
    collection: collection.id,
    id,
    source,
    file: path,
    absolute,
    ...overlaid,
    part,
    data: document.data as Fields<CollectionId>,
    body: document.body,
  };
}

function bytesOf({ absolute, bytes }: Pick<SourceFile, 'absolute' | 'bytes'>): Uint8Array | undefined {
  try {
    return bytes ?? readFileSync(absolute);
  } catch {
    return undefined;
  }
}

/** The fields of an entry's file, as its schema leaves them; nothing where they are not what it wants. */
export function readFields(bytes: Uint8Array, id: CollectionId, entry: string): Record<string, unknown> | undefined {
  const collection = collectionOf(id) as Collection<CollectionId>;
  const schema = (isPart(collection, entry) ? collection.part?.schema : collection.schema) as z.ZodType;
  const read = fieldsOf(bytes, collection.format);
  return 'problem' in read ? undefined : (checkFields(read.fields, schema).data as Record<string, unknown> | undefined);
}

/** The entry last asked about: its problems come one after the other. */
let located: { entry: Entry; locate: YamlFields['locate'] } | undefined;

/** Where a field of an entry stands in its file; read again, since only a problem asks. */
export function placeOfField(entry: Entry, path: readonly PropertyKey[]): Place {
  if (located?.entry !== entry) {
    const bytes = bytesOf(entry);
    const read = bytes && fieldsOf(bytes, collectionOf(entry.collection)?.format ?? 'mdx');
    located = { entry, locate: read && 'fields' in read ? read.fields.locate : () => first };
  }
  return located.locate(path);
}
