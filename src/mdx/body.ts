/**
 * A document's text as data: pieces of finished HTML, and between them the things that
 * depend on other entries or have a view of their own. Parsed once, resolved per edition.
 */
import type { Place } from './problems.ts';
import type { Prose } from './prose.ts';

export interface ComponentPart extends Place {
  component: string;
  /** Where among the components of its document, from 0. */
  index: number;
  /** The component it stands in, and where among that one's children. */
  within?: { index: number; child: number } | undefined;
  attributes: Record<string, unknown>;
  parts: Part[];
}

export interface LinkPart extends Place {
  href: string;
  parts: Part[];
}

export interface ImagePart extends Place {
  src: string;
  alt: string;
}

/** Finished HTML, a component, a link within the site, or an image beside the entry. */
export type Part = string | ComponentPart | LinkPart | ImagePart;

/** A heading of the text, with its anchor. `depth` is 2 for the first level of the text. */
export interface Heading extends Place {
  depth: number;
  id: string;
  text: string;
}

/** A parsed document body. */
export interface Body {
  parts: Part[];
  headings: Heading[];
  /** How many words a reader reads. */
  words: number;
  prose: Prose;
}

/** Finished HTML, or a component with all that its view draws. */
export type ResolvedPart =
  | string
  | {
      folder: string;
      props: Record<string, unknown>;
      index: number;
      within?: { index: number; child: number } | undefined;
      parts: ResolvedPart[];
    };

/** A body as one edition shows it: its digest is the body's share of a page's cache key. */
export interface ResolvedBody {
  parts: ResolvedPart[];
  headings: { depth: number; id: string; text: string }[];
  words: number;
}
