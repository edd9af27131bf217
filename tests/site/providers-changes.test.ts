/** What becomes of a role when the provider, the list of people or a coordinator changes it. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { messages } from '#i18n';
import { fewPages, RESTRICTED } from '../support/few-pages.ts';
import { type Provided, runProvided } from '../support/provided.ts';
import { alertIn, newVisitor } from '../support/visitor.ts';

const words = messages('it').gateway;
const ANNA = 'anna@comune.example';

let site: ReturnType<typeof fewPages>;
let provided: Provided;

const uno = () => {
  const found = provided.providers.uno;
  if (!found) throw new Error('No provider');
  return found;
};
const accountOf = (sub: string) => provided.gateway.state.accounts.byIdentity(uno().issuer, sub);
const tell = (sub: string, claims: object) => void uno().people.set(sub, { ...claims });

beforeAll(() => {
  site = fewPages(inject('dist'));
});
afterAll(() => site.remove());
beforeEach(async () => {
  provided = await runProvided({
    dist: site.path,
    providers: {
      uno: {
        people: {
          anna: { email: ANNA, email_verified: true },
          carla: { groups: ['redazione'], email: 'carla@altrove.example', email_verified: true },
        },
        settings: { roles: { claim: 'groups', grants: { rete: 'participant', redazione: 'editor' } } },
      },
    },
    settings: { people: { [ANNA]: 'editor' }, domains: { 'vicino.example': 'participant' } },
  });
});
afterEach(() => provided.close());

describe('a role by claims', () => {
  it('follows the claims at each sign-in', async () => {
    await provided.enter('carla');
    expect(accountOf('carla')?.role).toBe('editor');
    tell('carla', { groups: ['rete'] });
    expect((await provided.enter('carla')).status).toBe(303);
    expect(accountOf('carla')?.role).toBe('participant');
  });

  it('is lost at the next sign-in when the provider gives it no more, in other browsers too', async () => {
    const other = newVisitor();
    await provided.enter('carla', { visitor: other });
    tell('carla', { groups: [] });
    const answer = await provided.enter('carla');
    expect([answer.status, alertIn(answer)]).toEqual([403, words.provider.refused('Ente uno')]);
    expect(accountOf('carla')?.role).toBe('none');
    expect((await other.get(provided.url + RESTRICTED)).status).toBe(403);
    tell('carla', { groups: ['redazione'] });
    expect((await provided.enter('carla')).status).toBe(303);
    expect((await other.get(provided.url + RESTRICTED)).status).toBe(200);
  });

  it('does not depend on the list of people when the gateway starts anew', async () => {
    await provided.enter('carla');
    await provided.restart({ people: {} });
    expect(accountOf('carla')?.role).toBe('editor');
  });
});

describe('a role by the list of people', () => {
  it('is lost at the next start of the gateway when the list names the person no more', async () => {
    const visitor = newVisitor();
    await provided.enter('anna', { visitor });
    expect((await visitor.get(provided.url + RESTRICTED)).status).toBe(200);
    await provided.restart({ people: {} });
    expect((await visitor.get(provided.url + RESTRICTED)).status).toBe(403);
    expect((await provided.enter('anna')).status).toBe(403);
    await provided.restart({ people: { [ANNA]: 'participant' } });
    expect((await provided.enter('anna', { visitor })).status).toBe(303);
    expect(accountOf('anna')?.role).toBe('participant');
  });

  it('goes over into the one of the domain where that is left', async () => {
    tell('bea', { email: 'bea@vicino.example', email_verified: true });
    await provided.restart({
      people: { 'bea@vicino.example': 'editor' },
      domains: { 'vicino.example': 'participant' },
    });
    await provided.enter('bea');
    expect(accountOf('bea')?.role).toBe('editor');
    await provided.restart({ domains: { 'vicino.example': 'participant' } });
    expect(accountOf('bea')?.role).toBe('participant');
    await provided.restart({});
    expect(accountOf('bea')?.role).toBe('none');
  });

  it('goes with the person whose address changes, also when the gateway starts anew', async () => {
    await provided.enter('anna');
    tell('anna', { email: 'anna.rossi@comune.example', email_verified: true });
    const settings = { people: { 'anna.rossi@comune.example': 'editor' } };
    await provided.restart(settings);
    const visitor = newVisitor();
    expect((await provided.enter('anna', { visitor })).status).toBe(303);
    await provided.restart(settings);
    expect((await visitor.get(provided.url + RESTRICTED)).status).toBe(200);
  });
});

describe('a role changed by hand', () => {
  /** A coordinator changes a role on the page of people. */
  async function change(sub: string, role: string): Promise<void> {
    const { gateway, url } = provided;
    const known = gateway.state.accounts.byAddress('capo@altrove.example')?.id;
    const cookie = gateway.session(known ?? gateway.account('capo@altrove.example', 'coordinator'));
    const form = { azione: 'ruolo', conto: accountOf(sub)?.id ?? '', ruolo: role, comune: 'rivoli' };
    expect((await newVisitor().post(`${url}/accesso/persone/`, form, { cookie })).status).toBe(303);
  }

  it.each(['anna', 'carla'])('of %s stays, whatever the provider or the list says afterwards', async (sub) => {
    await provided.enter(sub);
    await change(sub, 'participant');
    expect((await provided.enter(sub)).status).toBe(303);
    await provided.restart({ people: {} });
    tell(sub, { groups: ['altro'] });
    expect((await provided.enter(sub)).status).toBe(303);
    expect(accountOf(sub)).toMatchObject({ role: 'participant', participant: 'rivoli', granted: 'hand' });
  });

  it.each(['anna', 'carla'])('to none keeps %s out, whatever the provider or the list says', async (sub) => {
    const visitor = newVisitor();
    await provided.enter(sub, { visitor });
    await change(sub, 'none');
    expect((await visitor.get(provided.url + RESTRICTED)).status).toBe(401);
    const answer = await provided.enter(sub);
    expect([answer.status, provided.sessions()]).toEqual([403, 1]);
  });
});
