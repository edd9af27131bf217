import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { benchmarkFiles } from '#benchmark';
import { compileEdition, loadContent, memoryCaches } from '#content';
import { TODAY } from '../support/editions.ts';
import { copiedSources, temporaryFolder } from '../support/sources.ts';

const folder = temporaryFolder();
afterAll(folder.remove);
const sources = copiedSources(folder.path);
const caches = memoryCaches();

/** All that the public edition is made of, as text; nothing where the content has errors. */
async function publicEdition(): Promise<string | undefined> {
  const content = await loadContent({ sources, caches, today: TODAY });
  if (content.diagnostics.some(({ severity }) => severity === 'error')) return undefined;
  const edition = compileEdition(content, 'public', TODAY);
  return JSON.stringify([edition, ...benchmarkFiles(edition, 'https://rete.example.org/')]);
}

const filesOf = (source: string) =>
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(mdx|yaml)$/.test(path))
    .map((path) => join(source, path));

/** Entries that only participants see, and sets whose names only they see. */
const restricted = sources
  .flatMap(filesOf)
  .filter((path) => /^access: participants$/m.test(readFileSync(path, 'utf8')));
const unnamed = sources.flatMap(filesOf).filter((path) => /^names: participants$/m.test(readFileSync(path, 'utf8')));

type Change = [what: string, change: (text: string) => string | null];
const changes: Change[] = [
  ['is removed', () => null],
  ['has another title', (text) => text.replace(/^title: .*$/m, 'title: Un altro titolo')],
  ['has other numbers', (text) => text.replace(/(value|numerator|before|after): [\d.]+/g, '$1: 1')],
  ['has other texts', (text) => text.replace(/(text|note|lessons|summary): (?!>)(.+)$/gm, '$1: Tutt’altro.')],
  ['settles its commitments', (text) => text.replaceAll('    state: open\n', '    state: done\n')],
  ['is late with its commitments', (text) => text.replace(/due: .*/g, 'due: 2026-11-01')],
  ['moves themes on', (text) => text.replace(/(id: demo-d-.*\n)/g, '$1    stage: proposed\n')],
  ['is of another state', (text) => text.replace(/^state: (trialling|adopted|dropped)$/m, 'state: planned')],
  ['says more', (text) => `${text}\n`],
];
const hidden: Change[] = [
  ['has its rows in another order', (text) => text.replace(/((?: {2}- participant: .*\n(?: {4}.*\n)*)+)/, reversed)],
  ['has other notes', (text) => text.replace(/(denominator: \d+\n)(?! {4}note)/g, '$1    note: Una nota.\n')],
  [
    'has fractions of the same value',
    (text) => text.replace(/(numerator|denominator): (\d+)/g, (_, name, value) => `${name}: ${Number(value) * 3}`),
  ],
];

function reversed(rows: string): string {
  return rows
    .split(/(?=^ {2}- )/m)
    .reverse()
    .join('');
}

describe('the public edition is the same, byte for byte', async () => {
  const before = await publicEdition();

  it.each([
    ...changes.map(([what, change]) => ({ what: `an entry ${what}`, paths: restricted, change })),
    ...hidden.map(([what, change]) => ({ what: `a set without names ${what}`, paths: unnamed, change })),
  ])('where what only participants see changes: $what', async ({ paths, change }) => {
    expect(before).toBeDefined();
    let compared = 0;
    for (const path of paths) {
      const text = readFileSync(path, 'utf8');
      const changed = change(text);
      if (changed === text) continue;
      if (changed === null) rmSync(path);
      else writeFileSync(path, changed);
      const after = await publicEdition();
      if (after !== undefined) {
        compared++;
        expect(withoutTimes(after) === withoutTimes(before ?? ''), `${path}`).toBe(true);
      }
      writeFileSync(path, text);
    }
    expect(compared).toBeGreaterThan(0);
  });
});

/** When files last changed moves with any edit of a public entry's own file, hidden fields of it too. */
const withoutTimes = (edition: string) =>
  edition.replace(/"measurements\/[^"]*":\d+,?/g, '').replace(/\\"dct:modified\\":[^}]*\}/g, '');
