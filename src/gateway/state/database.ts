/** The gateway's state, in one SQLite file: a transaction is there whole or not at all, however a process ends. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ConfigError } from '#config';
import { commandMessages } from '#i18n';

/** Each step brings the state of the version before to the next; steps are only ever added. */
const STEPS = [
  `CREATE TABLE accounts (
     id TEXT PRIMARY KEY, address TEXT NOT NULL UNIQUE, name TEXT NOT NULL, role TEXT NOT NULL, participant TEXT,
     granted TEXT NOT NULL, password TEXT, created INTEGER NOT NULL, signed_in INTEGER
   ) STRICT;
   CREATE TABLE identities (
     issuer TEXT NOT NULL, subject TEXT NOT NULL, account TEXT NOT NULL REFERENCES accounts ON DELETE CASCADE,
     PRIMARY KEY (issuer, subject)
   ) STRICT;
   CREATE TABLE sessions (
     hash TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES accounts ON DELETE CASCADE, method TEXT NOT NULL,
     created INTEGER NOT NULL, seen INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX sessions_of ON sessions (account);
   CREATE TABLE browsers (
     hash TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES accounts ON DELETE CASCADE, created INTEGER NOT NULL
   ) STRICT;
   CREATE TABLE tickets (
     hash TEXT PRIMARY KEY, kind TEXT NOT NULL, owner TEXT NOT NULL, payload TEXT NOT NULL, expires INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX tickets_by_end ON tickets (kind, expires);
   CREATE TABLE events (
     id INTEGER PRIMARY KEY, at INTEGER NOT NULL, event TEXT NOT NULL, who TEXT, about TEXT, detail TEXT,
     origin TEXT
   ) STRICT;
   CREATE INDEX events_by_time ON events (at);`,
];

/** How long one process waits for another that writes, in milliseconds. */
const PATIENCE = 5_000;
/** SQLite's code for a file that is none of its own (SQLITE_NOTADB). */
const NOT_A_DATABASE = 26;

const pathIn = (folder: string): string => join(folder, 'gateway', 'state.sqlite');

/** True where a gateway has kept its state in a folder. */
export const hasState = (folder: string): boolean => existsSync(pathIn(folder));

/**
 * Opens the state, and makes it where there is none.
 *
 * @param folder `POLINET_STATE`; only its owner may read what is made in it
 * @throws ConfigError where something else has the state's name, or a later version has made it
 */
export function openDatabase(folder: string): DatabaseSync {
  mkdirSync(join(folder, 'gateway'), { recursive: true, mode: 0o700 });
  const path = pathIn(folder);
  try {
    return prepared(new DatabaseSync(path, { timeout: PATIENCE }), path);
  } catch (error) {
    if ((error as { errcode?: number }).errcode !== NOT_A_DATABASE) throw error;
    throw new ConfigError(commandMessages.state.foreign(path));
  }
}

/** Brings a state to this version. */
function prepared(db: DatabaseSync, path: string): DatabaseSync {
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;');
  transaction(db, () => {
    const { user_version: version } = db.prepare('PRAGMA user_version').get() as { user_version: number };
    if (version > STEPS.length) throw new ConfigError(commandMessages.state.newer(path));
    for (const step of STEPS.slice(version)) db.exec(step);
    db.exec(`PRAGMA user_version = ${STEPS.length}`);
  });
  return db;
}

/** Does all of some work, or nothing of it. */
export function transaction<Result>(db: DatabaseSync, work: () => Result): Result {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}
