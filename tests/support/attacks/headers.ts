/** Headers that are no headers, that contradict each other, or that claim another address, person or method. */
import { type Attack, cookieLine, type Family, request } from './attack.ts';
import type { Ground } from './ground.ts';

/** Headers by which servers behind a proxy are told another address than that of the request line. */
const claims = [
  'X-Original-URL',
  'X-Rewrite-URL',
  'X-Original-URI',
  'X-Forwarded-URI',
  'X-Forwarded-Path',
  'X-Request-URI',
];
const elsewhere = [
  'X-Forwarded-Prefix',
  'X-Accel-Redirect',
  'X-Sendfile',
  'X-Lighttpd-Send-File',
  'Destination',
  'Content-Location',
];

/** Headers by which they are told who asks, or from where. */
const trust = [
  ...['X-Forwarded-For: 127.0.0.1', 'X-Real-IP: 127.0.0.1', 'X-Client-IP: 127.0.0.1', 'True-Client-IP: ::1'],
  ...['Forwarded: for=127.0.0.1;host=127.0.0.1;proto=https', 'X-Forwarded-Proto: https', 'X-Forwarded-Port: 443'],
  ...[
    'X-Custom-IP-Authorization: 127.0.0.1',
    'X-Forwarded-Host: localhost',
    'Via: 1.1 localhost',
    'CF-Connecting-IP: ::1',
  ],
  ...[
    'X-Forwarded-User: admin',
    'X-Remote-User: admin',
    'Remote-User: admin',
    'REMOTE_USER: admin',
    'X-WEBAUTH-USER: a',
  ],
  ...['Authorization: Basic YWRtaW46YWRtaW4=', 'Authorization: Bearer null', 'Proxy-Authorization: Basic YTph'],
  ...[
    'X-Authenticated: true',
    'X-Role: coordinator',
    'X-Middleware-Subrequest: middleware',
    'X-Internal: 1',
    'X-Debug: 1',
  ],
  ...[
    'X-HTTP-Method-Override: HEAD',
    'X-HTTP-Method: OPTIONS',
    'X-Method-Override: PUT',
    'Sec-Fetch-Site: same-origin',
  ],
  ...['Connection: cookie, host', 'Connection: X-Forwarded-For', 'Keep-Alive: timeout=99999', 'Max-Forwards: 0'],
  ...['Purpose: prefetch', 'Service-Worker: script', 'Accept: application/json', 'X-Requested-With: XMLHttpRequest'],
  ...['User-Agent: Googlebot/2.1', 'Referer: http://127.0.0.1/riservato/', '__proto__: polinet-session=a', 'cookie'],
];

/** Lines that are no header, or one that two parsers read differently. */
const malformed: Record<string, string[]> = {
  'no colon': ['Riservato'],
  'no name': [': x'],
  'a space in the name': ['X Y: x'],
  'a space before the colon': ['X : x'],
  'a space before the name': [' X: x'],
  'a null byte in the name': ['X\0: x'],
  'a null byte in the value': ['X: \0'],
  'a carriage return in the value': ['X: x\ry'],
  'a line feed in the value': ['X: x\ny: z'],
  'a delete in the value': ['X: \x7f'],
  'other letters in the name': ['X\xe8: x'],
  'other letters in the value': ['X: \xe8\xff'],
  'a fold': ['X: x\r\n y'],
  'a fold with a tab': ['X: x\r\n\ty'],
  'brackets in the name': ['X(Y): x'],
  'quotes in the name': ['"X": x'],
  'a name of another protocol': [':authority: evil.example'],
  'a path of another protocol': [':path: /riservato/'],
  'an empty name and value': [':'],
  'a bare carriage return': ['\r'],
  'a value of 10,000 letters': [`X: ${'a'.repeat(10_000)}`],
  'a value of 20,000 letters': [`X: ${'a'.repeat(20_000)}`],
  'a value of 300,000 letters': [`X: ${'a'.repeat(300_000)}`],
  'a name of 20,000 letters': [`${'X'.repeat(20_000)}: a`],
  '500 headers': Array.from({ length: 500 }, (_, index) => `X-${index}: a`),
  '2,500 headers': Array.from({ length: 2_500 }, () => 'a:'),
  '20,000 headers': Array.from({ length: 20_000 }, () => 'a: b'),
};

