/** Forms that another site sends in somebody's name, to every address that takes one. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Asked,
  type Attack,
  encoded,
  type Family,
  type Fields,
  FORM,
  FROM_HERE,
  form,
  request,
} from './attack.ts';
import type { Ground } from './ground.ts';
import { PROVIDER } from './neighbours.ts';

const ROUTES = join(import.meta.dirname, '../../../src/gateway/routes');
const NEW_PASSWORD = 'un’altra parola lunga di prova';

export interface HonestPost {
  path: string;
  fields: Fields;
  session: string;
}

/** Addresses that take a form, as the routes name them: one that is added is attacked as well. */
const pathsIn = (folder: string): string[] =>
  readdirSync(folder)
    .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/\.post\(\s*['"`]([^'"`]+)['"`]/g)])
    .map(([, path = '']) => path);

/** A form that would do something at every address, if it came from this site. */
export function honestPosts(ground: Ground): HonestPost[] {
  const { gateway, people, addresses, password } = ground;
  const { tickets } = gateway.state;
  const invitation = tickets.issue('invitation', people.editor, { account: people.editor }, Date.now());
  const setup = tickets.issue('setup', '', {}, Date.now());
  const both = { password: NEW_PASSWORD, ancora: NEW_PASSWORD };
  const known: Record<string, Fields> = {
    '/accesso/': { indirizzo: addresses.visitor, password },
    '/accesso/password/': { attuale: password, ...both },
    '/accesso/persone/': { azione: 'ruolo', conto: people.outsider, ruolo: 'coordinator', comune: '' },
    '/accesso/invito/': { codice: invitation, ...both },
    '/accesso/avvio/': { codice: setup, nome: 'Altra', indirizzo: 'altra@example.org', ...both },
    '/accesso/posta/': { indirizzo: addresses.visitor },
    '/accesso/collegare/': { fornitore: PROVIDER },
  };
  return pathsIn(ROUTES).map((path) => ({
    path,
    fields: known[path] ?? { codice: invitation },
    session: ground.session(path === '/accesso/persone/' ? 'coordinator' : 'participant'),
  }));
}

/** Where a form is said to come from, by headers. */
const originsOf = ({ origin, host, port }: Ground): Record<string, string[]> => ({
  'a foreign origin': ['Origin: http://evil.example'],
  'a foreign origin that begins alike': [`Origin: ${origin}.evil.example`],
  'a foreign origin that ends alike': [`Origin: http://evil${host}`],
  'a foreign origin with a user': [`Origin: http://${host}@evil.example`],
  'another port': [`Origin: http://127.0.0.1:${port === 1 ? 2 : port - 1}`],
  'another scheme': [`Origin: https://${host}`],
  'another name of this machine': [`Origin: http://localhost:${port}`],
  'a null origin': ['Origin: null'],
  'an empty origin': ['Origin:'],
  'no word of it': [],
  'only a page of this site': [`Referer: ${origin}/accesso/`],
  'this origin among others': [`Origin: ${origin} http://evil.example`],
  'two origins': ['Origin: http://evil.example', `Origin: ${origin}`],
  'this origin with a path': [`Origin: ${origin}/`],
  'another site': ['Sec-Fetch-Site: cross-site'],
  'another site, this origin': ['Sec-Fetch-Site: cross-site', `Origin: ${origin}`],
  'the same site, another origin': ['Sec-Fetch-Site: same-site'],
  'no site': ['Sec-Fetch-Site: none'],
  'no site, this origin': ['Sec-Fetch-Site: none', `Origin: ${origin}`],
  'two sites': ['Sec-Fetch-Site: cross-site', FROM_HERE],
  'two sites, the other way round': [FROM_HERE, 'Sec-Fetch-Site: cross-site'],
  'a site in capitals': ['Sec-Fetch-Site: SAME-ORIGIN'],
  'an empty site, this origin': ['Sec-Fetch-Site:', `Origin: ${origin}`],
  'a forwarded host': ['Origin: http://evil.example', 'X-Forwarded-Host: evil.example'],
});

