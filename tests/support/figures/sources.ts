/** The sources as anyone can read them: YAML files and the front matter of texts, and which of them an edition shows. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export type EditionId = 'public' | 'participants';

export interface Participant {
  name: string;
  left?: string;
  population?: { value: number; year: number };
}
export interface Theme {
  title: string;
  status: string;
  openedAt?: string;
}
export interface Decision {
  id: string;
  text: string;
  theme?: string;
  stage?: string;
}
export interface Action extends Omit<Decision, 'stage'> {
  owner: string;
  practice?: string;
  due?: string;
  state: 'open' | 'done' | 'dropped';
  closedAt?: string;
}
export interface Minutes {
  title: string;
  number: number;
  date: string;
  attendees?: string[];
  agenda?: { title: string; theme?: string }[];
  decisions?: Decision[];
  actions?: Action[];
  next?: { number?: number; date?: string; themes?: string[] };
}
export interface Trial {
  title: string;
  practice: string;
  participant: string;
  started: string;
  ended?: string;
  state: string;
  results?: { indicator: string; before?: number; after?: number; period?: string }[];
}
export interface Indicator {
  title: string;
  theme: string;
  unit: string;
}
export interface Measured {
  participant: string;
  value?: number;
  numerator?: number;
  denominator?: number;
  note?: string;
}
export interface Measurements {
  indicator: string;
  period: string;
  status: string;
  names?: string;
  values: Measured[];
}
export interface Practice {
  title: string;
  themes?: string[];
}

/** What is read of each collection. */
interface Kinds {
  participants: Participant;
  themes: Theme;
  minutes: Minutes;
  trials: Trial;
  indicators: Indicator;
  measurements: Measurements;
  guides: Practice;
  manuals: Practice;
  tools: Practice;
}
export type Kind = keyof Kinds;

/** An entry; its `ref` is its collection and id. */
export interface Entry<Data = unknown> {
  kind: Kind;
  id: string;
  ref: string;
  /** Its source says that its entries are invented. */
  demo: boolean;
  /** Its source says that only participants see its entries. */
  closed: boolean;
  /** Where it is read, if not at the address of its own page. */
  address?: string;
  data: Data;
}

/** Where entries of a collection have their pages. */
const ROUTES: Record<Kind, string> = {
  participants: 'partecipanti',
  themes: 'temi',
  minutes: 'verbali',
  trials: 'sperimentazioni',
  indicators: 'indicatori',
  measurements: 'indicatori',
  guides: 'guide',
  manuals: 'manuali',
  tools: 'strumenti',
};
const KINDS = Object.keys(ROUTES) as Kind[];

/** Fields that hold a date, which YAML reads as a number where only the year is known. */
const DATES = new Set(['period', 'date', 'due', 'closedAt', 'started', 'ended', 'left', 'openedAt']);
const dated = (key: unknown, value: unknown) =>
  DATES.has(key as string) && typeof value === 'number' ? String(value) : value;

function fieldsIn(path: string): unknown {
  const text = readFileSync(path, 'utf8');
  return parse(path.endsWith('.mdx') ? (text.split(/^---$/m)[1] ?? '') : text, dated);
}

function entriesIn(folder: string, kind: Kind, source: { demo?: boolean; access?: string }): Entry[] {
  const root = join(folder, kind);
  if (!existsSync(root)) return [];
  return (readdirSync(root, { recursive: true }) as string[])
    .filter((path) => /\.(mdx|yaml)$/.test(path))
    .map((path): Entry => {
      const id = path.replace(/\.(mdx|yaml)$/, '').replace(/\/index$/, '');
      const closed = source.access === 'participants';
      return { kind, id, ref: `${kind}/${id}`, demo: source.demo === true, closed, data: fieldsIn(join(root, path)) };
    });
}

/** All entries of some sources. */
export const readSources = (folders: readonly string[]): Entry[] =>
  folders.flatMap((folder) => {
    const path = join(folder, 'source.yaml');
    const source = existsSync(path) ? (fieldsIn(path) as object) : {};
    return KINDS.flatMap((kind) => entriesIn(folder, kind, source));
  });

/** What one edition shows. */
export interface Shown {
  id: EditionId;
  /** The address that all of its pages begin with. */
  base: string;
  /** The entries of a collection, without a manual's chapters. */
  all<K extends Kind>(kind: K): Entry<Kinds[K]>[];
  /** An entry, if it is shown. */
  find<K extends Kind>(kind: K, id: string | undefined): Entry<Kinds[K]> | undefined;
}

/** The edition of some entries: the public one has nothing restricted and no drafts. */
export function shownIn(id: EditionId, entries: readonly Entry[]): Shown {
  const byRef = new Map(entries.map((entry) => [entry.ref, entry]));
  const wholeOf = (entry: Entry) => byRef.get(`${entry.kind}/${entry.id.split('/')[0]}`) ?? entry;
  const isOpen = (entry: Entry) => {
    const whole = wholeOf(entry);
    const data = whole.data as { access?: string; status?: string; state?: string };
    const draft = data.status === 'draft' || (whole.kind === 'minutes' && data.state === 'draft');
    return data.access !== 'participants' && !draft && !entry.closed && !whole.closed;
  };
  const visible = entries.filter((entry) => id === 'participants' || isOpen(entry));
  const refs = new Map(visible.map((entry) => [entry.ref, entry]));
  return {
    id,
    base: id === 'public' ? '/' : '/riservato/',
    all: (kind) => visible.filter((entry) => entry.kind === kind && !entry.id.includes('/')) as never,
    find: (kind, entry) => refs.get(`${kind}/${entry}`) as never,
  };
}

/** A guide, manual or tool by its reference, if it is shown. */
export function practiceAt(shown: Shown, ref: string): Entry<Practice> | undefined {
  const [kind, ...id] = ref.split('/');
  return shown.find(kind as 'guides', id.join('/'));
}

/** The address of an entry's page in an edition. */
export const addressOf = ({ base }: Shown, { kind, id, address }: Entry): string =>
  address ?? `${base}${ROUTES[kind]}/${id}/`;

/** What an entry is called. */
export const titleOf = ({ data }: Entry): string => {
  const { name, title } = data as { name?: string; title?: string };
  return name ?? title ?? '';
};

/** What stands for an entry: its title, or the neutral line where the edition may not show it. */
export const calledIn = (entry: Entry | undefined): string =>
  entry ? titleOf(entry) : 'materiale riservato ai partecipanti (come accedere)';

/** Entries by their titles, in Italian order. */
export const byTitle = (a: Entry, b: Entry): number => titleOf(a).localeCompare(titleOf(b), 'it');
