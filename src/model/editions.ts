/** The two editions of the site: same code, different entries, no address in common. */
export const editions = {
  public: { id: 'public', base: '/' },
  participants: { id: 'participants', base: '/riservato/' },
} as const;

export type EditionId = keyof typeof editions;

/** The edition served under a base path, with or without its last slash; the public one where none is. */
export const editionAt = (base: string): EditionId =>
  `${base.replace(/\/$/, '')}/` === editions.participants.base ? 'participants' : 'public';
