/** The words of the benchmarking cycle in English. */
import type { itBenchmark } from './it-benchmark.ts';

const list = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
const participants = (count: number) => (count === 1 ? '1 participant' : `${count} participants`);

export const enBenchmark: typeof itBenchmark = {
  list,
  participants,
  units: { percent: '%', minutes: '\u00a0min', euro: '\u00a0€', count: '', score: '' },
  indicator: {
    latest: (period) => `Values of ${period}`,
    overTime: 'Over time',
    table: 'All values',
    median: 'Median of the network',
    quartiles: 'Middle half',
    between: (lower, upper) => `from ${lower} to ${upper}`,
    count: 'Values',
    noMedian: (count, from) => `${count === 1 ? 'One value' : `${count} values`}: a median takes ${from} or more.`,
    noQuartiles: (from) => `takes ${from} values or more`,
    method:
      'Median and quartiles are of all values of the period, by linear interpolation between the two nearest, as the QUARTILE.INC of spreadsheets. A median takes at least three values, quartiles at least five.',
    alphabetical: 'Municipalities are in alphabetical order: this is no league table.',
    provisional: 'provisional',
    provisionalMark: 'Ring: a provisional value.',
    legend: 'Shaded: the middle half of the values. Dashed line: the median.',
    dotLabel: (title, period, count, range) =>
      `${title}, ${period}: ${count === 1 ? 'one value' : `${count} values`}, ${range}. The values are in the table.`,
    range: (least, most) => `between ${least} and ${most}`,
    medianIs: (median) => `median ${median}`,
    timeLabel: (title, points) => `${title} over time. ${points}. The values are in the table.`,
    timeNote: 'The thick line is the median of the network, the shaded band the middle half of the values.',
    timeEach: 'The thin lines are the municipalities.',
    timeMany: (count) =>
      `The lines of the ${count} municipalities are not drawn: they could not be told apart. The values are in the table.`,
    onePeriod: 'With one period there is no change to show yet.',
    ofTotal: (numerator, denominator) => `${numerator} of ${denominator}`,
    note: 'note',
    notes: 'Notes to the values',
    groups: 'By size of the municipality',
    groupsIntro: (period) => `Municipalities of like population compare better. Values of ${period}.`,
    group: 'Inhabitants',
    unsized: (names) => `Population not given: ${names}.`,
    unnamed:
      'Those who measured these values show the names to participants only: here they are without names, in order of size and rounded.',
    withheld:
      'There are fewer than three values: without names they are not shown, since one could tell whose they are.',
    unnamedIn: (period) => `Values of ${period}, without names`,
    restrictedSet: 'participants only',
    download: 'Download the values (CSV)',
    scroll: 'The table scrolls sideways.',
  },
  calendar: {
    meetings: 'meetings',
    dueDates: 'due dates of commitments',
    dueDatesOf: (name) => `due dates of ${name}`,
    meeting: (network, number) => `${network}: meeting no. ${number}`,
    themes: (titles) => `Themes: ${titles}.`,
    minutes: 'The minutes are published.',
    announced: (title) => `Announced in the minutes: ${title}.`,
    due: (who) => (who ? `Due: ${who}` : 'Due'),
    done: (who) => (who ? `Done: ${who}` : 'Done'),
    by: (date) => `Due: ${date}.`,
  },
  trial: {
    comparison: 'Before and after, beside the network',
    label: (title, before, after, range) => `${title}: before ${before}, after ${after}. ${range}`,
    network: (period, median) => `Median of the network, ${period}: ${median}`,
    half: (lower, upper) => `middle half from ${lower} to ${upper}`,
    noNetwork: 'The network has not measured this: nothing to compare with.',
    few: (count) => `The network has ${count === 1 ? 'one value' : `${count} values`}: too few for a median.`,
    before: 'before',
    after: 'after',
    unknown: 'not measured',
  },
};
