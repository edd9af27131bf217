/**
 * The kinds of field a collection may use. Each returns a zod schema whose metadata
 * (`FieldMeta`) tells what else is derived from it: labels and hints for forms and help
 * pages, and, for references and attachment paths, what the graph has to resolve.
 */
import { z } from 'zod';
import { isOpenDate, isPartialDate } from './dates.ts';

/** What a field knows besides its type. `label` and `hint` are Italian, for editors. */
export interface FieldMeta {
  label: string;
  hint?: string | undefined;
  /** How a form asks for it; derived from the type where absent. */
  widget?: 'line' | 'text' | 'date' | 'reference' | 'attachment' | 'choice' | undefined;
  /** The collection a reference names, or `any` where the value is `collection/id`. */
  reference?: string | undefined;
  /** Labels of the values of a choice, by value. */
  choices?: Record<string, string> | undefined;
}

declare module 'zod' {
  interface GlobalMeta extends Partial<FieldMeta> {}
}

/** A reference to an entry. The brand lets the graph's types replace it by a resolved link. */
export type Reference = string & { readonly __reference: unique symbol };
/** A path of a file beside the entry, relative to the entry's own folder. */
export type AttachmentPath = string & { readonly __attachment: unique symbol };

const ID = /^[A-Za-z0-9][A-Za-z0-9_-]*(\/[A-Za-z0-9][A-Za-z0-9_-]*)*$/;

/** No control characters but tabs and line ends, no halves of a character, none that nobody sees. */
const CLEAN = /^(?:[^\p{Cc}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\t\n\r])*$/u;
/** The same, and no line ends. */
const LINE = /^[^\p{Cc}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]*$/u;

/** One line of text, trimmed, not empty. */
export const line = (label: string, hint?: string) =>
  z.string().trim().min(1).max(300).regex(LINE, { error: 'line' }).meta({ label, hint, widget: 'line' });

/** Text of several lines, trimmed, not empty. */
export const text = (label: string, hint?: string) =>
  z.string().trim().min(1).max(5000).regex(CLEAN, { error: 'characters' }).meta({ label, hint, widget: 'text' });

/** An ISO date known to the day, the month or the year: `2012-05-04`, `2011-06`, `2011`. */
export const date = (label: string, hint?: string) =>
  z
    .preprocess(
      (value) => (typeof value === 'number' ? String(value) : value),
      z.string().refine(isPartialDate, { params: { rule: 'date' } }),
    )
    .meta({ label, hint, widget: 'date' });

/** As `date`, and also `../2012-05-04`: by that date, the exact day not known (EDTF, ISO 8601-2). */
export const openDate = (label: string, hint?: string) =>
  z
    .preprocess(
      (value) => (typeof value === 'number' ? String(value) : value),
      z.string().refine(isOpenDate, { params: { rule: 'open-date' } }),
    )
    .meta({ label, hint, widget: 'date' });

/** A time of day, as Italian clocks show it: `09:30`. */
export const time = (label: string, hint?: string) =>
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'time' })
    .meta({ label, hint, widget: 'line' });

/** A whole number, 0 or more. */
export const whole = (label: string, hint?: string) => z.int().min(0).meta({ label, hint });

/** A number that people count or measure: larger ones are slips. */
export const number = (label: string, hint?: string) => z.number().min(-1e12).max(1e12).meta({ label, hint });

/** Yes or no. */
export const flag = (label: string, hint?: string) => z.boolean().meta({ label, hint });

/** One of a few values, each with its Italian label. */
export const choice = <const Values extends Record<string, string>>(label: string, choices: Values, hint?: string) =>
  z
    .enum(Object.keys(choices) as [keyof Values & string, ...(keyof Values & string)[]])
    .meta({ label, hint, choices, widget: 'choice' });

/** A web address, http or https. */
export const url = (label: string, hint?: string) =>
  z.url({ protocol: /^https?$/ }).meta({ label, hint, widget: 'line' });

/** The id of an entry of one collection. */
export const reference = (collection: string, label: string, hint?: string) =>
  z
    .string()
    .regex(ID, { error: 'id' })
    .transform((value) => value as Reference)
    .meta({ label, hint, reference: collection, widget: 'reference' });

/** `collection/id`: an entry of any collection. */
export const anyReference = (label: string, hint?: string) => reference('any', label, hint);

/** A file beside the entry, relative to its folder, without `..`. */
export const attachment = (label: string, hint?: string) =>
  z
    .string()
    .min(1)
    .transform((value) => value as AttachmentPath)
    .meta({ label, hint, widget: 'attachment' });

/** A list with an Italian label. */
export const listOf = <Item extends z.ZodType>(item: Item, label: string, hint?: string) =>
  z.array(item).meta({ label, hint });

/** Several fields under one label. */
export const group = <Shape extends z.ZodRawShape>(shape: Shape, label: string, hint?: string) =>
  z.strictObject(shape).meta({ label, hint });

/** Who may read an entry. Required wherever it stands: forgetting it is an error, not a default. */
export const access = () =>
  choice(
    'Chi può leggere',
    { public: 'Tutti', participants: 'Solo i partecipanti' },
    'Obbligatorio: senza una scelta esplicita il contenuto non si pubblica.',
  );

/** The ISTAT code of a municipality: six digits, as a string, so that leading zeros stay. */
export const istatCode = () =>
  z
    .string()
    .regex(/^\d{6}$/, { error: 'istat' })
    .meta({
      label: 'Codice ISTAT',
      hint: 'Sei cifre tra virgolette, con gli zeri iniziali: «"028037"».',
      widget: 'line',
    });

/** The two-letter code of an Italian province. */
export const province = () =>
  z
    .string()
    .regex(/^[A-Z]{2}$/, { error: 'province' })
    .meta({ label: 'Provincia', hint: 'La sigla di due lettere maiuscole, per esempio «PD».', widget: 'line' });

/** Ids this entry had before: the site answers at the old addresses with a redirect. */
export const redirectFrom = () =>
  listOf(
    z.string().regex(ID, { error: 'id' }),
    'Identificativi precedenti',
    'Gli indirizzi che la voce aveva prima: restano validi.',
  ).optional();

export const updated = () => date('Ultimo aggiornamento', 'Quando il contenuto è stato controllato l’ultima volta.');
export const reviewBy = () => date('Da rivedere entro', 'Entro quando va ricontrollato che sia ancora valido.');
export const themes = () =>
  z
    .array(reference('themes', 'Tema'))
    .min(1)
    .meta({ label: 'Temi', hint: 'I temi della rete a cui si collega: almeno uno.' });
export const related = () =>
  listOf(
    anyReference('Voce'),
    'Voci collegate',
    'Nella forma «raccolta/identificativo», per esempio «guides/picchi».',
  ).optional();
export const authors = () =>
  listOf(reference('participants', 'Partecipante'), 'A cura di', 'I partecipanti che l’hanno scritta.').optional();
export const title = (hint?: string) => line('Titolo', hint);
export const summary = () => text('In breve', 'Una o due frasi: che cosa contiene e a chi serve.');

/** State of a guide or manual: a draft is shown to participants only. */
export const documentStatus = () => choice('Stato', { draft: 'Bozza', current: 'Valida', superseded: 'Superata' });
