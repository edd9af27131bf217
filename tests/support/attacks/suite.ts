/** All attacks on one origin, and what is wrong with its replies. */
import pMap from 'p-map';
import { type Exchange, exchange, type RawReply } from '../raw.ts';
import { type Attack, type Family, request } from './attack.ts';
import { conditionFamily } from './conditions.ts';
import { cookieFamily } from './cookies.ts';
import { framingFamily } from './framing.ts';
import type { Ground } from './ground.ts';
import { headerFamily } from './headers.ts';
import { methodFamily } from './methods.ts';
import { pathFamily } from './paths.ts';
import { postFamily } from './posts.ts';
import { rangeFamily } from './ranges.ts';
import { redirectFamily } from './redirects.ts';
import { type Fault, faultsOf } from './rules.ts';
import { targetFamily } from './targets.ts';

export const families: readonly Family[] = [
  pathFamily,
  targetFamily,
  framingFamily,
  headerFamily,
  methodFamily,
  rangeFamily,
  conditionFamily,
  cookieFamily,
  redirectFamily,
  postFamily,
];

export interface Finding extends Fault {
  family: string;
  attack: string;
}

export interface Outcome {
  findings: Finding[];
  /** Distinct requests by family. */
  requests: Readonly<Record<string, number>>;
}

const AT_ONCE = 24;

/** Sends everything to the origin of a ground. */
export async function attackAll(ground: Ground): Promise<Outcome> {
  const findings: Finding[] = [];
  const requests: Record<string, number> = {};
  for (const family of families) {
    const attacks = await family.attacks(ground);
    requests[family.name] = new Set(attacks.flatMap(({ send, twin }) => [withoutIds(send), twin ?? ''])).size;
    for (const fault of await attackWith(ground, family, attacks)) findings.push(fault);
  }
  return { findings, requests };
}

/** A request by what it tries: with whose session it does so makes no other of it. */
const withoutIds = (send: Attack['send']): string =>
  (typeof send === 'string' ? send : send.join('')).replace(/[\w-]{43}/g, 'ID');

async function attackWith(ground: Ground, family: Family, attacks: readonly Attack[]): Promise<Finding[]> {
  const before = traceOf(ground);
  const results = await pMap(
    attacks,
    async (attack) => {
      const done = await exchange(ground.port, attack.send);
      const faults = faultsOf(attack, done, ground);
      if (attack.twin !== undefined) faults.push(...apart(attack, done, await exchange(ground.port, attack.twin)));
      return faults.map((fault) => ({ family: family.name, attack: attack.name, ...fault }));
    },
    { concurrency: AT_ONCE },
  );
  const giving = (cookie: string) => attacks.filter(({ gives }) => gives?.includes(cookie)).length;
  await mailsCome(ground, before.mails + giving('polinet-mail'));
  const after = [...changes(before, ground, giving('polinet-session'), family), ...(await deaths(ground))];
  return [...results.flat(), ...after.map((fault) => ({ family: family.name, attack: 'all of them', ...fault }))];
}

/** A reply as far as it may not depend on what is there. */
const lookOf = ({ status, headers, body }: RawReply): string =>
  [status, ...headers.filter(([name]) => name !== 'date').map((one) => one.join(': ')), body.toString('latin1')].join(
    '\n',
  );

function apart({ twin = '' }: Attack, done: Exchange, other: Exchange): Fault[] {
  if (done.broken || other.broken) return [];
  const [one, two] = [done, other].map(({ replies }) => replies.map(lookOf).join('\n\n'));
  return one === two
    ? []
    : [{ rule: 'told apart', detail: `${one?.slice(0, 200)}\n≠\n${two?.slice(0, 200)}\n${twin}` }];
}

/** What the state says of people and their sessions. */
function traceOf({ gateway, people, neighbours }: Ground) {
  const { accounts, sessions, events } = gateway.state;
  const counts = sessions.counts(Date.now());
  const visitor = counts.get(people.visitor) ?? 0;
  const all = accounts.all();
  return {
    visitor,
    others: [...counts.values()].reduce((sum, count) => sum + count, 0) - visitor,
    accounts: JSON.stringify(all.map((account) => ({ ...account, signedIn: null }))),
    traces: `${events.count()} events, ${neighbours.mails.length} mails, signed in ${all.map(({ signedIn }) => signedIn)}`,
    mails: neighbours.mails.length,
  };
}

type Trace = ReturnType<typeof traceOf>;

/** Mails are sent after the reply: those that are due are waited for. */
async function mailsCome({ neighbours }: Ground, count: number): Promise<void> {
  for (let tries = 0; neighbours.mails.length < count && tries < 200; tries++)
    await new Promise((resolve) => setTimeout(resolve, 25));
}

function changes(before: Trace, ground: Ground, expected: number, { traceless }: Family): Fault[] {
  const faults: Fault[] = [];
  const after = traceOf(ground);
  if (after.others > before.others) faults.push({ rule: 'session made', detail: `${before.others} → ${after.others}` });
  if (after.visitor > before.visitor + expected)
    faults.push({ rule: 'session made', detail: `${before.visitor} + ${expected} → ${after.visitor}` });
  if (after.accounts !== before.accounts) faults.push({ rule: 'state changed', detail: 'accounts' });
  if (traceless && after.traces !== before.traces)
    faults.push({ rule: 'state changed', detail: `${before.traces} → ${after.traces}` });
  const led = ground.neighbours.mails
    .slice(before.mails)
    .filter(
      (mail) => mail.includes('evil.example') || !mail.includes(`${ground.gateway.origin}/accesso/posta/?codice=`),
    );
  return [...faults, ...led.map((detail) => ({ rule: 'leads elsewhere' as const, detail }))];
}

/** After all of a family the server still answers. */
async function deaths(ground: Ground): Promise<Fault[]> {
  const { replies } = await exchange(ground.port, request(ground, '/healthz'));
  return replies[0]?.status === 200 ? [] : [{ rule: 'not alive', detail: String(replies[0]?.status) }];
}
