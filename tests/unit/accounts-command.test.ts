import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings, openStateWith, type State } from '#gateway';
import { commandMessages } from '#i18n';
import { ask, cookieFrom } from '../support/ask.ts';
import { runGateway } from '../support/gateway.ts';
import { handMade } from '../support/hand-made.ts';
import { temporaryFolder, writeFiles } from '../support/sources.ts';

const folder = temporaryFolder();
afterAll(folder.remove);
/** A site with one participant. */
const dist = join(folder.path, 'dist');
writeFiles(dist, { 'participants/dati/partecipanti.json': '[{ "id": "este", "nome": "Este" }]' });

let number = 0;
let statePath = '';
beforeEach(() => {
  statePath = join(folder.path, `stato-${number++}`);
});

/** Runs the command as npm does, on the state of the test. */
function accounts(args: string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join('scripts', 'accounts.ts'), ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', POLINET_STATE: statePath, POLINET_DIST: dist, NO_COLOR: '1', ...env },
  });
  expect(stderr).not.toMatch(/\n\s+at |Warning/);
  return { status, stdout, stderr };
}

const done = (stdout: string) => ({ status: 0, stdout: `${stdout}\n`, stderr: '' });
const refused = (stderr: string, status = 1) => ({ status, stdout: '', stderr: `${stderr}\n` });
const wrongUsage = refused(commandMessages.accounts.usage, 2);

/** Looks into the state beside whoever else has it open. */
function inState<Result>(work: (state: State) => Result): Result {
  const state = openStateWith(statePath, defaultSettings());
  try {
    return work(state);
  } finally {
    state.close();
  }
}

/** Who there is, a line each. */
const people = () =>
  inState(({ accounts }) =>
    accounts
      .all()
      .map(({ address, name, role, participant }) => [address, name, role, participant].filter(Boolean).join(' ')),
  );

const LINK =
  /^Invito per (\S+), per sette giorni e una volta sola:\n {2}(\S+)\/accesso\/invito\/\?codice=([\w-]{43})\n$/;

/** The secret of the link that an invitation prints. */
function secretIn({ status, stdout, stderr }: ReturnType<typeof accounts>, address: string): string {
  expect([status, stderr]).toEqual([0, '']);
  const [, invited, , secret = ''] = LINK.exec(stdout) ?? [];
  expect(invited, stdout).toBe(address);
  return secret;
}

const PASSWORD = 'tre parole di prova';
const accepting = { password: PASSWORD, ancora: PASSWORD };

describe('npm run accounts -- list', () => {
  it('says that there is nobody yet, in a state that only its owner may read', () => {
    inState(() => undefined);
    expect(accounts(['list'])).toEqual(done(`In «${statePath}» non c’è ancora nessun accesso.`));
    expect(statSync(join(statePath, 'gateway')).mode & 0o777).toBe(0o700);
  });

  it.each([
    [['list']],
    [['role', 'a@example.org', 'editor']],
    [['revoke', 'a@example.org']],
    [['invite', 'a@example.org']],
  ])('takes a folder without a state for the wrong one, and makes none: %s', (args) => {
    expect(accounts(args)).toEqual(refused(commandMessages.accounts.noState(statePath), 2));
    expect(existsSync(statePath)).toBe(false);
  });

  it('says who there is: address, name, role, participant, and when they last signed in', () => {
    inState(({ accounts }) => {
      const base = { granted: 'hand', participant: null } as const;
      const { id } = accounts.add({ ...base, address: 'zoe@example.org', name: 'Zoe Bianchi', role: 'editor' }, 0);
      accounts.add({ ...base, address: 'anna@example.org', name: 'Anna', role: 'coordinator', participant: 'este' }, 0);
      accounts.markSignedIn(id, Date.UTC(2026, 0, 15, 8, 30));
    });
    expect(accounts(['list'])).toEqual(
      done(
        'anna@example.org\tAnna\tcoordinator\teste\tmai\nzoe@example.org\tZoe Bianchi\teditor\t\t2026-01-15T08:30:00.000Z',
      ),
    );
  });
});

