/** What can be found of an edition: a small page a record, made from the entry and not from its finished page. */
import { type Edition, type EditionEntry, pathInEdition } from '#content';
import { messages } from '#i18n';
import { components, type EntryLink, escapeHtml, type ResolvedPart } from '#mdx';
import { collectionOf, type EditionId } from '#model';

/** A record: the address it leads to, and the HTML that Pagefind reads; headings with ids become results of their own. */
export interface SearchRecord {
  url: string;
  html: string;
}

/** The facets' names, as they stand in the search page's address. */
type Facets = ['raccolta' | 'tema' | 'partecipante' | 'anno', string][];

/** Every record of an edition: an entry with a page each, and one for each page that shows many. */
export function searchRecords(edition: Edition): SearchRecord[] {
  const { locale } = edition.network;
  const pages = edition.entries.filter(({ collection }) => collectionOf(collection)?.pages === 'entry');
  const listed = Map.groupBy(
    edition.entries.filter(({ collection }) => collectionOf(collection)?.pages === 'list'),
    ({ collection }) => collection,
  );
  return [
    ...pages.map((entry) => ({
      url: addressOf(entry, edition.id),
      html: page(locale, entry.link, facetsOf(entry), contentOf(entry, locale)),
    })),
    ...[...listed].map(([id, entries]) => listRecord(id, entries, edition)),
  ];
}

/** The address within the edition: Pagefind puts the prefix before it. */
const addressOf = ({ link }: EditionEntry, id: EditionId) => `/${pathInEdition(link.url, id).replace(/#.*$/, '')}`;

function listRecord(id: string, entries: EditionEntry[], edition: Edition): SearchRecord {
  const label = collectionOf(id)?.labels.many ?? id;
  const terms = entries.map(
    (entry) => `<h3 id="${escapeHtml(entry.id)}">${escapeHtml(entry.link.title)}</h3>${paragraphs(entry)}`,
  );
  return {
    url: addressOf(entries[0] as EditionEntry, edition.id),
    html: page(edition.network.locale, { title: label }, [['raccolta', label]], terms.join('')),
  };
}

/** Marks that a result carries as its page does. */
const marks = ['demo', 'draft', 'limited'] as const;

const page = (
  locale: string,
  shown: Pick<EntryLink, 'title' | (typeof marks)[number]>,
  facets: Facets,
  content: string,
): string =>
  `<html lang="${locale}"><body><main data-pagefind-body>${marks
    .map((mark) => (shown[mark] ? `<i data-pagefind-meta="${mark}:true"></i>` : ''))
    .join('')}${facets
    .map(([name, value]) => `<i data-pagefind-filter="${name}:${escapeHtml(value)}"></i>`)
    .join('')}<h1>${escapeHtml(shown.title)}</h1>${content}</main></body></html>`;

const facetsOf = ({ collection, facets }: EditionEntry): Facets => [
  ['raccolta', collectionOf(collection)?.labels.many ?? collection],
  ...facets.themes.map(({ title }): Facets[number] => ['tema', title]),
  ...facets.participants.map(({ title }): Facets[number] => ['partecipante', title]),
  ...(facets.year ? [['anno', facets.year] satisfies Facets[number]] : []),
];

function contentOf(entry: EditionEntry, locale: string): string {
  const { minutes } = messages(locale);
  const items = entry.collection === 'minutes' ? entry.items : [];
  const said = items.map(
    ({ id, text, owner }) =>
      `<h2 id="${escapeHtml(id)}">${owner ? minutes.action : minutes.decision} ${escapeHtml(id)}</h2><p>${escapeHtml(text)}</p>`,
  );
  return `${paragraphs(entry)}${htmlOf(entry.text?.parts ?? [])}${said.join('')}`;
}

/** Fields whose text a reader would search for; a title stands above them already. */
const TEXTS = new Set([
  'summary',
  'definition',
  'acronym',
  'howMeasured',
  'comparability',
  'numerator',
  'denominator',
  'adaptations',
  'lessons',
  'notes',
  'municipality',
  'region',
  'place',
  'line',
  'text',
  'label',
  'priorities',
]);

/** The texts among an entry's fields, a paragraph each; links and files are others' texts. */
function paragraphs(entry: EditionEntry): string {
  const found: string[] = [];
  const walk = (value: unknown, key: string) => {
    if (typeof value === 'string') {
      if (TEXTS.has(key) || key === 'title') found.push(value);
    } else if (Array.isArray(value)) for (const item of value) walk(item, key);
    else if (value && typeof value === 'object' && !('url' in value) && !('restricted' in value)) {
      for (const [name, inner] of Object.entries(value))
        if (!(value === entry.data && name === 'title')) walk(inner, name);
    }
  };
  if (!entry.chapter && entry.collection !== 'minutes') walk(entry.data, '');
  return found.map((text) => `<p>${escapeHtml(text)}</p>`).join('');
}

const registered = new Map([...components.values()].map((component) => [component.folder, component]));

/** A body as HTML for the index: components by the words they show. */
function htmlOf(parts: readonly ResolvedPart[]): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      const text = registered.get(part.folder)?.text?.(part.props, part.parts.length > 0) ?? '';
      const words = text === '' ? '' : ` ${escapeHtml(text)} `;
      return `${words}${htmlOf(part.parts)}`;
    })
    .join('');
}
