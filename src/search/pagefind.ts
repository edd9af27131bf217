/** What is used of Pagefind's browser script, and the words that the panel hands to it. */
export interface Pagefind {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  filters(): Promise<unknown>;
  search(query: string | null, options: { filters: Record<string, string> }): Promise<Found>;
}

export interface Found {
  results: { data(): Promise<Hit> }[];
  /** How many results each value of each facet would leave. */
  filters: Record<string, Record<string, number>>;
}

export interface Hit {
  url: string;
  excerpt: string;
  meta: { title?: string; demo?: string; limited?: string; draft?: string };
  filters: Record<string, string[]>;
  sub_results: { title: string; url: string; excerpt: string }[];
}

export interface PanelWords {
  loading: string;
  failed: string;
  start: string;
  none: string;
  noneHelp: string;
  one: string;
  many: string;
  more: string;
  any: string;
  facets: Record<string, string>;
  demo: string;
  draft: string;
  limited: string;
}
