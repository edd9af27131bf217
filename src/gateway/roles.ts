/** Who may do what: each role may all that those before it may. */
export const roles = ['none', 'participant', 'editor', 'coordinator'] as const;

/** `none` has an account and may see no more than the public. */
export type Role = (typeof roles)[number];

/** True when a role may do what another is needed for. */
export const mayAs = (role: Role, needed: Role): boolean => roles.indexOf(role) >= roles.indexOf(needed);
