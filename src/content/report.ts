/** Diagnostics as text for people, JSON for programs, annotations for a forge. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { checkMessages } from '#i18n';
import type { Diagnostic } from './diagnostics.ts';

export const formats = ['text', 'json', 'github'] as const;
export type Format = (typeof formats)[number];

/** Diagnostics in one of the formats, ready to print. */
export function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  format: Format,
  roots: ReadonlyMap<string, string>,
): string {
  if (format === 'json') return JSON.stringify(diagnostics.map(ordered), null, 2);
  if (format === 'github') return diagnostics.map(annotation).join('\n');
  const groups = Map.groupBy(diagnostics, ({ source, file }) => [source, file].filter(Boolean).join('/'));
  return [...groups].map(([file, found]) => textOf(file, found, roots)).join('\n\n');
}

const ordered = ({ file, source, line, column, severity, rule, message, fix }: Diagnostic) => ({
  file,
  source,
  line,
  column,
  severity,
  rule,
  message,
  ...(fix !== undefined && { fix }),
});

function textOf(file: string, diagnostics: readonly Diagnostic[], roots: ReadonlyMap<string, string>): string {
  const lines = linesOf(diagnostics[0], roots);
  const problems = diagnostics.map(({ line, column, severity, rule, message, fix }) => {
    const colour = severity === 'error' ? 'red' : 'yellow';
    const head = `${styleText('cyan', `${file}:${line}:${column}`)}  ${styleText(colour, checkMessages.severity[severity])}  ${printable(message)} ${styleText('dim', `[${rule}]`)}`;
    return [head, ...excerpt(lines[line - 1], line, column), ...(fix ? [`  → ${printable(fix)}`] : [])].join('\n');
  });
  return problems.join('\n');
}

/** A sentence as a terminal may show it: on one line, and not endless. */
const printable = (text: string) => {
  const clean = text.replace(CONTROL, ' ');
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST)}…` : clean;
};
const LONGEST = 600;

/** Files whose lines mean something to people. */
const TEXT = /\.(?:mdx|yaml|yml|md|markdown)$/i;

function linesOf(diagnostic: Diagnostic | undefined, roots: ReadonlyMap<string, string>): string[] {
  const root = diagnostic && roots.get(diagnostic.source);
  if (!root || !TEXT.test(diagnostic?.file ?? '')) return [];
  try {
    return readFileSync(join(root, diagnostic?.file ?? ''), 'utf8').split(/\r?\n/);
  } catch {
    return [];
  }
}

/** What a terminal would act on. */
const CONTROL = /\p{Cc}/gu;

/** How much of a long line is shown around the place. */
const WIDTH = 100;

function excerpt(text: string | undefined, line: number, column: number): string[] {
  if (!text?.trim()) return [];
  const from = Math.max(0, column - 1 - WIDTH / 2);
  const shown = text.slice(from, from + WIDTH).replace(CONTROL, ' ');
  const gutter = `  ${line} │ `;
  return [styleText('dim', gutter) + shown, `${' '.repeat(gutter.length + column - 1 - from)}^`];
}

const escaped = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string) => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

const annotation = ({ source, file, line, column, severity, rule, message, fix }: Diagnostic) =>
  `::${severity} file=${property(`${source}/${file}`)},line=${line},col=${column},title=${rule}::${escaped(fix ? `${message} ${fix}` : message)}`;