/** Content types that a page of another site can send without asking, and others that are no form's. */
const types: Record<string, string[]> = {
  'no type': [],
  text: ['Content-Type: text/plain'],
  'text, a form after all': ['Content-Type: text/plain; application/x-www-form-urlencoded'],
  JSON: ['Content-Type: application/json'],
  XML: ['Content-Type: text/xml'],
  'parts of a form': ['Content-Type: multipart/form-data; boundary=x'],
  'a list of types': ['Content-Type: text/plain, application/x-www-form-urlencoded'],
  'an empty type': ['Content-Type:'],
};

const OVERRIDES = ['X-HTTP-Method-Override: POST', 'X-HTTP-Method: POST', 'X-Method-Override: POST'];

function attacksOn(ground: Ground, { path, fields, session: who }: HonestPost): Attack[] {
  // Each has a session of its own, so that one that ends is known.
  const next = ground.sessions(path === '/accesso/persone/' ? 'coordinator' : 'participant');
  const send = (name: string, statuses: number[], make: (session: string) => string): Attack => {
    const session = next();
    return { name: `${path}: ${name}`, send: make(session), signedIn: true, statuses, keeps: session };
  };
  const query = `${path}?${encoded(fields)}`;
  const other = (name: string, target: string, asked: Asked) =>
    send(name, [200, 400, 401, 403, 404, 405, 410, 415], (session) => request(ground, target, { ...asked, session }));
  const rest = { lines: [FROM_HERE, FORM, ...OVERRIDES], body: encoded(fields) };
  return [
    ...Object.entries(originsOf(ground)).map(([name, lines]) =>
      send(`from ${name}`, [403], (session) => form(ground, path, fields, { lines: [FORM, ...lines], session })),
    ),
    send('from the host it says itself', [400, 403], (session) =>
      form(ground, path, fields, { lines: [FORM, 'Origin: http://evil.example'], host: 'evil.example', session }),
    ),
    ...Object.entries(types).map(([name, lines]) =>
      send(`as ${name}`, [415], (session) => form(ground, path, fields, { lines: [FROM_HERE, ...lines], session })),
    ),
    ...Object.entries(types).map(([name, lines]) =>
      send(`as ${name}, from another site`, [403], (session) =>
        form(ground, path, fields, { lines: ['Sec-Fetch-Site: cross-site', ...lines], session }),
      ),
    ),
    ...['GET', 'HEAD'].flatMap((method) => [
      other(`${method} with the same fields`, query, { method, lines: [FROM_HERE] }),
      other(`${method} from another site`, query, { method, lines: ['Sec-Fetch-Site: cross-site'] }),
      other(`${method} that is said to be a POST`, query, { method, lines: [FROM_HERE, FORM, ...OVERRIDES] }),
      other(`${method} with a body`, path, { method, ...rest }),
      other(`${method} with the method as a field`, `${query}&_method=POST&_METHOD=POST`, { method }),
    ]),
    ...['PUT', 'PATCH', 'DELETE', 'QUERY'].map((method) =>
      other(`${method} that is said to be a POST`, path, { method, ...rest }),
    ),
    other('asking whether it might', path, {
      method: 'OPTIONS',
      lines: [
        'Origin: http://evil.example',
        'Access-Control-Request-Method: POST',
        'Access-Control-Request-Headers: x',
      ],
    }),
    {
      name: `${path}: without a session, from another site`,
      send: form(ground, path, fields, { lines: [FORM, 'Sec-Fetch-Site: cross-site'] }),
      statuses: [403],
      keeps: who,
    },
  ];
}

/** Every form by every way that is not this site's. */
export const postFamily: Family = {
  name: 'cross-site posts',
  traceless: true,
  attacks: (ground: Ground): Attack[] => honestPosts(ground).flatMap((post) => attacksOn(ground, post)),
};
