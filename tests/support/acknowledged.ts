/** People as a gateway's replies have acknowledged them, and whether it still knows them after it was killed. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import type { Role } from '#gateway';
import { type Draw, pick } from '../../scripts/bench/words.ts';
import { ask, cookieFrom, type Reply } from './ask.ts';

interface Person {
  address: string;
  /** Roles that the person may have: two while a change is not acknowledged. */
  roles: Role[];
  /** The secret of the invitation. */
  invitation?: string;
  /** Passwords of which one may have been accepted: several while no reply has said which. */
  tried: string[];
  password?: string;
  sessions: string[];
  /** True while something is being done to the person. */
  busy?: boolean;
}

const COORDINATOR = 'anna@example.org';

/** The people of a network, of whom nothing is known yet. @param state the gateway's folder */
export function acknowledgedPeople(state: string, draw: Draw) {
  const people: Person[] = [];
  let count = 0;
  const newPassword = () => `una parola di prova ${count++}`;
  const coordinator = () => people.find(({ address, password }) => address === COORDINATOR && password);
  const free = (test: (person: Person) => unknown) => people.filter((person) => !person.busy && test(person));

  /** Sends a form. @returns nothing where the gateway was killed before it answered */
  const post = (origin: string, path: string, form: Record<string, string>, cookie?: string) =>
    ask(origin, path, { form, headers: cookie ? { cookie } : {} }).catch(() => undefined);

  function signedIn(person: Person, password: string, reply: Reply): void {
    person.password = password;
    person.sessions.push(cookieFrom(reply) as string);
  }

  async function invite(origin: string): Promise<void> {
    const [cookie] = coordinator()?.sessions ?? [];
    const address = `persona-${count++}@example.org`;
    const role = pick(draw, ['participant', 'editor'] as const);
    const form = { azione: 'nuovo', indirizzo: address, nome: address, ruolo: role, comune: '' };
    const reply = await post(origin, '/accesso/persone/', form, cookie);
    if (!reply) return;
    const invitation = /codice=([\w-]{43})/.exec(reply.text)?.[1];
    expect([reply.status, invitation], 'an invitation').toEqual([200, expect.any(String)]);
    people.push({ address, roles: [role], invitation: invitation as string, tried: [], sessions: [] });
  }

  /** Accepts an invitation twice at once: of the two one holds. */
  async function accept(origin: string, person: Person): Promise<void> {
    person.tried = [newPassword(), newPassword()];
    const replies = await Promise.all(
      person.tried.map((password) =>
        post(origin, '/accesso/invito/', { codice: person.invitation as string, password, ancora: password }),
      ),
    );
    for (const [index, reply] of replies.entries())
      if (reply?.status === 303) signedIn(person, person.tried[index] as string, reply);
    expect(person.sessions.length, `${person.address} accepted twice`).toBeLessThan(2);
  }

  async function signIn(origin: string, person: Person): Promise<void> {
    const { address, password = '' } = person;
    const reply = await post(origin, '/accesso/', { indirizzo: address, password });
    if (reply) expect([address, reply.status]).toEqual([address, 303]);
    if (reply) signedIn(person, password, reply);
  }

  async function changeRole(origin: string, person: Person): Promise<void> {
    const [cookie] = coordinator()?.sessions ?? [];
    const role = person.roles[0] === 'editor' ? 'participant' : 'editor';
    person.roles.push(role);
    const form = { azione: 'ruolo', conto: rowsOf(state).get(person.address)?.id ?? '', ruolo: role, comune: '' };
    const reply = await post(origin, '/accesso/persone/', form, cookie);
    if (reply) expect([person.address, reply.status]).toEqual([person.address, 303]);
    if (reply) person.roles = [role];
  }

  /** What was begun with a person and not acknowledged has happened whole, or not at all. */
  async function settle(origin: string, person: Person): Promise<void> {
    const { address, invitation, tried } = person;
    if (invitation === undefined || person.password) return;
    const { status } = await ask(origin, `/accesso/invito/?codice=${invitation}`);
    expect([200, 410], address).toContain(status);
    const replies = await Promise.all(
      tried.map((password) => post(origin, '/accesso/', { indirizzo: address, password })),
    );
    const right = tried.filter((_, index) => replies[index]?.status === 303);
    expect([address, right.length]).toEqual([address, status === 410 ? 1 : 0]);
    for (const [index, reply] of replies.entries())
      if (reply?.status === 303) signedIn(person, tried[index] as string, reply);
    person.tried = [];
  }

  return {
    coordinator,
    /** Makes the first coordinator, by the link that was printed. */
    async setUp(origin: string, url: string): Promise<void> {
      const person = people.find(({ address }) => address === COORDINATOR) ?? {
        address: COORDINATOR,
        roles: ['coordinator'],
        tried: [],
        sessions: [],
      };
      const password = newPassword();
      person.tried = [password];
      if (!people.includes(person)) people.push(person);
      const codice = new URL(url).searchParams.get('codice') ?? '';
      const form = { codice, nome: 'Anna', indirizzo: COORDINATOR, password, ancora: password };
      const reply = await post(origin, '/accesso/avvio/', form);
      if (reply) expect(reply.status, 'the set-up').toBe(303);
      if (reply) signedIn(person, password, reply);
    },
    /** Begins several things at once, each with another person. @returns when all are answered, or the gateway is gone */
    async act(origin: string, many: number): Promise<void> {
      const work = Array.from({ length: many }, async () => {
        const person = pick(
          draw,
          free(({ address }) => address !== COORDINATOR),
        );
        if (!person || draw() < 0.3) return invite(origin);
        person.busy = true;
        const open = person.invitation && !person.password;
        await (draw() < 0.3 ? changeRole : open ? accept : signIn)(origin, person);
        person.busy = false;
      });
      await Promise.all(work);
    },
    /** A session of somebody with a role, as a `cookie` header. */
    session: (role: Role) =>
      people.find(({ roles, sessions }) => roles[0] === role && sessions.length > 0)?.sessions[0],
    /** Compares with what a gateway knows that was started again. @param setUp true where it offers to be set up */
    async check(origin: string, setUp: boolean): Promise<void> {
      const rows = rowsOf(state);
      expect(setUp, 'a link to set up').toBe(![...rows.values()].some(({ role }) => role === 'coordinator'));
      const first = people.find(({ address }) => address === COORDINATOR);
      if (first && !first.password && !setUp) await signIn(origin, Object.assign(first, { password: first.tried[0] }));
      for (const person of people) {
        const { address, password, sessions, invitation } = person;
        const row = rows.get(address);
        if (address === COORDINATOR && !password) continue;
        expect(person.roles, address).toContain(row?.role);
        person.roles = [row?.role as Role];
        for (const cookie of sessions)
          expect((await ask(origin, '/accesso/', { headers: { cookie } })).text, address).toContain(
            `<dd>${address}</dd>`,
          );
        if (invitation && password)
          expect((await ask(origin, `/accesso/invito/?codice=${invitation}`)).status, address).toBe(410);
        await settle(origin, person);
        person.busy = false;
      }
      const known = pick(
        draw,
        free(({ password }) => password),
      );
      if (known) await signIn(origin, known);
    },
  };
}

/** Accounts by address, from a state that is whole: no account is without a way in, no invitation without its use. */
function rowsOf(state: string): Map<string, { id: string; role: Role }> {
  const db = new DatabaseSync(join(state, 'gateway', 'state.sqlite'), { readOnly: true, timeout: 5_000 });
  try {
    expect(db.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    expect(db.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
    const rows = db
      .prepare(
        `SELECT id, address, role, password IS NULL AS open,
           (SELECT count(*) FROM tickets WHERE kind = 'invitation' AND owner = accounts.id) AS invitations
         FROM accounts`,
      )
      .all() as { id: string; address: string; role: Role; open: number; invitations: number }[];
    for (const { address, open, invitations } of rows) expect([address, invitations]).toEqual([address, open]);
    return new Map(rows.map(({ address, ...row }) => [address, row]));
  } finally {
    db.close();
  }
}
