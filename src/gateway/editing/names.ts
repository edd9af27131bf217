/** How the editor names what it asks about. */
import { z } from 'zod';

/** A name of an entry or a collection: no line ends, since it stands in a commit's message. */
export const name = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_/-]{0,250}$/);
export const entry = z.object({ collection: name, slug: name });
