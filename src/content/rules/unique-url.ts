import { checkMessages } from '#i18n';
import { type Place, problem } from '#mdx';
import { collectionIds, collections, reservedSegments } from '#model';
import { type Entry, placeOfField } from '../entries.ts';
import { collectionOfEntry, fixedUrls, hasPage, urlOf } from '../graph.ts';
import type { Rule } from '../rules.ts';

/** First segments of addresses that are not for pages: lists, the other edition, search, and what the gateway answers. */
const SITE_SEGMENTS: ReadonlySet<string> = new Set([
  ...collectionIds.map((id) => collections[id].route),
  ...['cerca', 'accesso', 'pagefind', 'riservato', 'admin', 'api', '404', '500', 'index', 'sitemap-index', 'sitemap-0'],
]);

/** What of the site itself has the address that an entry would have under an id. */
function siteOwner(entry: Entry, id: string): string | undefined {
  const url = urlOf({ ...entry, id }).toLowerCase();
  const [first = '', ...rest] = id.toLowerCase().split('/');
  const { route } = collectionOfEntry(entry);
  if (fixedUrls.has(url)) return url;
  if (route === '') return SITE_SEGMENTS.has(first) ? `/${first}/` : undefined;
  return rest.length > 0 && reservedSegments(collectionOfEntry(entry)).has(first) ? `/${route}/` : undefined;
}

/** No two entries at one address, former addresses and the site's own pages included. */
export const rule: Rule = {
  id: 'unique-url',
  check({ graph }, report) {
    const owners = new Map<string, string>();
    const claim = (entry: Entry, id: string, place: () => Place) => {
      const url = urlOf({ ...entry, id });
      const owner = siteOwner(entry, id) ?? owners.get(url.toLowerCase());
      if (owner) report(entry, problem('unique-url', place(), checkMessages.duplicateUrl(url, owner)));
      else owners.set(url.toLowerCase(), `${entry.source.name}/${entry.file}`);
    };
    const pages = graph.entries.filter(hasPage);
    for (const entry of pages) claim(entry, entry.id, () => ({ line: 1, column: 1 }));
    for (const entry of pages) {
      const former = (entry.data as { redirectFrom?: string[] }).redirectFrom ?? [];
      for (const [index, id] of former.entries()) claim(entry, id, () => placeOfField(entry, ['redirectFrom', index]));
    }
  },
};
