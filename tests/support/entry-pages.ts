/** Every page of the gateway, and how one gets to each: with long names, as they come out there. */
import type { Page } from 'playwright-core';
import { messages } from '#i18n';
import { linkIn, type Mailbox } from './mailbox.ts';
import type { Provided } from './provided.ts';

const words = messages('it').gateway;
const LONG = 'ufficio-relazioni-con-il-pubblico.comune-dal-nome-molto-lungo.example';
export const PERSON = `mariantonietta.cognome-lunghissimo@${LONG}`;
const PASSWORD = 'una frase lunga per entrare';

export interface EntryPage {
  name: string;
  status: number;
  /** What stands in its heading. */
  heading: string;
  open(page: Page, running: Running): Promise<void>;
}

/** What has to run for that: a gateway with the provider `uno`, at which there is `anna`, and a mail server. */
interface Running {
  provided: Provided;
  mailbox: Mailbox;
}

const go = (page: Page, { provided }: Running, path: string) => page.goto(provided.url + path);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Signs a browser in as somebody with a role, and a password of theirs to change. */
async function signIn(
  page: Page,
  { provided }: Running,
  role: 'participant' | 'editor' | 'coordinator',
): Promise<void> {
  const { gateway, url } = provided;
  const address = `${role}.${PERSON}`;
  const id = gateway.state.accounts.byAddress(address)?.id ?? gateway.account(address, role);
  if (!gateway.state.accounts.byId(id)?.password) gateway.state.accounts.setPassword(id, 'no hash');
  const [name = '', value = ''] = gateway.session(id).split('=');
  await page.context().addCookies([{ name, value, url }]);
}

const invitationPath = ({ provided: { gateway } }: Running): string => {
  const id = gateway.state.accounts.byAddress(PERSON)?.id ?? gateway.account(PERSON, 'editor');
  return `/accesso/invito/?codice=${gateway.state.tickets.issue('invitation', id, { account: id }, Date.now())}`;
};

const setUpPath = ({ provided: { gateway } }: Running): string =>
  `/accesso/avvio/?codice=${gateway.state.tickets.issue('setup', '', {}, Date.now())}`;

async function fillNewPassword(page: Page, password: string, again: string): Promise<void> {
  await page.getByLabel(words.password.new).fill(password);
  await page.getByLabel(words.password.again).fill(again);
}

async function askForLink(page: Page, running: Running): Promise<void> {
  invitationPath(running);
  await go(page, running, '/accesso/');
  await page.locator('#mail-indirizzo').fill(PERSON);
  await press(page, words.entry.mailSubmit);
}

async function invite(page: Page, running: Running, address: string): Promise<void> {
  await signIn(page, running, 'coordinator');
  await go(page, running, '/accesso/persone/');
  await page.getByLabel(words.people.address, { exact: true }).fill(address);
  await page.getByLabel(words.people.name, { exact: true }).fill('Mariantonietta Cognome-Lunghissimo Dalmonte');
  await press(page, words.people.inviteSubmit);
}

const DIAGNOSTIC = {
  file: 'guide/una-guida-con-un-nome-di-file-molto-lungo-e-senza-spazi.mdx',
  source: 'content',
  line: 14,
  column: 5,
  rule: 'reference-exists',
  message: 'Il riferimento «un-tema-dal-nome-lunghissimo-che-nessuno-ha-mai-scritto» non esiste.',
  fix: 'Forse intendevi «clima-e-conflitti».',
};

const BUILT = { at: Date.now(), seconds: 1.5, diagnostics: [] };

async function openStatus(page: Page, running: Running, report: Parameters<Provided['gateway']['report']>[0]) {
  running.provided.gateway.report(report);
  await signIn(page, running, 'editor');
  await go(page, running, '/accesso/stato/');
}

const entry = words.entry.title;
let count = 0;

/** A page that has an address of its own; for somebody with a role, where one is given. */
const at = (
  name: string,
  [status, heading]: [number, string],
  path: string | ((running: Running) => string),
  role?: 'participant' | 'editor' | 'coordinator',
): EntryPage => ({
  name,
  status,
  heading,
  async open(page, running) {
    if (role) await signIn(page, running, role);
    await go(page, running, typeof path === 'string' ? path : path(running));
  },
});

/** A page that is the answer to something one does. */
const after = (name: string, [status, heading]: [number, string], open: EntryPage['open']): EntryPage => ({
  name,
  status,
  heading,
  open,
});

