/** An author's MDX, from text to a `Body`: the only syntax that content may use passes here. */
import { mdxToHast } from 'satteri';
import { checkMessages } from '#i18n';
import type { Body } from './body.ts';
import { FEATURES } from './markup.ts';
import type { Node } from './node.ts';
import { type Place, type Problem, problem } from './problems.ts';
import { noProse } from './prose.ts';
import { Reader } from './reader.ts';

/** The body of a text that cannot be read. */
const nothing: Body = { parts: [], headings: [], words: 0, prose: noProse() };

/**
 * Parses a document's text.
 *
 * @param source the text; put blank lines in place of the fields, so that positions are the file's
 *
 * @returns the body, and every disallowed construct with its line and column
 */
export function parseMdx(source: string): { body: Body; problems: Problem[] } {
  const refused = (found: Problem) => ({ body: nothing, problems: [found] });
  const wide = wideTable(source);
  if (wide) return refused(problem('table-size', wide, checkMessages.wideTable(WIDEST)));
  let tree: Node;
  try {
    // A backslash as the very last character of an unfinished import would end the process (Sätteri 0.10.5).
    tree = mdxToHast(`${source}\n`, { features: FEATURES }) as unknown as Node;
  } catch (error) {
    return refused(syntaxProblem(error as Error));
  }
  try {
    const reader = new Reader(source);
    const body = reader.body(tree);
    return { body, problems: reader.problems };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refused(problem('mdx-syntax', { line: 1, column: 1 }, checkMessages.tooNested()));
  }
}

/** How many columns a table may have: every row is filled up to them, in the parser's memory too. */
const WIDEST = 60;

/** The line under the header of the first table that is too wide. */
function wideTable(source: string): Place | undefined {
  const line = source.split('\n').findIndex((text) => {
    if (!/^[\s>|:-]*$/.test(text)) return false;
    return text.split('|').length - 2 > WIDEST;
  });
  return line < 0 ? undefined : { line: line + 1, column: 1 };
}

/** What an error of Sätteri's says of the text: at its place, where it names one. */
function syntaxProblem(error: Error): Problem {
  if (error instanceof RangeError) return problem('mdx-syntax', { line: 1, column: 1 }, checkMessages.tooNested());
  const [, line = '1', column = '1', text = ''] = /^(\d+):(\d+): ([\s\S]*)$/.exec(error.message) ?? [];
  return problem('mdx-syntax', { line: Number(line), column: Number(column) }, checkMessages.mdxSyntax(text));
}