describe('npm run accounts -- invite', () => {
  it('prints a link at the public address, for the address in small letters', () => {
    const made = accounts(['invite', 'Anna@Example.org', 'Anna Verdi', 'participant', 'este'], {
      POLINET_URL: 'https://rete.example.org',
    });
    secretIn(made, 'anna@example.org');
    expect(made.stdout).toContain(' https://rete.example.org/accesso/invito/');
    expect(people()).toEqual(['anna@example.org Anna Verdi participant este']);
  });

  it('again ends the link before; a person who is there already is not made anew', () => {
    const first = secretIn(accounts(['invite', 'a@example.org', 'A', 'editor']), 'a@example.org');
    const again = secretIn(accounts(['invite', 'A@example.org']), 'a@example.org');
    inState(({ tickets }) => {
      expect(tickets.peek('invitation', first, Date.now())).toBeUndefined();
      expect(tickets.peek('invitation', again, Date.now())).toBeDefined();
    });
    expect(accounts(['invite', 'a@example.org', 'Un’altra', 'coordinator'])).toEqual(
      refused(commandMessages.accounts.exists('a@example.org')),
    );
    expect(people()).toEqual(['a@example.org A editor']);
  });

  it('invites nobody who is to have no access', () => {
    expect(accounts(['invite', 'a@example.org', 'A', 'none']).stdout).not.toContain('/accesso/invito/');
    accounts(['invite', 'b@example.org', 'B', 'editor']);
    accounts(['role', 'b@example.org', 'none']);
    expect(accounts(['invite', 'b@example.org'])).toEqual(refused(commandMessages.accounts.noAccess('b@example.org')));
  });
});

describe('what is asked for wrongly ends with 2, says how it is right, and changes nothing:', () => {
  it.each([
    ['nothing', []],
    ['an unknown command', ['elenca']],
    ['what every object has', ['constructor']],
    ['a list of something', ['list', 'tutti']],
    ['an invitation of nobody', ['invite']],
    ['one of no address', ['invite', 'anna', 'Anna', 'editor']],
    ['one without a role', ['invite', 'anna@example.org', 'Anna']],
    ['one with too much', ['invite', 'anna@example.org', 'Anna', 'editor', 'este', 'x']],
    ['a role of nobody', ['role']],
    ['no role', ['role', 'chi@example.org']],
    ['a role with too much', ['role', 'chi@example.org', 'editor', 'este', 'x']],
    ['sessions of nobody', ['revoke']],
    ['sessions of two', ['revoke', 'chi@example.org', 'altri@example.org']],
  ])('%s', (_, args) => {
    inState(({ accounts }) =>
      accounts.add({ address: 'chi@example.org', name: 'C', role: 'editor', participant: null, granted: 'hand' }, 0),
    );
    expect(accounts(args)).toEqual(wrongUsage);
    expect(people()).toEqual(['chi@example.org C editor']);
  });

  it('a role that there is not, naming those that there are', () => {
    for (const args of [
      ['invite', 'anna@example.org', 'Anna', 'capo'],
      ['role', 'chi@example.org', 'capo'],
    ]) {
      inState(() => undefined);
      expect(accounts(args)).toEqual(refused('«capo» non è un ruolo: none, participant, editor, coordinator.', 2));
    }
  });

  it('a participant that there is not', () => {
    const told = accounts(['invite', 'anna@example.org', 'Anna', 'editor', 'estte']);
    expect(told).toEqual(refused('«estte» non è tra i partecipanti: este.', 2));
  });

  it('no site to hold a participant against is said', () => {
    const told = accounts(['invite', 'anna@example.org', 'Anna', 'editor', 'este'], { POLINET_DIST: statePath });
    expect(told).toMatchObject({ status: 0, stderr: `${commandMessages.accounts.notBuilt('este', statePath)}\n` });
  });

  it.each([
    ['invite', ['invite', 'manca@example.org']],
    ['role', ['role', 'manca@example.org', 'editor']],
    ['revoke', ['revoke', 'manca@example.org']],
  ])('an address that there is not, to %s', (_, args) => {
    inState(() => undefined);
    expect(accounts(args)).toEqual(refused('Non c’è nessun accesso per «manca@example.org».', 2));
  });

  it('an option that there is not', () => {
    expect(accounts(['list', '--tutti'])).toMatchObject({ status: 2, stderr: expect.stringContaining('--tutti') });
  });

  it('settings that cannot be read, or are wrong', () => {
    writeFiles(folder.path, { 'gateway.yaml': 'people: { anna: editor }' });
    for (const [path, said] of [
      ['manca.yaml', 'non si può leggere'],
      ['gateway.yaml', '«people.anna»'],
    ] as const)
      expect(accounts(['list'], { POLINET_GATEWAY: join(folder.path, path) })).toMatchObject({
        status: 2,
        stdout: '',
        stderr: expect.stringContaining(said),
      });
  });

  it('a file in the place of a state', () => {
    writeFiles(folder.path, { 'un-file': 'x' });
    const { status, stderr } = accounts(['list'], { POLINET_STATE: join(folder.path, 'un-file') });
    expect([status, stderr]).toEqual([2, expect.stringContaining('un-file')]);
    writeFiles(statePath, { 'gateway/state.sqlite': 'this is no database, whatever it is called '.repeat(50) });
    expect(accounts(['list'])).toMatchObject({ status: 2, stderr: expect.stringContaining('state.sqlite') });
  });

  it('a state of a later version of the program, which stays as it is', () => {
    inState(() => undefined);
    const db = new DatabaseSync(join(statePath, 'gateway', 'state.sqlite'));
    db.exec('PRAGMA user_version = 99');
    const { status } = accounts(['list']);
    expect([status, db.prepare('PRAGMA user_version').get()]).toEqual([2, { user_version: 99 }]);
    db.close();
  });
});

