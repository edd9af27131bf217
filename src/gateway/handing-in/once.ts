/** What is done once, however often a form is sent: a button may be pressed twice. */

/** How long it is remembered, in milliseconds. */
const LASTING = 24 * 3_600_000;

export interface Once<Outcome> {
  /** Does something, unless it is done or under way by that key. */
  do(key: string, now: number, work: () => Promise<Outcome>): Promise<Outcome>;
  /** What came of it; nothing where it is not done. */
  outcome(key: string): Promise<Outcome | undefined>;
}

/** @param lasts false for an outcome after which it may be tried again, as after an error */
export function onceEach<Outcome>(lasts: (outcome: Outcome) => boolean): Once<Outcome> {
  const known = new Map<string, { at: number; outcome: Promise<Outcome> }>();
  return {
    async do(key, now, work) {
      for (const [old, { at }] of known) if (at < now - LASTING) known.delete(old);
      const before = known.get(key);
      if (before) return before.outcome;
      const outcome = work();
      known.set(key, { at: now, outcome });
      const kept = await outcome.then(lasts, () => false);
      if (!kept) known.delete(key);
      return outcome;
    },
    outcome: async (key) => known.get(key)?.outcome,
  };
}
