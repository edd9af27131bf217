/** Links out of the site, tried one by one: the only part of the check that needs the network. */
import pMap from 'p-map';
import { checkMessages, type Said } from '#i18n';
import { type Place, problem } from '#mdx';
import type { Diagnostic } from './diagnostics.ts';
import { type Entry, placeOfField } from './entries.ts';
import type { Content } from './load.ts';
import { severityOf } from './rules.ts';

/** How many addresses are tried at once, and how long one is waited for, in milliseconds. */
const AT_ONCE = 8;
const PATIENCE = 15_000;

/** A link out of the site, and where it stands. */
interface External {
  url: string;
  entry: Entry;
  place: () => Place;
}

/** What became of an address. */
type Outcome =
  | { kind: 'fine' }
  | { kind: 'moved'; to: string }
  /** The server says that there is no such page. */
  | { kind: 'gone'; status: number }
  /** The server answers that something is wrong with it, or that it does not let programs in. */
  | { kind: 'refused'; status: number }
  | { kind: 'unreachable'; reason: 'timeout' | 'name' | 'other' };

const WEB = /^https?:\/\/\S+$/i;

/** Every address among an entry's fields, with the path of its field. */
function addressesIn(value: unknown, path: PropertyKey[] = []): [string, PropertyKey[]][] {
  if (typeof value === 'string') return WEB.test(value) ? [[value, path]] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    addressesIn(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

const linksOf = (entry: Entry): External[] => [
  ...addressesIn(entry.data).map(([url, path]) => ({ url, entry, place: () => placeOfField(entry, path) })),
  ...(entry.body?.prose.links ?? []).flatMap(({ href, line, column }) =>
    href && WEB.test(href) ? [{ url: href, entry, place: () => ({ line, column }) }] : [],
  ),
];

/** What a server says of a page: by its head, or whole where it does not answer to that. */
async function ask(url: string, method: 'HEAD' | 'GET', patience: number): Promise<Response> {
  const response = await fetch(url, {
    method,
    redirect: 'follow',
    signal: AbortSignal.timeout(patience),
    headers: { 'user-agent': 'POLI-NET link check', accept: '*/*' },
  });
  await response.body?.cancel();
  return response;
}

async function tryPage(page: string, patience: number): Promise<Outcome> {
  try {
    let response = await ask(page, 'HEAD', patience);
    // Many servers answer HEAD badly; what they say to GET counts.
    if (!response.ok) response = await ask(page, 'GET', patience);
    if (response.status === 404 || response.status === 410) return { kind: 'gone', status: response.status };
    if (!response.ok) return { kind: 'refused', status: response.status };
    return response.redirected && new URL(response.url).href !== new URL(page).href
      ? { kind: 'moved', to: response.url }
      : { kind: 'fine' };
  } catch (error) {
    const { name, cause } = error as { name: string; cause?: { code?: string } };
    if (name === 'TimeoutError') return { kind: 'unreachable', reason: 'timeout' };
    return { kind: 'unreachable', reason: cause?.code === 'ENOTFOUND' ? 'name' : 'other' };
  }
}

/** What is said of an address that does not answer as it should, and by which rule. */
function judge(url: string, outcome: Outcome): { rule: string; said: Said } | undefined {
  switch (outcome.kind) {
    case 'fine':
      return undefined;
    case 'moved':
      return { rule: 'external-moved', said: checkMessages.linkMoved(url, outcome.to) };
    case 'gone':
      return { rule: 'external-link', said: checkMessages.linkGone(url, outcome.status) };
    case 'refused':
      return { rule: 'external-moved', said: checkMessages.linkRefused(url, outcome.status) };
    case 'unreachable':
      return {
        rule: outcome.reason === 'name' ? 'external-link' : 'external-moved',
        said: checkMessages.linkUnreachable(url, outcome.reason),
      };
  }
}

/**
 * Tries every address that the content links to, each once.
 *
 * @param progress told how many of how many have been tried
 * @returns a problem for each place of an address that does not answer as it should: `external-link` where it is dead,
 *   `external-moved` where a person has to look
 */
export async function checkExternalLinks(
  { graph }: Pick<Content, 'graph'>,
  progress: (done: number, of: number) => void = () => undefined,
  patience = PATIENCE,
): Promise<Diagnostic[]> {
  // A page is asked for once, whatever points of it are linked to.
  const pages = Map.groupBy(graph.entries.flatMap(linksOf), ({ url }) => url.replace(/#.*$/, ''));
  let done = 0;
  const tried = await pMap(
    pages,
    async ([page, links]) => {
      const outcome = await tryPage(page, patience);
      progress(++done, pages.size);
      return { links, outcome };
    },
    { concurrency: AT_ONCE },
  );
  return tried.flatMap(({ links, outcome }) =>
    links.flatMap(({ url, entry, place }): Diagnostic[] => {
      const judged = judge(url, outcome);
      if (!judged) return [];
      const { rule, said } = judged;
      const { source, file } = entry;
      return [{ ...problem(rule, place(), said), severity: severityOf(rule), source: source.name, file }];
    }),
  );
}
