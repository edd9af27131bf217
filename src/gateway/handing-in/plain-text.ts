/** What somebody typed, as Markdown that shows it as it is: no component, no code, no markup. */

/** What begins markup wherever it stands. */
const MARKS = /[\\`*_[\]<>{}#~|&]/g;
/** What makes a line a list, a heading's underline or a break. */
const LINE_START = /^(?:[-+=]|\d{1,9}(?=[.)]))/;
/** What makes a paragraph code of a module. */
const CODE = /^(?:import|export)/;

const asReference = (text: string): string => `&#${text.charCodeAt(0)};${text.slice(1)}`;

function asLine(text: string): string {
  const escaped = text.trim().replace(MARKS, '\\$&');
  return LINE_START.test(escaped) || CODE.test(escaped) ? asReference(escaped) : escaped;
}

/** Text as Markdown: its paragraphs and its line ends stay. */
export const asMarkdown = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.split('\n').map(asLine).filter(Boolean).join('\\\n'))
    .filter(Boolean)
    .join('\n\n');
