/** What a component, and the site's pages, may know of other entries. The graph answers. */
import type { CollectionId, themeStages, trialStates, Unit } from '#model';

/** An entry that this edition shows, as a link, a list or a search result presents it. */
export interface EntryLink {
  restricted?: undefined;
  ref: string;
  collection: CollectionId;
  /** Its address, with the edition's prefix. */
  url: string;
  title: string;
  summary?: string | undefined;
  date?: string | undefined;
  kind?: string | undefined;
  state?: string | undefined;
  draft?: boolean | undefined;
  demo?: boolean | undefined;
  /** True for what only participants may see. */
  limited?: boolean | undefined;
  /** True for a part of another entry, whose title `kind` then is: a chapter. */
  part?: boolean | undefined;
}

/** An entry that this edition does not show: nothing of it is known here. */
export interface RestrictedLink {
  restricted: true;
}

export type Link = EntryLink | RestrictedLink;

/** A file beside an entry. Sizes in bytes, dimensions in pixels, the digest SHA-256 in hex. */
export interface Attachment {
  url: string;
  name: string;
  /** The extension in capitals, as readers know the type: `XLSX`. */
  type: string;
  bytes: number;
  sha256: string;
  width?: number | undefined;
  height?: number | undefined;
}

/** A decision or commitment of a meeting. */
export interface Item {
  restricted?: undefined;
  id: string;
  url: string;
  text: string;
  theme?: Link | undefined;
  owner?: Link | undefined;
  due?: string | undefined;
  /** Of a commitment: overdue is one still open whose due date is past. */
  state?: 'open' | 'overdue' | 'done' | 'dropped' | undefined;
  closedAt?: string | undefined;
  /** What a commitment is to try. */
  practice?: Link | undefined;
  /** The stage to which a decision leads its theme. */
  stage?: keyof typeof themeStages | undefined;
  minutes: EntryLink;
}

/** A participant's value in one period, in the indicator's unit. */
export interface MeasuredValue {
  participant: EntryLink;
  value: number;
  numerator?: number | undefined;
  denominator?: number | undefined;
  note?: string | undefined;
}

/** What was measured of an indicator in one period. */
export interface MeasurementSet {
  /** A partial ISO date. */
  period: string;
  provisional: boolean;
  demo: boolean;
  /** True where only participants see it. */
  restricted: boolean;
  /** By the participants' names. */
  values: MeasuredValue[];
  /** In place of `values` where this edition does not show whose they are: rounded, in order of size. */
  unnamed?: number[] | undefined;
}

/** All that one edition shows of an indicator's measurements, in the order of their periods. */
export interface Series {
  indicator: EntryLink;
  unit: Unit;
  sets: MeasurementSet[];
}

/** Who tries what, or committed themselves to. */
export interface TrialCell {
  /** The trial, or the place of the commitment in its minutes. */
  trial: EntryLink;
  practice: EntryLink;
  participant: EntryLink;
  state: keyof typeof trialStates;
  /** A partial ISO date; absent for a commitment. */
  started?: string | undefined;
  /** The themes of the practice. */
  themes: EntryLink[];
  /** The id of a commitment that no trial has followed yet. */
  commitment?: string | undefined;
}

/** Answers from the graph, for one entry in one edition. `undefined`: no such thing, and that has been reported. */
export interface Lookup {
  /** By reference, or by id where a collection is named. */
  entry(ref: string, collection?: CollectionId): Link | undefined;
  decision(id: string): Item | RestrictedLink | undefined;
  action(id: string): Item | RestrictedLink | undefined;
  /** An indicator's measurements, by its id; reports a period of which there are none. */
  indicator(id: string, period?: string): Series | RestrictedLink | undefined;
  /** The trials of a practice (by reference), or of all practices on a theme (by id), that this edition shows. */
  trials(of: { practice?: string | undefined; theme?: string | undefined }): TrialCell[];
  /** A path relative to the entry's folder. */
  file(path: string): Attachment | undefined;
  /** As `file`, for what is shown in the page. */
  image(path: string): Attachment | undefined;
  /** A link of the text: a path to a file or page of the site. */
  href(href: string): { url: string } | RestrictedLink | undefined;
  network: { contact: string; coordinator: string; locale: string };
}
