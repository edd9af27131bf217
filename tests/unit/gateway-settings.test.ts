import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfigError } from '#config';
import { defaultSettings, readSettings, strayGrants } from '#gateway';
import { originReader } from '../../src/gateway/entry/origin.ts';
import { temporaryFolder, writeFiles } from '../support/sources.ts';

const folder = temporaryFolder();
afterAll(folder.remove);
const file = join(folder.path, 'gateway.yaml');

/** Reads settings from a file with this text. */
function read(text: string, files: Record<string, string> = {}) {
  writeFiles(folder.path, { 'gateway.yaml': text, ...files });
  return readSettings(file);
}

/** What reading a text is refused with, without the folder's path. */
function refusal(text: string, files: Record<string, string> = {}): string {
  try {
    read(text, files);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message.replaceAll(`${folder.path}/`, '');
  }
  return 'nothing is wrong';
}

const provider = (fields = '') =>
  `providers:\n  - { id: comune, name: Il Comune, issuer: "https://id.example.org/", clientId: polinet${fields} }\n`;

/** An editor that saves to a forge; what is given last counts. */
const forge = (fields: string) =>
  `editor: { ${fields.includes('repo:') ? '' : 'repo: rete/contenuti, '}clientId: polinet, ${fields} }\n`;

describe('settings of a gateway', () => {
  it('are local accounts alone where none are given', () => {
    expect(readSettings(undefined)).toEqual(defaultSettings());
    expect(defaultSettings()).toEqual({
      providers: [],
      people: {},
      domains: {},
      proxies: [],
      sessions: { idleHours: 12, absoluteHours: 168 },
      signIn: { attempts: 10, perOrigin: 60, minutes: 15 },
      audit: { days: 365 },
    });
  });

  it.each([
    ['an empty file', ''],
    ['one of comments', '# niente\n'],
    ['one that says nothing', '---\n'],
    ['empty groups', 'sessions: {}\nsignIn: {}\naudit: {}\n'],
  ])('are the defaults for %s', (_, text) => {
    expect(read(text)).toEqual(defaultSettings());
  });

  it('are read whole', () => {
    const settings = read(
      `
providers:
  - id: comune
    name: Il Comune
    issuer: https://id.example.org/realms/rete
    clientId: polinet
    clientSecretFile: segreti/comune
    scope: openid email groups
    emailVerified: always
    roles:
      claim: groups
      grants:
        redazione: editor
        rete/este: { role: participant, participant: este }
  - { id: prova, name: Prova, issuer: "http://localhost:8080", clientId: polinet, clientSecret: aperta }
people:
  Anna.Verdi@Example.org: coordinator
  bruno@example.org: { role: participant, participant: este }
domains:
  Comune.Example.org: { role: participant }
mail: { serverFile: segreti/posta, from: "Rete <rete@example.org>" }
proxies: [127.0.0.1, "::1", 10.0.0.0/8, "fd00::/8"]
sessions: { idleHours: 0.5, absoluteHours: 10 }
signIn: { attempts: 3, perOrigin: 9, minutes: 1 }
audit: { days: 30 }
`,
      { 'segreti/comune': ' molto segreto\n', 'segreti/posta': 'smtps://rete:parola@posta.example.org\n' },
    );
    expect(settings).toEqual({
      providers: [
        {
          id: 'comune',
          name: 'Il Comune',
          issuer: 'https://id.example.org/realms/rete',
          clientId: 'polinet',
          clientSecret: 'molto segreto',
          clientSecretFile: 'segreti/comune',
          scope: 'openid email groups',
          emailVerified: 'always',
          roles: {
            claim: 'groups',
            grants: {
              redazione: { role: 'editor', participant: null },
              'rete/este': { role: 'participant', participant: 'este' },
            },
          },
        },
        {
          id: 'prova',
          name: 'Prova',
          issuer: 'http://localhost:8080',
          clientId: 'polinet',
          clientSecret: 'aperta',
          scope: 'openid email profile',
          emailVerified: 'claim',
        },
      ],
      people: {
        'anna.verdi@example.org': { role: 'coordinator', participant: null },
        'bruno@example.org': { role: 'participant', participant: 'este' },
      },
      domains: { 'comune.example.org': { role: 'participant', participant: null } },
      mail: {
        server: 'smtps://rete:parola@posta.example.org',
        serverFile: 'segreti/posta',
        from: 'Rete <rete@example.org>',
      },
      proxies: ['127.0.0.1', '::1', '10.0.0.0/8', 'fd00::/8'],
      sessions: { idleHours: 0.5, absoluteHours: 10 },
      signIn: { attempts: 3, perOrigin: 9, minutes: 1 },
      audit: { days: 30 },
    });
  });

  it('may name a provider on this very machine over http, and no other', () => {
    for (const issuer of ['http://127.0.0.1:9000', 'http://[::1]:9000/', 'http://localhost'])
      expect(read(provider().replace('https://id.example.org/', issuer)).providers).toHaveLength(1);
    for (const issuer of [
      'http://id.example.org',
      'http://127.0.0.1.example.org',
      'http://10.0.0.1',
      'ftp://localhost',
    ])
      expect(refusal(provider().replace('https://id.example.org/', issuer))).toBe(
        'gateway.yaml: il valore di «providers.0.issuer» manca o non va bene.',
      );
  });
});

