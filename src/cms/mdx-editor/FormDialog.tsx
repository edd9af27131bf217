import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { type Question, useTools, type Values } from './context.ts';
import { Dialog } from './Dialog.tsx';
import { FormField } from './FormField.tsx';

/** A form in a dialog; `onAnswer` gets its values, or nothing where it was left. */
export function FormDialog({ question, onAnswer }: { question: Question; onAnswer(values?: Values): void }) {
  const { words } = useTools();
  const [values, setValues] = useState(question.values);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(faults).length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [faults]);
  const confirm = (event: SubmitEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const found = question.faults?.(values) ?? {};
    setFaults(found);
    if (Object.keys(found).length === 0) onAnswer(values);
  };
  const change = (name: string, value: Values[string] | undefined) =>
    setValues(({ [name]: _, ...others }) => (value === undefined ? others : { ...others, [name]: value }));
  return (
    <Dialog title={question.title} onClose={() => onAnswer()}>
      {question.purpose && <p>{question.purpose}</p>}
      <form ref={form} onSubmit={confirm} noValidate>
        {question.fields.map((field) => (
          <FormField
            key={field.name}
            field={field}
            value={values[field.name]}
            placeholder={question.placeholders?.[field.name]}
            fault={faults[field.name]}
            onChange={(value) => change(field.name, value)}
          />
        ))}
        <div className="mdx-buttons">
          <button type="submit" className="mdx-primary">
            {question.confirm}
          </button>
          <button type="button" onClick={() => onAnswer()}>
            {words.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
