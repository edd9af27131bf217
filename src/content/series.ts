/** What one edition shows of measurements and trials: the numbers and cells that charts, tables and open data are made of. */
import type { EntryLink, MeasuredValue, MeasurementSet, Series, TrialCell } from '#mdx';
import { compareDates, measuredValue, roundTo, type Unit } from '#model';
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
  const trials = visible.filter((entry) => isOf(entry, 'trials')).flatMap((trial) => trialCell(context, trial));
  const tried = new Set(trials.map(pairOf));
  const committed = visible
    .filter((entry) => isOf(entry, 'minutes'))
    .flatMap((entry) => committedCells(context, entry));
  return {
    sets: Map.groupBy(sets, ({ data }) => data.indicator),
    trials: [...trials, ...committed.filter((cell) => !tried.has(pairOf(cell)))],
  };
}

const pairOf = ({ practice, participant }: TrialCell) => `${practice.ref} ${participant.ref}`;

/** The trials that an edition shows whose practice and participant it shows too, and the commitments to try something. */
export const trialCells = (context: Context): TrialCell[] => shownIn(context).trials;

/** Who tries or is to try what, where the edition shows both. */
function pair(
  context: Context,
  practice: string,
  participant: string,
): Pick<TrialCell, 'practice' | 'participant' | 'themes'>[] {
  const { graph, edition } = context;
  const shown = (ref: string) => {
    const entry = graph.byRef.get(ref);
    const link = entry && linkTo(graph, entry, edition);
    return link && !link.restricted ? link : undefined;
  };
  const links = { practice: shown(practice), participant: shown(`participants/${participant}`) };
  if (!links.practice || !links.participant) return [];
  const themes = themesOf(context, links.practice).flatMap((id) => shown(`themes/${id}`) ?? []);
  return [{ practice: links.practice, participant: links.participant, themes }];
}

function trialCell(context: Context, trial: Entry<'trials'>): TrialCell[] {
  const { practice, participant, state, started } = trial.data;
  const link = visibleLink(context.graph, trial, context.edition);
  return pair(context, practice, participant).map((both) => ({ ...both, trial: link, state, started }));
}

/** Open commitments to try something: trials that are planned, until one is begun. */
function committedCells(context: Context, minutes: Entry<'minutes'>): TrialCell[] {
  const link = visibleLink(context.graph, minutes, context.edition);
  return (minutes.data.actions ?? []).flatMap(({ id, text, practice, owner, state }) => {
    if (practice === undefined || state !== 'open') return [];
    const trial = { ...link, url: `${link.url}#${id}`, title: text };
    return pair(context, practice, owner).map((both) => ({
      ...both,
      trial,
      state: 'planned' as const,
      commitment: id,
    }));
  });
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
  const { period, status, names } = set.data;
  const values = set.data.values.flatMap((row) => {
    const entry = graph.byRef.get(`participants/${row.participant}`);
    const participant = entry && linkTo(graph, entry, edition);
    // Not even the value of a participant that may not be shown: not by name, and not as one more than there are names.
    return participant && !participant.restricted ? [{ ...row, participant }] : [];
  });
  const shared = {
    period,
    provisional: status === 'provisional',
    demo: set.source.settings.demo === true,
    restricted: accessOf(graph, set) === 'participants',
  };
  if (edition === 'public' && names === 'participants') {
    const rounded = values.flatMap((row) => measuredValue(row, unit) ?? []).map((value) => roundTo(value, 1));
    const unnamed = rounded.length < UNNAMED_FROM ? [] : rounded.sort((a, b) => a - b);
    return { ...shared, values: [], unnamed };
  }
  const named = values.flatMap(({ participant, numerator, denominator, note, ...row }): MeasuredValue[] => {
    const value = measuredValue({ ...row, numerator, denominator }, unit);
    return value === undefined ? [] : [{ participant, value, numerator, denominator, note }];
  });
  return { ...shared, values: named.sort((a, b) => a.participant.title.localeCompare(b.participant.title, 'it')) };
}
