import { useEffect, useId, useState } from 'react';
import { type Choice, useTools } from './context.ts';
import { Dialog } from './Dialog.tsx';

interface Props {
  collections: string[] | undefined;
  loadEntries(): Promise<Choice[]>;
  onPicked(choice?: Choice): void;
}

/** As many results as are worth reading. */
const MOST = 50;

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Entries whose title or name has all the words that are looked for. */
function matching(entries: Choice[], searched: string): Choice[] {
  const wanted = plain(searched).split(/\s+/).filter(Boolean);
  return entries.filter(({ ref, title }) => wanted.every((word) => plain(`${title} ${ref}`).includes(word)));
}

/** Looks for an entry among those of some collections. */
export function EntryDialog({ collections, loadEntries, onPicked }: Props) {
  const { words } = useTools();
  const [entries, setEntries] = useState<Choice[]>();
  const [failed, setFailed] = useState(false);
  const [searched, setSearched] = useState('');
  const id = useId();
  useEffect(() => {
    loadEntries().then(
      (all) => setEntries(all.filter(({ collection }) => !collections || collections.includes(collection))),
      () => setFailed(true),
    );
  }, [collections, loadEntries]);
  const found = matching(entries ?? [], searched);
  const count = found.length === 0 ? words.noEntries : words.entryCount(found.length);
  return (
    <Dialog title={words.chooseEntry} onClose={() => onPicked()}>
      <div className="mdx-field">
        <label htmlFor={id}>{words.searchEntry}</label>
        <input id={id} type="search" value={searched} onChange={({ target }) => setSearched(target.value)} />
      </div>
      <p role="status">{failed ? words.loadFailed : entries && count}</p>
      <ul className="mdx-choices">
        {found.slice(0, MOST).map((choice) => (
          <li key={choice.ref}>
            <button type="button" onClick={() => onPicked(choice)}>
              <strong>{choice.title}</strong>
              <span>{choice.ref}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="mdx-buttons">
        <button type="button" onClick={() => onPicked()}>
          {words.cancel}
        </button>
      </div>
    </Dialog>
  );
}
