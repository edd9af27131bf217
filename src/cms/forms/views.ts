/** How a collection's entries are listed: sorted, filtered, grouped. */
import type { Field } from '#model';
import type { Context } from './input.ts';
import type { DecapCollection } from './types.ts';

type Views = Pick<DecapCollection, 'sortable_fields' | 'view_filters' | 'view_groups'>;

/** Whole numbers that entries are put in order by. */
const ORDERS = new Set(['order', 'number']);
/** Lines of text that many entries have in common. */
const SHARED = new Set(['region']);

/**
 * @param title the field that names an entry
 * @param sort by which field they stand at first
 */
export function viewsOf(fields: readonly Field[], title: string, sort: string, { words }: Context): Views {
  const dates = fields.filter(({ kind, list }) => kind === 'date' && !list);
  const [first] = dates.filter(({ required }) => required);
  const orders = fields.filter(({ name }) => ORDERS.has(name));
  const sortable = [...new Set([title, ...orders.map(({ name }) => name), ...dates.map(({ name }) => name)])];
  const start = { title, order: orders[0]?.name, newest: first?.name }[sort];
  const filters = fields.flatMap(({ name, label, choices = [] }) =>
    choices.map(([value, said]) => ({ label: words.filter(label, said), field: name, pattern: `^${value}$` })),
  );
  const groups = [
    ...(first ? [{ label: words.year, field: first.name, pattern: '\\d{4}' }] : []),
    ...fields.filter(isShared).map(({ name, label }) => ({ label, field: name })),
  ];
  return {
    sortable_fields: sortable.map((field) =>
      field === start ? { field, default_sort: sort === 'newest' ? 'desc' : 'asc' } : { field },
    ),
    ...(filters.length > 0 && { view_filters: filters }),
    ...(groups.length > 0 && { view_groups: groups }),
  };
}

/** Decap heads a group with the bare value, so that choices make none: their values are not in the reader's language. */
const isShared = ({ name, kind, list, required, reference }: Field): boolean =>
  SHARED.has(name) || (kind === 'reference' && required && !list && reference !== 'any');
