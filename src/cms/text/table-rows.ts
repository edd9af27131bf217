/** A table of which some rows changed. */
import { aligned } from './alignment.ts';
import { endOf, type Node, startOf, writeTree } from './markdown.ts';

/**
 * The source of a table with other rows: those that say the same keep their bytes, new ones are as wide as the others.
 *
 * @returns `undefined` where its columns changed, or where its lines have no sign at their ends
 */
export function changedTable(
  source: string,
  old: Node,
  wanted: Node,
  keyOf: (node: Node, isOld: boolean) => string,
): string | undefined {
  const was = old.children ?? [];
  const [header, ...rows] = wanted.children ?? [];
  const slice = (node: Node) => source.slice(startOf(node), endOf(node));
  const columns = was[0]?.children?.length;
  if (!header || !was[0] || header.children?.length !== columns || !isSame(old.align, wanted.align)) return undefined;
  if (was.some((row) => !/^\|.*\|$/.test(slice(row)) || row.children?.length !== columns)) return undefined;

  const widths = widthsOf(was);
  const written = (row: Node) => rowText(row, widths, old.align ?? []);
  const first = keyOf(header, false) === keyOf(was[0], true) ? slice(was[0]) : written(header);
  const second = was[1] ? startOf(was[1]) : endOf(old);
  const rule = source.slice(endOf(was[0]), second).trimEnd();
  const gap = /\r?\n[ \t]*/.exec(rule)?.[0] ?? '\n';
  const body = aligned(was.slice(1), rows, keyOf).map(({ node, index, same }) =>
    same && index !== undefined ? slice(was[index + 1] as Node) : written(node),
  );
  return [first + rule, ...body].join(gap);
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** How wide each column is written; 0 where its rows differ. */
function widthsOf(rows: readonly Node[]): number[] {
  const widths = rows.map((row) => (row.children ?? []).map((cell) => endOf(cell) - startOf(cell) - '|  '.length));
  return (widths[0] ?? []).map((width, column) => {
    const own = column === (widths[0]?.length ?? 0) - 1 ? width - '|'.length : width;
    return widths.every((row) => row[column] === width) ? own : 0;
  });
}

function rowText(row: Node, widths: readonly number[], align: readonly (string | null)[]): string {
  const cells = (row.children ?? []).map((cell, column) => {
    const line =
      writeTree({ type: 'table', align: [], children: [{ type: 'tableRow', children: [cell] }] }).split('\n')[0] ?? '';
    const text = line.slice(1, -1).trim();
    const space = Math.max((widths[column] ?? 0) - text.length, 0);
    const left = align[column] === 'right' ? space : align[column] === 'center' ? Math.floor(space / 2) : 0;
    return `${' '.repeat(left)}${text}${' '.repeat(space - left)}`;
  });
  return `| ${cells.join(' | ')} |`;
}
