import { useId, useState } from 'react';
import type { Field } from '#model';
import { useTools, type Values } from './context.ts';

interface Props {
  field: Field;
  value: Values[string] | undefined;
  placeholder: string | undefined;
  fault: string | undefined;
  onChange(value: Values[string] | undefined): void;
}

/** One field of a form: its label, its control, its hint and what is wrong with it. */
export function FormField(props: Props) {
  const { field, fault } = props;
  const { words } = useTools();
  const id = useId();
  const described = [field.hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ') || undefined;
  return (
    <div className="mdx-field">
      <label htmlFor={id}>
        {field.label}
        {field.required && <span className="mdx-required"> ({words.required})</span>}
      </label>
      <Control {...props} id={id} described={described} />
      {field.hint && (
        <p id={`${id}-hint`} className="mdx-hint">
          {field.hint}
        </p>
      )}
      {fault && (
        <p id={`${id}-fault`} className="mdx-fault">
          {fault}
        </p>
      )}
    </div>
  );
}

function Control({ field, value, placeholder, fault, onChange, id, described }: Props & Described) {
  const { words } = useTools();
  const common = { id, 'aria-describedby': described, 'aria-invalid': fault ? true : undefined };
  const given = (text: string) => onChange(text === '' ? undefined : text);
  if (field.kind === 'flag')
    return (
      <input
        {...common}
        type="checkbox"
        checked={value === true}
        onChange={(event) => onChange(event.target.checked || undefined)}
      />
    );
  if (field.kind === 'choice')
    return (
      <select {...common} value={String(value ?? '')} onChange={(event) => given(event.target.value)}>
        {!field.required && <option value="">{words.none}</option>}
        {field.choices?.map(([choice, label]) => (
          <option key={choice} value={choice}>
            {label}
          </option>
        ))}
      </select>
    );
  if (field.kind === 'text')
    return (
      <textarea {...common} rows={4} value={String(value ?? '')} onChange={(event) => given(event.target.value)} />
    );
  const isNumber = field.kind === 'number' || field.kind === 'whole';
  const input = (
    <input
      {...common}
      type={isNumber ? 'number' : 'text'}
      step={field.kind === 'whole' ? 1 : 'any'}
      placeholder={placeholder}
      aria-required={field.required}
      value={String(value ?? '')}
      onChange={({ target }) =>
        isNumber ? onChange(target.value === '' ? undefined : target.valueAsNumber) : given(target.value)
      }
    />
  );
  if (field.kind !== 'reference' && field.kind !== 'attachment') return input;
  return (
    <div className="mdx-picked">
      {input}
      <Picker field={field} onPicked={given} />
    </div>
  );
}

interface Described {
  id: string;
  described: string | undefined;
}

/** The button that looks for an entry or a file. */
function Picker({ field, onPicked }: { field: Field; onPicked(value: string): void }) {
  const { words, pickEntry, pickFile } = useTools();
  const [failed, setFailed] = useState(false);
  const one = field.reference === 'any' ? undefined : field.reference;
  const pick = async () => {
    setFailed(false);
    try {
      if (field.kind === 'attachment') {
        const file = await pickFile();
        if (file) onPicked(file.path);
        return;
      }
      const entry = await pickEntry(one ? [one] : undefined);
      if (entry) onPicked(one && entry.ref.startsWith(`${one}/`) ? entry.ref.slice(one.length + 1) : entry.ref);
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <button type="button" onClick={pick}>
        {field.kind === 'attachment' ? words.chooseFile : words.chooseEntry}
      </button>
      <span role="status" className="mdx-fault">
        {failed && (field.kind === 'attachment' ? words.fileFailed : words.loadFailed)}
      </span>
    </>
  );
}
