/** How often one may try to sign in. */
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Settings } from '../settings.ts';
import { placeOf } from './origin.ts';

/** Who tries: from where, for which address, and whether the browser has signed in to that account before. */
export interface Attempt {
  origin: string;
  address: string;
  /** The mark of a browser known for this very account. */
  browser?: string | undefined;
}

/**
 * Counts attempts. An account is counted apart for each place and each known browser: whoever fails on purpose stops
 * himself, and nobody else. (Method: OWASP's device cookies.)
 */
export function signInLimits({ attempts, perOrigin, minutes }: Settings['signIn']) {
  const duration = minutes * 60;
  const accounts = new RateLimiterMemory({ points: attempts, duration });
  const places = new RateLimiterMemory({ points: perOrigin, duration });
  const accountKey = ({ origin, address, browser }: Attempt) => `${address} ${browser ?? placeOf(origin)}`;
  const take = async (limiter: RateLimiterMemory, key: string) => {
    try {
      await limiter.consume(key);
      return 0;
    } catch (refused) {
      return Math.max(1, Math.ceil((refused as { msBeforeNext: number }).msBeforeNext / 1000));
    }
  };
  return {
    /** Counts an attempt before it is looked at. @returns seconds to wait; 0 where it may go on */
    async take(attempt: Attempt): Promise<number> {
      const own = await take(accounts, accountKey(attempt));
      if (own > 0 || attempt.browser) return own;
      return take(places, placeOf(attempt.origin));
    },
    /** Counts a request of a place that names no account. @returns seconds to wait; 0 where it may go on */
    takePlace: (origin: string) => take(places, placeOf(origin)),
    /** An attempt that succeeded counts no more. */
    async forgive(attempt: Attempt): Promise<void> {
      await accounts.delete(accountKey(attempt));
      if (!attempt.browser) await this.forgivePlace(attempt.origin);
    },
    /** A request of a place that came to a good end counts no more. */
    forgivePlace: async (origin: string) => void (await places.reward(placeOf(origin))),
  };
}

export type Limits = ReturnType<typeof signInLimits>;
