/** What a rule is: its file in `rules/` is all there is of it. */
import type { Said } from '#i18n';
import type { Place } from '#mdx';
import type { Network } from '#model';
import type { AttachmentFile } from './attachments.ts';
import type { Severity } from './diagnostics.ts';
import type { Entry } from './entries.ts';
import type { Graph } from './graph.ts';

/** What rules look at: the content, connected. */
export interface RuleContext {
  graph: Graph;
  /** References of files that are there but cannot be used. */
  broken: ReadonlySet<string>;
  /** Every file that is no entry. */
  attachments: readonly AttachmentFile[];
  network: Network | undefined;
  /** The ISO day of the check. */
  today: string;
}

/**
 * Tells of one problem.
 *
 * @param at a place, or the path of a field
 */
export type Report = (of: Entry | AttachmentFile, at: Place | readonly PropertyKey[], said: Said) => void;

/** Files by path: text, bytes (large ones made only when they are asked for), a symbolic link, or none. */
export type ExampleFiles = Record<string, string | Uint8Array | (() => Uint8Array) | { linkTo: string } | null>;

/**
 * A demand on the content. Its id is the name of its file. Its words are Italian, as a collection's labels are: they
 * are what it says, and its help page.
 */
export interface Rule {
  severity: Severity;
  /** What is demanded, as a heading. */
  title: string;
  /** Why, and how to comply: a paragraph or two. */
  explanation: string;
  /** A source in which the rule holds, laid over `exampleBase`. */
  valid: ExampleFiles;
  /** One in which only this rule is broken. */
  invalid: ExampleFiles;
  /** What the check says of `invalid`: `file:line:column message → mend`. */
  says: readonly string[];
  /** True where it is checked on request only, since it needs the network: nothing is said of `invalid` without it. */
  onRequest?: true;
  /** The check itself; absent where what is demanded shows while files are read and connected. */
  check?(context: RuleContext, report: Report): void;
}

/** Declares a rule; it only fixes the types. */
export const defineRule = (rule: Rule): Rule => rule;

/** The first character of a file. */
export const START: Place = { line: 1, column: 1 };
