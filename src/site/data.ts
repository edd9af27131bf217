/** The page of open data: every table, how many rows it has, and when its entries last changed. */
import { changedAt, type DatasetTold, datasets, dictionary } from '#benchmark';
import { compiled } from './edition.ts';

export interface DataProps {
  datasets: (DatasetTold & { rows: number; changed?: string | undefined })[];
}

/** Where open data are told of. */
export const DATA_PAGE = 'dati';

export function dataProps(): DataProps {
  const { edition } = compiled();
  const told = dictionary();
  return {
    datasets: datasets.map((dataset, index) => {
      const changed = changedAt(dataset, edition);
      return {
        ...(told[index] as DatasetTold),
        rows: dataset.rows(edition).length,
        changed: changed === undefined ? undefined : new Date(changed * 1000).toISOString().slice(0, 10),
      };
    }),
  };
}
