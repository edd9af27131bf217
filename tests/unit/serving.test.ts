import { randomBytes } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Asked, ask, type Reply } from '../support/ask.ts';
import { type RunningGateway, runGateway } from '../support/gateway.ts';
import { handMade, handMadePage } from '../support/hand-made.ts';

const guide = handMadePage('Una guida', `<p>${'Testo della guida. '.repeat(100)}</p>`);
const digits = '0123456789'.repeat(60);
const image = randomBytes(2000);

const { dist, remove } = handMade({
  'public/index.html': handMadePage('Inizio'),
  'public/404.html': handMadePage('Pagina non trovata', '<p>Non c’è.</p>'),
  'public/guide/index.html': guide,
  'public/dati/cifre.txt': digits,
  'public/dati/vuoto.txt': '',
  'public/immagine.png': image,
  'public/_astro/stile.abc.css': `body { color: black }${' '.repeat(600)}`,
  'participants/guide/r/index.html': handMadePage('Una guida riservata'),
  'participants/_astro/stile.abc.css': 'body { color: black }',
});

let gateway: RunningGateway;
let cookie: string;
beforeAll(async () => {
  gateway = await runGateway({ dist });
  cookie = gateway.session(gateway.account('anna@example.org', 'participant'));
});
afterAll(async () => {
  await gateway.close();
  remove();
});

const get = (path: string, headers: Asked['headers'] = {}, method = 'GET') =>
  ask(gateway.origin, path, { method, headers });

/** What a reply says when its encoding is undone. */
function decoded({ headers, body }: Reply): string {
  const coding = headers['content-encoding'];
  return (coding === 'br' ? brotliDecompressSync(body) : coding === 'gzip' ? gunzipSync(body) : body).toString();
}

describe('a file is sent in the encoding that is asked for:', () => {
  it.each([
    ['nothing said', undefined, undefined],
    ['none', '', undefined],
    ['identity', 'identity', undefined],
    ['gzip', 'gzip', 'gzip'],
    ['brotli', 'br', 'br'],
    ['what browsers send', 'gzip, deflate, br, zstd', 'br'],
    ['any', '*', 'br'],
    ['any but brotli', 'br;q=0, *', 'gzip'],
    ['gzip rather than brotli', 'br;q=0.5, gzip', 'gzip'],
    ['brotli rather than gzip', 'br;q=0.8, gzip;q=0.7', 'br'],
    ['identity rather than gzip', 'gzip;q=0.5, identity', undefined],
    ['not gzip', 'gzip;q=0', undefined],
    ['an unknown one', 'zstd', undefined],
    ['in capitals', 'GZIP', 'gzip'],
    ['no sense', ';;q=,,', undefined],
    ['nothing at all, which is overlooked', '*;q=0', undefined],
  ])('%s', async (_, accepted, coding) => {
    const reply = await get('/guide/', accepted === undefined ? {} : { 'accept-encoding': accepted });
    expect(reply.status).toBe(200);
    expect(reply.headers['content-encoding']).toBe(coding);
    expect(reply.headers.vary).toBe('Accept-Encoding');
    expect(reply.headers['content-length']).toBe(String(reply.body.length));
    expect(decoded(reply)).toBe(guide);
  });

  it('each has a strong validator of its own', async () => {
    const replies = await Promise.all(
      ['identity', 'gzip', 'br'].map((one) => get('/guide/', { 'accept-encoding': one })),
    );
    const tags = replies.map(({ headers }) => headers.etag);
    for (const tag of tags) expect(tag).toMatch(/^"[\w-]+"$/);
    expect(new Set(tags).size).toBe(3);
  });

  it.each(['/immagine.png', '/dati/vuoto.txt'])('none for what gains nothing: %s', async (path) => {
    const { headers } = await get(path, { 'accept-encoding': 'br, gzip' });
    expect([headers['content-encoding'], headers.vary]).toEqual([undefined, undefined]);
  });
});

