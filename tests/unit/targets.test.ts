import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { loadFiles } from '../../src/gateway/serving/files.ts';
import { readTarget } from '../../src/gateway/serving/target.ts';
import { temporaryFolder, writeFiles } from '../support/sources.ts';

describe('a target is read in its one spelling', () => {
  it.each([
    ['/', '/', true],
    ['/guide/picchi/', '/guide/picchi/', true],
    ['/guide/picchi', '/guide/picchi', true],
    ["/a-b_c.d~e!f*g'h(i)", "/a-b_c.d~e!f*g'h(i)", true],
    ['/citt%C3%A0/', '/citt%C3%A0/', true],
    ['/un%20nome.txt', '/un%20nome.txt', true],
    ['/a%2Bb%23c%3Fd', '/a%2Bb%23c%3Fd', true],
    ['/.well-known/security.txt', '/.well-known/security.txt', true],
    ['/...x/..y', '/...x/..y', true],
  ])('%s is canonical', (raw, path, canonical) => {
    expect(readTarget(raw)).toEqual({ path, canonical, query: '' });
  });

  it.each([
    ['an escaped letter', '/gu%69de/', '/guide/'],
    ['escapes in small letters', '/citt%c3%a0/', '/citt%C3%A0/'],
    ['an accent of its own (NFD)', '/citta%CC%80/', '/citt%C3%A0/'],
    ['signs that stand as they are', '/a+b=c@d:e,f&g', '/a%2Bb%3Dc%40d%3Ae%2Cf%26g'],
    ['signs that need no escape', '/%21%2A%27%28%29%7E', "/!*'()~"],
    ['signs that need one', '/"<>^`{|}[]', '/%22%3C%3E%5E%60%7B%7C%7D%5B%5D'],
  ])('%s leads to it', (_, raw, path) => {
    expect(readTarget(raw)).toEqual({ path, canonical: false, query: '' });
  });

  it.each([
    ['/guide?a=1', '?a=1'],
    ['/guide?', '?'],
    ['/guide?a=1?b=/../%00//', '?a=1?b=/../%00//'],
  ])('the query of %s is left as it is', (raw, query) => {
    expect(readTarget(raw)).toEqual({ path: '/guide', canonical: true, query });
  });

  it('of the longest length', () => {
    expect(readTarget(`/${'a'.repeat(4095)}`)?.canonical).toBe(true);
    expect(readTarget(`/${'a'.repeat(4096)}`)).toBeUndefined();
  });
});

describe('refused is', () => {
  it.each([
    ['nothing', ''],
    ['a path without its slash', 'guide/'],
    ['absolute form', 'http://example.org/guide/'],
    ['authority form', 'example.org:443'],
    ['asterisk form', '*'],
    ['a fragment', '/guide/#a'],
    ['two slashes', '/guide//picchi/'],
    ['two slashes at the start', '//example.org/'],
    ['a backslash', '/guide\\picchi'],
    ['an encoded slash', '/guide%2fpicchi'],
    ['an encoded backslash', '/guide%5Cpicchi'],
    ['a parameter', '/guide;jsessionid=1/'],
    ['an encoded parameter', '/guide%3Bx/'],
    ['what becomes a parameter in NFC', '/guide%CD%BEx/'],
    ['a dot segment', '/guide/./picchi'],
    ['a dot segment above', '/guide/../riservato/'],
    ['a dot segment at the end', '/guide/..'],
    ['an encoded dot segment', '/guide/%2e%2E/riservato/'],
    ['a trailing dot', '/guide./'],
    ['a trailing space', '/guide%20/'],
    ['what is encoded twice', '/guide%252Fpicchi'],
    ['a percent sign', '/cento%25'],
    ['a percent sign that escapes nothing', '/cento%'],
    ['a percent sign before no digits', '/%zz'],
    ['a null', '/guide%00.html'],
    ['a line end', '/guide%0D%0Aset-cookie:x'],
    ['a control of the second block', '/a%C2%85b'],
    ['a sign of no width', '/a%E2%80%8Bb'],
    ['a sign that turns the direction', '/a%E2%80%AEb'],
    ['raw accents', '/città/'],
    ['a raw space', '/un nome'],
    ['a raw control', '/a\tb'],
    ['a raw delete', '/a\x7fb'],
    ['half a letter', '/%C3'],
    ['an overlong slash', '/%C0%AF'],
    ['an encoded surrogate', '/%ED%A0%80'],
    ['what is for private use', '/%EE%80%80'],
    ['what is no character', '/%EF%BF%BF'],
  ])('%s', (_, raw) => {
    expect(readTarget(raw)).toBeUndefined();
  });
});

