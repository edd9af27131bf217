/** The whole content, read, connected and checked. */
import { join } from 'node:path';
import { type Problem, resolveBody } from '#mdx';
import { type Network, networkSchema } from '#model';
import { Attachments } from './attachments.ts';
import { type DocumentCache, memoryCache, openCache } from './cache.ts';
import { compareDiagnostics, type Diagnostic } from './diagnostics.ts';
import { type Entry, placeOfField, readEntries } from './entries.ts';
import { buildGraph, collectionOfEntry, type Graph } from './graph.ts';
import { type Asking, type Context, file, findEntry, lookupFor } from './lookup.ts';
import { rewriteFields } from './references.ts';
import { rules } from './rules.ts';
import { type NetworkFile, readSources, type Source } from './sources.ts';

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
};

/**
 * Reads, connects and checks the content. Problems are collected, never thrown.
 *
 * @param settings.sources absolute folders, in the order given
 * @param settings.state where parsed documents are remembered; nowhere when absent
 */
export function loadContent(settings: { sources: readonly string[]; state?: string }): Content {
  const cache: DocumentCache = settings.state ? openCache(join(settings.state, 'cache', 'documents')) : memoryCache();
  const { sources, files, network, diagnostics } = readSources(settings.sources);
  const { entries, broken, attachments: others, problems } = readEntries(files, cache);
  cache.save();
  diagnostics.push(
    ...problems.map(({ file: { source, path }, problem }) => ({ ...problem, source: source.name, file: path })),
  );
  const graph = buildGraph(entries);
  const attachments = new Attachments(others, entries);
  const report = (entry: Entry) => (problem: Problem) =>
    diagnostics.push({ ...problem, source: entry.source.name, file: entry.file });
  const context: Context = { graph, edition: 'participants', network: network?.data ?? nobody, attachments, broken };
  for (const entry of entries) connect(context, entry, report(entry));
  if (network) connectNetwork(context, network, diagnostics);
  for (const rule of rules) rule.check({ graph, broken }, (entry, problem) => report(entry)(problem));
  const counts = { files: files.length, parsed: cache.parsed };
  return {
    network: network?.data,
    sources,
    graph,
    attachments,
    broken,
    files: files.map(({ source, path }) => `${source.name}/${path}`),
    diagnostics: diagnostics.sort(compareDiagnostics),
    counts,
  };
}

/** Resolves what `network.yaml` cites. */
function connectNetwork(context: Context, { data, source, locate }: NetworkFile, diagnostics: Diagnostic[]) {
  rewriteFields(networkSchema, data, {
    reference: (value, wanted, path) =>
      findEntry(context, value, wanted, {
        place: locate(path),
        report: (problem) => diagnostics.push({ ...problem, source, file: 'network.yaml' }),
      }),
    attachment: () => undefined,
  });
}

/** Resolves what one entry cites, in its fields and its text: edges into the graph, problems to the report. */
function connect(context: Context, entry: Entry, report: (problem: Problem) => void) {
  const cite = (field: string) => (to: Entry) => {
    context.graph.edges.push({ from: entry, to, field });
  };
  const asking = (path: readonly PropertyKey[]): Asking => ({
    get place() {
      return placeOfField(entry, path);
    },
    report,
    cite: cite(String(path[0])),
  });
  const collection = collectionOfEntry(entry);
  rewriteFields((entry.part ? collection.part?.schema : undefined) ?? collection.schema, entry.data, {
    reference: (value, wanted, path) => findEntry(context, value, wanted, asking(path)),
    attachment: (path, at) => file(context, entry, path, asking(at)),
  });
  if (entry.body) resolveBody(entry.body, (place) => lookupFor(context, entry, { place, report, cite: cite('body') }));
}
