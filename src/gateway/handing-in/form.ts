/** What the form asks for, and what is wrong with what was typed: by the model's own fields. */
import type { Messages } from '#i18n';
import { collections, describeFields, nameFrom } from '#model';

export type Words = Messages['handingIn'];

/** The form's fields, as they are named in it. */
export const fieldNames = ['titolo', 'scopo', 'tipo', 'temi', 'file', 'lettura', 'alternativa', 'note'] as const;
export type FieldName = (typeof fieldNames)[number];

/** Whether a file can be read with assistive technologies, as whoever hands it in knows it. */
export const readings = ['unknown', 'yes', 'no'] as const;
export type Reading = (typeof readings)[number];

/** What was typed and chosen; files apart. */
export interface Typed {
  title: string;
  summary: string;
  kind: string;
  themes: string[];
  reading: Reading;
  note: string;
}

/** What is to be mended, by field; `form` where that is none of them. */
export type Problems = Partial<Record<FieldName | 'form', string>>;

export const NOTHING: Typed = { title: '', summary: '', kind: '', themes: [], reading: 'unknown', note: '' };

const { shape } = collections.tools.schema;

/** The kinds of tools, each with its name. */
export const kinds = describeFields(collections.tools.schema).find(({ name }) => name === 'kind')?.choices ?? [];

/** A text as the model takes it: browsers send line ends of their own. */
const tidy = (text = ''): string => text.replace(/\r\n?/g, '\n').normalize('NFC').trim();

/** What a form says. @param values of its fields, by name */
export function typedIn(values: ReadonlyMap<string, readonly string[]>): Typed {
  const one = (name: FieldName) => tidy(values.get(name)?.[0]);
  return {
    title: one('titolo').replace(/\s+/g, ' '),
    summary: one('scopo'),
    kind: one('tipo'),
    themes: [...new Set(values.get('temi'))],
    reading: readings.find((reading) => reading === one('lettura')) ?? 'unknown',
    note: one('note'),
  };
}

/** What the model says of a text. */
function textProblem(schema: typeof shape.title, text: string, missing: string, words: Words): string | undefined {
  if (text === '') return missing;
  const issue = schema.safeParse(text).error?.issues[0];
  if (!issue) return undefined;
  return issue.code === 'too_big' ? words.tooLong(Number(issue.maximum), text.length) : words.characters;
}

/**
 * What is wrong with what was typed.
 *
 * @param themes those that there are, by id
 */
export function problemsOf(typed: Typed, themes: ReadonlySet<string>, words: Words): Problems {
  const { missing } = words;
  const title =
    textProblem(shape.title, typed.title, missing.titolo, words) ??
    (nameFrom(typed.title) ? undefined : words.nameless);
  const isKind = kinds.some(([value]) => value === typed.kind);
  const areThemes = typed.themes.length > 0 && typed.themes.every((theme) => themes.has(theme));
  const all: Problems = {
    titolo: title,
    scopo: textProblem(shape.summary, typed.summary, missing.scopo, words),
    tipo: isKind ? undefined : missing.tipo,
    temi: areThemes ? undefined : missing.temi,
    // A note is text like any other, only that it may be missing.
    note: typed.note === '' ? undefined : textProblem(shape.summary, typed.note, '', words),
  };
  return withoutGaps(all);
}

/** Only what there is. */
export const withoutGaps = (problems: Problems): Problems =>
  Object.fromEntries(Object.entries(problems).filter(([, text]) => text !== undefined));
