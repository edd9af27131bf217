/** Broken on purpose: backends of the editor with one defect each. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { type Front, type Header, startFront } from './front.ts';

const without = (headers: readonly Header[], name: RegExp): Header[] => headers.filter(([one]) => !name.test(one));

/** Whoever asks, from whatever site, is taken to ask from this one. */
export const startWithoutOrigin = (gateway: string): Promise<Front> =>
  startFront(gateway, {
    passOn: ({ method = '' }, headers) => ({
      method,
      headers: [...without(headers, /^(origin|sec-fetch-site)$/i), ['Sec-Fetch-Site', 'same-origin']],
    }),
  });

/** Whoever is signed in may do what a coordinator may. @param cookie of a coordinator */
export const startWithoutRoles = (gateway: string, cookie: string): Promise<Front> =>
  startFront(gateway, {
    passOn: ({ method = '', headers: { cookie: sent } }, headers) =>
      sent ? { method, headers: [...without(headers, /^cookie$/i), ['Cookie', cookie]] } : undefined,
  });

/** A path is editable that begins like one; files are read and written as they lie in the working tree. @param root of it */
export const startWithPrefixes = (gateway: string, root: string): Promise<Front> =>
  startFront(gateway, {
    answer(asked, response) {
      if (asked.url !== '/admin/api/v1') return false;
      void answerByPrefix(root, asked, response);
      return true;
    },
  });

async function answerByPrefix(root: string, asked: IncomingMessage, response: ServerResponse): Promise<void> {
  const reply = (status: number, body: object) =>
    response.writeHead(status, { 'cache-control': 'no-store' }).end(JSON.stringify(body));
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of asked) chunks.push(chunk as Buffer);
    const { action, params } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    const { path, raw } = action === 'persistEntry' ? params.dataFiles[0] : params;
    if (!String(path).startsWith('content/') || path.length > 1_000) return void reply(403, {});
    const file = join(root, path);
    if (action === 'getEntry') return void reply(200, { data: readFileSync(file, 'utf8') });
    if (action !== 'persistEntry') return void reply(403, {});
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, raw);
    reply(200, {});
  } catch {
    reply(400, {});
  }
}
