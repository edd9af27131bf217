/** Every page made from content: its address, what it shows, and the key that changes when what it shows does. */
import type { EditionEntry } from '#content';
import { collectionIds, collectionOf } from '#model';
import { DATA_PAGE, type DataProps, dataProps } from './data.ts';
import { compiled, digestOf, entriesOf, getSite, keyOf, partsOf, pathOf } from './edition.ts';
import { type ListProps, listsOf } from './list-paths.ts';
import { type MatrixProps, matrixLists } from './matrix.ts';
import {
  AGENDA,
  type AgendaProps,
  agendaProps,
  CALENDARS,
  CALL,
  type CalendarsProps,
  calendarsProps,
} from './meetings.ts';
import { type More, moreOf } from './more/index.ts';
import { type RegisterProps, registers } from './registers.ts';
import { type OverviewProps, overview } from './themes.ts';

/** A page made from content. */
export type ContentPage = {
  /** Its address without the edition's prefix and the outer slashes. */
  path: string;
  /** Changes when anything that the page shows does. */
  key: string;
} & (
  | { kind: 'entry'; props: { entry: EditionEntry; more: More } }
  | { kind: 'list'; props: ListProps }
  | { kind: 'matrix'; props: MatrixProps }
  | { kind: 'register'; props: RegisterProps }
  | { kind: 'overview'; props: OverviewProps }
  | { kind: 'agenda' | 'call'; props: AgendaProps }
  | { kind: 'calendars'; props: CalendarsProps }
  | { kind: 'data'; props: DataProps }
  | { kind: 'moved'; props: { to: string } }
);

/** Makes something when it is first asked for: a preview shows one page of all, and needs no key. */
function lazy<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function entryPages(digest: string): ContentPage[] {
  const pages: ContentPage[] = [];
  for (const id of collectionIds.filter((id) => collectionOf(id)?.pages === 'entry')) {
    const asked = moreOf[id]?.();
    for (const entry of [...entriesOf(id), ...partsOf(id)]) {
      const props = lazy(() => ({ entry, more: asked?.(entry as never) ?? {} }));
      pages.push({
        kind: 'entry',
        path: pathOf(entry.link.url),
        get key() {
          return keyOf([digest, digestOf(entry), props().more]);
        },
        get props() {
          return props();
        },
      });
    }
  }
  return pages;
}

/** Pages of their own, one each. */
function single(): Omit<ContentPage, 'key'>[] {
  const agenda = agendaProps();
  return [
    { kind: 'overview', ...overview() },
    { kind: 'agenda', path: AGENDA, props: agenda },
    { kind: 'call', path: CALL, props: agenda },
    { kind: 'calendars', path: CALENDARS, props: calendarsProps() },
    { kind: 'data', path: DATA_PAGE, props: dataProps() },
  ];
}

function makePages(): Map<string, ContentPage> {
  const { digest, redirects } = getSite();
  const made = [
    ...listsOf().map((page) => ({ kind: 'list', ...page }) as const),
    ...matrixLists().map((page) => ({ kind: 'matrix', ...page }) as const),
    ...registers().map((page) => ({ kind: 'register', ...page }) as const),
    ...single(),
    ...redirects.map(({ from, to }) => ({ kind: 'moved', path: from.replace(/^\/|\/$/g, ''), props: { to } }) as const),
  ].map(
    (page) =>
      ({
        ...page,
        get key() {
          return keyOf([digest, page.props]);
        },
      }) as ContentPage,
  );
  const pages = new Map<string, ContentPage>();
  for (const page of [...entryPages(digest), ...made]) {
    if (pages.has(page.path)) throw new Error(`Two pages at ${page.path}.`);
    pages.set(page.path, page);
  }
  return pages;
}

const known = new WeakMap<object, Map<string, ContentPage>>();

/** Every page made from content, by path; made once an edition. */
export function contentPages(): Map<string, ContentPage> {
  const edition = compiled();
  const pages = known.get(edition) ?? makePages();
  known.set(edition, pages);
  return pages;
}

/** The page at a path, if there is one. */
export const pageAt = (path: string): ContentPage | undefined => contentPages().get(path.replace(/\/$/, ''));