describe('what is wrong in them is named', () => {
  it.each([
    ['an unknown setting', 'fornitori: []', '«fornitori» non è un’impostazione.'],
    ['an unknown setting of a group', 'sessions: { idle: 1 }', '«sessions.idle» non è un’impostazione.'],
    ['an unknown setting of a provider', provider(', secret: x'), '«providers.0.secret» non è un’impostazione.'],
    [
      'an unknown setting of a person',
      'people: { a@example.org: { role: editor, comune: este } }',
      '«people.a@example.org.comune» non è un’impostazione.',
    ],
  ])('%s', (_, text, said) => {
    expect(refusal(text)).toBe(`gateway.yaml: ${said}`);
  });

  it.each([
    ['a role that there is not', 'people: { a@example.org: capo }', 'people.a@example.org'],
    ['a role that a domain cannot have', 'domains: { example.org: admin }', 'domains.example.org'],
    [
      'a role that a claim cannot give',
      provider(', roles: { claim: groups, grants: { redazione: capo } }'),
      'providers.0.roles.grants.redazione',
    ],
    ['a name that is no address', 'people: { anna: editor }', 'people.anna'],
    ['people as a list', 'people: [a@example.org]', 'people'],
    ['two providers of one id', provider() + provider().replace('providers:\n', ''), 'providers'],
    ['an id that addresses cannot have', provider().replace('id: comune', 'id: Il Comune'), 'providers.0.id'],
    ['an id that means something else', provider().replace('id: comune', 'id: password'), 'providers'],
    ['a provider without a client', provider().replace(', clientId: polinet', ''), 'providers.0.clientId'],
    ['a scope that asks for no identity', provider(', scope: email'), 'providers.0'],
    ['an issuer that is no address', provider().replace('https://', ''), 'providers.0.issuer'],
    ['a proxy that is no network', 'proxies: [10.0.0.0/33]', 'proxies.0'],
    ['a proxy by its name', 'proxies: [127.0.0.1, proxy.example.org]', 'proxies.1'],
    ['a proxy that its own reader refuses', 'proxies: ["0x7f.1"]', 'proxies.0'],
    ['a mail server of another kind', 'mail: { server: "https://example.org", from: a@example.org }', 'mail.server'],
    ['mail from nobody', 'mail: { server: "smtp://example.org" }', 'mail.from'],
    ['no time at all', 'sessions: { idleHours: 0 }', 'sessions.idleHours'],
    ['half an attempt', 'signIn: { attempts: 0.5 }', 'signIn.attempts'],
    ['a number in words', 'audit: { days: tanti }', 'audit.days'],
    ['an empty group', 'sessions:\n', 'sessions'],
    ['a forge that the editor does not know', forge('backend: sourcehut'), 'editor.backend'],
    ['a repository without its owner', forge('backend: gitlab, repo: contenuti'), 'editor.repo'],
    ['a group at a forge that has none', forge('backend: github, repo: a/b/c, clientSecret: x'), 'editor.repo'],
    ['GitHub without a secret', forge('backend: github'), 'editor.clientSecret'],
    ['a secret that a forge does not take', forge('backend: gitlab, clientSecret: x'), 'editor.clientSecret'],
    ['a forge that may be anywhere', forge('backend: gitea'), 'editor.url'],
    ['a forge in the open', forge('backend: gitea, url: "http://git.example.org"'), 'editor.url'],
    ['a second policy in an address', forge('backend: gitlab, api: "https://a.example/;x"'), 'editor.api'],
    ['open authoring where there is none', forge('backend: gitlab, openAuthoring: true'), 'editor.openAuthoring'],
  ])('%s', (_, text, place) => {
    expect(refusal(text)).toBe(`gateway.yaml: il valore di «${place}» manca o non va bene.`);
  });

  it('all of it at once, each once', () => {
    expect(refusal('altro: 1\nproxies: [x, y]\npeople: { a: capo }').split('\n')).toEqual([
      'gateway.yaml: il valore di «people.a» manca o non va bene.',
      'gateway.yaml: il valore di «proxies.0» manca o non va bene.',
      'gateway.yaml: il valore di «proxies.1» manca o non va bene.',
      'gateway.yaml: «altro» non è un’impostazione.',
    ]);
  });

  it.each([
    ['an open bracket', 'audit: { days: 1 }\nproxies: [a', 2],
    ['a key that stands twice', 'audit: { days: 1 }\n\naudit: { days: 2 }', 3],
    ['a tab', 'audit:\n\tdays: 1', 2],
    ['an alias of nothing', 'audit: { days: 1 }\npeople: *nessuno', 2],
  ])('YAML with %s, by its line', (_, text, line) => {
    expect(refusal(text)).toBe(`gateway.yaml:${line}: non è YAML ben formato.`);
  });

  it.each([
    ['a list', '- a\n- b\n'],
    ['a word', 'ciao\n'],
  ])('a file that is %s', (_, text) => {
    expect(refusal(text)).toMatch(/^gateway\.yaml/);
    expect(refusal(text)).not.toContain('«»');
  });

  it('a file that is not there, or is a folder', () => {
    for (const name of ['manca.yaml', '.'])
      expect(() => readSettings(join(folder.path, name))).toThrow(
        new ConfigError(`POLINET_GATEWAY: il file «${join(folder.path, name)}» non si può leggere.`),
      );
  });
});

