import { describe, expect, it } from 'vitest';
import { messages } from '#i18n';
import type { EntryLink } from '#mdx';
import { collectionFacets } from '../../src/site/collection-facets.ts';
import { listPages, pagePath } from '../../src/site/lists.ts';

const link = (collection: 'guides' | 'themes', id: string, title = id): EntryLink => ({
  ref: `${collection}/${id}`,
  collection,
  url: `/${id}/`,
  title,
});
const facets = collectionFacets({}, messages('it').list.facets);
const entry = (id: string, theme: string, year: string) => ({
  link: link('guides', id),
  facets: { themes: [link('themes', theme)], participants: [], kind: undefined, year },
});

describe('a list', () => {
  const entries = Array.from({ length: 120 }, (_, index) =>
    entry(`g${index}`, index % 3 === 0 ? 'uno' : 'due', index < 60 ? '2025' : '2026'),
  );
  const pages = listPages(entries, facets);
  const addresses = pages.map(({ path, page }) => pagePath(path, page));

  it('has pages of fifty, each at its address, filters too', () => {
    expect(addresses).toEqual([
      '',
      'pagina/2',
      'pagina/3',
      'tema/due',
      'tema/due/pagina/2',
      'tema/uno',
      'anno/2026',
      'anno/2026/pagina/2',
      'anno/2025',
      'anno/2025/pagina/2',
    ]);
    expect(pages.slice(0, 3).map(({ rows }) => rows.length)).toEqual([50, 50, 20]);
  });

  it('shows every entry once, in order', () => {
    expect(pages.slice(0, 3).flatMap(({ rows }) => rows.map((row) => row.link.title))).toEqual(
      entries.map(({ link: { title } }) => title),
    );
  });

  it('counts what each filter leaves', () => {
    expect(pages[0]?.filters.map(({ path, count }) => [path, count])).toEqual([
      ['tema/due', 80],
      ['tema/uno', 40],
      ['anno/2026', 60],
      ['anno/2025', 60],
    ]);
    for (const { current, total } of pages) if (current) expect(total).toBe(current.count);
  });

  it('has no filter where all entries are alike', () => {
    expect(
      listPages([entry('a', 'uno', '2025'), entry('b', 'uno', '2025')], facets).map(({ filters }) => filters),
    ).toEqual([[]]);
  });
});
