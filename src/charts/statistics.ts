/** What is said of many values at once. */
import { quantileSorted } from 'd3-array';

/** How few values have no median: of two it is only their mean, of one the value itself. */
export const MEDIAN_FROM = 3;
/** How few values have no quartiles. */
export const QUARTILES_FROM = 5;

/** Decimal digits that arithmetic leaves right. */
const PRECISION = 12;

export interface Summary {
  /** How many values there are. */
  count: number;
  /** Absent where there are fewer than `MEDIAN_FROM`. */
  median?: number | undefined;
  /** The first and third quartile; absent where there are fewer than `QUARTILES_FROM` values. */
  lower?: number | undefined;
  upper?: number | undefined;
}

/**
 * Median and quartiles of some values.
 *
 * By linear interpolation between the two nearest values, as spreadsheets' QUARTILE.INC: method 7 of Hyndman and Fan,
 * «Sample Quantiles in Statistical Packages», The American Statistician 50 (1996), 361–365.
 *
 * @param values finite numbers in any order
 */
export function summarise(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b);
  const { length: count } = sorted;
  // Without the last binary digits: they are the arithmetic's, and would turn a half that is rounded up into one that is not.
  const quantile = (share: number) => Number((quantileSorted(sorted, share) ?? 0).toPrecision(PRECISION));
  return {
    count,
    ...(count >= MEDIAN_FROM && { median: quantile(0.5) }),
    ...(count >= QUARTILES_FROM && { lower: quantile(0.25), upper: quantile(0.75) }),
  };
}