/** Segments as nobody would write them: any text, characters that change in NFC, and pieces that parsers stumble over. */
const segment = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc
    .array(fc.constantFrom('.', '..', '%', '%2f', '%25', ';', '\u037e', '\u1fef', '\u212a', 'e\u0301', ' ', '\\', 'a'))
    .map((parts) => parts.join('')),
);
const encoded = segment.map((text) => encodeURIComponent(text.toWellFormed()));
const target = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.array(fc.oneof(encoded, segment), { maxLength: 5 }).map((segments) => `/${segments.join('/')}`),
);

describe('whatever is asked for', () => {
  const property = (check: (raw: string) => void) => fc.assert(fc.property(target, check), { numRuns: 3000 });

  it('is read without a fault', () => {
    property((raw) => void readTarget(raw));
  });

  it('is refused, or has a path whose reading is that very path', () => {
    property((raw) => {
      const found = readTarget(raw);
      if (found) expect(readTarget(found.path)).toEqual({ path: found.path, canonical: true, query: '' });
    });
  });

  it('is refused, or one decoding of its path leaves nothing to another parser', () => {
    property((raw) => {
      const found = readTarget(raw);
      if (!found) return;
      expect(found.path).toMatch(/^\/[!-"$-~]*$/);
      for (const segment of found.path.slice(1).split('/')) {
        const decoded = decodeURIComponent(segment);
        expect(decoded).not.toMatch(/[/\\;%\p{Cc}]|^\.\.?$/u);
        expect(decoded).toBe(decoded.normalize('NFC'));
      }
    });
  });
});

describe('files are found by the spelling that targets are read in', () => {
  const folder = temporaryFolder();
  afterAll(folder.remove);
  const names = [
    'a b.txt',
    'citta\u0300.txt',
    '100%.txt',
    'a+b.txt',
    'a#b.txt',
    'a?b.txt',
    '%2e%2e',
    'a;b',
    'fine.',
    "l'uso.txt",
  ];
  writeFiles(folder.path, {
    'index.html': 'index.html',
    'guide/index.html': 'guide/index.html',
    ...Object.fromEntries(names.map((name) => [`file/${name}`, name])),
  });

  it('also where their names have signs that addresses escape', async () => {
    const files = await loadFiles(folder.path, '/');
    const served = [...files].map(([url, { encodings }]) => [url, encodings.identity.body.toString()]);
    expect(Object.fromEntries(served)).toEqual({
      '/': 'index.html',
      '/guide/': 'guide/index.html',
      '/file/a%20b.txt': 'a b.txt',
      '/file/citt%C3%A0.txt': 'citta\u0300.txt',
      '/file/100%25.txt': '100%.txt',
      '/file/a%2Bb.txt': 'a+b.txt',
      '/file/a%23b.txt': 'a#b.txt',
      '/file/a%3Fb.txt': 'a?b.txt',
      '/file/%252e%252e': '%2e%2e',
      '/file/a%3Bb': 'a;b',
      '/file/fine.': 'fine.',
      "/file/l'uso.txt": "l'uso.txt",
    });
  });

  it('and an address that leads to one leads to that very file, or nowhere', async () => {
    const files = await loadFiles(folder.path, '/');
    for (const name of names) {
      const found = readTarget(`/file/${encodeURIComponent(name)}`);
      const file = found && files.get(found.path);
      expect(file?.encodings.identity.body.toString() ?? name).toBe(name);
    }
    fc.assert(
      fc.property(target, (raw) => {
        const found = readTarget(raw);
        const file = found && files.get(found.path);
        if (file) expect(decodeURIComponent(found.path)).toBe(decodeURIComponent(file.url));
      }),
    );
  });

  it('any name that a folder can hold', async () => {
    const name = segment
      .map((text) => text.toWellFormed())
      .filter((text) => !/[/\0]/.test(text) && !['', '.', '..'].includes(text) && Buffer.byteLength(text) < 200);
    await fc.assert(
      fc.asyncProperty(name, async (name) => {
        const one = temporaryFolder();
        try {
          writeFiles(one.path, { [name]: name });
          const [url = ''] = [...(await loadFiles(one.path, '/')).keys()];
          expect(decodeURIComponent(url.slice(1))).toBe(name === 'index.html' ? '' : name.normalize('NFC'));
          const found = readTarget(url);
          if (found) expect(found).toEqual({ path: url, canonical: true, query: '' });
        } finally {
          one.remove();
        }
      }),
    );
  });
});
