/** Sessions: opaque ids, kept hashed, so that each can be ended at any moment. */
import type { DatabaseSync } from 'node:sqlite';
import type { Role } from '../roles.ts';
import { hashOf, newSecret } from './secrets.ts';

/** Who is asking, looked up anew for each request. */
export interface Session {
  hash: string;
  account: string;
  address: string;
  name: string;
  role: Role;
  participant: string | null;
  /** How the person signed in: `password`, `mail`, or the id of a provider. */
  method: string;
  /** When it was last noted that somebody used it, in milliseconds since 1970. */
  seen: number;
}

/** How long sessions last, in milliseconds: without a request, and at most. */
export interface SessionLimits {
  idle: number;
  absolute: number;
}

/** A request within this time of the last is not noted, in milliseconds. */
const NOTED_EVERY = 30_000;
/** How long a browser that has signed in is known, in milliseconds. */
const BROWSER_KNOWN = 180 * 24 * 3_600_000;

/** Sessions, and browsers that have had one. Times are milliseconds since 1970. */
export function sessionsIn(db: DatabaseSync, limits: SessionLimits) {
  const statements = {
    find: db.prepare(
      `SELECT hash, account, method, seen, address, name, role, participant
       FROM sessions JOIN accounts ON accounts.id = account WHERE hash = ? AND seen > ? AND sessions.created > ?`,
    ),
    add: db.prepare('INSERT INTO sessions (hash, account, method, created, seen) VALUES (?, ?, ?, ?, ?)'),
    note: db.prepare('UPDATE sessions SET seen = ? WHERE hash = ?'),
    end: db.prepare('DELETE FROM sessions WHERE hash = ?'),
    endAll: db.prepare('DELETE FROM sessions WHERE account = ?'),
    endOthers: db.prepare('DELETE FROM sessions WHERE account = ? AND hash <> ?'),
    expire: db.prepare('DELETE FROM sessions WHERE seen <= ? OR created <= ?'),
    count: db.prepare('SELECT account, count(*) AS count FROM sessions GROUP BY account'),
    addBrowser: db.prepare('INSERT INTO browsers (hash, account, created) VALUES (?, ?, ?)'),
    browser: db.prepare('SELECT account FROM browsers WHERE hash = ? AND created > ?'),
    forgetBrowsers: db.prepare('DELETE FROM browsers WHERE account = ?'),
    expireBrowsers: db.prepare('DELETE FROM browsers WHERE created <= ?'),
  };
  return {
    /** The session of an id that a browser sent; nothing where it has ended. */
    find(id: string, now: number): Session | undefined {
      const found = statements.find.get(hashOf(id), now - limits.idle, now - limits.absolute) as Session | undefined;
      if (found && now - found.seen > NOTED_EVERY) statements.note.run(now, found.hash);
      return found;
    },
    /** @returns the new session's id, which is not kept */
    begin(account: string, method: string, now: number): string {
      const id = newSecret();
      statements.add.run(hashOf(id), account, method, now, now);
      return id;
    },
    end: (id: string) => void statements.end.run(hashOf(id)),
    endAll: (account: string) => void statements.endAll.run(account),
    endOthers: (account: string, hash: string) => void statements.endOthers.run(account, hash),
    /** How many sessions accounts have open. */
    counts(now: number): Map<string, number> {
      this.expire(now);
      const rows = statements.count.all() as { account: string; count: number }[];
      return new Map(rows.map(({ account, count }) => [account, count]));
    },
    /** Forgets what has ended. */
    expire(now: number): void {
      statements.expire.run(now - limits.idle, now - limits.absolute);
      statements.expireBrowsers.run(now - BROWSER_KNOWN);
    },
    /** @returns a mark by which this browser is known at the account's next sign-in */
    rememberBrowser(account: string, now: number): string {
      const mark = newSecret();
      statements.addBrowser.run(hashOf(mark), account, now);
      return mark;
    },
    /** The account that has signed in from the browser with this mark. */
    accountOfBrowser: (mark: string, now: number) =>
      (statements.browser.get(hashOf(mark), now - BROWSER_KNOWN) as { account: string } | undefined)?.account,
    forgetBrowsers: (account: string) => void statements.forgetBrowsers.run(account),
  };
}

export type Sessions = ReturnType<typeof sessionsIn>;