/** Ways to say which host is asked. */
const hostsOf = ({ host, port }: Ground): Record<string, string[]> => ({
  none: [],
  twice: [`Host: ${host}`, `Host: ${host}`],
  'two of them': [`Host: ${host}`, 'Host: evil.example'],
  'two of them, the other way round': ['Host: evil.example', `Host: ${host}`],
  'two of them, in other letters': [`Host: ${host}`, 'hOST: evil.example'],
  'the second behind many headers': [
    `Host: ${host}`,
    ...Array.from({ length: 2_100 }, () => 'a:'),
    'Host: evil.example',
  ],
  empty: ['Host:'],
  foreign: ['Host: evil.example'],
  'a list': [`Host: ${host}, evil.example`],
  'a path': [`Host: ${host}/riservato/`],
  'a path and a question mark': [`Host: ${host}/riservato/?`],
  'a fragment': [`Host: ${host}#`],
  'a user': [`Host: utente@${host}`],
  'a port of letters': ['Host: 127.0.0.1:http'],
  'a port beyond all': ['Host: 127.0.0.1:99999'],
  'two ports': [`Host: 127.0.0.1:${port}:80`],
  'a space': ['Host: 127.0.0.1 evil.example'],
  'a tab': [`Host:\t${host}`],
  'spaces around': [`Host:   ${host}   `],
  'a space before the colon': [`Host : ${host}`],
  'a fold': [`Host:\r\n ${host}`],
  'a bracket': ['Host: [::1'],
  'a backslash': ['Host: evil.example\\riservato'],
  'a null byte': ['Host: 127.0.0.1\0'],
  'other letters': ['Host: \xc3\xa8.example'],
  'a name that grows when encoded, before a path': ['Host: \xfc/aaaaa'],
  'a percent sign': ['Host: 127.0.0.1%00'],
  'an address of one number': ['Host: 2130706433'],
  'a final dot': ['Host: 127.0.0.1.'],
  capitals: ['Host: LOCALHOST'],
  '10,000 letters': [`Host: ${'a'.repeat(10_000)}`],
  'a scheme': [`Host: http://${host}`],
});

/** RFC 9112, section 3.2: a request without a host, or with two, is answered by 400. */
const NOT_ONE = new Set([
  'none',
  'twice',
  'two of them',
  'two of them, the other way round',
  'two of them, in other letters',
]);

/** Headers on public, protected and own addresses. */
export const headerFamily: Family = {
  name: 'headers',
  attacks(ground: Ground): Attack[] {
    const { page, missingPage, file } = ground.restricted;
    const twins = (name: string, lines: string[], asked = {}): Attack => ({
      name: `${name}, protected`,
      send: request(ground, page, { lines, ...asked }),
      twin: request(ground, missingPage, { lines, ...asked }),
      most: 1,
    });
    const on = (name: string, target: string, lines: string[], asked = {}): Attack => ({
      name: `${name}, ${target}`,
      send: request(ground, target, { lines, ...asked }),
      most: 1,
    });
    return [
      ...[...claims, ...elsewhere].flatMap((name) => [
        on(`${name} of a page`, '/', [`${name}: ${page}`]),
        on(`${name} of a file`, '/accesso/', [`${name}: ${file}`]),
        { ...twins(`${name} of a public page`, [`${name}: /`]), statuses: [401] },
      ]),
      ...trust.map((line) => twins(line, [line])),
      ...trust.map((line) => on(line, '/accesso/persone/', [line])),
      ...Object.entries(malformed).flatMap(([name, lines]) => [
        twins(name, lines),
        on(name, '/accesso/', lines),
        ended(ground, name, lines),
      ]),
      ...Object.entries(hostsOf(ground)).flatMap(([name, lines]) =>
        [
          twins(`host: ${name}`, lines, { host: null }),
          on(`host: ${name}`, '/', lines, { host: null }),
          on(`host: ${name}`, '/accesso/', lines, { host: null }),
        ].map((attack): Attack => (NOT_ONE.has(name) ? { ...attack, statuses: [400] } : attack)),
      ),
    ];
  },
};

/** A session's cookie behind a line that ends the headers for some: the id is of no session any more. */
function ended(ground: Ground, name: string, lines: string[]): Attack {
  const session = ground.session('participant');
  ground.gateway.state.sessions.end(session);
  return {
    name: `${name}, before a session that has ended`,
    send: request(ground, ground.restricted.file, { lines: [...lines, cookieLine(session)] }),
    most: 1,
  };
}
