/** A field that names other entries: picked from those that there are, by their titles. */
import { useEffect, useState } from 'react';
import { messages } from '#i18n';
import { collectionNamed } from '#model';
import { type Known, knownEntries } from '../backend/entries.ts';
import { type ControlProps, listOf, optionOf } from './props.ts';

const words = messages('it').forms.reference;

/** The entries of some collections, as a field may name them. */
function useEntries(props: ControlProps<never>): (Known & { value: string })[] | undefined {
  const [known, setKnown] = useState<Known[]>();
  useEffect(() => {
    let isThere = true;
    void knownEntries().then(
      (entries) => isThere && setKnown(entries),
      () => isThere && setKnown([]),
    );
    return () => {
      isThere = false;
    };
  }, []);
  const wanted = new Set((optionOf<string[]>(props, 'collections') ?? []).map(collectionNamed));
  const isBare = optionOf(props, 'value') === 'id';
  const ofWholes = optionOf(props, 'wholes') === true;
  return known
    ?.filter(({ collection }) => wanted.has(collection as never))
    .filter(({ id }) => !ofWholes || !id.includes('/'))
    .map((one) => ({ ...one, value: isBare ? one.id : one.ref }))
    .sort((a, b) => a.title.localeCompare(b.title, 'it'));
}

export function ReferenceControl(props: ControlProps<unknown>) {
  const entries = useEntries(props as never);
  const { value, onChange, forID, classNameWrapper } = props;
  const isMany = optionOf(props as never, 'multiple') === true;
  const chosen = isMany ? listOf(value) : typeof value === 'string' && value !== '' ? [value] : [];
  const titleOf = (one: string) => entries?.find((entry) => entry.value === one)?.title ?? one;
  const change = (next: string[]) => onChange(isMany ? next : (next[0] ?? ''));
  const open = entries?.filter((entry) => !chosen.includes(entry.value)) ?? [];
  return (
    <div className={classNameWrapper}>
      {isMany && chosen.length > 0 && (
        <ul className="polinet-chosen">
          {chosen.map((one) => (
            <li key={one}>
              <span>{titleOf(one)}</span>{' '}
              <button
                type="button"
                aria-label={words.remove(titleOf(one))}
                onClick={() => change(chosen.filter((other) => other !== one))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <select
        id={forID}
        value={isMany ? '' : (chosen[0] ?? '')}
        onChange={({ target }) => change(isMany ? [...chosen, target.value] : [target.value])}
      >
        <option value="">{entries ? (isMany ? words.add : words.none) : words.loading}</option>
        {!isMany &&
          chosen.map((one) => (
            <option key={one} value={one}>
              {titleOf(one)}
            </option>
          ))}
        {open.map((entry) => (
          <option key={entry.ref} value={entry.value}>
            {entry.title}
          </option>
        ))}
      </select>
    </div>
  );
}