describe('conditions', () => {
  const tagOf = async (path: string, coding = 'identity') =>
    (await get(path, { 'accept-encoding': coding })).headers.etag as string;

  it.each([
    ['the validator', (tag: string) => tag],
    ['a weak one', (tag: string) => `W/${tag}`],
    ['a list that has it', (tag: string) => `"x", W/"y" , ${tag}`],
    ['anything', () => '*'],
  ])('If-None-Match with %s: 304, without a body', async (_, header) => {
    const whole = await get('/guide/');
    for (const method of ['GET', 'HEAD']) {
      const reply = await get('/guide/', { 'if-none-match': header(whole.headers.etag as string) }, method);
      expect([reply.status, reply.body.length]).toEqual([304, 0]);
      for (const name of ['etag', 'vary', 'cache-control']) expect(reply.headers[name]).toBe(whole.headers[name]);
    }
  });

  it.each([
    ['another validator', () => '"x"'],
    ['one without quotes', (tag: string) => tag.slice(1, -1)],
    ['the beginning of it', (tag: string) => `${tag.slice(0, -3)}"`],
    ['nothing', () => ''],
  ])('If-None-Match with %s: the whole', async (_, header) => {
    const { status, text } = await get('/guide/', { 'if-none-match': header(await tagOf('/guide/')) });
    expect([status, text]).toEqual([200, guide]);
  });

  it('a validator of one encoding is none of another', async () => {
    const brotli = await tagOf('/guide/', 'br');
    expect((await get('/guide/', { 'if-none-match': brotli })).status).toBe(200);
    expect((await get('/guide/', { 'if-none-match': brotli, 'accept-encoding': 'br' })).status).toBe(304);
  });

  it('If-Modified-Since alone says nothing: the whole', async () => {
    expect((await get('/guide/', { 'if-modified-since': 'Fri, 01 Jan 2100 00:00:00 GMT' })).status).toBe(200);
  });

  it('If-Match holds for the strong validator, a list with it and anything, and 412 for all else', async () => {
    const tag = await tagOf('/guide/');
    for (const header of [tag, `"x", ${tag}`, '*'])
      expect((await get('/guide/', { 'if-match': header })).status).toBe(200);
    for (const header of [`W/${tag}`, '"x"', '']) {
      const reply = await get('/guide/', { 'if-match': header });
      expect([header, reply.status, reply.text]).toEqual([header, 412, '']);
    }
    // RFC 9110, section 13.2.2: it comes before the other conditions.
    expect((await get('/guide/', { 'if-match': '"x"', 'if-none-match': tag })).status).toBe(412);
  });
});

describe('parts', () => {
  const last = digits.length - 1;

  it.each([
    ['the first byte', 'bytes=0-0', 0, 0],
    ['a part', 'bytes=5-9', 5, 9],
    ['the last byte', `bytes=${last}-${last}`, last, last],
    ['from a byte on', 'bytes=595-', 595, last],
    ['the last five', 'bytes=-5', last - 4, last],
    ['the last of more than there are', 'bytes=-10000', 0, last],
    ['further than the end', 'bytes=590-10000', 590, last],
  ])('%s: 206', async (_, range, start, end) => {
    const { status, headers, text } = await get('/dati/cifre.txt', { range });
    expect([status, text]).toEqual([206, digits.slice(start, end + 1)]);
    expect(headers['content-range']).toBe(`bytes ${start}-${end}/${digits.length}`);
    expect(headers['content-length']).toBe(String(end - start + 1));
  });

  it.each([
    ['several', 'bytes=0-4,10-14'],
    ['none that can be read', 'bytes=x-y'],
    ['in another unit', 'lines=0-4'],
    ['beyond the end in another unit', 'lines=9999-'],
    ['nothing', ''],
  ])('%s: the whole', async (_, range) => {
    const { status, headers, text } = await get('/dati/cifre.txt', { range });
    expect([status, text, headers['content-range']]).toEqual([200, digits, undefined]);
    expect(headers['accept-ranges']).toBe('bytes');
  });

  it.each(['bytes=600-', 'bytes=9999-10000', 'bytes=-0', 'bytes=-00'])('none that is there, %s: 416', async (range) => {
    const { status, headers, text } = await get('/dati/cifre.txt', { range });
    expect([status, text, headers['content-range']]).toEqual([416, '', `bytes */${digits.length}`]);
  });

  it.each(['bytes=0-', 'bytes=0-0', 'bytes=-5', 'bytes=-0'])('of an empty file, %s: none', async (range) => {
    const { status, headers, text } = await get('/dati/vuoto.txt', { range });
    // RFC 9110, section 14.1.2, has no part of it; that the whole is sent is right as well.
    expect([
      [200, undefined],
      [416, 'bytes */0'],
    ]).toContainEqual([status, headers['content-range']]);
    expect(text).toBe('');
  });

  it('are of the plain file, whatever encoding is accepted', async () => {
    const reply = await get('/dati/cifre.txt', { range: 'bytes=0-9', 'accept-encoding': 'br, gzip' });
    expect([reply.status, reply.headers['content-encoding'], reply.text]).toEqual([206, undefined, '0123456789']);
    expect(reply.headers.etag).toBe((await get('/dati/cifre.txt')).headers.etag);
  });

  it('with If-Range only of the very file that one has', async () => {
    const range = 'bytes=0-9';
    const { etag = '' } = (await get('/dati/cifre.txt')).headers;
    const brotli = (await get('/dati/cifre.txt', { 'accept-encoding': 'br' })).headers.etag as string;
    expect((await get('/dati/cifre.txt', { range, 'if-range': etag })).status).toBe(206);
    for (const other of [brotli, `W/${etag}`, '"x"', 'Fri, 01 Jan 2100 00:00:00 GMT']) {
      const { status, text } = await get('/dati/cifre.txt', { range, 'if-range': other, 'accept-encoding': 'br' });
      expect([other, status, text]).toEqual([other, 200, digits]);
    }
  });

  it('are asked for in vain where there is nothing', async () => {
    expect((await get('/manca/', { range: 'bytes=0-9' })).status).toBe(404);
    expect((await get('/riservato/', { range: 'bytes=0-9' })).status).toBe(401);
  });
});

