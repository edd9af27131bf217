/** What a zod schema says of its values besides what `describeFields` tells: parts, limits, patterns. */
import type { z } from 'zod';

interface Check {
  check: string;
  minimum?: number;
  maximum?: number;
  value?: number;
  pattern?: RegExp;
  error?: (issue: object) => unknown;
}

interface Def {
  type: string;
  format?: string;
  innerType?: z.ZodType;
  in?: z.ZodType;
  out?: z.ZodType;
  element?: z.ZodType;
  shape?: Record<string, z.ZodType>;
  checks?: { _zod: { def: Check } }[];
}

/** The definition of a schema without what wraps it. */
function defOf(schema: z.ZodType): Def {
  const def = schema._zod.def as unknown as Def;
  if (def.innerType) return defOf(def.innerType);
  if (def.type !== 'pipe' || !def.in || !def.out) return def;
  const first = defOf(def.in);
  return first.type === 'transform' ? defOf(def.out) : first;
}

/** The schemas of a group's fields. */
export const shapeOf = (schema: z.ZodType): Record<string, z.ZodType> => defOf(schema).shape ?? {};

/** The schema of a list's items. */
export const itemOf = (schema: z.ZodType): z.ZodType | undefined => defOf(schema).element;

export const isUrl = (schema: z.ZodType): boolean => defOf(schema).format === 'url';

/** What a string or a number may be. */
export interface Limits {
  /** Of a number. */
  min?: number;
  max?: number;
  /** Of a string, in characters. */
  longest?: number;
  /** True where space around it does not count, and something has to be left. */
  trimmed: boolean;
  /** Each with the code that names it. */
  patterns: { pattern: RegExp; code: string }[];
}

export function limitsOf(schema: z.ZodType): Limits {
  const limits: Limits = { trimmed: false, patterns: [] };
  for (const { _zod } of defOf(schema).checks ?? []) {
    const { check, maximum, value = 0, pattern, error } = _zod.def;
    if (check === 'greater_than') limits.min = Math.max(value, limits.min ?? value);
    if (check === 'less_than') limits.max = Math.min(value, limits.max ?? value);
    if (check === 'max_length' && maximum !== undefined) limits.longest = maximum;
    if (check === 'overwrite') limits.trimmed = true;
    if (pattern) limits.patterns.push({ pattern, code: String(error?.({})) });
  }
  return limits;
}
