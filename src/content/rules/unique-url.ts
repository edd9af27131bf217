import { checkMessages } from '#i18n';
import { problem } from '#mdx';
import { reservedSegments } from '#model';
import { placeOfField } from '../entries.ts';
import { collectionOfEntry, fixedUrls, hasPage, urlOf } from '../graph.ts';
import type { Rule } from '../rules.ts';

/** No two entries at one address, former addresses and the site's own pages included. */
export const rule: Rule = {
  id: 'unique-url',
  check({ graph }, report) {
    const owners = new Map<string, string>([...fixedUrls].map((url) => [url, url]));
    const pages = graph.entries.filter(hasPage);
    for (const entry of pages) {
      const url = urlOf(entry).toLowerCase();
      const owner = owners.get(url);
      if (owner) report(entry, problem('unique-url', { line: 1, column: 1 }, checkMessages.duplicateUrl(url, owner)));
      else owners.set(url, `${entry.source.name}/${entry.file}`);
    }
    for (const entry of pages) {
      const { route } = collectionOfEntry(entry);
      const [first = '', ...rest] = entry.id.split('/');
      if (rest.length > 0 && reservedSegments(collectionOfEntry(entry)).has(first)) {
        report(
          entry,
          problem('unique-url', { line: 1, column: 1 }, checkMessages.duplicateUrl(urlOf(entry), `/${route}/`)),
        );
      }
    }
    for (const entry of pages) {
      const former = (entry.data as { redirectFrom?: string[] }).redirectFrom ?? [];
      for (const [index, id] of former.entries()) {
        const url = urlOf({ ...entry, id }).toLowerCase();
        const owner = owners.get(url);
        if (owner)
          report(
            entry,
            problem('unique-url', placeOfField(entry, ['redirectFrom', index]), checkMessages.duplicateUrl(url, owner)),
          );
        else owners.set(url, `${entry.source.name}/${entry.file}`);
      }
    }
  },
};
