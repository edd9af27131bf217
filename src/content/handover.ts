/** How a compiled edition reaches the pages: they run in this process, in modules of their own. */

import { createHash } from 'node:crypto';
import type { Edition, EditionEntry } from './compile.ts';
import type { Help } from './help.ts';

/** The edition being built or served, and what is asked of it often. */
export interface HandedOver {
  edition: Edition;
  help: Help;
  /** Entries by reference. */
  entries: ReadonlyMap<string, EditionEntry>;
  /** A digest of an entry: it changes when anything of the entry does. Made when it is asked for, which a preview never does. */
  digestOf(entry: EditionEntry): string;
}

const shared = globalThis as { [key: symbol]: HandedOver | undefined };
const place = Symbol.for('polinet.edition');

const digestOf = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** Makes an edition the one whose pages are rendered next. It holds nothing that it may not show. */
export function handOver(edition: Edition, help: Help): void {
  const { entries } = edition;
  shared[place] = {
    edition,
    help,
    entries: new Map(entries.map((entry) => [entry.link.ref, entry])),
    digestOf,
  };
}

/** The edition last handed over; none where Astro was started by itself. */
export const handedOver = (): HandedOver | undefined => shared[place];
