/** The public edition's sitemap, by the protocol of sitemaps.org. */
import { Readable } from 'node:stream';
import { SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap';

/** A sitemap may list 50,000 addresses. */
const LONGEST = 45_000;

/**
 * An index of sitemaps, and the sitemaps.
 *
 * @param site the public address
 * @param paths of pages, without a leading slash
 */
export async function sitemapFiles(site: string, paths: readonly string[]): Promise<[path: string, Uint8Array][]> {
  const sorted = [...paths].sort();
  const parts = Array.from({ length: Math.ceil(sorted.length / LONGEST) }, (_, at) =>
    sorted.slice(at * LONGEST, (at + 1) * LONGEST),
  );
  const sitemaps = await Promise.all(
    parts.map(async (part, at): Promise<[string, Uint8Array]> => {
      const stream = new SitemapStream({
        hostname: site,
        xmlns: { news: false, xhtml: false, image: false, video: false },
      });
      return [`sitemap-${at}.xml`, await streamToPromise(Readable.from(part.map((url) => ({ url }))).pipe(stream))];
    }),
  );
  const addresses = sitemaps.map(([name]) => ({ url: new URL(name, `${site}/`).href }));
  const index = await streamToPromise(Readable.from(addresses).pipe(new SitemapIndexStream()));
  return [['sitemap-index.xml', index], ...sitemaps];
}
