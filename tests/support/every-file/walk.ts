/** What is done with an entry in the editor, and what is wrong with its file then. */
import type { Page } from 'playwright-core';
import { open, save, touch, typeInto, writeOver } from './desk.ts';
import { fieldTrouble, hunkOf, shown, wordTrouble } from './differences.ts';
import type { OpenedEntry } from './entries.ts';

/** A word that no text has. */
const WORD = 'zenzero';

/** An entry's file as it is published. */
export interface Published {
  text: string;
  /** Its object in git. */
  blob: string;
}

/** What is wrong, by what was done. */
export interface Troubles {
  opened: string[];
  unedited: string[];
  word: string[];
  field: string[];
}

/**
 * Opens an entry, saves it as it is, then with another word, then with another value of a field.
 *
 * @returns its file as it was sent last
 * @throws where something cannot be done, or a save is refused
 */
export async function goThrough(
  page: Page,
  entry: OpenedEntry,
  { text, blob }: Published,
  { turn, troubles }: { turn: number; troubles: Troubles },
): Promise<string> {
  const note = (kind: keyof Troubles, trouble: string | undefined) =>
    trouble !== undefined && troubles[kind].push(`${entry.path}: ${trouble}`);

  if (await open(page, entry)) note('opened', 'taken for changed as it was opened');
  await touch(page, entry.field);
  const same = await save(page, true);
  if (same.blob !== blob) note('unedited', shown(hunkOf(text, same.raw)));

  let before = same.raw;
  if (entry.hasBody) {
    const was = await writeOver(page, turn, WORD);
    if (was === undefined) throw new Error('There is no word to write over.');
    const written = await save(page, true);
    note('word', wordTrouble(before, written.raw, was, WORD));
    before = written.raw;
  }

  await typeInto(page, entry.field);
  const changed = await save(page, !entry.hasBody);
  note('field', fieldTrouble(before, changed.raw, entry.field));
  return changed.raw;
}
