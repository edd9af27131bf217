/** How the editor names what it asks about. */
import { z } from 'zod';
import { ENTRY_NAME } from '../repository/drafts.ts';

/** A name of an entry or a collection: no line ends, since it stands in a commit's message. */
export const name = z.string().regex(ENTRY_NAME);
export const entry = z.object({ collection: name, slug: name });
