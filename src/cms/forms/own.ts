/** Values that a form holds beside those of the file: they are not written into it. */
export const OWN = {
  /** The file that the others were read from. */
  file: 'polinet-file',
  /** What a new entry is called. */
  id: 'polinet-id',
  /** The entry that a part (a chapter) belongs to. */
  whole: 'polinet-whole',
  /** The address of its page. */
  address: 'polinet-address',
} as const;

/** A form's values without those. */
export const withoutOwn = (data: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).filter(([name]) => !Object.values<string>(OWN).includes(name)));
