/** The graph's answers to what an entry's text and fields ask for. */
import { posix } from 'node:path';
import { checkMessages } from '#i18n';
import {
  type Attachment,
  type Item,
  type Link,
  type Lookup,
  nearName,
  type Place,
  type Problem,
  problem,
  type RestrictedLink,
} from '#mdx';
import type { EditionId } from '#model';
import { type CollectionId, collectionIds, daysOf, type Network } from '#model';
import type { Attachments } from './attachments.ts';
import type { Entry } from './entries.ts';
import {
  dataOfItem,
  fixedUrls,
  type Graph,
  type GraphItem,
  isOf,
  isVisible,
  type MinutesAction,
  urlOf,
} from './graph.ts';
import { helpUrls } from './help.ts';
import { isPicture } from './inspect.ts';
import { linkTo, visibleLink, withBase } from './links.ts';
import { seriesOf, trialsOf } from './series.ts';

/** All that answers need, for one edition. */
export interface Context {
  graph: Graph;
  edition: EditionId;
  network: Network;
  attachments: Attachments;
  broken: ReadonlySet<string>;
  /** The ISO day against which due dates are held. */
  today: string;
}

/** What happens when something is asked for: `report` where it is not there, `cite` where it is. */
export interface Asking {
  place: Place;
  report(found: Problem): void;
  cite?(to: Entry): void;
  use?(found: { url: string; absolute: string }): void;
}

/** Finds the entry of a reference; reports, and suggests, where there is none. */
export function findEntry(context: Context, value: string, collection: string, asking: Asking): Entry | undefined {
  const { graph, broken } = context;
  const ref = collection === 'any' ? value : `${collection}/${value}`;
  const entry = graph.byRef.get(ref);
  if (entry) {
    asking.cite?.(entry);
    return entry;
  }
  if (broken.has(ref)) return undefined;
  const [folder = ''] = ref.split('/');
  const known = (collectionIds as string[]).includes(folder) && ref.includes('/');
  asking.report(
    problem('reference-exists', asking.place, unknownReference(context, value, ref, known ? folder : undefined)),
  );
  return undefined;
}

/** What is said of a reference that leads nowhere: within its collection where it names one that exists. */
function unknownReference(context: Context, value: string, ref: string, folder: string | undefined) {
  if (!folder) {
    const close = suggested(context, ref, () => [...context.graph.byRef.keys()]);
    return checkMessages.referenceForm(value, close);
  }
  const ids = () =>
    [...context.graph.byRef.keys()]
      .filter((name) => name.startsWith(`${folder}/`))
      .map((name) => name.slice(folder.length + 1));
  const close = suggested(context, ref.slice(folder.length + 1), ids);
  return checkMessages.unknownReference(value, folder, close && (value === ref ? `${folder}/${close}` : close));
}

/** The answers for one entry, asked at one place of it. */
export function lookupFor(context: Context, entry: Entry, asking: Asking): Lookup {
  const { graph, edition, network } = context;
  const link = (found: Entry | undefined): Link | undefined => found && linkTo(graph, found, edition);
  return {
    entry: (ref, collection) => link(findEntry(context, ref, collection ?? 'any', asking)),
    decision: (id) => item(context, id, 'decisions', asking),
    action: (id) => item(context, id, 'actions', asking),
    indicator: (id, period) => {
      const found = findEntry(context, id, 'indicators', asking);
      if (!found || !isOf(found, 'indicators')) return undefined;
      if (period !== undefined) checkPeriod(graph, id, period, asking);
      return isVisible(graph, found, edition) ? seriesOf(context, found) : { restricted: true };
    },
    trials: (of) => trialsOf(context, of),
    file: (path) => file(context, entry, path, asking),
    image: (path) => image(context, entry, path, asking),
    href: (href) => page(context, entry, href, asking),
    network: { contact: network.contact, coordinator: network.coordinator.name, locale: network.locale },
  };
}

