/** Cookies that are no session's, or no longer: none of them opens anything. */
import { createHash } from 'node:crypto';
import { exchange } from '../raw.ts';
import { type Attack, cookieLine, type Family, form, request } from './attack.ts';
import type { Ground } from './ground.ts';

const NAME = 'polinet-session';
/** Of the form of an id, and nobody's. */
const UNKNOWN = 'A'.repeat(43);

const swapped = (text: string) =>
  text.replace(/[a-z]/gi, (letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()));

/** Header lines that carry the id of a valid session in a way that does not count. */
const disguises: Record<string, (id: string) => string[]> = {
  truncated: (id) => [cookieLine(id.slice(0, -1))],
  halved: (id) => [cookieLine(id.slice(0, 21))],
  extended: (id) => [cookieLine(`${id}A`)],
  'extended by an equals sign': (id) => [cookieLine(`${id}=`)],
  'extended by a null byte': (id) => [cookieLine(`${id}\0`)],
  'extended by an encoded null byte': (id) => [cookieLine(`${id}%00`)],
  'extended by a comma': (id) => [cookieLine(`${id},`)],
  'doubled in one value': (id) => [cookieLine(id + id)],
  reversed: (id) => [cookieLine([...id].reverse().join(''))],
  'its case swapped': (id) => [cookieLine(swapped(id))],
  'in capitals': (id) => [cookieLine(id.toUpperCase())],
  'in quotes': (id) => [cookieLine(`"${id}"`)],
  'in single quotes': (id) => [cookieLine(`'${id}'`)],
  'percent-encoded': (id) => [cookieLine(`%${id.charCodeAt(0).toString(16)}${id.slice(1)}`)],
  'a space within': (id) => [cookieLine(`${id.slice(0, 9)} ${id.slice(9)}`)],
  'with another first letter': (id) => [cookieLine(`${id.startsWith('A') ? 'B' : 'A'}${id.slice(1)}`)],
  'with another last letter': (id) => [cookieLine(`${id.slice(0, -1)}${id.endsWith('A') ? 'B' : 'A'}`)],
  'its hash': (id) => [cookieLine(createHash('sha256').update(id).digest('base64url'))],
  'its hash in hexadecimal digits': (id) => [cookieLine(createHash('sha256').update(id).digest('hex'))],
  'its bytes in hexadecimal digits': (id) => [cookieLine(Buffer.from(id, 'base64url').toString('hex'))],
  'its bytes in plain Base64': (id) => [cookieLine(Buffer.from(id, 'base64url').toString('base64'))],
  twice: (id) => [`Cookie: ${NAME}=${id}; ${NAME}=${id}`],
  'after another': (id) => [`Cookie: ${NAME}=${UNKNOWN}; ${NAME}=${id}`],
  'before another': (id) => [`Cookie: ${NAME}=${id}; ${NAME}=${UNKNOWN}`],
  'before an empty one': (id) => [`Cookie: ${NAME}=${id}; ${NAME}=`],
  'in two headers': (id) => [cookieLine(UNKNOWN), cookieLine(id)],
  'in two headers, the other way round': (id) => [cookieLine(id), cookieLine(UNKNOWN)],
  'by a name in capitals': (id) => [`Cookie: ${NAME.toUpperCase()}=${id}`],
  'by a name with a capital': (id) => [`Cookie: Polinet-Session=${id}`],
  'by the name for https': (id) => [`Cookie: __Host-${NAME}=${id}`],
  'by another prefix': (id) => [`Cookie: __Secure-${NAME}=${id}`],
  'by a longer name': (id) => [`Cookie: x-${NAME}=${id}`],
  'by a name with a space': (id) => [`Cookie: ${NAME} =${id}`],
  'by an encoded name': (id) => [`Cookie: %70olinet-session=${id}`],
  'by the name of another cookie': (id) => [`Cookie: polinet-browser=${id}`],
  'by no name': (id) => [`Cookie: ${id}`],
  'within the value of another': (id) => [`Cookie: a="b; c=${NAME}=${id}`],
  'between commas': (id) => [`Cookie: a=b, ${NAME}=${id}`],
  'in an older header': (id) => [`Cookie2: ${NAME}=${id}`],
  'in an authorization': (id) => [`Authorization: Bearer ${id}`],
  'in a header of its own': (id) => [`X-Session: ${id}`, `${NAME}: ${id}`],
  'as it is set': (id) => [`Set-Cookie: ${NAME}=${id}`],
};

