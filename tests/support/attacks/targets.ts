/** Request lines that are not the usual one: other forms of the target, other versions, other white space. */
import { type Attack, type Family, request, utf8 } from './attack.ts';
import type { Ground } from './ground.ts';

/** Targets of a request line, by what they are. */
const targetsOf = ({ origin, host, port, restricted: { page } }: Ground): Record<string, string> => ({
  'absolute form, own host': `${origin}${page}`,
  'absolute form, own host, up': `${origin}/x/..${page}`,
  'absolute form, foreign host': `http://evil.example${page}`,
  'absolute form, https': `https://${host}${page}`,
  'absolute form, capitals': `HTTP://${host}${page}`,
  'absolute form, with a user': `http://utente:parola@${host}${page}`,
  'absolute form, another port': `http://127.0.0.1:1${page}`,
  'absolute form, without a host': `http://${page}`,
  'absolute form, one slash': `http:${page}`,
  'absolute form, backslashes': `http:\\\\${host}${page.replaceAll('/', '\\')}`,
  'absolute form, sockets': `ws://${host}${page}`,
  'absolute form, a file': `file://${page}`,
  'absolute form, own page': `${origin}/accesso/`,
  'absolute form, own page of a foreign host': 'http://evil.example/accesso/',
  'absolute form, the public page': `${origin}/`,
  'authority form': host,
  'authority form, only a port': `:${port}`,
  asterisk: '*',
  'an asterisk as a path': '/*',
  'without the first slash': page.slice(1),
  'a dot': '.',
  'a question mark': '?',
  'a fragment': `${page}#x`,
  'a fragment of the public page': `/#${page}`,
  'a question mark before': `?${page}`,
  'raw UTF-8': utf8(`${page}è`),
  'raw Latin-1': `${page}\xe8`,
  'raw UTF-8 in the query': utf8(`${page}?è`),
  'raw control characters': `${page}\x01`,
  'raw delete': `${page}\x7f`,
  'raw quotes and brackets': `${page}"<>^\`{|}`,
  'a query of 4,000 characters': `${page}?${'a'.repeat(4_000)}`,
  'a path of 5,000 characters': `${page}${'a'.repeat(5_000)}`,
  'a path of 12,000 slashes': `${'/'.repeat(12_000)}${page}`,
  'a path of 30,000 characters': `${page}${'a'.repeat(30_000)}`,
  'a thousand escapes': `${page}${'%61'.repeat(1_000)}`,
  'a thousand dot segments': `${'/..'.repeat(1_000)}${page}`,
  'a line break in the target': `/%0d%0aGET%20${page}`,
  'a prototype': '/__proto__',
  'a constructor': '/riservato/constructor',
  'a property of maps': '/riservato/__proto__/',
});

