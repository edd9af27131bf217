import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Who may import whom; a folder always may import itself. */
const allowed: Record<string, string[]> = {
  i18n: [],
  model: [],
  charts: ['i18n'],
  mdx: ['model', 'charts', 'i18n'],
  content: ['model', 'mdx', 'i18n'],
  benchmark: ['charts', 'content', 'mdx', 'model', 'i18n'],
  search: ['content', 'mdx', 'model', 'i18n'],
  cms: ['mdx', 'model', 'i18n'],
  gateway: ['content', 'model', 'i18n', 'config'],
  config: ['i18n'],
};
/** What pages are made of: these may use all of the above, and each other. */
const pages = ['pages', 'layouts', 'components', 'site', 'styles'];

const root = join(import.meta.dirname, '../../src');
const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|tsx|astro|mdx)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));

const folderOf = (path: string) =>
  path.includes('/') ? (path.split('/')[0] as string) : path.replace(/\.(ts|astro)$/, '');

/** The folder each import of a file reaches, and whether it does so by the folder's own door. */
interface Import {
  folder: string;
  door: boolean;
  specifier: string;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] as string);
  return specifiers.flatMap((specifier): Import[] => {
    if (specifier.startsWith('#'))
      return [{ folder: specifier.slice(1).split('/')[0] as string, door: true, specifier }];
    if (!specifier.startsWith('.')) return [];
    const target = join(file, '..', specifier);
    return [{ folder: folderOf(target), door: false, specifier }];
  });
}

describe('imports run downwards only', () => {
  // Views draw pages' parts: they are the site's, though they live in the folder of their component.
  const isView = (file: string) => file.endsWith('.astro');

  it.each(files)('%s', (file) => {
    const own = folderOf(file);
    const free = pages.includes(own) || isView(file);
    for (const { folder, door, specifier } of importsOf(file)) {
      if (folder === own) continue;
      if (!free) expect(allowed[own], `${file} imports ${specifier}`).toContain(folder);
      const inner = pages.includes(folder) || specifier.endsWith('.astro') || specifier.endsWith('.css');
      const script = folder === 'search' && free;
      if (!inner && !script) expect(door, `${file} reaches into ${specifier}`).toBe(true);
    }
  });
});
