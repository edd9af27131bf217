/** All that the gateway remembers: what is lost with it is who is signed in, never knowledge. */
import { type Accounts, accountsIn } from './accounts.ts';
import { openDatabase, transaction } from './database.ts';
import { type Events, eventsIn } from './events.ts';
import { type SessionLimits, type Sessions, sessionsIn } from './sessions.ts';
import { type Tickets, ticketsIn } from './tickets.ts';

export interface State {
  accounts: Accounts;
  sessions: Sessions;
  tickets: Tickets;
  events: Events;
  /** Does all of some work, or nothing of it. */
  together<Result>(work: () => Result): Result;
  /** Forgets sessions and events whose time is over. */
  expire(now: number): void;
  close(): void;
}

/**
 * Opens the state kept in a folder; several processes may have it open at once.
 *
 * @param settings.retention days for which events are kept
 */
export function openState(folder: string, settings: { sessions: SessionLimits; retention: number }): State {
  const db = openDatabase(folder);
  const sessions = sessionsIn(db, settings.sessions);
  const events = eventsIn(db, settings.retention);
  return {
    accounts: accountsIn(db),
    sessions,
    tickets: ticketsIn(db),
    events,
    together: (work) => transaction(db, work),
    expire(now) {
      sessions.expire(now);
      events.expire(now);
    },
    close: () => db.close(),
  };
}
