/** The figures of the registers of commitments and decisions. */
import {
  type Commitment,
  commitmentLine,
  commitmentsOf,
  decisionLine,
  decisionsOf,
  type Made,
  STATES,
} from './items.ts';
import { type Facet, listFigures, narrowed, pagesFrom, segmentOf } from './lists.ts';
import { type Figure, itemsIn, linesOf, type Site } from './pages.ts';
import { type Decision, type Kind, type Shown, titleOf } from './sources.ts';

const linked = (shown: Shown, kind: Kind, id: string | undefined): [string, string][] => {
  const entry = shown.find(kind, id);
  return entry ? [[entry.id, titleOf(entry)]] : [];
};

/** By what both registers can be narrowed. */
const shared = (shown: Shown): Facet<Made<{ theme?: string }>>[] => [
  { segment: 'tema', values: ({ item }) => linked(shown, 'themes', item.theme) },
  { segment: 'incontro', values: ({ minutes }) => [[minutes.id, titleOf(minutes)]] },
];

function registerFigures<Row>(site: Site, path: string, rows: Row[], facets: Facet<Row>[], line: (row: Row) => string) {
  const root = `${site.shown.base}${path}/`;
  const lists = narrowed(root, rows, facets);
  const items = lists.flatMap((list): Figure[] => {
    const shown = pagesFrom(site, list.path).flatMap((page) => itemsIn(page.querySelector('.listing-main')));
    return linesOf(list.path, 'item', shown, list.rows.map(line));
  });
  return [...listFigures(site, root, lists), ...items];
}

/** Every page of the register of commitments. */
export function commitmentFigures(site: Site): Figure[] {
  const { shown } = site;
  const facets: Facet<Commitment>[] = [
    { segment: 'stato', values: ({ state }) => [[segmentOf(STATES[state]), STATES[state]]] },
    { segment: 'partecipante', values: ({ item }) => linked(shown, 'participants', item.owner) },
    ...shared(shown),
  ];
  return registerFigures(site, 'impegni', commitmentsOf(shown), facets, (made) => commitmentLine(shown, made, true));
}

/** Every page of the register of decisions. */
export function decisionFigures(site: Site): Figure[] {
  const { shown } = site;
  const year = ({ minutes }: Made<Decision>) => minutes.data.date.slice(0, 4);
  const facets: Facet<Made<Decision>>[] = [
    ...shared(shown),
    { segment: 'anno', values: (made) => [[year(made), year(made)]] },
  ];
  return registerFigures(site, 'decisioni', decisionsOf(shown), facets, (made) => decisionLine(shown, made, true));
}
