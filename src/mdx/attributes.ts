/** A component's attributes: literals only, checked by its schema, each problem at its attribute. */
import { checkMessages } from '#i18n';
import { type Place, type Problem, problem, schemaFindings } from './problems.ts';
import type { Registered } from './registry.ts';

interface RawAttribute {
  type: string;
  name?: string;
  value?: unknown;
}

const LITERAL = /^\s*(?:true|false|-?\d+(?:\.\d+)?|"(?:[^"\\\n]|\\[^\n])*")\s*$/;

/** The value of an attribute, or `undefined` where it is code. */
function literal(value: unknown): string | number | boolean | undefined {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value;
  const code = String((value as { value?: unknown }).value ?? '');
  try {
    return LITERAL.test(code) ? (JSON.parse(code) as string | number | boolean) : undefined;
  } catch {
    return undefined;
  }
}

/** Where an attribute stands in the source, from the start of its component's tag. */
function placeOf(name: string, source: string, start: (Place & { offset: number }) | undefined): Place {
  if (!start) return { line: 1, column: 1 };
  if (name === '') return start;
  const found = new RegExp(`\\s(${name.replace(/[^\w-]/g, '\\$&')})(?=[\\s=/>])`).exec(source.slice(start.offset));
  if (!found) return start;
  const before = source.slice(start.offset, start.offset + found.index + 1).split('\n');
  return before.length === 1
    ? { line: start.line, column: start.column + found.index + 1 }
    : { line: start.line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Reads and checks the attributes of one component. */
export function readAttributes(
  raw: RawAttribute[],
  component: Registered,
  source: string,
  start: (Place & { offset: number }) | undefined,
): { attributes: Record<string, unknown>; problems: Problem[] } {
  const problems: Problem[] = [];
  const given: Record<string, unknown> = Object.create(null);
  for (const { type, name = '', value } of raw) {
    const read = type === 'mdxJsxAttribute' ? literal(value) : undefined;
    if (name in given)
      problems.push(problem('attribute-once', placeOf(name, source, start), checkMessages.attributeTwice(name)));
    else if (read === undefined)
      problems.push(problem('mdx-expression', placeOf(name, source, start), checkMessages.expression()));
    else given[name] = read;
  }
  const parsed = component.attributes.safeParse({ ...given });
  if (parsed.success) return { attributes: parsed.data as Record<string, unknown>, problems };
  for (const { rule, path, message, fix } of schemaFindings(
    parsed.error,
    given,
    component.attributes,
    'unknownAttribute',
  )) {
    const name = String(path[0] ?? '');
    problems.push(
      problem(rule, name in given ? placeOf(name, source, start) : (start ?? { line: 1, column: 1 }), { message, fix }),
    );
  }
  return { attributes: given, problems };
}