describe('npm run accounts -- role', () => {
  it('leaves the network its only coordinator', () => {
    accounts(['invite', 'anna@example.org', 'Anna', 'coordinator', 'este']);
    for (const role of ['none', 'participant', 'editor'])
      expect(accounts(['role', 'anna@example.org', role])).toEqual(
        refused('È l’unico coordinatore: prima darne il ruolo a un’altra persona.'),
      );
    accounts(['invite', 'bruno@example.org', 'Bruno', 'participant']);
    expect(accounts(['role', 'Bruno@example.org', 'coordinator'])).toEqual(done('bruno@example.org: coordinator.'));
    expect(accounts(['role', 'anna@example.org', 'editor'])).toEqual(done('anna@example.org: editor.'));
    expect(people()).toEqual(['anna@example.org Anna editor este', 'bruno@example.org Bruno coordinator']);
    expect(inState(({ events }) => events.page(1, 0))).toMatchObject([
      { event: 'role-changed', who: 'operator', about: 'anna@example.org', detail: 'editor' },
    ]);
  });
});

describe('a running gateway', () => {
  it('follows at its next request', async () => {
    const { dist, remove } = handMade();
    const gateway = await runGateway({ dist, state: statePath });
    try {
      const statusOf = async (path: string, cookie: string | undefined) =>
        (await ask(gateway.origin, path, { headers: cookie ? { cookie } : {} })).status;
      const invitation = (secret: string) => `/accesso/invito/?codice=${secret}`;
      const accept = (codice: string) => ask(gateway.origin, '/accesso/invito/', { form: { codice, ...accepting } });

      const secret = secretIn(accounts(['invite', 'anna@example.org', 'Anna', 'participant']), 'anna@example.org');
      // Looking at it, as programs that check links do, leaves it as it is.
      for (const _ of [1, 2]) expect(await statusOf(invitation(secret), undefined)).toBe(200);
      const accepted = await accept(secret);
      expect([accepted.status, accepted.headers.location]).toEqual([303, '/riservato/']);
      expect([await statusOf(invitation(secret), undefined), (await accept(secret)).status]).toEqual([410, 410]);

      const cookie = cookieFrom(accepted);
      const rights = async () => [await statusOf('/riservato/', cookie), await statusOf('/accesso/stato/', cookie)];
      expect(await rights()).toEqual([200, 403]);
      accounts(['role', 'anna@example.org', 'editor']);
      expect(await rights()).toEqual([200, 200]);
      expect(accounts(['revoke', 'anna@example.org'])).toEqual(done('Chiuse le sessioni di anna@example.org.'));
      expect(await rights()).toEqual([401, 401]);

      const form = { indirizzo: 'anna@example.org', password: PASSWORD };
      expect((await ask(gateway.origin, '/accesso/', { form })).status).toBe(303);
      accounts(['role', 'anna@example.org', 'none']);
      expect((await ask(gateway.origin, '/accesso/', { form })).status).toBe(401);
      const open = secretIn(accounts(['invite', 'bruno@example.org', 'Bruno', 'editor']), 'bruno@example.org');
      accounts(['revoke', 'bruno@example.org']);
      expect((await accept(open)).status).toBe(410);
    } finally {
      await gateway.close();
      remove();
    }
  });
});
