/** The audit log: who signed in, took a restricted file, changed a role or published. */
import type { DatabaseSync } from 'node:sqlite';

export const eventKinds = [
  'signed-in',
  'sign-in-failed',
  'signed-out',
  'downloaded',
  'invited',
  'accepted',
  'password-changed',
  'identity-linked',
  'role-changed',
  'sessions-revoked',
  'published',
] as const;
export type EventKind = (typeof eventKinds)[number];

export interface Event {
  at: number;
  event: EventKind;
  /** The address of who did it; null for nobody known. */
  who: string | null;
  /** What it was done to: an address, a file. */
  about: string | null;
  /** The network address it came from, where that tells an attack. */
  origin: string | null;
}

const DAY = 24 * 3_600_000;
/** How long the same event is taken for one, in milliseconds. */
const JUST_NOW = 10 * 60_000;

/** Events in the state. Times are milliseconds since 1970; what is older than `days` is forgotten. */
export function eventsIn(db: DatabaseSync, days: number) {
  const statements = {
    add: db.prepare('INSERT INTO events (at, event, who, about, origin) VALUES (?, ?, ?, ?, ?)'),
    same: db.prepare('SELECT 1 FROM events WHERE at > ? AND event = ? AND who IS ? AND about IS ? LIMIT 1'),
    page: db.prepare('SELECT at, event, who, about, origin FROM events ORDER BY id DESC LIMIT ? OFFSET ?'),
    count: db.prepare('SELECT count(*) AS count FROM events'),
    expire: db.prepare('DELETE FROM events WHERE at <= ?'),
  };
  const add = ({ at, event, who, about, origin }: Event) => void statements.add.run(at, event, who, about, origin);
  return {
    add,
    /** Adds an event unless the same has just been: a viewer fetches one file in many parts. */
    addOnce(event: Event): void {
      if (!statements.same.get(event.at - JUST_NOW, event.event, event.who, event.about)) add(event);
    },
    /** The newest first. */
    page: (size: number, offset: number) => statements.page.all(size, offset) as unknown as Event[],
    count: () => (statements.count.get() as { count: number }).count,
    expire: (now: number) => void statements.expire.run(now - days * DAY),
  };
}

export type Events = ReturnType<typeof eventsIn>;
