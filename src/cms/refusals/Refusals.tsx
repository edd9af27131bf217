/** What stands in the way of a save, until it is mended or put away. */
import { useEffect, useRef, useState } from 'react';
import { messages } from '#i18n';
import { onRefusal, type Refusal } from './refusal.ts';
import { Versions } from './Versions.tsx';

const words = messages('it').forms.refusals;

const SIGN_IN = '/accesso/';

/** A line of the text that was to be saved. */
const lineOf = ({ mine }: Refusal, line: number): string => mine.split('\n')[line - 1]?.trim() ?? '';

function Problems({ refusal }: { refusal: Refusal }) {
  const isHere = (file: string) => refusal.path.endsWith(`/${file}`);
  return (
    <ol>
      {refusal.diagnostics.map(({ file, line, severity, message, fix }) => (
        <li key={`${file}:${line}:${message}`}>
          <p>
            {severity === 'warning' && `${words.warning} `}
            {message} {fix}
          </p>
          {isHere(file) ? line > 1 && <code>{lineOf(refusal, line)}</code> : <code>{file}</code>}
        </li>
      ))}
    </ol>
  );
}

export function Refusals() {
  const [refusal, setRefusal] = useState<Refusal>();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => onRefusal(setRefusal), []);
  useEffect(() => {
    if (refusal) dialog.current?.showModal();
  }, [refusal]);
  if (!refusal) return null;
  const close = () => setRefusal(undefined);
  const { theirs, keepMine, reason } = refusal;
  return (
    <dialog ref={dialog} className="polinet-refusal" aria-labelledby="polinet-refusal-title" onClose={close}>
      <h2 id="polinet-refusal-title">{reason === 'deletion' ? words.notDeleted : words.title}</h2>
      <p>{refusal.message}</p>
      {refusal.diagnostics.length > 0 && <Problems refusal={refusal} />}
      {theirs && <Versions mine={refusal.mine} theirs={theirs.data ?? ''} />}
      <p className="polinet-actions">
        {reason === 'session' && (
          <a href={SIGN_IN} target="_blank" rel="noreferrer">
            {words.signIn}
          </a>
        )}
        {keepMine && (
          <button
            type="button"
            onClick={() => {
              keepMine();
              close();
            }}
          >
            {words.keepMine}
          </button>
        )}
        <button type="button" onClick={close}>
          {words.back}
        </button>
      </p>
      {keepMine && <p>{words.help}</p>}
    </dialog>
  );
}
