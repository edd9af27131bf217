/** Where a suite of attacks takes place: a gateway, whatever stands in front of it, and people with sessions. */
import { argon2Sync, randomBytes } from 'node:crypto';
import type { Role } from '#gateway';
import type { RunningGateway } from '../gateway.ts';
import { openConnection, valuesOf } from '../raw.ts';
import { request } from './attack.ts';
import type { Neighbours } from './neighbours.ts';
import { type Restricted, restrictedIn } from './restricted.ts';

export type Person = Exclude<Role, 'none'> | 'outsider' | 'visitor';

export interface Ground {
  gateway: RunningGateway;
  neighbours: Neighbours;
  restricted: Restricted;
  /** Validators of what only participants may see. */
  etags: ReadonlySet<string>;
  /** The validator of the page of `restricted`. */
  etag: string;
  /** What is attacked: the gateway itself, or something in front of it. */
  origin: string;
  host: string;
  port: number;
  /** Ids of accounts: one a role, `outsider` with none, and `visitor`, who alone signs in during the attacks. */
  people: Readonly<Record<Person, string>>;
  /** The address of each. */
  addresses: Readonly<Record<Person, string>>;
  /** The password of all. */
  password: string;
  /** Begins a session. @returns its id */
  session(person: Person): string;
  /** Begins many sessions, in few transactions: each waits for the disk. @returns what gives the next one's id */
  sessions(person: Person): () => string;
}

const ROLES: Record<Person, Role> = {
  participant: 'participant',
  editor: 'editor',
  coordinator: 'coordinator',
  outsider: 'none',
  visitor: 'participant',
};
/** Sessions that are begun at once. */
const BATCH = 60;
const PASSWORD = 'una parola lunga di prova';

let made = 0;

/** Prepares a gateway: accounts of its own for each call. @param origin of what is attacked */
export async function groundOn(
  gateway: RunningGateway,
  neighbours: Neighbours,
  dist: string,
  origin = gateway.origin,
): Promise<Ground> {
  made++;
  const entries = Object.entries(ROLES) as [Person, Role][];
  const addresses = Object.fromEntries(entries.map(([person]) => [person, `${person}-${made}@example.org`]));
  const people = Object.fromEntries(
    entries.map(([person, role]) => [person, gateway.account(addresses[person] as string, role)]),
  );
  const hash = cheapHash(PASSWORD);
  for (const id of Object.values(people)) gateway.state.accounts.setPassword(id, hash);
  const session = (person: Person) => gateway.state.sessions.begin(people[person] as string, 'password', Date.now());
  const restricted = restrictedIn(dist);
  const { host, port } = new URL(origin);
  const known = await etagsOn(gateway, restricted, session('participant'));
  return {
    gateway,
    neighbours,
    restricted,
    etags: new Set(known.values()),
    etag: known.get(restricted.page) ?? '',
    origin,
    host,
    port: Number(port),
    people: people as Ground['people'],
    addresses: addresses as Ground['addresses'],
    password: PASSWORD,
    session,
    sessions(person) {
      const begun: string[] = [];
      return () => {
        if (begun.length === 0)
          gateway.state.together(() => begun.push(...Array.from({ length: BATCH }, () => session(person))));
        return begun.pop() as string;
      };
    },
  };
}

/** A hash that costs next to nothing: how long a real one takes is proved elsewhere, and here people sign in often. */
function cheapHash(password: string): string {
  const nonce = randomBytes(16);
  const cost = { memory: 8, passes: 1, parallelism: 1, tagLength: 32 };
  const tag = argon2Sync('argon2id', { message: password, nonce, ...cost });
  const plain = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
  return `$argon2id$v=19$m=8,t=1,p=1$${plain(nonce)}$${plain(tag)}`;
}

/** Validators as the gateway gives them to a participant, by address. */
async function etagsOn({ origin }: RunningGateway, { addresses }: Restricted, session: string) {
  const { host, port } = new URL(origin);
  const connection = await openConnection(Number(port));
  const found = new Map<string, string>();
  for (const address of addresses) {
    const asked = request({ host }, encodeURI(address), { method: 'HEAD', session }).replace(
      'Connection: close\r\n',
      '',
    );
    const [etag] = valuesOf(await connection.ask(asked), 'etag');
    if (etag) found.set(address, etag);
  }
  connection.close();
  return found;
}
