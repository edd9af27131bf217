/** What became of the items of a list. */
import { diffArrays } from 'diff';
import type { Node } from 'yaml';
import { isEmpty, isGroup, isSame, nameOf } from './values.ts';

/** An item as it is written: its lines, the comments and empty lines above it included. */
export interface Item {
  node: Node;
  value: unknown;
  name: string;
  from: number;
  to: number;
}

/** Items that went and values that came at one place. */
interface Hunk {
  after: Item | undefined;
  removed: Item[];
  added: unknown[];
}

function hunksOf(items: Item[], wanted: unknown[]): Hunk[] {
  const hunks: Hunk[] = [];
  let at = 0;
  let next = 0;
  let hunk: Hunk | undefined;
  const before = items.map(({ name }) => name);
  for (const { count, added, removed } of diffArrays(before, wanted.map(nameOf))) {
    if (!added && !removed) {
      hunk = undefined;
      at += count;
      next += count;
      continue;
    }
    if (!hunk) {
      hunk = { after: items[at - 1], removed: [], added: [] };
      hunks.push(hunk);
    }
    if (removed) {
      hunk.removed.push(...items.slice(at, at + count));
      at += count;
    } else {
      hunk.added.push(...wanted.slice(next, next + count));
      next += count;
    }
  }
  return hunks;
}

/** What becomes of a list's items. */
export interface Changes {
  /** Those that stay, each with its new value. */
  stay: [Item, unknown][];
  gone: Item[];
  /** New ones, each after one that was there; at the top where `after` is absent. */
  come: { value: unknown; after: Item | undefined }[];
}

/** Which items stay, with their new values; which go; which come, each after one that was there. */
export function compared(items: Item[], wanted: unknown[]): Changes {
  const stay: [Item, unknown][] = [];
  const gone: Item[] = [];
  const come: { value: unknown; after: Item | undefined }[] = [];
  const hunks = hunksOf(items, wanted);
  const comes = new Set(hunks.flatMap(({ added }) => added.map(nameOf)));
  const moved = new Set(
    hunks.flatMap(({ removed }) => removed.map(({ name }) => name)).filter((name) => comes.has(name)),
  );
  for (const { after, removed, added } of hunks) {
    const pairs = pairsOf(removed, added, moved);
    let last = after;
    for (const value of added) {
      const item = pairs.get(value);
      if (item) stay.push([item, value]);
      else come.push({ value, after: last });
      last = item ?? last;
    }
    const stays = new Set(pairs.values());
    gone.push(...removed.filter((item) => !stays.has(item)));
  }
  return { stay, gone, come };
}

/** Which new values are old items changed: those most alike, or, where as many came as went, those at one place. */
function pairsOf(removed: Item[], added: unknown[], moved: Set<string>): Map<unknown, Item> {
  const pairs = new Map<unknown, Item>();
  let left = removed.filter(({ name }) => !moved.has(name));
  const values = added.filter((value) => !moved.has(nameOf(value)));
  for (const [index, value] of values.entries()) {
    const asMany = left.length === values.length - index;
    const scores = left.map((item) => alikeness(item.value, value));
    const best = Math.max(...scores, 0);
    const found = best > 0 ? scores.indexOf(best) : asMany ? 0 : -1;
    const item = left[found];
    if (!item) continue;
    pairs.set(value, item);
    left = left.slice(found + 1);
  }
  return pairs;
}

/** How many fields of two groups say the same; the first one, which names an item, above all. */
function alikeness(a: unknown, b: unknown): number {
  if (!isGroup(a) || !isGroup(b)) return 0;
  const [first] = Object.keys(a);
  const same = Object.keys(a).filter((key) => !isEmpty(a[key]) && isSame(a[key], b[key]));
  return same.length + (first !== undefined && same.includes(first) ? 100 : 0);
}
