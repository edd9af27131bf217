/** The benchmarking cycle: registers, matrix, comparisons, meetings, calendars and open data, all made from an edition. */
export { type Agenda, agendaOf } from './agenda.ts';
export { DUE_DATES, dueDatesOf, MEETINGS } from './calendars.ts';
export { changedAt } from './catalogue.ts';
export { type Cell, type Comparison, compare, latestSet, type Period, populationsOf, valuesOf } from './comparison.ts';
export { datasets } from './datasets.ts';
export { idOf, practices } from './entries.ts';
export { benchmarkFiles, DATA, type DatasetTold, dictionary, measurementsFile } from './files.ts';
export { type Matrix, matrixOf, matrixPages } from './matrix.ts';
export { heldMeetings, isPast, type Meeting, nextMeeting } from './meetings.ts';
export { type MinutesDraft, minutesDraft } from './minutes-draft.ts';
export { type Municipality, municipalities, type OwnValue, type Suggestion } from './municipality.ts';
export {
  type Commitment,
  type CommitmentState,
  carriedInto,
  commitmentStates,
  commitmentsOf,
  decisionsOf,
} from './register.ts';
export { seriesByRef, type TrialResult, trialResults } from './results.ts';
export { type Missing, type Road, type RoadStage, roads, type Stage, stages } from './road.ts';
