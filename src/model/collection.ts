import type { z } from 'zod';
import type { Reference } from './fields.ts';

/** What a list, a link or a search result says of an entry. Dates are partial ISO dates. */
export interface Listing {
  title: string;
  summary?: string | undefined;
  date?: string | undefined;
  /** The value of its kind, state or number, as the interface words it. */
  kind?: string | undefined;
  state?: string | undefined;
  /** Where the entry stands among its like, for those with an order of their own. */
  order?: number | undefined;
  /** True while only participants may see it, marked as a draft. */
  draft?: boolean | undefined;
}

/** By what a collection's list can be narrowed. */
export interface Facets {
  theme?: Reference[] | undefined;
  participant?: Reference[] | undefined;
  kind?: string | undefined;
  year?: string | undefined;
}

/** One collection: where its files are, what they hold, where and how they show. */
export interface Collection<Id extends string = string, Schema extends z.ZodType = z.ZodType> {
  id: Id;
  /** `mdx`: front matter and a body; `yaml`: fields only. */
  format: 'mdx' | 'yaml';
  /** The first segment of its addresses; `''` puts entries at the top of the site. */
  route: string;
  /** `entry`: a page each; `list`: all in one page, each at its anchor; `none`: shown by others. */
  pages: 'entry' | 'list' | 'none';
  /** Whether `/ROUTE/` lists the entries. */
  listed: boolean;
  labels: { one: string; many: string };
  /** What the collection is for, in a sentence that readers and editors see. */
  purpose: string;
  sort: 'title' | 'newest' | 'order';
  schema: Schema;
  /** Parts in the same folder, one level down (`ID/PART.mdx`): a manual's chapters. */
  part?:
    | { labels: { one: string; many: string }; schema: z.ZodType; listing(data: never, id: string): Listing }
    | undefined;
  listing(data: z.output<Schema>, id: string): Listing;
  /** What the `kind` of its facets is called; «Tipo» where absent. */
  kindLabel?: string | undefined;
  /** The order of those kinds, where they have one; by name where absent. */
  kindOrder?: readonly string[] | undefined;
  facets?(data: z.output<Schema>): Facets;
  /** What the public edition may show of an entry, where that is less than all of it. */
  publicView?(data: z.output<Schema>): z.output<Schema>;
}

/** Declares a collection; it only fixes the types. */
export const defineCollection = <const Id extends string, Schema extends z.ZodType>(
  collection: Collection<Id, Schema>,
): Collection<Id, Schema> => collection;
