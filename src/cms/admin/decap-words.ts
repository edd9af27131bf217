/** Decap's own words, with ours where it has none. */
import CMS from 'decap-cms-app';
import { messages, type Phrases } from '#i18n';

/** Both, the second where they differ. */
function merged(base: Phrases, more: Phrases): Phrases {
  const all = { ...base };
  for (const [name, value] of Object.entries(more)) {
    const before = all[name];
    all[name] = typeof value === 'object' && typeof before === 'object' ? merged(before, value) : value;
  }
  return all;
}

/** Gives Decap the words of a language. */
export const completeWords = (locale: string): void =>
  CMS.registerLocale(locale, merged((CMS.getLocale(locale) ?? {}) as Phrases, messages(locale).decap));
