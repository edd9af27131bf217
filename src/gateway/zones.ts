/** Which part of the site is whose. */
import { type EditionId, editions } from '#model';
import type { Role } from './roles.ts';
import { editorPolicy, PAGE_POLICY } from './serving/headers.ts';

export interface Zone {
  /** Its folder in `POLINET_DIST`. */
  id: EditionId | 'admin';
  base: string;
  /** Who may see it; absent where everyone may. */
  role?: Role;
  /** The content security policy of its pages. */
  policy: string;
}

/** The narrower before the wider. */
export const zones: readonly Zone[] = [
  { id: 'admin', base: '/admin/', role: 'editor', policy: editorPolicy() },
  { ...editions.participants, role: 'participant', policy: PAGE_POLICY },
  { ...editions.public, policy: PAGE_POLICY },
];

/** The zone of a path, also of one that lacks the last slash of its base. */
export const zoneOf = (path: string): Zone => zones.find(({ base }) => `${path}/`.startsWith(base)) as Zone;