const entries: EntryPage[] = [
  at('the entry, with all ways in', [200, entry], '/accesso/'),
  at('the entry in the place of a restricted page', [401, entry], '/riservato/guide/demo-turni-di-punta/'),
  after('the entry after a wrong password', [401, entry], async (page, running) => {
    await go(page, running, '/accesso/');
    await page.locator('#f-indirizzo').fill(`${++count}.${PERSON}`);
    await page.locator('#f-password').fill('sbagliata');
    await press(page, words.entry.submit);
  }),
  after('the entry after signing out, with what is left at the provider', [200, entry], async (page, running) => {
    await running.provided.enter('anna');
    await go(page, running, '/accesso/?esito=uscita&da=uno');
  }),
  at('the set-up', [200, words.setup.title], setUpPath),
  after('the set-up after a mistake', [422, words.setup.title], async (page, running) => {
    await go(page, running, setUpPath(running));
    await page.getByLabel(words.setup.name).fill('Carla');
    await page.getByLabel(words.entry.address).fill(PERSON);
    await fillNewPassword(page, 'corta', 'corta');
    await press(page, words.setup.submit);
  }),
  at('an invitation', [200, words.invitation.title], invitationPath),
  after('an invitation after a mistake', [422, words.invitation.title], async (page, running) => {
    await go(page, running, invitationPath(running));
    await fillNewPassword(page, PASSWORD, 'altro');
    await press(page, words.invitation.submit);
  }),
  at('an invitation that is over', [410, entry], '/accesso/invito/?codice=x'),
  after('the e-mail that was sent', [200, words.mail.title], askForLink),
  after('the confirmation of an e-mail', [200, words.mail.title], async (page, running) => {
    const next = running.mailbox.mails.length + 1;
    await askForLink(page, running);
    await page.goto(linkIn(await running.mailbox.after(next)));
  }),
];

const own: EntryPage[] = [
  at('one’s own page', [200, words.account.title], '/accesso/', 'coordinator'),
  after('one’s own page after a mistake', [422, words.account.title], async (page, running) => {
    await signIn(page, running, 'participant');
    await go(page, running, '/accesso/');
    await page.getByLabel(words.account.current).fill('sbagliata');
    await fillNewPassword(page, PASSWORD, 'altro');
    await press(page, words.account.save);
  }),
  after('the step to a provider', [200, words.provider.go('Ente uno')], async (page, running) => {
    await signIn(page, running, 'participant');
    await go(page, running, '/accesso/');
    await press(page, words.account.link('Ente uno'));
  }),
  after('the people, with an invitation', [200, words.people.title], (page, running) =>
    invite(page, running, `${++count}.${PERSON}`),
  ),
  after('the people, after a mistake', [422, words.people.title], async (page, running) => {
    invitationPath(running);
    await invite(page, running, PERSON);
  }),
  after('the audit log', [200, words.events.title], async (page, running) => {
    const { events } = running.provided.gateway.state;
    const about = `/riservato/strumenti/${'un-nome-lungo-'.repeat(8)}/foglio.xlsx`;
    while (events.count() < 60)
      events.add({ at: Date.now(), event: 'downloaded', who: PERSON, about, origin: '2001:db8:85a3::' });
    await signIn(page, running, 'coordinator');
    await go(page, running, '/accesso/registro/');
  }),
];

const state: EntryPage[] = [
  at('the state of the site before any build', [200, words.status.title], '/accesso/stato/', 'editor'),
  after('the state of the site after a build that was refused', [200, words.status.title], (page, running) =>
    openStatus(page, running, {
      ...BUILT,
      result: 'refused',
      diagnostics: [
        { ...DIAGNOSTIC, severity: 'error' },
        { ...DIAGNOSTIC, severity: 'warning' },
      ],
    }),
  ),
  after('the state of the site after a build that failed', [200, words.status.title], (page, running) => {
    const reason = `ENOSPC: no space left on device, write '/srv/polinet/${'cartella/'.repeat(12)}index.html'`;
    return openStatus(page, running, { ...BUILT, result: 'failed', reason });
  }),
  after('the state of the site while it is built again', [200, words.status.title], async (page, running) => {
    running.provided.gateway.report({ ...BUILT, result: 'published' });
    await openStatus(page, running, 'building');
  }),
];

const refused: EntryPage[] = [
  at('a page for another role', [403, words.forbidden.title], '/accesso/stato/', 'participant'),
  at('a page that is not there', [404, words.missing.title], '/accesso/altro/'),
  after('a request from another site', [403, words.refused.title], async (page, { provided: { url } }) => {
    await page.setContent(`<form method="post" action="${url}/accesso/uscita/"><button>Uscire</button></form>`);
    await press(page, 'Uscire');
  }),
];

/** All of them. */
export const entryPages: readonly EntryPage[] = [...entries, ...own, ...state, ...refused];
