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
  'merged',
  'handed-in',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** Who does things without an address: an operator at the command line, the gateway by its settings. */
export const OPERATOR = 'operator';
export const SERVICE = 'service';

export interface Event {
  at: number;
  event: EventKind;
  /** The address of who did it, `OPERATOR` or `SERVICE`; null for nobody known. */
  who: string | null;
  /** What it was done to: an address, a file. */
  about: string | null;
  /** What was given: a role, a provider. */
  detail: string | null;
  /** The network address it came from, where that tells an attack. */
  origin: string | null;
}

/** An event as it is noted: what is left out is null. */
export type NewEvent = Pick<Event, 'at' | 'event' | 'who'> & Partial<Event>;

const DAY = 24 * 3_600_000;
/** How long the same event is taken for one, in milliseconds. */
const JUST_NOW = 10 * 60_000;

/** Events in the state. Times are milliseconds since 1970; what is older than `days` is forgotten. */
export function eventsIn(db: DatabaseSync, days: number) {
  const statements = {
    add: db.prepare('INSERT INTO events (at, event, who, about, detail, origin) VALUES (?, ?, ?, ?, ?, ?)'),
    same: db.prepare('SELECT 1 FROM events WHERE at > ? AND event = ? AND who IS ? AND about IS ? LIMIT 1'),
    page: db.prepare('SELECT at, event, who, about, detail, origin FROM events ORDER BY id DESC LIMIT ? OFFSET ?'),
    count: db.prepare('SELECT count(*) AS count FROM events'),
    expire: db.prepare('DELETE FROM events WHERE at <= ?'),
  };
  const add = ({ at, event, who, about = null, detail = null, origin = null }: NewEvent) =>
    void statements.add.run(at, event, who, about, detail, origin);
  return {
    add,
    /** Adds an event unless the same has just been: a viewer fetches one file in many parts. */
    addOnce(event: NewEvent): void {
      const { at, event: kind, who, about = null } = event;
      if (!statements.same.get(at - JUST_NOW, kind, who, about)) add(event);
    },
    /** The newest first. */
    page: (size: number, offset: number) => statements.page.all(size, offset) as unknown as Event[],
    count: () => (statements.count.get() as { count: number }).count,
    expire: (now: number) => void statements.expire.run(now - days * DAY),
  };
}

export type Events = ReturnType<typeof eventsIn>;
