/** The whole content, read, connected and checked. */
import { join } from 'node:path';
import { type Place, type Problem, problem, resolveBody } from '#mdx';
import { DEFAULT_MEGABYTES, type Network, networkSchema } from '#model';
import { type AttachmentFile, Attachments, inspectFiles } from './attachments.ts';
import { type Cache, memoryCache, openCache } from './cache.ts';
import { compareDiagnostics, type Diagnostic, type FileProblem } from './diagnostics.ts';
import type { Document } from './document.ts';
import { type Entry, placeOfField, readEntries } from './entries.ts';
import { buildGraph, collectionOfEntry, type Graph } from './graph.ts';
import { type Details, limitOf } from './inspect.ts';
import { type Asking, type Context, file, findEntry, lookupFor } from './lookup.ts';
import { rewriteFields } from './references.ts';
import { type RuleContext, START } from './rule.ts';
import { rules, severityOf } from './rules.ts';
import { type NetworkFile, type Overlay, readSources, type Source } from './sources.ts';

/** Everything the sources hold. Editions are compiled from it, when there are no errors. */
export interface Content {
  network: Network | undefined;
  sources: Source[];
  graph: Graph;
  attachments: Attachments;
  broken: ReadonlySet<string>;
  /** All problems of all files, sorted. */
  diagnostics: Diagnostic[];
  /** Every file of the sources, as `source/path`. */
  files: string[];
  /** How many files were read, and how many of them had to be parsed. */
  counts: { files: number; parsed: number };
}

const nobody: Network = {
  name: '-',
  tagline: '-',
  description: '-',
  locale: 'it',
  coordinator: { name: '-' },
  contact: '-',
  licence: '-',
  maxFileMegabytes: DEFAULT_MEGABYTES,
};

/** What is remembered of files whose bytes are unchanged. */
interface Caches {
  documents: Cache<Document>;
  inspections: Cache<Details>;
}

const cachesIn = (folder: string | undefined): Caches =>
  folder
    ? {
        documents: openCache(join(folder, 'cache', 'documents')),
        inspections: openCache(join(folder, 'cache', 'inspections')),
      }
    : memoryCaches();

/** Caches for one process, kept nowhere. */
export const memoryCaches = (): Caches => ({ documents: memoryCache(), inspections: memoryCache() });

/** Where content is read from, and what is known beforehand. */
export interface Settings {
  /** Absolute folders, in the order given. */
  sources: readonly string[];
  /** The folder in which parsed documents are remembered; nowhere when absent. */
  state?: string | undefined;
  /** Used in place of those in `state`. */
  caches?: Caches | undefined;
  /** Files as they would be, to see what would be wrong with them. */
  overlay?: Overlay | undefined;
  /** The ISO day against which review dates are held; today when absent. */
  today?: string | undefined;
}

/** Reads, connects and checks the content. Problems are collected, never thrown. */
export async function loadContent(settings: Settings): Promise<Content> {
  const caches = settings.caches ?? cachesIn(settings.state);
  const parsedBefore = caches.documents.made;
  const { sources, files, network, problems } = readSources(settings.sources, settings.overlay);
  const { entries, broken, attachments: others, problems: ofEntries } = readEntries(files, caches.documents);
  const inspected = await inspectFiles(others, limitOf(network?.data), caches.inspections);
  const attachments = new Attachments(inspected, entries);
  caches.documents.save();
  caches.inspections.save();
  const report = (source: Source, file: string, found: Problem) =>
    problems.push({ ...found, source: source.name, file });
  for (const { file, problem } of ofEntries) report(file.source, file.path, problem);
  const graph = buildGraph(entries);
  const today = settings.today ?? new Date().toISOString().slice(0, 10);
  const context: Context = {
    graph,
    edition: 'participants',
    network: network?.data ?? nobody,
    attachments,
    broken,
    today,
  };
  for (const entry of entries) connect(context, entry, (found) => report(entry.source, entry.file, found));
  if (network) connectNetwork(context, network, problems);
  const asked: RuleContext = { graph, broken, attachments: attachments.files, network: network?.data, today };
  for (const [id, rule] of rules) {
    rule.check?.(asked, (of, at, said) => report(of.source, of.file, problem(id, placeOf(of, at), said)));
  }
  return {
    network: network?.data,
    sources,
    graph,
    attachments,
    broken,
    files: files.map(({ source, path }) => `${source.name}/${path}`),
    diagnostics: problems.map((found) => ({ ...found, severity: severityOf(found.rule) })).sort(compareDiagnostics),
    counts: { files: files.length, parsed: caches.documents.made - parsedBefore },
  };
}

const placeOf = (of: Entry | AttachmentFile, at: Place | readonly PropertyKey[]): Place => {
  if ('line' in at) return at;
  return 'ref' in of ? placeOfField(of, at) : START;
};

/** Resolves what `network.yaml` cites. */
function connectNetwork(context: Context, { data, source, locate }: NetworkFile, problems: FileProblem[]) {
  rewriteFields(networkSchema, data, {
    reference: (value, wanted, path) =>
      findEntry(context, value, wanted, {
        place: locate(path),
        report: (found) => problems.push({ ...found, source, file: 'network.yaml' }),
      }),
    attachment: () => undefined,
  });
}

/** Resolves what one entry cites, in its fields and its text: edges into the graph, problems to the report. */
function connect(context: Context, entry: Entry, report: (problem: Problem) => void) {
  const cite = (path: readonly PropertyKey[]) => (to: Entry) => {
    context.graph.edges.push({ from: entry, to, path });
  };
  const asking = (path: readonly PropertyKey[]): Asking => ({
    get place() {
      return placeOfField(entry, path);
    },
    report,
    cite: cite(path),
  });
  const collection = collectionOfEntry(entry);
  rewriteFields((entry.part ? collection.part?.schema : undefined) ?? collection.schema, entry.data, {
    reference: (value, wanted, path) => findEntry(context, value, wanted, asking(path)),
    attachment: (path, at) => file(context, entry, path, asking(at)),
  });
  if (entry.body)
    resolveBody(entry.body, (place) => lookupFor(context, entry, { place, report, cite: cite(['body']) }));
}
