/** The road of a theme: from proposal to conclusion, with the meetings on it, and what is missing to move on. */
import type { Summary } from '#charts';
import type { Edition, EditionEntry } from '#content';
import type { EntryLink, Item, Link, TrialCell } from '#mdx';
import { compareDates, themeStages, type Unit } from '#model';
import { latestSet, summaryOf } from './comparison.ts';
import { entriesOf, leadsTo, practices } from './entries.ts';
import { type Commitment, commitmentsOf, isOpen } from './register.ts';
import { seriesByRef, type TrialResult, trialResults } from './results.ts';

export type Stage = keyof typeof themeStages;
export const stages = Object.keys(themeStages) as Stage[];

/** A stage, and the meeting at which the theme reached it, where that is known. */
export interface RoadStage {
  stage: Stage;
  state: 'reached' | 'now' | 'ahead';
  meeting?: Link | undefined;
  decision?: Item | undefined;
}

/** A meeting on the road: what of the theme was on its agenda, and what was decided. */
export interface RoadMeeting {
  minutes: EntryLink;
  points: string[];
  decisions: Item[];
}

/** Something that has to happen before the theme moves on. */
export type Missing =
  | { kind: 'meeting' | 'priorities' | 'lines' | 'trials' | 'conclusion' }
  | { kind: 'materials'; lines: string[] }
  | { kind: 'running' | 'results' | 'commitments'; count: number }
  | { kind: 'measurements'; indicators: EntryLink[] };

export interface Road {
  stages: RoadStage[];
  meetings: RoadMeeting[];
  /** Guides, manuals and tools on the theme that stand under none of its lines of action. */
  shared: EntryLink[];
  trials: TrialCell[];
  results: { trial: TrialCell; results: TrialResult[] }[];
  commitments: Commitment[];
  indicators: { link: EntryLink; unit: Unit; latest?: { period: string; summary: Summary } | undefined }[];
  news: EntryLink[];
  missing: Missing[];
}

type Theme = EditionEntry<'themes'>;
type Minutes = EditionEntry<'minutes'>;

const newest = (a: EntryLink, b: EntryLink) => compareDates(b.date ?? '1800', a.date ?? '1800');

/** Prepares what is shared, and answers for each theme. */
export function roads(edition: Edition): (theme: Theme) => Road {
  const minutes = entriesOf(edition, 'minutes').sort((a, b) => compareDates(a.data.date, b.data.date));
  const byRef = new Map(edition.entries.map((entry) => [entry.link.ref, entry]));
  const commitments = commitmentsOf(edition);
  const series = seriesByRef(edition.series);
  const byTheme = Map.groupBy(
    edition.trials.flatMap((cell) => cell.themes.map(({ ref }) => ({ ref, cell }))),
    ({ ref }) => ref,
  );
  return (theme) => {
    const { ref } = theme.link;
    const cited = [...new Map(theme.backlinks.map(({ link }) => [link.ref, link])).values()];
    const from = (...ids: string[]) => cited.filter(({ collection }) => ids.includes(collection)).sort(newest);
    const trials = (byTheme.get(ref) ?? []).map(({ cell }) => cell);
    const placed = new Set(
      (theme.data.lines ?? []).flatMap(({ materials = [] }) =>
        materials.flatMap((link) => (link.restricted ? [] : [link.ref])),
      ),
    );
    const road = {
      stages: stagesOf(theme, minutes),
      meetings: minutes.flatMap((entry) => meetingOn(entry, ref)),
      shared: from(...practices).filter((link) => !link.part && !placed.has(link.ref)),
      trials,
      results: trials.flatMap((trial) => {
        const entry = trial.commitment === undefined && (byRef.get(trial.trial.ref) as EditionEntry<'trials'>);
        const results = entry ? trialResults(entry, series) : [];
        return results.length > 0 ? [{ trial, results }] : [];
      }),
      commitments: commitments.filter((item) => leadsTo(item.theme, ref) && isOpen(item)),
      indicators: from('indicators').flatMap((link) => {
        const found = series.get(link.ref);
        const set = found && latestSet(found);
        return found
          ? [{ link, unit: found.unit, latest: set && { period: set.period, summary: summaryOf(set) } }]
          : [];
      }),
      news: from('news'),
    };
    return { ...road, missing: missingOf(theme, road) };
  };
}

/** Each stage: by the decision that led to it; the first after the proposal else by where the theme was opened. */
function stagesOf({ link, data }: Theme, minutes: readonly Minutes[]): RoadStage[] {
  const at = stages.indexOf(data.status);
  return stages.map((stage, index): RoadStage => {
    const state = index < at ? 'reached' : index === at ? 'now' : 'ahead';
    if (state === 'ahead') return { stage, state };
    for (const entry of minutes) {
      const found = entry.data.decisions?.find((one) => one.stage === stage && leadsTo(one.theme, link.ref));
      const decision = found && entry.items.find(({ id }) => id === found.id);
      if (decision) return { stage, state, meeting: entry.link, decision };
    }
    const opened = stage === 'comparing' || (stage === 'proposed' && data.status === 'proposed');
    return { stage, state, meeting: opened ? data.openedAt : undefined };
  });
}

function meetingOn({ link, data, items }: Minutes, theme: string): RoadMeeting[] {
  const points = (data.agenda ?? []).filter((point) => leadsTo(point.theme, theme)).map(({ title }) => title);
  const decisions = items.filter((item) => item.state === undefined && leadsTo(item.theme, theme));
  return points.length + decisions.length > 0 ? [{ minutes: link, points, decisions }] : [];
}

/** What the stage that a theme is at still asks for. */
function missingOf({ data }: Theme, road: Omit<Road, 'missing'>): Missing[] {
  const { status, priorities = [], lines = [] } = data;
  const count = (kind: 'running' | 'results' | 'commitments', many: number): Missing[] =>
    many > 0 ? [{ kind, count: many }] : [];
  if (status === 'proposed') return road.meetings.length === 0 ? [{ kind: 'meeting' }] : [{ kind: 'priorities' }];
  if (status === 'comparing')
    return [
      ...(priorities.length === 0 ? [{ kind: 'priorities' } as const] : []),
      ...(lines.length === 0 ? [{ kind: 'lines' } as const] : []),
    ];
  if (status === 'acting') {
    const bare = lines.filter(({ materials = [] }) => materials.length === 0).map(({ title }) => title);
    return [
      ...(lines.length === 0 ? [{ kind: 'lines' } as const] : []),
      ...(bare.length > 0 ? [{ kind: 'materials', lines: bare } as const] : []),
      ...(road.trials.length === 0 ? [{ kind: 'trials' } as const] : []),
    ];
  }
  if (status === 'concluded') return [];
  const ended = road.trials.filter(({ state }) => state === 'adopted' || state === 'dropped');
  const told = new Set(road.results.map(({ trial }) => trial.trial.ref));
  const unmeasured = road.indicators.filter(({ latest }) => latest === undefined).map(({ link }) => link);
  return [
    ...(road.trials.length === 0 ? [{ kind: 'trials' } as const] : []),
    ...count('running', road.trials.length - ended.length),
    ...count('results', ended.filter(({ trial }) => !told.has(trial.ref)).length),
    ...(unmeasured.length > 0 ? [{ kind: 'measurements', indicators: unmeasured } as const] : []),
    ...count('commitments', road.commitments.length),
    { kind: 'conclusion' },
  ];
}
