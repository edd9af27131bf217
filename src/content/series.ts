/** What one edition shows of measurements and trials: the numbers and cells that charts, tables and open data are made of. */
import type { EntryLink, MeasuredValue, MeasurementSet, Series, TrialCell } from '#mdx';
import { compareDates, measuredValue, type Unit } from '#model';
import type { Entry } from './entries.ts';
import { accessOf, collectionOfEntry, isOf, isVisible, wholeOf } from './graph.ts';
import { linkTo, visibleLink } from './links.ts';
import type { Context } from './lookup.ts';

/** Values without names are shown from this many on: of fewer, one who knows one of them knows whose the others are. */
const UNNAMED_FROM = 3;

/** What a context's edition shows, gathered once. */
interface Shown {
  sets: ReadonlyMap<string, Entry<'measurements'>[]>;
  trials: TrialCell[];
}
const gathered = new WeakMap<Context, Shown>();

function shownIn(context: Context): Shown {
  const known = gathered.get(context) ?? gather(context);
  gathered.set(context, known);
  return known;
}

function gather(context: Context): Shown {
  const { graph, edition } = context;
  const visible = graph.entries.filter((entry) => isVisible(graph, entry, edition));
  const sets = visible.filter((entry) => isOf(entry, 'measurements'));
  const trials = visible.filter((entry) => isOf(entry, 'trials'));
  return {
    sets: Map.groupBy(sets, ({ data }) => data.indicator),
    trials: trials.flatMap((trial) => cellOf(context, trial)),
  };
}

/** The trials that an edition shows whose practice and participant it shows too. */
export const trialCells = (context: Context): TrialCell[] => shownIn(context).trials;

function cellOf({ graph, edition }: Context, trial: Entry<'trials'>): TrialCell[] {
  const shown = (ref: string) => {
    const entry = graph.byRef.get(ref);
    const link = entry && linkTo(graph, entry, edition);
    return link && !link.restricted ? link : undefined;
  };
  const practice = shown(trial.data.practice);
  const participant = shown(`participants/${trial.data.participant}`);
  if (!practice || !participant) return [];
  return [{ trial: visibleLink(graph, trial, edition), practice, participant, state: trial.data.state }];
}

/** The trials of a practice, or of all practices on a theme. */
export function trialsOf(
  context: Context,
  { practice, theme }: { practice?: string | undefined; theme?: string | undefined },
) {
  return trialCells(context).filter(
    (cell) =>
      (practice === undefined || cell.practice.ref === practice) &&
      (theme === undefined || themesOf(context, cell.practice).includes(theme)),
  );
}

/** The ids of the themes of a practice. */
export function themesOf({ graph }: Pick<Context, 'graph'>, { ref }: Pick<EntryLink, 'ref'>): readonly string[] {
  const entry = graph.byRef.get(ref);
  const whole = entry && wholeOf(graph, entry);
  return (whole && collectionOfEntry(whole).facets?.(whole.data)?.theme) ?? [];
}

/** An indicator's measurements. */
export function seriesOf(context: Context, indicator: Entry<'indicators'>): Series {
  const { graph, edition } = context;
  const { unit } = indicator.data;
  const sets = shownIn(context).sets.get(indicator.id) ?? [];
  return {
    indicator: visibleLink(graph, indicator, edition),
    unit,
    sets: sets
      .toSorted((a, b) => compareDates(a.data.period, b.data.period) || (a.ref < b.ref ? -1 : 1))
      .map((set) => setOf(context, set, unit)),
  };
}

function setOf(context: Context, set: Entry<'measurements'>, unit: Unit): MeasurementSet {
  const { graph, edition } = context;
  const { period, status, names, values } = set.data;
  const shared = {
    period,
    provisional: status === 'provisional',
    demo: set.source.settings.demo === true,
    restricted: accessOf(graph, set) === 'participants',
  };
  if (edition === 'public' && names === 'participants') {
    const rounded = values.flatMap((row) => measuredValue(row, unit) ?? []).map((value) => Math.round(value * 10) / 10);
    const unnamed = rounded.length < UNNAMED_FROM ? [] : rounded.sort((a, b) => a - b);
    return { ...shared, values: [], unnamed };
  }
  const named = values.flatMap(({ participant: id, numerator, denominator, note, ...row }): MeasuredValue[] => {
    const value = measuredValue({ ...row, numerator, denominator }, unit);
    const entry = graph.byRef.get(`participants/${id}`);
    const participant = entry && linkTo(graph, entry, edition);
    if (value === undefined || !participant || participant.restricted) return [];
    return [{ participant, value, numerator, denominator, note }];
  });
  return { ...shared, values: named.sort((a, b) => a.participant.title.localeCompare(b.participant.title, 'it')) };
}
