/** What the check says of the entry that is open, at the field or the block that it speaks of. */
import { useEffect, useId, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { messages } from '#i18n';
import { blockElement, onShownAnew, partOf } from './form.ts';
import { type Placed, placesOf } from './places.ts';
import { onProblems, type Problems, problems } from './problems.ts';

const words = messages('it').forms.problems;

const MARK = 'data-problem';

/** The problems of the file that is open, by field; those of no field of the form stand above it. */
function grouped({ path, raw, diagnostics }: Problems): Map<string, Placed[]> {
  const own = diagnostics.filter(({ file }) => path.endsWith(`/${file}`));
  const groups = new Map<string, Placed[]>();
  for (const one of placesOf(raw, path.endsWith('.mdx') ? 'mdx' : 'yaml', own)) {
    const field = one.field !== undefined && partOf(one.field) ? one.field : '';
    groups.set(field, [...(groups.get(field) ?? []), one]);
  }
  return groups;
}

const said = ({ found: { severity, message, fix } }: Placed) =>
  `${severity === 'warning' ? `${words.warning} ` : ''}${message} ${fix}`;

function List({ items, id }: { items: readonly Placed[]; id?: string }) {
  return (
    <ul className="polinet-problems" id={id}>
      {items.map((one) => (
        <li key={`${one.found.line}:${one.found.message}`} data-severity={one.found.severity}>
          {said(one)}
          {one.quote && <code>{one.quote}</code>}
        </li>
      ))}
    </ul>
  );
}

/** Marks the blocks of the rich text that something is said of; their elements are not ours, but for attributes. */
function useMarkedBlocks(field: string, placed: readonly Placed[]): void {
  useEffect(() => {
    const { part } = partOf(field) ?? {};
    if (!part || !placed.some(({ block }) => block !== undefined)) return;
    const mark = () => {
      for (const one of placed) {
        const element = one.block === undefined ? undefined : blockElement(one.block, one.blocks ?? 0);
        element?.setAttribute(MARK, said(one));
      }
    };
    const unmark = () => {
      for (const element of part.querySelectorAll(`[${MARK}]`)) element.removeAttribute(MARK);
    };
    mark();
    const end = onShownAnew(part, mark);
    return () => {
      end();
      unmark();
    };
  }, [field, placed]);
}

/** The problems of one field, below it; its control says that they are there. */
function AtField({ field, items }: { field: string; items: readonly Placed[] }) {
  const id = useId();
  const [place, setPlace] = useState<HTMLElement>();
  const hasErrors = items.some(({ found }) => found.severity === 'error');
  useMarkedBlocks(field, items);
  useEffect(() => {
    const found = partOf(field);
    if (!found) return;
    const own = document.createElement('div');
    found.part.append(own);
    found.control?.setAttribute('aria-describedby', id);
    if (hasErrors) found.control?.setAttribute('aria-invalid', 'true');
    setPlace(own);
    return () => {
      own.remove();
      found.control?.removeAttribute('aria-describedby');
      found.control?.removeAttribute('aria-invalid');
    };
  }, [field, id, hasErrors]);
  return place ? createPortal(<List items={items} id={id} />, place) : null;
}

/** Those of the entry as a whole, above its first field. */
function OfEntry({ items }: { items: readonly Placed[] }) {
  const [place, setPlace] = useState<HTMLElement>();
  useEffect(() => {
    const first = document.querySelector<HTMLElement>('label[for*="-field-"]')?.parentElement?.parentElement;
    const own = document.createElement('div');
    first?.prepend(own);
    setPlace(own);
    return () => own.remove();
  }, []);
  return place ? createPortal(<List items={items} />, place) : null;
}

export function ProblemsAtFields() {
  const current = useSyncExternalStore(onProblems, problems);
  if (!current) return null;
  const groups = grouped(current);
  const count = [...groups.values()].flat().filter(({ found }) => found.severity === 'error').length;
  return (
    <>
      <p role="status" className="polinet-count">
        {count > 0 && words.count(count)}
      </p>
      {[...groups].map(([field, items]) =>
        field === '' ? <OfEntry key="" items={items} /> : <AtField key={field} field={field} items={items} />,
      )}
    </>
  );
}
