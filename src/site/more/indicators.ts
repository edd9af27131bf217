import { compare, populationsOf } from '#benchmark';
import { compiled } from '../edition.ts';
import type { MoreOf } from './index.ts';

/** An indicator's values compared. */
export const indicatorMore: MoreOf<'indicators'> = () => {
  const { edition } = compiled();
  const populations = populationsOf(edition);
  const series = new Map(edition.series.map((found) => [found.indicator.ref, found]));
  return ({ link, data }) => {
    const own = series.get(link.ref) ?? { indicator: link, unit: data.unit, sets: [] };
    return { comparison: compare(own, populations) };
  };
};