/** Reports a period in which an indicator was not measured at all. */
function checkPeriod(graph: Graph, id: string, period: string, asking: Asking): void {
  const sets = graph.entries.filter((entry) => isOf(entry, 'measurements'));
  const periods = sets.flatMap(({ data }) => (data.indicator === id ? [data.period] : []));
  if (!periods.includes(period))
    asking.report(problem('reference-exists', asking.place, checkMessages.unknownPeriod(id, period, periods.sort())));
}

/** The file an entry cites, at its address in this edition. */
export function file(context: Context, entry: Entry, path: string, asking: Asking): Attachment | undefined {
  const found = context.attachments.find(entry, path, withBase(urlOf(entry), context.edition), asking.place);
  if ('rule' in found) {
    asking.report(found);
    return undefined;
  }
  asking.use?.({ url: found.attachment.url, absolute: found.file.absolute });
  return found.attachment;
}

/** As `file`, where the file has to be a picture. */
function image(context: Context, entry: Entry, path: string, asking: Asking): Attachment | undefined {
  const found = file(context, entry, path, asking);
  if (!found || isPicture(found.name)) return found;
  asking.report(problem('attachment-type', asking.place, checkMessages.attachmentNoImage(path)));
  return undefined;
}

function item(
  context: Context,
  id: string,
  kind: GraphItem['kind'],
  asking: Asking,
): Item | RestrictedLink | undefined {
  const { graph } = context;
  const found = graph.items.get(id);
  if (!found || found.kind !== kind) {
    const names = [...graph.items].filter(([, known]) => known.kind === kind).map(([name]) => name);
    asking.report(problem('reference-exists', asking.place, checkMessages.unknownItem(id, kind, nearName(id, names))));
    return undefined;
  }
  asking.cite?.(found.minutes);
  return itemLink(context, found);
}

/** How a commitment stands on a day: overdue is one still open whose due date is past, to the last day that it may mean. */
const stateOn = ({ state, due }: Pick<MinutesAction, 'state' | 'due'>, today: string): Item['state'] =>
  state === 'open' && due !== undefined && daysOf(due).last < today ? 'overdue' : state;

/** A decision or commitment as this edition shows it. */
export function itemLink(context: Context, found: GraphItem): Item | RestrictedLink {
  const { graph, edition } = context;
  if (!isVisible(graph, found.minutes, edition)) return { restricted: true };
  const data = dataOfItem(found);
  const minutes = visibleLink(graph, found.minutes, edition);
  const link = (collection: string, id: string | undefined) => {
    const entry = id === undefined ? undefined : graph.byRef.get(`${collection}/${id}`);
    return entry && linkTo(graph, entry, edition);
  };
  const practiceLink = (ref: string | undefined) => {
    const entry = ref === undefined ? undefined : graph.byRef.get(ref);
    return entry && linkTo(graph, entry, edition);
  };
  return {
    id: data.id,
    text: data.text,
    url: `${minutes.url}#${data.id}`,
    theme: link('themes', data.theme),
    minutes,
    ...('owner' in data && {
      owner: link('participants', data.owner),
      due: data.due,
      state: stateOn(data, context.today),
      closedAt: data.closedAt,
      practice: practiceLink(data.practice),
    }),
    ...('stage' in data && data.stage && { stage: data.stage }),
  };
}

