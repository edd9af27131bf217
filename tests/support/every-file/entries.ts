/** Every entry of some sources, as the editor has it: by the name of its form, with a field to change. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { collectionNamed, collectionOf, describeFields, isPartName } from '#model';
import { type DecapCollection, type FormSource, formsOf } from '../../../src/cms/forms/index.ts';

/** Files at the top of a source: they say what it is, and have no form. */
const OF_THE_SOURCE = new Set(['network.yaml', 'source.yaml']);

/** A field, and what is typed into it: at the end of a text, or as the label of a choice. */
export interface Typed {
  name: string;
  keys: string;
  isChoice: boolean;
  /** What it then holds. */
  value: string;
}

export interface OpenedEntry {
  /** From the root of the repository. */
  path: string;
  /** Its form's name, and what Decap calls it there. */
  form: string;
  slug: string;
  hasBody: boolean;
  field: Typed;
}

const partsOf = (text: string, isMdx: boolean): { fields: Record<string, unknown>; body: string } => {
  const [, fields = text, body = ''] = (isMdx && /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(text)) || [];
  return { fields: parse(fields) as Record<string, unknown>, body };
};

/** The form that shows a file: of those over its folder, the one that Decap's filter leaves it in. */
const formFor = (forms: readonly DecapCollection[], path: string, fields: Record<string, unknown>) =>
  forms.find(
    ({ folder, extension, filter }) =>
      path.startsWith(`${folder}/`) &&
      path.endsWith(`.${extension}`) &&
      (filter === undefined || fields[filter.field] === undefined),
  );

const MORE = ' prova';

/** What can be typed into, in turn: texts, and names; where there are none, their status. */
function typedInto(form: DecapCollection, fields: Record<string, unknown>, turn: number): Typed | undefined {
  const collection = collectionOf(collectionNamed(form.name) ?? '');
  const schema = isPartName(form.name) ? collection?.part?.schema : collection?.schema;
  const known = (schema ? describeFields(schema) : []).filter(({ name, list }) => !list && fields[name] !== undefined);
  const texts = known.filter(
    ({ name, kind }) => kind === 'text' || (kind === 'line' && name === form.identifier_field),
  );
  const text = texts[turn % texts.length];
  if (text) {
    const value = String(fields[text.name]).trimEnd() + MORE;
    return { name: text.name, keys: MORE, isChoice: false, value };
  }
  const choice = known.find(({ name, kind }) => kind === 'choice' && name === 'status');
  const [value, label] = choice?.choices?.find(([other]) => other !== fields[choice.name]) ?? [];
  return choice && value && label ? { name: choice.name, keys: label, isChoice: true, value } : undefined;
}

/**
 * All of them, in the order of their paths.
 *
 * @param root the folder that the sources' paths are from
 * @throws where a file has no form, or nothing in its form can be typed into
 */
export function entriesIn(root: string, sources: readonly FormSource[]): OpenedEntry[] {
  const forms = formsOf({ role: 'coordinator', participant: null, sources, locale: 'it' });
  return sources.flatMap((source) => {
    const files = globSync('**/*.{mdx,yaml}', { cwd: join(root, source.path) }).sort();
    return files
      .filter((file) => !OF_THE_SOURCE.has(file))
      .map((file, turn): OpenedEntry => {
        const path = `${source.path}/${file}`;
        const { fields, body } = partsOf(readFileSync(join(root, path), 'utf8'), path.endsWith('.mdx'));
        const form = formFor(forms, path, fields);
        const field = form && typedInto(form, fields, turn);
        if (!field) throw new Error(`${path} ${form ? 'has nothing to type into' : 'has no form'}`);
        const slug = path.slice(form.folder.length + 1, -form.extension.length - 1);
        return { path, form: form.name, slug, hasBody: body.trim() !== '', field };
      });
  });
}
