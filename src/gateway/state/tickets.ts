/** Tickets: single-use secrets that expire. Set-up, invitation, e-mail link and a sign-in under way are each one. */
import type { DatabaseSync } from 'node:sqlite';
import { hashOf, newSecret } from './secrets.ts';

/** What a ticket of each kind says. */
export interface TicketPayloads {
  /** Makes the first coordinator. */
  setup: Record<string, never>;
  /** Lets the holder set a password, or link an identity, for an account. */
  invitation: { account: string };
  /** Signs in the person of an address, in the browser that asked. */
  mail: { address: string; browser: string; returnTo: string };
  /** A sign-in that has left for an identity provider. */
  provider: {
    provider: string;
    state: string;
    nonce: string;
    verifier: string;
    returnTo: string;
    /** The account to which the identity is to be linked, where one asked for that. */
    link?: string | undefined;
    /** The invitation by which one asked for it. */
    invitation?: string | undefined;
  };
  /** A sign-in of an editor at the forge, in the session that asked. */
  forge: { state: string; verifier: string; session: string };
}

export type TicketKind = keyof TicketPayloads;

const MINUTE = 60_000;
/** How long tickets last, in milliseconds. */
const LASTING: Record<TicketKind, number> = {
  setup: 60 * MINUTE,
  invitation: 7 * 24 * 60 * MINUTE,
  mail: 10 * MINUTE,
  provider: 10 * MINUTE,
  forge: 10 * MINUTE,
};
/** Of kinds that anyone can ask for, no more are kept than this: the oldest go first. */
const MOST = 10_000;

/** Tickets in the state. Times are milliseconds since 1970. */
export function ticketsIn(db: DatabaseSync) {
  const statements = {
    add: db.prepare('INSERT INTO tickets (hash, kind, owner, payload, expires) VALUES (?, ?, ?, ?, ?)'),
    find: db.prepare('SELECT payload FROM tickets WHERE hash = ? AND kind = ? AND expires > ?'),
    take: db.prepare('DELETE FROM tickets WHERE hash = ? AND kind = ? AND expires > ? RETURNING payload'),
    revoke: db.prepare('DELETE FROM tickets WHERE kind = ? AND owner = ?'),
    expire: db.prepare('DELETE FROM tickets WHERE expires <= ?'),
    trim: db.prepare(
      `DELETE FROM tickets WHERE hash IN (SELECT hash FROM tickets WHERE kind = ? ORDER BY expires DESC LIMIT -1 OFFSET ${MOST})`,
    ),
  };
  const read = <Kind extends TicketKind>(row: unknown) =>
    row ? (JSON.parse((row as { payload: string }).payload) as TicketPayloads[Kind]) : undefined;
  return {
    /**
     * @param owner whose it is, such as an account's id: a kind's tickets of one owner can be revoked together
     * @returns the secret, which is not kept
     */
    issue<Kind extends TicketKind>(kind: Kind, owner: string, payload: TicketPayloads[Kind], now: number): string {
      const secret = newSecret();
      statements.expire.run(now);
      statements.add.run(hashOf(secret), kind, owner, JSON.stringify(payload), now + LASTING[kind]);
      statements.trim.run(kind);
      return secret;
    },
    /** What a ticket says, leaving it as it is. */
    peek: <Kind extends TicketKind>(kind: Kind, secret: string, now: number) =>
      read<Kind>(statements.find.get(hashOf(secret), kind, now)),
    /** What a ticket says; it is used up with that. */
    take: <Kind extends TicketKind>(kind: Kind, secret: string, now: number) =>
      read<Kind>(statements.take.get(hashOf(secret), kind, now)),
    revoke: (kind: TicketKind, owner: string) => void statements.revoke.run(kind, owner),
  };
}

export type Tickets = ReturnType<typeof ticketsIn>;