/** Whole requests, by what is wrong with them. */
const wholeOf = ({ host, restricted: { page } }: Ground): Record<string, string> => {
  const rest = `\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
  return {
    'an empty target': `GET  HTTP/1.1${rest}`,
    'no target': `GET HTTP/1.1${rest}`,
    'no version': `GET ${page}\r\n\r\n`,
    'no version, with headers': `GET ${page}${rest}`,
    'HTTP/0.9': `GET ${page} HTTP/0.9${rest}`,
    'HTTP/1.0': `GET ${page} HTTP/1.0${rest}`,
    'HTTP/1.0 without a host': `GET ${page} HTTP/1.0\r\n\r\n`,
    'HTTP/1.2': `GET ${page} HTTP/1.2${rest}`,
    'HTTP/2.0': `GET ${page} HTTP/2.0${rest}`,
    'HTTP/9.9': `GET ${page} HTTP/9.9${rest}`,
    'HTTP/1.1 and more': `GET ${page} HTTP/1.1x${rest}`,
    'HTTP/01.1': `GET ${page} HTTP/01.1${rest}`,
    'another protocol': `GET ${page} ICE/1.0${rest}`,
    'small letters in the version': `GET ${page} http/1.1${rest}`,
    'a preface of HTTP/2': 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    'an upgrade to HTTP/2': request({ host }, page, {
      lines: ['Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQAAP__', 'Connection: Upgrade, HTTP2-Settings'],
    }),
    'an upgrade to sockets': request({ host }, page, {
      lines: ['Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=='],
    }),
    'two spaces': `GET  ${page} HTTP/1.1${rest}`,
    'two spaces after': `GET ${page}  HTTP/1.1${rest}`,
    'tabs for spaces': `GET\t${page}\tHTTP/1.1${rest}`,
    'a space within': `GET / ${page} HTTP/1.1${rest}`,
    'a form feed for a space': `GET\f${page}\fHTTP/1.1${rest}`,
    'a space before': ` GET ${page} HTTP/1.1${rest}`,
    'empty lines before': `\r\n\r\n\r\nGET ${page} HTTP/1.1${rest}`,
    'bare line feeds before': `\n\nGET ${page} HTTP/1.1${rest}`,
    'a space at the end': `GET ${page} HTTP/1.1 ${rest}`,
    'two versions': `GET ${page} HTTP/1.1 HTTP/1.1${rest}`,
    'a null byte before': `\0GET ${page} HTTP/1.1${rest}`,
    'a byte order mark before': `\xef\xbb\xbfGET ${page} HTTP/1.1${rest}`,
    'a bare carriage return within': `GET ${page}\r HTTP/1.1${rest}`,
    'a line break within': `GET /\r\n${page} HTTP/1.1${rest}`,
    'two request lines': `GET / HTTP/1.1\r\nGET ${page} HTTP/1.1${rest}`,
    'a greeting of TLS': '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
    'a reply': `HTTP/1.1 200 OK${rest}`,
  };
};

/** The same in several segments: what stands at a border is read in no other way. */
function inPieces(ground: Ground): Attack[] {
  const { page } = ground.restricted;
  const whole = request(ground, page);
  const cuts: Record<string, number[]> = {
    'the method': [2],
    'the path': [8],
    'every part of the request line': [3, 4, 13, whole.indexOf(' HTTP')],
    'a line break': [whole.indexOf('\r') + 1],
    'the last line break': [whole.length - 1],
  };
  const bodies = ['/', '/accesso/invito/'].map((target): Attack => {
    const [head = '', body = ''] = request(ground, target, { method: 'POST', body: whole }).split('\r\n\r\nGET');
    return { name: `a body that comes late, ${target}`, send: [`${head}\r\n\r\n`, `GET${body}`], most: 1 };
  });
  return [
    ...Object.entries(cuts).map(([name, at]): Attack => {
      const borders = [0, ...at, whole.length];
      const send = at.map((_, index) => whole.slice(borders[index], borders[index + 1]));
      return { name: `cut within ${name}`, send: [...send, whole.slice(at.at(-1))], statuses: [401], most: 1 };
    }),
    ...bodies,
  ];
}

/** Every form, also with a query of the kind that servers in front use. */
export const targetFamily: Family = {
  name: 'request targets',
  attacks(ground: Ground): Attack[] {
    const targets = Object.entries(targetsOf(ground)).flatMap(([name, target]): Attack[] => [
      { name, send: request(ground, target), most: 1 },
      { name: `${name}, foreign host`, send: request(ground, target, { host: 'evil.example' }), most: 1 },
    ]);
    const whole = Object.entries(wholeOf(ground)).map(([name, send]): Attack => ({ name, send, most: 1 }));
    const tunnels = [ground.host, `127.0.0.1:${ground.port}`, ground.restricted.page, `${ground.origin}/`].map(
      (target, index): Attack => ({
        name: `a tunnel, ${index + 1}`,
        send: `${request(ground, target, { method: 'CONNECT' })}${request(ground, ground.restricted.page)}`,
      }),
    );
    return [...targets, ...whole, ...tunnels, ...inPieces(ground)];
  },
};
