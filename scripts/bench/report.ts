/** The printed result: plain tables, and the ratios of their numbers. */
import type { Taken } from './measure.ts';
import type { Round } from './rounds.ts';
import type { Built } from './site.ts';

const NONE = 'n/a';

/** Rows of cells as lines: the first column to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('   '),
    )
    .map((line) => `  ${line.trimEnd()}`)
    .join('\n');
}

/** The middle value; between two, their mean. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2;
}

function medianOf(taken: readonly Taken[]): Taken {
  const peaks = taken.flatMap(({ peak }) => peak ?? []);
  return { seconds: median(taken.map(({ seconds }) => seconds)), peak: peaks.length > 0 ? median(peaks) : undefined };
}

const seconds = (value: number) => value.toFixed(2);
const megabytes = (bytes: number | undefined) => (bytes === undefined ? NONE : (bytes / 1e6).toFixed(0));
const kilobytes = (bytes: number) => (bytes / 1e3).toFixed(1);
const ratio = (a: number | undefined, b: number | undefined) =>
  a === undefined || b === undefined ? NONE : (a / b).toFixed(2);

/** Times and memory, medians where there were more rounds, and how they compare. */
export function timesReport(rounds: readonly Round[]): string {
  const cold = medianOf(rounds.map(({ ours }) => ours.taken));
  const body = medianOf(rounds.map((round) => round.body));
  const title = medianOf(rounds.map((round) => round.title));
  const check = medianOf(rounds.map((round) => round.check));
  const peers = rounds.flatMap(({ peer }) => peer ?? []);
  const peer = peers[0] && { name: peers[0].site, cold: medianOf(peers.map(({ taken }) => taken)) };
  const row = (label: string, taken: Taken) => [label, seconds(taken.seconds), megabytes(taken.peak)];
  const compare = (label: string, a: Taken, b: Taken) => [label, ratio(a.seconds, b.seconds), ratio(a.peak, b.peak)];
  const times = [
    ['build, search index included', 'wall s', 'peak MB'],
    row('POLI-NET, cold', cold),
    row('POLI-NET, after an edit of one guide’s body', body),
    row('POLI-NET, after an edit of one guide’s title', title),
    row('POLI-NET, check of the content alone, cold', check),
    ...(peer ? [row(`${peer.name}, cold`, peer.cold)] : []),
  ];
  const ratios = [
    ['ratio', 'wall', 'peak'],
    ...(peer ? [compare(`POLI-NET cold / ${peer.name} cold`, cold, peer.cold)] : []),
    ...(peer ? [compare(`check / ${peer.name} cold`, check, peer.cold)] : []),
    compare('body edit / own cold', body, cold),
    compare('title edit / own cold', title, cold),
  ];
  return `${table(times)}\n\n${table(ratios)}`;
}

/** Each round's own seconds, in the order of the rounds. */
export const roundsReport = (rounds: readonly Round[]): string =>
  table([
    ['wall s of each round', 'POLI-NET cold', 'body edit', 'title edit', `${rounds[0]?.peer?.site ?? 'peer'} cold`],
    ...rounds.map(({ ours, body, title, peer }, at) => [
      String(at + 1),
      ...[ours.taken, body, title].map((taken) => seconds(taken.seconds)),
      peer ? seconds(peer.taken.seconds) : NONE,
    ]),
  ]);

/** The size of one guide's page in each site that was built. */
export const sizesReport = (guide: string, built: readonly Built[]): string =>
  table([
    [`HTML of ${guide}`, 'raw kB', 'gzip kB'],
    ...built.map(({ site, documents, size }) => [
      `${site}, ${documents} documents`,
      kilobytes(size.raw),
      kilobytes(size.gzip),
    ]),
  ]);
