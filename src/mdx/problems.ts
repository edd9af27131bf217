/** Problems of one document, and how a schema's findings become some. */
import { closest, distance } from 'fastest-levenshtein';
import type { z } from 'zod';
import { checkMessages, type Said } from '#i18n';

/** A line and a column, both from 1. */
export interface Place {
  line: number;
  column: number;
}

/** One thing wrong in a document. The file is known to whoever collects it, how grave it is to the rule. */
export interface Problem extends Said, Place {
  rule: string;
}

/** A rule broken at a place. */
export const problem = (rule: string, place: Place, said: Said): Problem => ({
  rule,
  line: place.line,
  column: place.column,
  ...said,
});

/** Longer names than this are no misspelling of another. */
const LONGEST = 120;

/** The nearest of some names, where one is near enough to have been meant. */
export function nearName(name: string, names: readonly string[]): string | undefined {
  if (names.length === 0 || name.length > LONGEST) return undefined;
  const best = closest(
    name.toLowerCase(),
    names.map((known) => known.toLowerCase()),
  );
  const near = names.find((known) => known.toLowerCase() === best) ?? best;
  return distance(name.toLowerCase(), best) <= Math.max(1, Math.round(name.length / 3)) ? near : undefined;
}

/** A finding of a schema: where in the data, whether it is about the key or the value, and what to say. */
export interface SchemaFinding extends Said {
  rule: string;
  path: PropertyKey[];
  at: 'key' | 'value';
}

type Issue = z.core.$ZodIssue;

/** What kind of value stands there, by the name the messages know. */
const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

/** The parts of a schema's definition that hold other schemas. */
interface Def {
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
}
const defOf = (schema: z.ZodType): Def => schema._zod.def as unknown as Def;

/** The schema of the group a path leads to, seen through what wraps it. */
function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  let current: z.ZodType | undefined = schema;
  for (const step of path) {
    const def: Def | undefined = current && defOf(unwrap(current));
    current = typeof step === 'number' ? def?.element : def?.shape?.[String(step)];
  }
  return current && unwrap(current);
}

/** A schema without `optional`, `default`, `preprocess` and `transform` around it. */
export function unwrap(schema: z.ZodType): z.ZodType {
  const def = schema._zod.def as unknown as { type: string; innerType?: z.ZodType; in?: z.ZodType; out?: z.ZodType };
  if (def.innerType) return unwrap(def.innerType);
  if (def.type === 'pipe' && def.in && def.out)
    return unwrap((def.in._zod.def as { type: string }).type === 'transform' ? def.out : def.in);
  return schema;
}

/** The schema of a field, as its group declares it. */
const fieldAt = (schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined => {
  const parent = schemaAt(schema, path.slice(0, -1));
  return parent && defOf(parent).shape?.[String(path.at(-1))];
};

const knownNames = (schema: z.ZodType, path: readonly PropertyKey[]): string[] => {
  const group = schemaAt(schema, path);
  return Object.keys((group && defOf(group).shape) ?? {});
};

const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step], data);

/** A value that has to be there; a field that may be left out, with nothing after its colon, is only written badly. */
const isMissing = (issue: Issue, value: unknown, schema: z.ZodType): boolean =>
  value === undefined || (value === null && !fieldAt(schema, issue.path)?.safeParse(undefined).success);

/** What is said of a value that is not there, or of a field with nothing after its colon. */
function missing(issue: Issue, value: unknown, schema: z.ZodType): Said {
  const field = fieldAt(schema, issue.path);
  if (value === null && field?.safeParse(undefined).success) return checkMessages.tooShort();
  return checkMessages.missing(String(issue.path.at(-1) ?? ''), field?.meta()?.label);
}

function describe(issue: Issue, value: unknown, schema: z.ZodType): Said {
  if (value === undefined || value === null) return missing(issue, value, schema);
  switch (issue.code) {
    case 'invalid_type':
      if (typeof value === 'number' && issue.expected === 'number') return checkMessages.badValue();
      if (issue.expected === 'number' && typeof value === 'string' && /^-?\d+,\d+$/.test(value))
        return checkMessages.decimalComma(value);
      return checkMessages.wrongType(issue.expected, kindOf(value));
    case 'invalid_value': {
      if (typeof value === 'object') return checkMessages.wrongType('string', kindOf(value));
      const values = issue.values.map(String);
      return checkMessages.wrongChoice(String(value), values, nearName(String(value), values));
    }
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? checkMessages.tooShort()
        : checkMessages.tooSmall(Number(issue.minimum));
    case 'too_big':
      return issue.origin === 'string'
        ? checkMessages.tooLong(Number(issue.maximum))
        : checkMessages.tooBig(Number(issue.maximum));
    case 'invalid_format':
      return checkMessages.badFormat(issue.format === 'regex' ? issue.message : issue.format);
    case 'custom':
      return checkMessages.badFormat(String(issue.params?.rule ?? ''));
    default:
      return checkMessages.badValue();
  }
}

/** How many unknown keys of one group are told: more are one mistake many times. */
const MOST_KEYS = 50;

/**
 * What a schema finds wrong in some data, one finding a thing.
 *
 * @param unknown says what an unknown key is called there: a field or an attribute
 */
export function schemaFindings(
  error: z.ZodError,
  data: unknown,
  schema: z.ZodType,
  unknown: 'unknownField' | 'unknownAttribute' = 'unknownField',
): SchemaFinding[] {
  return error.issues.flatMap((issue): SchemaFinding[] => {
    if (issue.code === 'unrecognized_keys') {
      const names = knownNames(schema, issue.path);
      return issue.keys.slice(0, MOST_KEYS).map((key) => ({
        rule: unknown === 'unknownField' ? 'unknown-field' : 'unknown-attribute',
        path: [...issue.path, key],
        at: 'key',
        ...checkMessages[unknown](key, nearName(key, names)),
      }));
    }
    const value = valueAt(data, issue.path);
    return [
      {
        rule: isMissing(issue, value, schema) ? 'required-field' : 'field-value',
        path: issue.path,
        at: 'value',
        ...describe(issue, value, schema),
      },
    ];
  });
}
