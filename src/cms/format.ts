/** The formats of content files for Decap: what a form did not change keeps its bytes. */
import { collectionNamed, collectionOf, describeFields, isPartName } from '#model';
import { type DecapCollection, OWN, withoutOwn } from './forms/index.ts';
import { changedFile, type Key, parseFile } from './text/index.ts';

/** The fields of a collection, or of its parts, in the model's order. */
function keysOf({ name }: DecapCollection): readonly Key[] {
  const collection = collectionOf(collectionNamed(name) ?? '');
  const schema = isPartName(name) ? collection?.part?.schema : collection?.schema;
  return schema ? describeFields(schema) : [];
}

/** The format of a collection's files, for `registerCustomFormat`. */
export function formatOf(collection: DecapCollection) {
  const format = collection.extension;
  const keys = keysOf(collection);
  return {
    fromFile(text: string): Record<string, unknown> {
      const { data, problem } = parseFile(text, format);
      if (problem) throw new Error(`${problem.line}:${problem.column} ${problem.message}`);
      return { ...data, [OWN.file]: text };
    },
    toFile(values: Record<string, unknown>): string {
      const { [OWN.file]: original } = values;
      const before = typeof original === 'string' ? original : undefined;
      const changed = changedFile(before, withoutOwn(values), { format, keys });
      if ('problem' in changed) throw new Error(changed.problem.message);
      return changed.text;
    },
  };
}
