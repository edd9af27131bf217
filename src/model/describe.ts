/** A schema told as fields: what help pages and forms say of it. */
import type { z } from 'zod';
import type { FieldMeta } from './fields.ts';

/** What a value is, in the words of the help pages' tables. */
export type FieldKind =
  | 'line'
  | 'text'
  | 'date'
  | 'reference'
  | 'attachment'
  | 'choice'
  | 'flag'
  | 'number'
  | 'whole'
  | 'group';

export interface Field {
  name: string;
  /** Italian, as everything people read of a field. */
  label: string;
  hint?: string | undefined;
  required: boolean;
  kind: FieldKind;
  /** True where it holds any number of such values. */
  list: boolean;
  /** The collection that a reference names, or `any`. */
  reference?: string | undefined;
  /** Values of a choice, each with its label; the value itself where it has none. */
  choices?: [value: string, label: string][] | undefined;
  /** Fields of a group. */
  fields?: Field[] | undefined;
}

interface Def {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  in?: z.ZodType;
  out?: z.ZodType;
  entries?: Record<string, string>;
}

const defOf = (schema: z.ZodType) => schema._zod.def as unknown as Def;

/** A schema without what wraps it, with the metadata found on the way in. */
function opened(schema: z.ZodType, meta: Partial<FieldMeta> = {}): { schema: z.ZodType; meta: Partial<FieldMeta> } {
  const known = { ...schema.meta(), ...meta };
  const def = defOf(schema);
  if (def.innerType) return opened(def.innerType, known);
  if (def.type === 'pipe' && def.in && def.out)
    return opened(defOf(def.in).type === 'transform' ? def.out : def.in, known);
  return { schema, meta: known };
}

function kindOf(schema: z.ZodType, { widget, reference }: Partial<FieldMeta>): FieldKind {
  const { type } = defOf(schema);
  if (reference) return 'reference';
  if (widget) return widget;
  if (type === 'object') return 'group';
  if (type === 'boolean') return 'flag';
  if (type === 'enum') return 'choice';
  if (type === 'number') return (schema as { isInt?: boolean }).isInt ? 'whole' : 'number';
  return 'line';
}

/** One field, described. */
function describe(name: string, field: z.ZodType): Field {
  const outer = opened(field);
  const { element } = defOf(outer.schema);
  const { schema, meta } = element ? opened(element) : outer;
  const { shape, entries } = defOf(schema);
  const choices =
    entries && Object.values(entries).map((value): [string, string] => [value, meta.choices?.[value] ?? value]);
  return {
    name,
    label: outer.meta.label ?? name,
    hint: outer.meta.hint ?? meta.hint,
    required: !field.safeParse(undefined).success,
    kind: kindOf(schema, meta),
    list: element !== undefined,
    reference: meta.reference,
    choices,
    fields: shape && describeFields(schema),
  };
}

/** The fields of a group, in its order. */
export const describeFields = (schema: z.ZodType): Field[] =>
  Object.entries(defOf(opened(schema).schema).shape ?? {}).map(([name, field]) => describe(name, field));