/** Values that never were anybody's. */
const values: Record<string, string> = {
  nothing: '',
  'an unknown id': UNKNOWN,
  'a condition of SQL': "' OR '1'='1",
  'a statement of SQL': "'; DROP TABLE sessions; --",
  'a union of SQL': `' UNION SELECT hash FROM sessions -- ${'x'.repeat(9)}`,
  'a pattern': '%'.repeat(43),
  'a pattern of single letters': '_'.repeat(43),
  'a star': '*',
  null: 'null',
  undefined: 'undefined',
  true: 'true',
  'an object': '{"role":"coordinator"}',
  'a token without a signature': 'eyJhbGciOiJub25lIn0.eyJyb2xlIjoiY29vcmRpbmF0b3IifQ.',
  'dot segments': '../../../etc/passwd',
  'a prototype': '__proto__',
  'raw bytes': '\xff\xfe\x80'.repeat(14),
  '8,000 letters': 'A'.repeat(8_000),
  '15,000 letters': 'A'.repeat(15_000),
  '40,000 letters': 'A'.repeat(40_000),
};

/** Sessions that have ended, by how. */
async function ended(ground: Ground): Promise<Record<string, string>> {
  const { gateway, people } = ground;
  const { sessions } = gateway.state;
  const revoked = ground.session('editor');
  sessions.endAll(people.editor);
  const left = ground.session('participant');
  await exchange(ground.port, form(ground, '/accesso/uscita/', {}, { session: left }));
  const one = ground.session('participant');
  sessions.end(one);
  return {
    'of somebody whose sessions were revoked': revoked,
    'after signing out': left,
    'that was ended': one,
  };
}

/** Cookies on protected and own addresses. */
export const cookieFamily: Family = {
  name: 'cookies',
  async attacks(ground: Ground): Promise<Attack[]> {
    const { page, file } = ground.restricted;
    const no = { statuses: [400, 401, 431] };
    const on = (target: string, name: string, lines: string[]): Attack => ({
      name: `${name}, ${target}`,
      send: request(ground, target, { lines }),
      ...no,
    });
    const role = ground.session('outsider');
    const next = ground.sessions('coordinator');
    return [
      on(page, 'none', []),
      ...Object.entries(values).map(([name, value]) => on(page, name, [cookieLine(value)])),
      ...Object.entries(disguises).flatMap(([name, linesOf]) =>
        [page, '/accesso/persone/'].map((target) => on(target, name, linesOf(next()))),
      ),
      ...Object.entries(await ended(ground)).map(([name, id]) => on(file, name, [cookieLine(id)])),
      {
        name: 'in the query',
        send: request(ground, `${page}?${NAME}=${ground.session('coordinator')}`),
        ...no,
      },
      {
        name: 'of somebody without a role',
        send: request(ground, page, { session: role }),
        statuses: [403],
      },
      ...(['/admin/', '/accesso/persone/', '/accesso/registro/', '/accesso/stato/'] as const).map(
        (target): Attack => ({
          name: `of a participant on ${target}`,
          send: request(ground, target, { session: ground.session('participant') }),
          statuses: [403],
        }),
      ),
      ...(await fixed(ground)),
    ];
  },
};

/** Ids that somebody had before signing in: known to whoever put them there, so that they may open nothing afterwards. */
async function fixed(ground: Ground): Promise<Attack[]> {
  const planted = { 'an unknown id': UNKNOWN, 'the session of another': ground.session('outsider'), own: '' };
  planted.own = ground.session('visitor');
  const attacks: Attack[] = [];
  for (const [name, id] of Object.entries(planted)) {
    const fields = { indirizzo: ground.addresses.visitor, password: ground.password };
    await exchange(ground.port, form(ground, '/accesso/', fields, { session: id }));
    attacks.push({
      name: `fixed before signing in, ${name}`,
      send: request(ground, ground.restricted.page, { session: id }),
      statuses: [401],
    });
  }
  return attacks;
}
