/** What the network's data say of one municipality: its commitments, its values beside the others', and what it could try. */
import type { Summary } from '#charts';
import type { Edition, EditionEntry } from '#content';
import type { EntryLink, Series, TrialCell } from '#mdx';
import type { Unit } from '#model';
import { summaryOf } from './comparison.ts';
import { practices } from './entries.ts';
import { type Commitment, commitmentsOf } from './register.ts';

/** A municipality's last value of an indicator, and what all values of that period say together. */
export interface OwnValue {
  indicator: EntryLink;
  unit: Unit;
  period: string;
  provisional: boolean;
  demo: boolean;
  value: number;
  summary: Summary;
}

/** A practice that a municipality could try, and those who adopted it already. */
export interface Suggestion {
  practice: EntryLink;
  adopted: EntryLink[];
}

export interface Municipality {
  commitments: Commitment[];
  trials: TrialCell[];
  values: OwnValue[];
  /** Themes it takes part in: by commitments, trials, materials or proposals of its own. */
  follows: EntryLink[];
  suggestions: Suggestion[];
}

const BY_IT = new Set(['authors', 'contributedBy']);

/** Prepares what is shared, and answers for each municipality. */
export function municipalities(edition: Edition): (entry: EditionEntry<'participants'>) => Municipality {
  const byRef = new Map(edition.entries.map((entry) => [entry.link.ref, entry]));
  const owned = Map.groupBy(commitmentsOf(edition), ({ owner }) => (owner && !owner.restricted ? owner.ref : ''));
  const tried = Map.groupBy(edition.trials, ({ participant }) => participant.ref);
  const adopted = Map.groupBy(
    edition.trials.filter(({ state }) => state === 'adopted'),
    ({ practice }) => practice.ref,
  );
  const ready = edition.entries.filter(
    ({ collection, link, data }) =>
      practices.includes(collection) &&
      !link.part &&
      !link.draft &&
      !('status' in data && data.status === 'superseded'),
  );
  return ({ link, backlinks }) => {
    const commitments = owned.get(link.ref) ?? [];
    const trials = tried.get(link.ref) ?? [];
    const themesOf = ({ ref }: EntryLink) => byRef.get(ref)?.facets.themes ?? [];
    const followed = [
      ...commitments.flatMap(({ theme }) => (theme && !theme.restricted ? [theme] : [])),
      ...trials.flatMap(({ themes }) => themes),
      ...backlinks.flatMap(({ field, link: from }) => {
        if (field === 'proposedBy') return [from];
        return BY_IT.has(field) ? themesOf(from) : [];
      }),
    ];
    const follows = [...new Map(followed.map((theme) => [theme.ref, theme])).values()];
    const refs = new Set(follows.map(({ ref }) => ref));
    const own = new Set(trials.map(({ practice }) => practice.ref));
    const suggestions = ready
      .filter((entry) => !own.has(entry.link.ref) && entry.facets.themes.some(({ ref }) => refs.has(ref)))
      .map((entry) => ({
        practice: entry.link,
        adopted: (adopted.get(entry.link.ref) ?? []).map(({ participant }) => participant),
      }));
    return {
      commitments,
      trials,
      values: edition.series.flatMap((series) => ownValue(series, link.ref)),
      follows: follows.sort((a, b) => a.title.localeCompare(b.title, 'it')),
      suggestions: suggestions.sort((a, b) => b.adopted.length - a.adopted.length),
    };
  };
}

/** The last value of a municipality in a series; none where it has none. */
function ownValue({ indicator, unit, sets }: Series, ref: string): OwnValue[] {
  const isOwn = ({ participant }: { participant: EntryLink }) => participant.ref === ref;
  const set = sets.findLast(({ values }) => values.some(isOwn));
  const row = set?.values.find(isOwn);
  if (!set || !row) return [];
  const { period, provisional, demo } = set;
  return [{ indicator, unit, period, provisional, demo, value: row.value, summary: summaryOf(set) }];
}