function page(
  context: Context,
  entry: Entry,
  href: string,
  asking: Asking,
): { url: string } | RestrictedLink | undefined {
  const { graph, edition } = context;
  const [, path = '', , anchor] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/.exec(href) ?? [];
  const hash = anchor === undefined ? '' : `#${anchor}`;
  const target = path.startsWith('/') ? graph.byUrl.get(slashed(path)) : entryBeside(graph, entry, path);
  if (target) {
    asking.cite?.(target);
    checkAnchor(target, anchor, asking);
    return isVisible(graph, target, edition) ? { url: withBase(urlOf(target), edition) + hash } : { restricted: true };
  }
  if (path.startsWith('/') && siteUrls.has(slashed(path))) {
    if (anchor !== undefined) checkListAnchor(graph, slashed(path), anchor, asking);
    return { url: withBase(slashed(path), edition) + hash };
  }
  const unnamed =
    path.startsWith('/') || path === '' ? undefined : graph.byRef.get(refOf(entry, path.replace(/\.md$|\/$/, '')));
  if (unnamed) {
    const right = posix.relative(posix.dirname(entry.file), unnamed.file);
    asking.report(problem('link-exists', asking.place, checkMessages.unknownPage(href, right)));
    return undefined;
  }
  if (!path.startsWith('/') && !/\.(mdx|yaml)$/.test(path)) {
    const found = file(context, entry, path, asking);
    return found && { url: found.url };
  }
  if (!context.broken.has(refOf(entry, path))) {
    const names = () =>
      path.startsWith('/')
        ? [...graph.byUrl.keys(), ...siteUrls]
        : graph.entries.map((known) => posix.relative(posix.dirname(entry.file), known.file));
    asking.report(
      problem('link-exists', asking.place, checkMessages.unknownPage(href, suggested(context, path, names))),
    );
  }
  return undefined;
}

/** How many near names are looked for in one check: each is compared with all that there is. */
const SUGGESTIONS = 200;
const asked = new WeakMap<Graph, number>();

/** The nearest of some names, while few have been asked for. */
function suggested({ graph }: Context, name: string, names: () => readonly string[]): string | undefined {
  const before = asked.get(graph) ?? 0;
  asked.set(graph, before + 1);
  return before < SUGGESTIONS ? nearName(name, names()) : undefined;
}

/** Addresses of pages that are no entries. */
const siteUrls: ReadonlySet<string> = new Set([...fixedUrls, ...helpUrls]);

const slashed = (path: string) => (path.endsWith('/') ? path : `${path}/`);
const refOf = (entry: Entry, path: string) =>
  posix
    .join(posix.dirname(entry.file), path)
    .replace(/\.(mdx|yaml)$/, '')
    .replace(/\/index$/, '');
const entryBeside = (graph: Graph, entry: Entry, path: string) =>
  /\.(mdx|yaml)$/.test(path) ? graph.byRef.get(refOf(entry, path)) : undefined;

/** A list has the entries that it shows whole as its anchors; other pages of the site have none to link to. */
function checkListAnchor(graph: Graph, url: string, anchor: string, asking: Asking) {
  const names = graph.entries.flatMap((entry) => {
    const [list, id] = urlOf(entry).split('#');
    return list === url && id ? [id] : [];
  });
  if (names.includes(anchor)) return;
  asking.report(problem('anchor-exists', asking.place, checkMessages.unknownAnchor(anchor, nearName(anchor, names))));
}

/** Anchors that views give to what they make of fields. */
const SECTIONS: Partial<Record<CollectionId, readonly string[]>> = {
  minutes: ['decisioni', 'impegni', 'ripresi', 'ordine-del-giorno', 'materiali', 'prossimo'],
  themes: ['priorita', 'linee'],
};

function checkAnchor(target: Entry, anchor: string | undefined, asking: Asking) {
  if (anchor === undefined || !target.body) return;
  const items = [
    ...((target.data as { decisions?: { id: string }[] }).decisions ?? []),
    ...((target.data as { actions?: { id: string }[] }).actions ?? []),
  ];
  const lines = (target.data as { lines?: { id: string }[] }).lines ?? [];
  const names = [
    ...target.body.headings.map(({ id }) => id),
    ...items.map(({ id }) => id),
    ...lines.map(({ id }) => `linea-${id}`),
    ...(SECTIONS[target.collection] ?? []),
  ];
  if (names.includes(anchor)) return;
  asking.report(problem('anchor-exists', asking.place, checkMessages.unknownAnchor(anchor, nearName(anchor, names))));
}
