import type { z } from 'zod';
import type { Lookup } from './lookup.ts';

/** What may stand between a component's tags. */
export type Children = 'none' | 'blocks' | 'inline' | 'ordered-list' | { only: string };

/** A component authors may use: its name, attributes and what it needs of other entries. */
export interface Component<Attributes extends z.ZodType = z.ZodType> {
  name: string;
  /** `block`: on lines of its own; `inline`: within a line of text. */
  place: 'block' | 'inline';
  children: Children;
  /** True where it may also stand empty. */
  childrenOptional?: boolean;
  /** True where it is a link: it may not stand in another. */
  link?: boolean;
  /** The component it may only stand in. */
  inside?: string;
  attributes: Attributes;
  /** One line of documentation, for help pages and the editor. */
  purpose: string;
  /** A short text that uses it: shown on the help pages as written and as it looks, with sample entries. */
  example: string;
  /** The words it shows that are not between its tags, for search. `filled`: something is between them. */
  text?(props: Record<string, unknown>, filled: boolean): string;
  /** What the view is given; the attributes themselves where this is absent. Answers must be plain data. */
  resolve?(attributes: z.output<Attributes>, lookup: Lookup): Record<string, unknown>;
}

/** Declares a component; it only fixes the types. */
export const defineComponent = <Attributes extends z.ZodType>(component: Component<Attributes>): Component =>
  component as unknown as Component;
