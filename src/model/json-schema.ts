/** JSON Schemas from the model: code editors complete and check fields with them while one types. */
import { z } from 'zod';
import type { FieldMeta } from './fields.ts';
import { networkSchema, sourceSchema } from './network.ts';
import { collectionIds, collectionOf } from './registry.ts';

/** A schema, and the files it is for, as globs within a source. */
export interface FileSchema {
  name: string;
  format: 'mdx' | 'yaml';
  /** A path pattern below a source: `participants/*.yaml`. */
  files: string;
  schema: object;
}

/** What is ours among a schema's metadata: editors know other words for it, or none. */
const OWN: (keyof FieldMeta)[] = ['label', 'hint', 'widget', 'reference', 'choices'];

type Json = Record<string, unknown>;

/** A date may stand as a bare year, which YAML reads as a number. */
const DATE = { anyOf: [{ type: 'string' }, { type: 'integer', minimum: 1800, maximum: 9999 }] };

function override({ jsonSchema }: { jsonSchema: object }): void {
  const json = jsonSchema as Json;
  const { label, hint, choices, widget } = json as Partial<FieldMeta>;
  if (widget === 'date') {
    delete json.type;
    Object.assign(json, DATE);
  }
  // Editors read patterns without the flag that these need.
  if (String(json.pattern ?? '').includes('\\p{')) delete json.pattern;
  if (label) json.title = label;
  if (hint) json.description = hint;
  // The words beside each value (a key of VS Code's).
  if (choices && Array.isArray(json.enum)) json.enumDescriptions = json.enum.map((value) => choices[String(value)]);
  for (const key of OWN) delete json[key];
}

const toJson = (schema: z.ZodType): object =>
  z.toJSONSchema(schema, { io: 'input', target: 'draft-7', unrepresentable: 'any', override });

/** Every kind of file with fields, with its schema. */
export const fileSchemas = (): FileSchema[] => [
  ...collectionIds.flatMap((id): FileSchema[] => {
    const collection = collectionOf(id);
    if (!collection) return [];
    const { format, schema, part } = collection;
    const own: FileSchema = { name: id, format, files: `${id}/**/*.${format}`, schema: toJson(schema) };
    return part
      ? [own, { name: `${id}-part`, format, files: `${id}/*/*.${format}`, schema: toJson(part.schema) }]
      : [own];
  }),
  { name: 'network', format: 'yaml', files: 'network.yaml', schema: toJson(networkSchema) },
  { name: 'source', format: 'yaml', files: 'source.yaml', schema: toJson(sourceSchema) },
];
