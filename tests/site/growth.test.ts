import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '#config';
import { buildSite } from '../../scripts/build-site.ts';
import { generateSource } from '../../scripts/generate.ts';
import { linksOf, readEdition } from '../support/pages.ts';
import { temporaryFolder } from '../support/sources.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

async function built(documents: number) {
  const [source, dist] = [join(folder.path, `fonte-${documents}`), join(folder.path, `dist-${documents}`)];
  generateSource(source, { documents });
  const config = readConfig({
    POLINET_CONTENT: source,
    POLINET_DIST: dist,
    POLINET_STATE: join(folder.path, `stato-${documents}`),
  });
  await buildSite(config, () => undefined, ['public']);
  return dist;
}

describe('a site that grows', async () => {
  const [small, large] = [await built(50), await built(160)];

  it('has pages of the same size', () => {
    const size = (dist: string) => gzipSync(readFileSync(join(dist, 'public/guide/guida-0025/index.html'))).length;
    expect(size(large) / size(small)).toBeLessThan(1.05);
  });

  it('has lists in pages of fifty, each reached from the one before', () => {
    const edition = readEdition(large, 'public');
    const rows = (url: string) => edition.pages.get(url)?.document.querySelectorAll('.row').length;
    const walk = (url: string): string[] => {
      const next = edition.pages.get(url)?.document.querySelector('.paging [rel=next]')?.getAttribute('href');
      return [url, ...(next ? walk(next) : [])];
    };
    const pages = walk('/guide/');
    expect(pages).toEqual(['/guide/', '/guide/pagina/2/', '/guide/pagina/3/', '/guide/pagina/4/']);
    expect(pages.map(rows)).toEqual([50, 50, 50, 10]);
  });

  it('has no dead link', () => {
    const edition = readEdition(large, 'public');
    const dead = [...edition.pages.values()].flatMap((page) =>
      linksOf(page)
        .filter(({ path }) => !edition.urls.has(path))
        .map(({ path }) => `${page.url} → ${path}`),
    );
    expect(dead).toEqual([]);
  });
});
