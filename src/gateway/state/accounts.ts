/** People who may sign in. */
import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Role } from '../roles.ts';

/** Where a role comes from: given by a coordinator, or found at sign-in in a claim, an address or a domain. */
export type Granted = 'hand' | 'claim' | 'address' | 'domain';

export interface Account {
  id: string;
  /**
   * E-mail address in lower case, as `readAddress` gives it: the name for local sign-in. Where no provider vouches for
   * one, the provider's id and the subject, which is no address.
   */
  address: string;
  name: string;
  role: Role;
  /** The id of the participant whose person this is. */
  participant: string | null;
  granted: Granted;
  /** A PHC string; null where the person does not sign in with a password here. */
  password: string | null;
  /** Milliseconds since 1970. */
  created: number;
  signedIn: number | null;
}

export type NewAccount = Pick<Account, 'address' | 'name' | 'role' | 'participant' | 'granted'>;

const COLUMNS = 'id, address, name, role, participant, granted, password, created, signed_in AS signedIn';

/** Accounts in the state. Times are milliseconds since 1970. */
export function accountsIn(db: DatabaseSync) {
  const statements = {
    all: db.prepare(`SELECT ${COLUMNS} FROM accounts ORDER BY address`),
    byId: db.prepare(`SELECT ${COLUMNS} FROM accounts WHERE id = ?`),
    byAddress: db.prepare(`SELECT ${COLUMNS} FROM accounts WHERE address = ?`),
    byIdentity: db.prepare(
      `SELECT ${COLUMNS} FROM accounts JOIN identities ON account = id WHERE issuer = ? AND subject = ?`,
    ),
    add: db.prepare(
      'INSERT INTO accounts (id, address, name, role, participant, granted, created) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ),
    grant: db.prepare('UPDATE accounts SET role = ?, participant = ?, granted = ? WHERE id = ?'),
    readdress: db.prepare('UPDATE accounts SET address = ? WHERE id = ?'),
    password: db.prepare('UPDATE accounts SET password = ? WHERE id = ?'),
    signedIn: db.prepare('UPDATE accounts SET signed_in = ? WHERE id = ?'),
    link: db.prepare('INSERT INTO identities (issuer, subject, account) VALUES (?, ?, ?)'),
    issuers: db.prepare('SELECT issuer FROM identities WHERE account = ?'),
    others: db.prepare("SELECT count(*) AS count FROM accounts WHERE role = 'coordinator' AND id <> ?"),
  };
  const one = (found: unknown) => found as Account | undefined;
  const byId = (id: string) => one(statements.byId.get(id));
  return {
    all: () => statements.all.all() as unknown as Account[],
    byId,
    byAddress: (address: string) => one(statements.byAddress.get(address)),
    /** The account of a person at an identity provider: issuer and subject together are the identity. */
    byIdentity: (issuer: string, subject: string) => one(statements.byIdentity.get(issuer, subject)),
    add({ address, name, role, participant, granted }: NewAccount, now: number): Account {
      const id = randomUUID();
      statements.add.run(id, address, name, role, participant, granted, now);
      return byId(id) as Account;
    },
    grant: (id: string, role: Role, participant: string | null, granted: Granted) =>
      void statements.grant.run(role, participant, granted, id),
    readdress: (id: string, address: string) => void statements.readdress.run(address, id),
    setPassword: (id: string, password: string) => void statements.password.run(password, id),
    markSignedIn: (id: string, now: number) => void statements.signedIn.run(now, id),
    link: (id: string, issuer: string, subject: string) => void statements.link.run(issuer, subject, id),
    /** Issuers of the identities that an account has. */
    issuersOf: (id: string) => (statements.issuers.all(id) as { issuer: string }[]).map(({ issuer }) => issuer),
    /** True when someone else than this account is a coordinator; of nobody: when there is one at all. */
    hasOtherCoordinator: (id = '') => (statements.others.get(id) as { count: number }).count > 0,
  };
}

export type Accounts = ReturnType<typeof accountsIn>;
