/** Which role somebody has who comes through a provider: by claims, by the list of people, by the domain. */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { messages } from '#i18n';
import { fewPages } from '../support/few-pages.ts';
import type { PersonClaims } from '../support/identity-provider.ts';
import { type Provided, runProvided } from '../support/provided.ts';
import { alertIn } from '../support/visitor.ts';

const words = messages('it').gateway;
const GROUPS = {
  claim: 'groups',
  grants: {
    rete: 'participant',
    redazione: 'editor',
    guida: { role: 'coordinator', participant: 'rivoli' },
    fuori: 'none',
  },
};

let site: ReturnType<typeof fewPages>;
let provided: Provided;

beforeAll(async () => {
  site = fewPages(inject('dist'));
  provided = await runProvided({
    dist: site.path,
    providers: {
      uno: { settings: { roles: GROUPS } },
      tardi: { settings: { roles: GROUPS }, claimsIn: 'userinfo' },
      sempre: { settings: { emailVerified: 'always' } },
    },
    settings: {
      people: {
        'Capo@Comune.Example': 'coordinator',
        'elena@comune.example': { role: 'editor', participant: 'este' },
        'esclusa@comune.example': 'none',
      },
      domains: { 'Comune.Example': 'participant', 'vicino.example': { role: 'participant', participant: 'vignola' } },
    },
  });
});
afterAll(async () => {
  await provided?.close();
  site.remove();
});

let count = 0;

/** Somebody new of whom a provider says this. @returns the role and participant they get, or what they are told */
async function enterAs(claims: PersonClaims, by = 'uno'): Promise<string> {
  const sub = `persona-${++count}`;
  const provider = provided.providers[by];
  provider?.people.set(sub, claims);
  const answer = await provided.enter(sub, { by });
  const account = provided.gateway.state.accounts.byIdentity(provider?.issuer ?? '', sub);
  if (answer.status === 303) return [account?.role, account?.participant].filter(Boolean).join(' of ');
  expect([answer.status, account]).toEqual([403, undefined]);
  return alertIn(answer) === words.provider.refused(`Ente ${by}`) ? 'refused' : alertIn(answer);
}

const verified = (email: unknown): PersonClaims => ({ email, email_verified: true });
/** The same person is not there twice. */
const anew = () => verified(`nuova-${++count}@comune.example`);

describe('the role by claims', () => {
  it.each([
    ['one group', { groups: ['rete'] }, 'participant'],
    ['one group, not in a list', { groups: 'redazione' }, 'editor'],
    ['of several groups the one that may most', { groups: ['rete', 'guida', 'redazione'] }, 'coordinator of rivoli'],
    ['groups that are not known beside one that is', { groups: ['altro', 'rete'] }, 'participant'],
    ['a group that is for nobody', { groups: ['fuori'] }, 'refused'],
    ['groups that are not known', { groups: ['altro', 'Rete', 'rete '] }, 'refused'],
    ['names that every object has', { groups: ['__proto__', 'constructor', 'toString'] }, 'refused'],
    ['a list within a list', { groups: [['rete']] }, 'refused'],
    ['no list at all', { groups: { rete: true } }, 'refused'],
    ['nothing', {}, 'refused'],
  ])('%s', async (_, claims, role) => {
    expect(await enterAs(claims)).toBe(role);
    expect(await enterAs(claims, 'tardi')).toBe(role);
  });

  it('an address that nobody has verified gives no name to the account', async () => {
    const claims = { groups: ['rete'], email: 'capo@comune.example', email_verified: false };
    expect(await enterAs(claims)).toBe('participant');
    expect(provided.gateway.state.accounts.byAddress('capo@comune.example')).toBeUndefined();
  });

  it('two people whose names at the provider differ in case alone are two people', async () => {
    const { people } = provided.providers.uno ?? {};
    people?.set('ugo', { groups: ['rete'] }).set('UGO', { groups: ['redazione'] });
    expect((await provided.enter('ugo')).status).toBe(303);
    expect((await provided.enter('UGO')).status).toBe(303);
  });
});

describe('the role by the list of people', () => {
  it('is for the address in any case of letters', async () => {
    expect(await enterAs(verified('CAPO@comune.EXAMPLE'))).toBe('coordinator');
  });

  it('comes before claims, and says for which participant', async () => {
    expect(await enterAs({ ...verified('elena@comune.example'), groups: ['guida'] })).toBe('editor of este');
  });

  it('keeps out whom it says so, whatever the domain or claims', async () => {
    expect(await enterAs({ ...verified('esclusa@comune.example'), groups: ['guida'] })).toBe('refused');
  });
});

describe('the role by domain', () => {
  it.each([
    ['un-nome@comune.example', 'participant'],
    ['UN.ALTRO@COMUNE.EXAMPLE', 'participant'],
    ['uno@vicino.example', 'participant of vignola'],
  ])('is for %s', async (email, role) => expect(await enterAs(verified(email))).toBe(role));

  it('comes after claims', async () => {
    expect(await enterAs({ ...anew(), groups: ['redazione'] })).toBe('editor');
  });

  it.each([
    'a@evil.example@comune.example',
    'a@comune.example@evil.example',
    '"a@comune.example"@evil.example',
    '"a@evil.example"@comune.example',
    'a@sotto.comune.example',
    'a@comune.example.evil.example',
    'a@uncomune.example',
    'a@comune.exampl',
    'a@comune.example.',
    'a@comun\u0435.example',
    'a@\uff43omune.example',
    'a@comune.example\n',
    ' a@comune.example',
    'a@comune.example\u0000@evil.example',
    'a@evil.example, b@comune.example',
    'a@comune.example <a@evil.example>',
    '@comune.example',
    'comune.example',
    ['a@comune.example'],
    { address: 'a@comune.example' },
    '',
    null,
  ])('is not for %j', async (email) => expect(await enterAs(verified(email))).toBe('refused'));
});

describe('an address counts', () => {
  it.each([false, 'true', 'false', 1, 'yes', null, undefined])('not where email_verified is %j', async (value) => {
    expect(await enterAs({ ...anew(), email_verified: value })).toBe('refused');
    expect(await enterAs({ ...verified('elena@comune.example'), email_verified: value })).toBe('refused');
  });

  it.each([false, 'false', undefined])('where the settings say it always does, also with %j', async (value) => {
    expect(await enterAs({ ...anew(), email_verified: value }, 'sempre')).toBe('participant');
  });
});
