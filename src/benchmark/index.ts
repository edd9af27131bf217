/** The benchmarking cycle: registers, matrix, comparisons, meetings, calendars and open data, all made from an edition. */
export { type Agenda, agendaOf } from './agenda.ts';
export { DUE_DATES, dueDatesOf, MEETINGS } from './calendars.ts';
export { changedAt } from './catalogue.ts';
export { type Cell, type Comparison, compare, latestSet, type Period, populationsOf, valuesOf } from './comparison.ts';
export { datasets } from './datasets.ts';
export { benchmarkFiles, DATA, dictionary, measurementsFile } from './files.ts';
export { heldMeetings, isPast, type Meeting, nextMeeting } from './meetings.ts';
export {
  byUrgency,
  type Commitment,
  type CommitmentState,
  carriedInto,
  commitmentOn,
  commitmentStates,
  commitmentsOf,
  decisionsOf,
} from './register.ts';
