/** What can be seen of a text as prose: rules judge it, nobody shows it. */
import { type Node, placeOf, textOf } from './node.ts';
import type { Place } from './problems.ts';

export interface ProseLink extends Place {
  text: string;
  /** The address; absent where the link names an entry. */
  href?: string | undefined;
}

/** A date of the Gregorian calendar written in Italian words: `venerdì 4 maggio 2012`. */
export interface WrittenDate extends Place {
  text: string;
  /** Its ISO form; absent where there is no such day. */
  iso?: string | undefined;
  /** The weekday that the text names, and the one it really was, where they differ. */
  wrongWeekday?: { said: string; was: string } | undefined;
}

export interface Prose {
  links: ProseLink[];
  paragraphs: (Place & { words: number })[];
  /** Tables by the texts of their header cells. */
  tables: (Place & { headers: string[] })[];
  /** Words in capitals, each where it first stands; `explained` somewhere in the text. */
  acronyms: (Place & { text: string; explained: boolean })[];
  dates: WrittenDate[];
}

const ACRONYM = /(?<![\p{L}\p{N}_/.@#-])\p{Lu}{2,8}(?![\p{L}\p{N}_/@-])/gu;

const namesOf = (options: Intl.DateTimeFormatOptions, count: number, first: number): string[] =>
  Array.from({ length: count }, (_, index) =>
    new Intl.DateTimeFormat('it', { ...options, timeZone: 'UTC' }).format(
      new Date(options.month ? Date.UTC(2024, index, 1) : Date.UTC(2024, 0, first + index)),
    ),
  );
const MONTHS = namesOf({ month: 'long' }, 12, 1);
/** From Sunday, as `getUTCDay` counts: 7 January 2024 was one. */
const WEEKDAYS = namesOf({ weekday: 'long' }, 7, 7);
const DATE = new RegExp(
  `(?:\\b(${WEEKDAYS.join('|')})\\s+)?\\b(\\d{1,2})[°º]?\\s+(${MONTHS.join('|')})\\s+(\\d{4})\\b`,
  'gi',
);

/** The dates that a text has in words, with their offsets in it. */
export function datesIn(text: string): (Omit<WrittenDate, keyof Place> & { index: number })[] {
  // Most texts have no year: looking for one is much faster than looking for dates.
  if (!/\d{4}/.test(text)) return [];
  return [...text.matchAll(DATE)].map((match) => {
    const [whole, said, day = '', month = '', year = ''] = match;
    const date = new Date(Date.UTC(Number(year), MONTHS.indexOf(month.toLowerCase()), Number(day)));
    const exists = date.getUTCDate() === Number(day);
    const was = WEEKDAYS[date.getUTCDay()] as string;
    return {
      index: match.index,
      text: whole,
      iso: exists ? date.toISOString().slice(0, 10) : undefined,
      wrongWeekday: exists && said && said.toLowerCase() !== was ? { said: said.toLowerCase(), was } : undefined,
    };
  });
}

const wordsIn = (text: string) => text.split(/\s+/).filter(Boolean).length;

/** The place of an offset within a text node. */
function placeIn(node: Node, offset: number): Place {
  const { line, column } = placeOf(node);
  const before = (node.value ?? '').slice(0, offset).split('\n');
  return before.length === 1
    ? { line, column: column + offset }
    : { line: line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Of a text in which there is nothing. */
export const noProse = (): Prose => ({ links: [], paragraphs: [], tables: [], acronyms: [], dates: [] });

/** Gathers the prose of a parsed text. */
export function proseOf(root: Node): Prose {
  const prose = noProse();
  const seen = new Set<string>();
  const whole = textOf(root);
  const walk = (node: Node) => {
    if (node.type === 'text') readText(node, whole, prose, seen);
    if (node.tagName === 'code' || node.tagName === 'pre') return;
    if (node.tagName === 'p') prose.paragraphs.push({ ...placeOf(node), words: wordsIn(textOf(node)) });
    if (node.tagName === 'table') prose.tables.push({ ...placeOf(node), headers: headersOf(node) });
    if (isLink(node)) prose.links.push({ ...placeOf(node), text: labelOf(node).trim(), href: hrefOf(node) });
    node.children?.forEach(walk);
  };
  walk(root);
  return prose;
}

/** A link of Markdown with a place of its own (footnotes' have none), or an entry's under words of the author's. */
const isLink = (node: Node) =>
  (node.tagName === 'a' && node.position !== undefined && !('dataFootnoteRef' in (node.properties ?? {}))) ||
  (node.name === 'Ref' && (node.children ?? []).length > 0);

const hrefOf = ({ properties }: Node) => (properties?.href === undefined ? undefined : String(properties.href));

/** A link's words, those of its pictures included. */
const labelOf = (node: Node): string =>
  node.tagName === 'img'
    ? String(node.properties?.alt ?? '')
    : (node.value ?? (node.children ?? []).map(labelOf).join(''));

const headersOf = (table: Node): string[] => {
  const cells: string[] = [];
  const walk = (node: Node) => {
    if (node.tagName === 'th') cells.push(textOf(node).trim());
    else node.children?.forEach(walk);
  };
  walk(table);
  return cells;
};

/** How many words in capitals are told of one text. */
const MOST_ACRONYMS = 20;

function readText(node: Node, whole: string, prose: Prose, seen: Set<string>): void {
  const text = node.value ?? '';
  for (const { index, ...date } of datesIn(text)) prose.dates.push({ ...date, ...placeIn(node, index) });
  if (!/\p{Lu}{2}/u.test(text)) return;
  for (const { 0: acronym, index } of text.matchAll(ACRONYM)) {
    if (seen.has(acronym) || seen.size >= MOST_ACRONYMS) continue;
    seen.add(acronym);
    prose.acronyms.push({ text: acronym, explained: isExplained(acronym, whole), ...placeIn(node, index) });
  }
}

/** Somewhere in the text it stands in a parenthesis, after a comma as another name, or before its own explanation. */
const isExplained = (acronym: string, whole: string): boolean =>
  new RegExp(`\\([^()]*\\b${acronym}\\b[^()]*\\)|\\p{Ll}, ${acronym}\\b|\\b${acronym}\\s*\\(`, 'u').test(whole);
