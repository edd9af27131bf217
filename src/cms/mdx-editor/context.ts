/** What every part of the editor may ask for. */
import { createContext, useContext } from 'react';
import type { Messages } from '#i18n';
import type { Field } from '#model';

export type Words = Messages['mdxEditor'];

/** An entry as it is offered for choice; `ref` is `collection/id`. */
export interface Choice {
  ref: string;
  title: string;
  collection: string;
}

export type PickEntry = (collections?: string[]) => Promise<{ ref: string; title: string } | undefined>;
export type PickFile = (file?: File) => Promise<{ path: string } | undefined>;

/** Values of a form, by the names of its fields; what is not given is absent. */
export type Values = Record<string, string | number | boolean>;

/** A form to show. */
export interface Question {
  title: string;
  /** What the form is for, in a sentence. */
  purpose?: string | undefined;
  confirm: string;
  fields: Field[];
  values: Values;
  /** Texts shown in empty fields. */
  placeholders?: Record<string, string> | undefined;
  /** What is wrong with values, by field. */
  faults?: ((values: Values) => Record<string, string>) | undefined;
}

export interface EditorTools {
  words: Words;
  readOnly: boolean;
  pickEntry: PickEntry;
  pickFile: PickFile;
  /** Where a file beside the entry can be seen; absent where it cannot. */
  previewFile: ((path: string) => Promise<string | undefined>) | undefined;
  /** Shows a form; nothing where it was left. */
  ask(question: Question): Promise<Values | undefined>;
}

export const EditorContext = createContext<EditorTools | undefined>(undefined);

/** The tools of the editor that a part stands in. */
export function useTools(): EditorTools {
  const tools = useContext(EditorContext);
  if (!tools) throw new Error('This part stands in no MdxEditor.');
  return tools;
}
