/** The pages of the registers: all commitments and all decisions, whole and narrowed. */
import { type Commitment, commitmentStates, commitmentsOf, decisionsOf } from '#benchmark';
import type { Item, Link } from '#mdx';
import { slug, yearOf } from '#model';
import { facetOfLink, newestFirst } from './collection-facets.ts';
import { compiled, getSite } from './edition.ts';
import { type FacetOf, type ListPage, listPages, pagePath } from './lists.ts';

export type RegisterProps =
  | { kind: 'commitments'; list: ListPage<Commitment> }
  | { kind: 'decisions'; list: ListPage<Item> };

/** Where each register is. */
export const registerPaths = { commitments: 'impegni', decisions: 'decisioni' } as const;

const linked = (link: Link | undefined) => (link && !link.restricted ? [facetOfLink(link)] : []);

/** Every page of both registers. */
export function registers(): { path: string; props: RegisterProps }[] {
  const { words } = getSite();
  const { edition } = compiled();
  const { facets } = words.benchmark.register;
  const theme: FacetOf<Item> = { segment: 'tema', label: facets.theme, values: (item) => linked(item.theme) };
  const meeting: FacetOf<Item> = {
    segment: 'incontro',
    label: facets.meeting,
    values: ({ minutes }) => [facetOfLink(minutes)],
  };
  const year: FacetOf<Item> = {
    segment: 'anno',
    label: facets.year,
    order: newestFirst,
    values: ({ minutes: { date } }) => (date ? [{ id: yearOf(date), label: yearOf(date) }] : []),
  };
  const owner: FacetOf<Item> = { segment: 'partecipante', label: facets.owner, values: (item) => linked(item.owner) };
  const names = words.minutes.actionStates;
  const state: FacetOf<Commitment> = {
    segment: 'stato',
    label: facets.state,
    values: (item) => [{ id: slug(names[item.state] ?? ''), label: names[item.state] ?? '' }],
    order: (a, b) => rank(a.label) - rank(b.label),
  };
  const rank = (label: string) => commitmentStates.findIndex((id) => names[id] === label);
  const at = (kind: keyof typeof registerPaths, { path, page }: ListPage<unknown>) =>
    [registerPaths[kind], pagePath(path, page)].filter(Boolean).join('/');
  return [
    ...listPages(commitmentsOf(edition), [state, owner, theme, meeting]).map((list) => ({
      path: at('commitments', list),
      props: { kind: 'commitments' as const, list },
    })),
    ...listPages(decisionsOf(edition), [theme, meeting, year]).map((list) => ({
      path: at('decisions', list),
      props: { kind: 'decisions' as const, list },
    })),
  ];
}
