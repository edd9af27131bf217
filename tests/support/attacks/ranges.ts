/** Parts of files: of protected ones without a session nothing, with one never more than the file. */
import { type Attack, type Family, request } from './attack.ts';
import type { Ground } from './ground.ts';

const MANY = 1_000;

const ranges: Record<string, string> = {
  'the first byte': 'bytes=0-0',
  'the first bytes': 'bytes=0-99',
  'the last byte': 'bytes=-1',
  'all, open': 'bytes=0-',
  'all and more': 'bytes=0-99999999999999999999',
  'the last ones, and more than there are': 'bytes=-99999999999999999999',
  'the last none': 'bytes=-0',
  'beyond the end': 'bytes=99999999-',
  'far beyond the end': `bytes=${2 ** 53}-`,
  backwards: 'bytes=10-5',
  negative: 'bytes=-5--1',
  'negative start': 'bytes=--5',
  'two parts': 'bytes=0-1,5-6',
  'two parts that overlap': 'bytes=0-50,10-60',
  'two parts, the same': 'bytes=0-9,0-9',
  'many that overlap': `bytes=${Array.from({ length: MANY }, () => '0-').join(',')}`,
  'many single bytes': `bytes=${Array.from({ length: MANY }, (_, index) => `${index}-${index}`).join(',')}`,
  'many of the last ones': `bytes=${Array.from({ length: MANY }, (_, index) => `-${index + 1}`).join(',')}`,
  'one good among bad': 'bytes=a-b,0-4,9-3',
  'other units': 'lines=0-5',
  'no units': '0-5',
  'capital units': 'BYTES=0-5',
  'units alone': 'bytes=',
  'a dash alone': 'bytes=-',
  letters: 'bytes=a-z',
  'hexadecimal digits': 'bytes=0x0-0x5',
  exponents: 'bytes=0-1e3',
  fractions: 'bytes=0.5-1.5',
  plus: 'bytes=+0-+5',
  'not a number': 'bytes=NaN-NaN',
  spaces: 'bytes = 0 - 5',
  'an empty value': '',
  commas: 'bytes=,,,0-5,,,',
  'a star': 'bytes=*',
  'a null byte': 'bytes=0-\0',
  'digits of another script': 'bytes=\xd9\xa0-5',
};

const conditions: Record<string, (etag: string) => string> = {
  'on its validator': (etag) => `If-Range: ${etag}`,
  'on its validator, weak': (etag) => `If-Range: W/${etag}`,
  'on another validator': () => 'If-Range: "altro"',
  'on any': () => 'If-Range: *',
  'on a date': () => 'If-Range: Sat, 01 Jan 2000 00:00:00 GMT',
  'on a late date': () => 'If-Range: Fri, 31 Dec 2099 23:59:59 GMT',
};

/** Ranges of a public file, and of a protected one with and without a session. */
export const rangeFamily: Family = {
  name: 'ranges',
  attacks(ground: Ground): Attack[] {
    const { file, missingFile, size, page, missingPage } = ground.restricted;
    const next = ground.sessions('participant');
    const asked = [
      ...Object.entries(ranges).map(([name, range]) => ({ name, lines: [`Range: ${range}`] })),
      { name: 'two headers', lines: ['Range: bytes=0-1', 'Range: bytes=5-6'] },
      { name: 'an older header', lines: ['Request-Range: bytes=0-5'] },
      ...Object.entries(conditions).map(([name, condition]) => ({
        name,
        lines: ['Range: bytes=0-20', condition(ground.etag)],
      })),
    ];
    return asked.flatMap(({ name, lines }): Attack[] => [
      {
        name: `${name}, of a protected file without a session`,
        send: request(ground, file, { lines }),
        twin: request(ground, missingFile, { lines }),
        statuses: [400, 401],
      },
      {
        name: `${name}, of a protected page without a session`,
        send: request(ground, page, { lines }),
        twin: request(ground, missingPage, { lines }),
        statuses: [400, 401],
      },
      {
        name: `${name}, of a protected file with a session`,
        send: request(ground, file, { lines, session: next() }),
        signedIn: true,
        statuses: [200, 206, 400, 416],
        longest: size,
      },
      { name: `${name}, of a public file`, send: request(ground, '/favicon.svg', { lines }), longest: 10_000 },
    ]);
  },
};
