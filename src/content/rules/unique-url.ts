import { checkMessages } from '#i18n';
import type { Place } from '#mdx';
import { collectionIds, collections, reservedSegments } from '#model';
import type { Entry } from '../entries.ts';
import { mdx } from '../examples.ts';
import { collectionOfEntry, fixedUrls, hasPage, urlOf } from '../graph.ts';
import { defineRule, START } from '../rule.ts';

/** First segments of addresses that are not for pages: lists, the other edition, search, and what the gateway answers. */
const SITE_SEGMENTS: ReadonlySet<string> = new Set([
  ...collectionIds.map((id) => collections[id].route),
  ...[...fixedUrls].map((url) => url.split('/')[1] ?? ''),
  ...[
    'aiuto',
    'pagefind',
    'riservato',
    'admin',
    'consegna',
    'api',
    '404',
    '500',
    'index',
    'sitemap-index',
    'sitemap-0',
  ],
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

export const rule = defineRule({
  severity: 'error',
  title: 'Ogni indirizzo è di una pagina sola',
  explanation:
    'L’indirizzo di una voce viene dal nome del suo file. Due voci non possono avere lo stesso, nemmeno se differiscono solo per le maiuscole; non possono prendere quelli delle pagine del sito, come «/cerca/» o l’elenco delle guide, né un indirizzo che un’altra voce aveva prima («redirectFrom»).',
  valid: { 'pages/chi-siamo.mdx': mdx('title: Chi siamo\naccess: public') },
  invalid: { 'pages/cerca.mdx': mdx('title: Cerca\naccess: public') },
  says: [
    'pages/cerca.mdx:1:1 L’indirizzo «/cerca/» è già di «/cerca/». → Cambiare il nome del file, o togliere l’identificativo precedente.',
  ],
  check({ graph }, report) {
    const owners = new Map<string, string>();
    const claim = (entry: Entry, id: string, at: Place | PropertyKey[]) => {
      const url = urlOf({ ...entry, id });
      const owner = siteOwner(entry, id) ?? owners.get(url.toLowerCase());
      if (owner) report(entry, at, checkMessages.duplicateUrl(url, owner));
      else owners.set(url.toLowerCase(), `${entry.source.name}/${entry.file}`);
    };
    const pages = graph.entries.filter(hasPage);
    for (const entry of pages) claim(entry, entry.id, START);
    for (const entry of pages) {
      const former = (entry.data as { redirectFrom?: string[] }).redirectFrom ?? [];
      for (const [index, id] of former.entries()) claim(entry, id, ['redirectFrom', index]);
    }
  },
});
