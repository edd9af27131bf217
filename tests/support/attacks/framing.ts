/** Requests whose end two parsers see in different places, with a second request for a protected page inside. */
import { type Attack, cookieLine, type Family, FORM, FROM_HERE, request } from './attack.ts';
import type { Ground } from './ground.ts';

interface Outer {
  method?: string;
  lines: readonly string[];
  /** What follows the headers, the hidden request within. */
  body: string;
  /** The hidden request is part of the body, or of a request that is refused: it may not be answered. */
  one?: true;
}

/** Spellings of `Transfer-Encoding: chunked` that some take for it. */
const obfuscations: Record<string, string[]> = {
  plain: ['Transfer-Encoding: chunked'],
  'unknown coding': ['Transfer-Encoding: xchunked'],
  'space before the colon': ['Transfer-Encoding : chunked'],
  'space before the name': [' Transfer-Encoding: chunked'],
  'a tab': ['Transfer-Encoding:\tchunked'],
  'a vertical tab': ['Transfer-Encoding:\x0bchunked'],
  'a form feed after': ['Transfer-Encoding: chunked\x0c'],
  'a null byte': ['Transfer-Encoding: \0chunked'],
  'a null byte in the name': ['Transfer-Encoding\0: chunked'],
  'a bare line feed before': ['X: x\nTransfer-Encoding: chunked'],
  'a bare carriage return before': ['X: x\rTransfer-Encoding: chunked'],
  'a line feed in the name': ['Transfer-Encoding\n: chunked'],
  'an obsolete fold': ['Transfer-Encoding:\r\n chunked'],
  'an obsolete fold after': ['X: x\r\n Transfer-Encoding: chunked'],
  capitals: ['TRANSFER-ENCODING: CHUNKED'],
  'an underscore': ['Transfer_Encoding: chunked'],
  quotes: ['Transfer-Encoding: "chunked"'],
  parameters: ['Transfer-Encoding: chunked;q=1'],
  'two codings': ['Transfer-Encoding: gzip, chunked'],
  'chunked, but not last': ['Transfer-Encoding: chunked, gzip'],
  identity: ['Transfer-Encoding: identity'],
  'identity before': ['Transfer-Encoding: identity, chunked'],
  'identity after': ['Transfer-Encoding: chunked, identity'],
  'chunked twice': ['Transfer-Encoding: chunked, chunked'],
  'two headers': ['Transfer-Encoding: chunked', 'Transfer-Encoding: identity'],
  'two headers, the other way round': ['Transfer-Encoding: identity', 'Transfer-Encoding: chunked'],
  'an empty value': ['Transfer-Encoding:', 'Transfer-Encoding: chunked'],
  'a comma': ['Transfer-Encoding: ,chunked'],
  'letters of another script': ['Transfer-Encoding: chun\xe2\x84\xaaed'],
  'only wished for': ['TE: chunked'],
};

