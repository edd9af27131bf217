import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { messages } from '#i18n';
import {
  type Choice,
  EditorContext,
  type EditorTools,
  type PickEntry,
  type PickFile,
  type Question,
  type Values,
} from './context.ts';
import { EntryDialog } from './EntryDialog.tsx';
import { FormDialog } from './FormDialog.tsx';
import { chosenFile } from './files.ts';

export interface ToolsProps {
  locale: string;
  readOnly: boolean;
  pickEntry?: PickEntry | undefined;
  pickFile?: PickFile | undefined;
  loadEntries?: (() => Promise<Choice[]>) | undefined;
  previewFile?: ((path: string) => Promise<string | undefined>) | undefined;
}

/** A dialog that is open, and what waits for its answer. */
interface Open<Asked, Answer> {
  asked: Asked;
  answer(answer: Answer | undefined): void;
}

/** Asks one thing at a time, in a dialog drawn by whoever holds this state. */
function useOpen<Asked, Answer>() {
  const [open, setOpen] = useState<Open<Asked, Answer>>();
  const ask = useCallback(
    (asked: Asked) =>
      new Promise<Answer | undefined>((resolve) => {
        const answer = (given: Answer | undefined) => {
          setOpen(undefined);
          resolve(given);
        };
        setOpen({ asked, answer });
      }),
    [],
  );
  return [open, ask] as const;
}

const none = async () => [];

/** Gives the parts of an editor its words, its ways to choose, and its dialogs. */
export function Tools({ children, ...props }: ToolsProps & { children: ReactNode }) {
  const { locale, readOnly, pickEntry, pickFile = chosenFile, loadEntries = none, previewFile } = props;
  const [form, ask] = useOpen<Question, Values>();
  const [picking, pick] = useOpen<string[] | undefined, Choice>();
  const tools = useMemo(
    (): EditorTools => ({
      words: messages(locale).mdxEditor,
      readOnly,
      pickEntry: pickEntry ?? pick,
      pickFile,
      previewFile,
      ask,
    }),
    [locale, readOnly, pickEntry, pick, pickFile, previewFile, ask],
  );
  return (
    <EditorContext value={tools}>
      {children}
      {form && <FormDialog question={form.asked} onAnswer={form.answer} />}
      {picking && <EntryDialog collections={picking.asked} loadEntries={loadEntries} onPicked={picking.answer} />}
    </EditorContext>
  );
}
