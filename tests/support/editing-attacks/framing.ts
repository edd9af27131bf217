/** Bodies whose length is not what they say, or that come slowly, or not to their end. */
import { exchange } from '../raw.ts';
import { type Attempt, type Family, saveOf } from './attempt.ts';
import { closed, type Ground } from './ground.ts';

const body = JSON.stringify({ action: 'persistEntry', params: saveOf('content/guides/nuova.mdx', closed()) });
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;

/** Framing lines, and what follows them. None of it is a whole save. */
const FRAMED: Record<string, [lines: string[], pieces: string[]]> = {
  'shorter than it says': [[`Content-Length: ${body.length + 10}`], [body]],
  'longer than it says': [[`Content-Length: ${body.length - 10}`], [body]],
  'of no length': [[], [body]],
  'of length 0': [['Content-Length: 0'], [body]],
  'of a negative length': [['Content-Length: -1'], [body]],
  'of a length in hex': [[`Content-Length: 0x${body.length.toString(16)}`], [body]],
  'of a length with a sign': [[`Content-Length: +${body.length}`], [body]],
  'of two lengths': [[`Content-Length: ${body.length}`, 'Content-Length: 3'], [body]],
  'of a list of lengths': [[`Content-Length: ${body.length}, 3`], [body]],
  'of a length beyond numbers': [['Content-Length: 99999999999999999999'], [body]],
  'of a gigabyte, it says': [['Content-Length: 1073741824'], ['x'.repeat(10)]],
  'in chunks and of a length': [
    ['Transfer-Encoding: chunked', `Content-Length: ${body.length}`],
    [chunk(body), '0\r\n\r\n'],
  ],
  'in chunks without an end': [['Transfer-Encoding: chunked'], [chunk(body)]],
  'in chunks of no size': [['Transfer-Encoding: chunked'], ['zz\r\n', body]],
  'in chunks of a negative size': [['Transfer-Encoding: chunked'], ['-1\r\n', body]],
  'in a chunk that is shorter': [['Transfer-Encoding: chunked'], [`fff\r\n${body}\r\n0\r\n\r\n`]],
  'in chunks that are too many bytes': [
    ['Transfer-Encoding: chunked'],
    Array.from({ length: 5 }, () => chunk('x'.repeat(500_000))),
  ],
  'in chunks twice': [['Transfer-Encoding: chunked, chunked'], [chunk(body), '0\r\n\r\n']],
  'in an unknown coding': [['Transfer-Encoding: gzip'], [body]],
  'in a coding with a space': [['Transfer-Encoding : chunked'], [chunk(body), '0\r\n\r\n']],
  'compressed, it says': [['Content-Encoding: gzip', `Content-Length: ${body.length - 1}`], [body.slice(0, -1)]],
  'broken off at once': [[`Content-Length: ${body.length}`], ['']],
  'broken off in the middle': [[`Content-Length: ${body.length}`], [body.slice(0, 100)]],
  'slow, and never whole': [[`Content-Length: ${body.length}`], [...body.slice(0, 40)]],
};

const TARGETS = [
  ['POST', '/admin/api/v1'],
  ['PUT', '/admin/api/upload'],
] as const;

const framed = ({ origin, site, cookies }: Ground, how: string): Attempt[] =>
  TARGETS.map(([method, path]) => ({
    name: `${method} ${path}, ${how}`,
    async run(asker) {
      const { host, port } = new URL(origin);
      const [lines = [], pieces = []] = FRAMED[how] ?? [];
      const head = [
        `${method} ${path} HTTP/1.1`,
        `Host: ${host}`,
        `Origin: ${site}`,
        `Cookie: ${cookies.coordinator}`,
        'Content-Type: application/json',
        ...lines,
        'Connection: close',
      ];
      const sent = [`${head.join('\r\n')}\r\n\r\n${pieces[0]}`, ...pieces.slice(1)];
      asker.counts();
      const { replies, timedOut } = await exchange(Number(port), sent);
      if (timedOut) return 'no end';
      const odd = replies.filter(({ status }) => status >= 500);
      return odd.length > 0 || replies.length > 2 ? `answered ${replies.map(({ status }) => status)}` : undefined;
    },
  }));

export const framingFamily: Family = {
  name: 'framing',
  attempts: (ground) => Object.keys(FRAMED).flatMap((how) => framed(ground, how)),
};