describe('secrets of files of their own', () => {
  it('are looked for beside the settings, and named where they are not there', () => {
    expect(refusal(provider(', clientSecretFile: manca'))).toBe('POLINET_GATEWAY: il file «manca» non si può leggere.');
    expect(refusal('mail: { serverFile: manca, from: a@example.org }')).toContain('«manca»');
  });

  it('are read for a forge as for a provider', () => {
    const text = forge('backend: github, clientSecretFile: github.secret');
    expect(read(text, { 'github.secret': 'segreto\n' }).editor?.clientSecret).toBe('segreto');
  });

  it('may stand anywhere', () => {
    const path = join(folder.path, 'altrove', 'segreto');
    const settings = read(provider(`, clientSecretFile: "${path}"`), { 'altrove/segreto': 'x y\n' });
    expect(settings.providers[0]?.clientSecret).toBe('x y');
  });

  it('are held to what a setting is held to', () => {
    const mail = 'mail: { serverFile: posta, from: a@example.org }';
    expect(refusal(mail, { posta: 'https://example.org\n' })).toContain('mail.server');
    expect(refusal(provider(', clientSecretFile: vuoto'), { vuoto: '\n' })).toContain('providers.0.clientSecret');
  });
});

describe('proxies that settings accept', () => {
  it('can be trusted as they stand', () => {
    for (const one of ['127.0.0.1', '::1', '10.0.0.0/8', 'fd00::/8', '::ffff:10.0.0.0/104', 'fe80::1%eth0'])
      expect(() => originReader(read(`proxies: ["${one}"]`).proxies), one).not.toThrow();
  });
});

describe('grants for a participant that the site does not know', () => {
  it('are named by their place', () => {
    const roles = '{ claim: groups, grants: { guida: { role: editor, participant: rivolli } } }';
    const text = `${provider(`, roles: ${roles}`)}people:
  a@example.org: { role: editor, participant: este }
  b@example.org: { role: editor, participant: estte }
  c@example.org: coordinator
domains: { example.com: { role: participant, participant: nessuno } }
`;
    expect(strayGrants(read(text), [{ id: 'este', name: 'Este' }])).toEqual([
      { place: 'people.b@example.org', id: 'estte' },
      { place: 'domains.example.com', id: 'nessuno' },
      { place: 'providers.comune.roles.grants.guida', id: 'rivolli' },
    ]);
  });
});
