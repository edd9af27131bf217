import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadContent } from '#content';
import { exampleBase } from '#content/examples';
import type { ExampleFiles } from '../../src/content/rule.ts';
import { rules } from '../../src/content/rules.ts';
import { temporaryFolder, writeExample } from '../support/sources.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

async function said(name: string, files: ExampleFiles) {
  const source = join(folder.path, name);
  writeExample(source, { ...exampleBase, ...files });
  const { diagnostics } = await loadContent({ sources: [source], today: '2026-06-01' });
  // Examples are too small for everything in them to be cited.
  return name.startsWith('led-to') ? diagnostics : diagnostics.filter(({ rule }) => rule !== 'led-to');
}

describe.each([...rules])('the rule %s', (id, rule) => {
  it('has nothing to say of its valid example', async () => {
    expect(await said(`${id}-valid`, rule.valid)).toEqual([]);
  });

  it('says of its invalid example exactly what its file promises', async () => {
    const found = await said(`${id}-invalid`, rule.invalid);
    expect(found.map(({ rule: by, severity }) => [by, severity])).toEqual(rule.says.map(() => [id, rule.severity]));
    expect(rule.says.length > 0).toBe(!rule.onRequest);
    const texts = found.map(
      ({ file, line, column, message, fix }) => `${file}:${line}:${column} ${message}${fix ? ` → ${fix}` : ''}`,
    );
    expect(texts).toEqual(rule.says);
  });

  it('explains itself in Italian, in whole sentences', () => {
    expect(rule.title).toMatch(/^\p{Lu}.*[^.]$/u);
    expect(rule.explanation).toMatch(/^\p{Lu}[\s\S]{40,}\.$/u);
  });
});

it('every rule that the code reports has a file', () => {
  const root = join(import.meta.dirname, '../../src');
  const code = ['mdx', 'content']
    .flatMap((name) => readdirSync(join(root, name), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
  const named = [
    ...code.matchAll(/(?:problem|#report)\(\s*'([a-z0-9-]+)'|'((?:unknown|required|field|component)-[a-z]+)'/g),
  ];
  const ids = new Set(named.map(([, called, finding]) => called ?? finding));
  expect(ids.size).toBeGreaterThan(20);
  expect([...ids].filter((id) => !rules.has(id as string))).toEqual([]);
});
