import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkExternalLinks, loadContent } from '#content';
import { exampleBase, guide, mdx } from '#content/examples';
import { temporaryFolder, writeFiles } from '../support/sources.ts';

const folder = temporaryFolder();
let server: Server;
let at = '';
const asked: string[] = [];
let open = 0;
let mostOpen = 0;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    mostOpen = Math.max(mostOpen, ++open);
    await new Promise((resolve) => setTimeout(resolve, 20));
    open--;
    if (request.url === '/lento') return;
    if (request.url === '/vecchio') response.writeHead(301, { location: '/nuovo' });
    else if (request.url === '/sparito') response.writeHead(410);
    else if (request.url === '/chiuso') response.writeHead(403);
    else if (request.url === '/solo-get') response.writeHead(request.method === 'HEAD' ? 405 : 200);
    else response.writeHead(200);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  folder.remove();
});

it('every address of texts and fields is tried once, a few at a time, and said at each place where it fails', async () => {
  const source = join(folder.path, 'fonte');
  const many = Array.from({ length: 30 }, (_, index) => `[pagina ${index}](${at}/buona/${index})`).join('\n\n');
  writeFiles(source, {
    ...exampleBase,
    'guides/a.mdx': guide('', `[a](${at}/sparito) [b](${at}/vecchio) [c](${at}/solo-get)`),
    'guides/b.mdx': guide('', `[a](${at}/sparito#punto)\n\n[b](${at}/chiuso)\n\n[c](${at}/lento)\n\n${many}`),
    'news/n.mdx': mdx(
      `title: N\ndate: 2026-01-01\nkind: event\naccess: public\nsummary: S\nsource:\n  title: T\n  url: http://non-esiste.invalid/pagina`,
    ),
  });
  const content = await loadContent({ sources: [source], today: '2026-06-01' });
  const progress: string[] = [];
  const found = await checkExternalLinks(content, (done, of) => progress.push(`${done}/${of}`), 1_000);
  const said = found.map(({ file, line, column, rule, severity, message, fix }) =>
    `${file}:${line}:${column} ${severity} ${rule} ${message} → ${fix}`.replaceAll(at, 'http://sito'),
  );
  expect(said.sort()).toEqual([
    'guides/a.mdx:11:1 error external-link L’indirizzo «http://sito/sparito» non esiste più (410). → Cercare il nuovo indirizzo della pagina, o togliere il collegamento.',
    expect.stringMatching(
      /^guides\/a.mdx:11:\d+ warning external-moved L’indirizzo «http:\/\/sito\/vecchio» rimanda altrove. → Se è lo stesso contenuto, scrivere «http:\/\/sito\/nuovo».$/,
    ),
    'guides/b.mdx:11:1 error external-link L’indirizzo «http://sito/sparito#punto» non esiste più (410). → Cercare il nuovo indirizzo della pagina, o togliere il collegamento.',
    'guides/b.mdx:13:1 warning external-moved L’indirizzo «http://sito/chiuso» risponde con un errore (403). → Provarlo con un browser: se si apre, non serve cambiare nulla.',
    'guides/b.mdx:15:1 warning external-moved L’indirizzo «http://sito/lento» non ha risposto in tempo. → Provarlo con un browser: se si apre, non serve cambiare nulla.',
    expect.stringMatching(
      /^news\/n.mdx:9:8 (?:error external-link|warning external-moved) L’indirizzo «http:\/\/non-esiste.invalid\/pagina» /,
    ),
  ]);
  expect(progress.at(-1)).toBe(`${progress.length}/${progress.length}`);
  expect(asked.filter((line) => line === 'HEAD /buona/3')).toHaveLength(1);
  expect(asked.filter((line) => line === 'HEAD /sparito')).toHaveLength(1);
  expect(mostOpen).toBeGreaterThan(1);
  expect(mostOpen).toBeLessThanOrEqual(8);
});