const length = (value: number | string): string => `Content-Length: ${value}`;
const chunk = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n`;
const LAST = '0\r\n\r\n';

function outersOf(inner: string): Record<string, Outer> {
  const hidden = LAST + inner;
  const half = `${(inner.length + 2).toString(16)}\r\n`;
  const n = inner.length;
  const both = Object.entries(obfuscations).flatMap(([name, lines]): [string, Outer][] => [
    [`length, then ${name}`, { lines: [length(hidden.length), ...lines], body: hidden, one: true }],
    [`${name}, then a short length`, { lines: [...lines, length(half.length)], body: half + inner + LAST }],
  ]);
  const covering: Record<string, string[]> = {
    'the length': [length(n)],
    'the length twice': [length(n), length(n)],
    'two lengths': [length(n), length(0)],
    'two lengths, the other way round': [length(0), length(n)],
    'two lengths in one': [length(`${n}, 0`)],
    'the length twice in one': [length(`${n}, ${n}`)],
    'the length with a plus': [length(`+${n}`)],
    'the length with a minus': [length(`-${n}`)],
    'the length with a comma': [length(`${n},`)],
    'the length with a fraction': [length(`${n}.0`)],
    'the length in hexadecimal digits': [length(`0x${n.toString(16)}`)],
    'the length with an exponent': [length(`${n}e0`)],
    'the length with zeros': [length(`000${n}`)],
    'the length in two words': [length(`${n} ${n}`)],
    'the length with an underscore': [length(`${String(n)[0]}_${String(n).slice(1)}`)],
    'the length in digits of another script': [length('\xd9\xa1\xd9\xa0')],
    'a length beyond 64 bits': [length((2n ** 64n + BigInt(n)).toString())],
    'an empty length': [length('')],
    'the length, space before the colon': [`Content-Length : ${n}`],
    'the length, folded': [`Content-Length:\r\n ${n}`],
    'the length after a bare line feed': [`X: x\n${length(n)}`],
  };
  const lengths = Object.entries(covering).map(([name, lines]): [string, Outer] => [
    name,
    { lines, body: inner, one: true },
  ]);
  const without = ['GET', 'HEAD', 'OPTIONS', 'DELETE', 'TRACE', 'PUT'].map((method): [string, Outer] => [
    `a body of ${method}`,
    { method, lines: [length(n)], body: inner, one: true },
  ]);
  return Object.fromEntries([...both, ...lengths, ...without, ...chunksOf(inner)]);
}

/** Chunks that are not as they should be, before a second request. */
function chunksOf(inner: string): [string, Outer][] {
  const chunked = ['Transfer-Encoding: chunked'];
  const bodies: Record<string, string> = {
    'a size with zeros': `0000005\r\nhello\r\n${LAST}`,
    'a size with 0x': `0x5\r\nhello\r\n${LAST}`,
    'a size with a plus': `+5\r\nhello\r\n${LAST}`,
    'a size with a minus': `-5\r\nhello\r\n${LAST}`,
    'a size with a space': `5 \r\nhello\r\n${LAST}`,
    'a size with a space before': ` 5\r\nhello\r\n${LAST}`,
    'a size with an underscore': `0_5\r\nhello\r\n${LAST}`,
    'a size beyond 64 bits': `10000000000000005\r\nhello\r\n${LAST}`,
    'a size of no digits': `\r\nhello\r\n${LAST}`,
    'a size of other letters': `g\r\nhello\r\n${LAST}`,
    'a size that is too small': `3\r\nhello\r\n${LAST}`,
    'a size that is too great': `6\r\nhello\r\n${LAST}`,
    'a bare line feed after the size': `5\nhello\r\n${LAST}`,
    'a bare line feed after the data': `5\r\nhello\n${LAST}`,
    'no line break after the data': `5\r\nhello${LAST}`,
    'a bare carriage return after the size': `5\rhello\r\n${LAST}`,
    'an extension': `5;a=b\r\nhello\r\n${LAST}`,
    'an extension with a line feed': `5;a\nhello\r\n${LAST}`,
    'an extension with a carriage return': `5;a\rb\r\nhello\r\n${LAST}`,
    'an extension with a null byte': `5;\0\r\nhello\r\n${LAST}`,
    'an extension of 40,000 letters': `5;${'a'.repeat(40_000)}\r\nhello\r\n${LAST}`,
    'an extension of quotes': `5;a="\r\nhello\r\n${LAST}`,
    'a last chunk of many zeros': '0000000000000000000\r\n\r\n',
    'a last chunk with an extension': '0;a=b\r\n\r\n',
    'a last chunk with bare line feeds': '0\n\n',
    trailers: '0\r\nContent-Length: 5\r\nHost: evil.example\r\nCookie: a=b\r\n\r\n',
    'a trailer that is a request': '0\r\n',
    'a trailer with a space before the colon': '0\r\nX : x\r\n\r\n',
    'a trailer of 40,000 letters': `0\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`,
  };
  return [
    ['a length that is none', { lines: [`Content_Length: ${inner.length}`], body: inner }],
    ...Object.entries(bodies).map(([name, body]): [string, Outer] => [name, { lines: chunked, body: body + inner }]),
    ['in a chunk', { lines: chunked, body: chunk(inner) + LAST, one: true }],
    ['in chunks of a letter', { lines: chunked, body: [...inner].map(chunk).join('') + LAST, one: true }],
    [
      'in a chunk of HTTP/1.0',
      { lines: ['Transfer-Encoding: chunked', 'Connection: keep-alive'], body: hiddenInChunk(inner) },
    ],
    ['a request right behind', { lines: [length(5)], body: `hello${inner}` }],
    ['a request behind a body that is too long', { lines: [length(3)], body: `hello${inner}` }],
    ['a request while one waits', { lines: [length(5), 'Expect: 100-continue'], body: `hello${inner}` }],
    [
      'a request behind one that expects what nobody can do',
      { lines: [length(5), 'Expect: altro'], body: `hello${inner}` },
    ],
    ['a request behind a close', { lines: [length(5), 'Connection: close'], body: `hello${inner}`, one: true }],
    [
      'a request behind an upgrade',
      { method: 'GET', lines: ['Upgrade: websocket', 'Connection: Upgrade'], body: inner },
    ],
    [
      'twenty requests',
      { method: 'GET', lines: [], body: inner.replace('Connection: close\r\n', '').repeat(19) + inner },
    ],
  ];
}

const hiddenInChunk = (inner: string): string => chunk(inner) + LAST + inner;

/** Every framing, on a public page, a page that reads forms and, signed in, a protected one; what is hidden has no session. */
export const framingFamily: Family = {
  name: 'request framing',
  attacks(ground: Ground): Attack[] {
    const { page } = ground.restricted;
    const inner = request(ground, page);
    const targets = [
      { target: '/' },
      { target: '/accesso/invito/' },
      { target: page, session: ground.session('participant') },
    ];
    return Object.entries(outersOf(inner)).flatMap(([name, { method = 'POST', lines, body, one }]) =>
      targets.map(({ target, session }): Attack => {
        const start = [`${method} ${target} HTTP/1.1`, `Host: ${ground.host}`, FORM, FROM_HERE];
        const head = [...start, ...(session ? [cookieLine(session)] : []), ...lines].join('\r\n');
        return {
          name: `${name}, ${session ? 'signed in' : target}`,
          send: `${head}\r\n\r\n${body}`,
          ...(session ? { signedIn: true, keeps: session } : {}),
          ...(one ? { most: 1 } : {}),
        };
      }),
    );
  },
};