describe('addresses', () => {
  it.each(['/', '/guide/', '/dati/cifre.txt', '/immagine.png', '/manca', '/riservato/', '/healthz', '/guide', '/%'])(
    'HEAD of %s equals GET without its body',
    async (path) => {
      const [whole, head] = [await get(path), await get(path, {}, 'HEAD')];
      expect(head.status).toBe(whole.status);
      expect(head.body.length).toBe(0);
      expect({ ...head.headers, date: '' }).toEqual({ ...whole.headers, date: '' });
    },
  );

  it('without their slash lead to those with it, and keep the query', async () => {
    for (const [path, location] of [
      ['/guide', '/guide/'],
      ['/guide?a=1&b=/x//y', '/guide/?a=1&b=/x//y'],
      ['/gu%69de/?x', '/guide/?x'],
    ] as const)
      expect(await get(path)).toMatchObject({ status: 308, headers: { location }, text: '' });
    for (const path of ['/riservato', '/riservato/guide/r'])
      expect(await get(path, { cookie })).toMatchObject({ status: 308, headers: { location: `${path}/` } });
  });

  it('at which there is nothing answer with the page that says so, in the edition', async () => {
    const reply = await get('/manca/', { 'if-none-match': '*' });
    expect([reply.status, reply.headers['cache-control']]).toEqual([404, 'no-cache']);
    expect(reply.text).toContain('Non c’è.');
    const reserved = await get('/riservato/manca/', { cookie });
    expect([reserved.status, reserved.headers['cache-control'], reserved.text]).toEqual([404, 'private, no-store', '']);
  });

  it('that no one could mean are refused', async () => {
    for (const path of ['/guide/../dati/', '/%2e%2e/x', '//guide/', '/guide%2fx', '/guide;x', '/a\\b'])
      expect((await get(path)).status, path).toBe(400);
  });

  it('are only read', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])
      expect(await get('/guide/', {}, method)).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });

  it('say how long they may be kept', async () => {
    const kept = async (path: string) => (await get(path, { cookie })).headers['cache-control'];
    expect(await kept('/_astro/stile.abc.css')).toBe('public, max-age=31536000, immutable');
    expect(await kept('/guide/')).toBe('no-cache');
    for (const path of ['/riservato/', '/riservato/_astro/stile.abc.css'])
      expect(await kept(path)).toBe('private, no-store');
  });
});
