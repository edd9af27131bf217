/** Broken on purpose: tells caches to keep what only somebody signed in may see. */
import { type Front, startFront } from './front.ts';

const SHARED = 'public, max-age=600';

/** Starts it in front of a gateway. @param gateway its origin */
export const startSharedCache = (gateway: string): Promise<Front> =>
  startFront(gateway, {
    comeBack({ url = '' }, status, headers) {
      // Only what was found: replies to those who are not signed in stay as they are, as a hurried mend would have it.
      const found = url.startsWith('/riservato/') && status < 400;
      return found ? { ...headers, 'cache-control': SHARED } : headers;
    },
  });
