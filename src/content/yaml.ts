/** YAML with positions: the fields of a file, and where each of them stands. */
import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, visit } from 'yaml';
import { checkMessages } from '#i18n';
import { type Place, type Problem, problem } from '#mdx';

export interface Fields {
  value: unknown;
  problems: Problem[];
  /** Where a field stands: its key, or its value. The nearest known place when it is not there. */
  locate(path: readonly PropertyKey[], at?: 'key' | 'value'): Place;
}

/** How many aliases a file may expand to; more is an attack or a mistake. */
const ALIASES = 100;
const start: Place = { line: 1, column: 1 };

/**
 * Parses YAML 1.2.
 *
 * @param text the fields; put blank lines before them to make positions those of a whole file
 */
export function parseFields(text: string): Fields {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, strict: true, uniqueKeys: false });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  // What the parser only warns of would be read as something else: a tag that it does not know, as plain text.
  const problems = [...document.errors, ...document.warnings]
    .slice(0, 1)
    .map(({ code, pos }) => problem('yaml-syntax', place(pos[0]), checkMessages.yaml(code)));
  const bad = problems.length === 0 ? badKey(document) : undefined;
  if (bad)
    problems.push(
      problem(
        'yaml-syntax',
        place(bad.range?.[0] ?? 0),
        checkMessages.yaml(isScalar(bad) ? 'DUPLICATE_KEY' : 'GROUP_AS_KEY'),
      ),
    );
  const locate: Fields['locate'] = (path, at = 'value') => offsetOf(document.contents, path, at, place);
  if (problems.length > 0) return { value: undefined, problems, locate };
  try {
    return { value: document.toJS({ maxAliasCount: ALIASES }) as unknown, problems, locate };
  } catch {
    return { value: undefined, problems: [problem('yaml-syntax', start, checkMessages.yaml('BAD_ALIAS'))], locate };
  }
}

/** The first key that stands twice in its group, or is no name. The parser's own check compares every key with every other. */
function badKey(document: Document): Node | undefined {
  let found: Node | undefined;
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key) || seen.has(key.value)) {
          found = key as Node;
          return visit.BREAK;
        }
        seen.add(key.value);
      }
      return undefined;
    },
  });
  return found;
}

function offsetOf(
  root: Node | null,
  path: readonly PropertyKey[],
  at: 'key' | 'value',
  place: (offset: number) => Place,
): Place {
  let node: Node | null = root;
  let known = root?.range ? place(root.range[0]) : start;
  for (const [depth, step] of path.entries()) {
    const last = depth === path.length - 1;
    if (isSeq(node)) {
      node = (node.items[Number(step)] as Node | undefined) ?? null;
    } else if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step)) as
        | Pair<Node, Node | null>
        | undefined;
      if (!pair) return known;
      if (pair.key.range) known = place(pair.key.range[0]);
      if (last && at === 'key') return known;
      node = pair.value;
    } else return known;
    if (node?.range) known = place(node.range[0]);
  }
  return known;
}
