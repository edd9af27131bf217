/** What crawlers may read: all of the public edition, and nothing of the other. */
import type { APIRoute } from 'astro';
import { editions } from '#model';

export const GET: APIRoute = ({ site }) =>
  new Response(
    `User-agent: *\nDisallow: ${editions.participants.base}\n\nSitemap: ${new URL('/sitemap-index.xml', site)}\n`,
  );
