/** The references in an entry's fields, found by walking its schema: the one place that knows how. */
import type { z } from 'zod';

/** What is done with each reference and attachment path met; the answer takes its place. */
export interface Visitor {
  /** `collection` is an id, or `any` where the value is `collection/id`. */
  reference(value: string, collection: string, path: readonly PropertyKey[]): unknown;
  attachment(value: string, path: readonly PropertyKey[]): unknown;
}

type Walk = (value: unknown, path: PropertyKey[], visitor: Visitor) => unknown;
interface Def {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
}

const walks = new WeakMap<z.ZodType, Walk | null>();

/** The walk for a schema; none where it holds no reference. Compiled once a schema. */
function walkOf(schema: z.ZodType): Walk | null {
  const known = walks.get(schema);
  if (known !== undefined) return known;
  const walk = compile(schema);
  walks.set(schema, walk);
  return walk;
}

function compile(schema: z.ZodType): Walk | null {
  const meta = schema.meta();
  const reference = meta?.reference;
  if (reference) return (value, path, visitor) => visitor.reference(String(value), reference, path);
  if (meta?.widget === 'attachment') return (value, path, visitor) => visitor.attachment(String(value), path);
  const def = schema._zod.def as unknown as Def;
  if (def.innerType) return walkOf(def.innerType);
  if (def.element) return listWalk(def.element);
  return def.shape ? groupWalk(def.shape) : null;
}

function listWalk(element: z.ZodType): Walk | null {
  const walk = walkOf(element);
  return (
    walk && ((value, path, visitor) => (value as unknown[]).map((item, index) => walk(item, [...path, index], visitor)))
  );
}

function groupWalk(shape: Record<string, z.ZodType>): Walk | null {
  const walks = Object.entries(shape).flatMap(([key, field]): [string, Walk][] => {
    const walk = walkOf(field);
    return walk ? [[key, walk]] : [];
  });
  if (walks.length === 0) return null;
  return (value, path, visitor) => {
    const copy = { ...(value as Record<string, unknown>) };
    for (const [key, walk] of walks) if (copy[key] !== undefined) copy[key] = walk(copy[key], [...path, key], visitor);
    return copy;
  };
}

/** A copy of some fields in which the visitor's answers stand in place of references and paths. */
export const rewriteFields = (schema: z.ZodType, data: unknown, visitor: Visitor): unknown =>
  walkOf(schema)?.(data, [], visitor) ?? data;
