/** Whether two samples can be told apart, without any assumption on how their values are spread. */

/**
 * The two-sided Mann-Whitney U test, by its normal approximation with a correction for ties: for samples of some
 * hundreds of values. (H. B. Mann and D. R. Whitney, Annals of Mathematical Statistics 18, 1947.)
 *
 * @returns the probability of ranks at least this unequal where both samples come from the same distribution
 */
export function mannWhitney(first: readonly number[], second: readonly number[]): number {
  const all = [...first.map((value) => ({ value, own: true })), ...second.map((value) => ({ value, own: false }))].sort(
    (a, b) => a.value - b.value,
  );
  let ranks = 0;
  let ties = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]?.value === all[from]?.value) to++;
    const tied = all.slice(from, to);
    ranks += tied.filter(({ own }) => own).length * ((from + 1 + to) / 2);
    ties += tied.length ** 3 - tied.length;
    from = to;
  }
  const [n, m, count] = [first.length, second.length, all.length];
  const u = ranks - (n * (n + 1)) / 2;
  const spread = Math.sqrt(((n * m) / 12) * (count + 1 - ties / (count * (count - 1))));
  return spread === 0 ? 1 : 2 * upperTail(Math.max(0, Math.abs(u - (n * m) / 2) - 0.5) / spread);
}

/** The standard normal distribution's upper tail. (Abramowitz and Stegun, 26.2.17: off by less than 1e-7.) */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const series = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const sum = series.reduceRight((rest, factor) => (rest + factor) * t, 0);
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}
