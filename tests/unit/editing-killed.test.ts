/** A gateway that is killed while it saves and publishes, and what it is sent that is too much. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, onTestFailed } from 'vitest';
import { exampleBase, guide } from '#content/examples';
import { defaultSettings, openStateWith, type Role } from '#gateway';
import { drawFrom, pick } from '../../scripts/bench/words.ts';
import { ask } from '../support/ask.ts';
import { type EditingProcess, startEditing } from '../support/editing-process.ts';
import { handMade } from '../support/hand-made.ts';
import { type MadeRepository, makeRepository } from '../support/repository.ts';
import { temporaryFolder } from '../support/sources.ts';

const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
const draw = drawFrom(seed);
const KILLS = 15;
/** The longest time until a kill, in milliseconds: about as long as what it is to hit takes. */
const LONGEST = 1_200;
const LOCK = /\.lock$|^polinet-plan/;

const site = handMade();
const state = temporaryFolder();
let made: MadeRepository;
let running: EditingProcess | undefined;
let cookies: Record<'editor' | 'coordinator', string>;
let count = 0;

const begin = async () => {
  running = await startEditing(join(made.path, 'content'), site.dist, state.path);
  return running;
};
const fileOf = (slug: string) => `content/guides/${slug}.mdx`;
const textOf = (slug: string) => guide('', `Testo di ${slug}.`).replace('access: public', 'access: participants');

beforeAll(async () => {
  const files = Object.entries(exampleBase).map(([path, text]) => [`content/${path}`, text]);
  made = await makeRepository(Object.fromEntries(files));
  const opened = openStateWith(state.path, defaultSettings());
  const session = (role: Role) => {
    const account = {
      address: `${role}@comune.example`,
      name: role,
      role,
      participant: null,
      granted: 'hand',
    } as const;
    return `polinet-session=${opened.sessions.begin(opened.accounts.add(account, Date.now()).id, 'password', Date.now())}`;
  };
  cookies = { editor: session('editor'), coordinator: session('coordinator') };
  opened.close();
});
afterAll(async () => {
  await running?.kill();
  made?.remove();
  state.remove();
  site.remove();
});

/** Asks for an action. @returns its status; nothing where the gateway was killed before it answered */
async function act(who: keyof typeof cookies, action: string, params: object): Promise<number | undefined> {
  const { origin = '' } = running ?? {};
  const headers = { cookie: cookies[who], origin, 'content-type': 'application/json' };
  const body = JSON.stringify({ action, params });
  const reply = await ask(origin, '/admin/api/v1', { method: 'POST', headers, body }).catch(() => undefined);
  return reply?.status;
}
const save = (slug: string) =>
  act('editor', 'persistEntry', {
    dataFiles: [{ path: fileOf(slug), slug, raw: textOf(slug) }],
    options: { collectionName: 'guides', commitMessage: slug },
    read: {},
  });

/** What git keeps that should not stay. */
const leftIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => LOCK.test(path));
/** A file of a commit; nothing where it has none. */
function shown(at: string): string | undefined {
  try {
    return execFileSync('git', ['-C', made.path, 'show', at], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return undefined;
  }
}

it('killed at random moments of saving and publishing, loses nothing that it had acknowledged, and goes on', async () => {
  onTestFailed(() => console.error(`KILL_SEED=${seed}`));
  const saved: string[] = [];
  const published = new Set<string>();
  await begin();
  await save('prima');
  for (let kills = 0; kills < KILLS; kills++) {
    let over = false;
    const saving = async () => {
      while (!over) {
        const slug = `guida-${count++}`;
        if ((await save(slug)) === 200) saved.push(slug);
      }
    };
    const publishing = async () => {
      while (!over) {
        const slug = pick(
          draw,
          saved.filter((one) => !published.has(one)),
        );
        if (!slug) await sleep(5);
        else if ((await act('coordinator', 'publishUnpublishedEntry', { collection: 'guides', slug })) === 200)
          published.add(slug);
      }
    };
    const acting = [saving(), saving(), publishing()];
    await sleep(draw() * LONGEST);
    over = true;
    await running?.kill();
    await Promise.all(acting);
    await begin();
    expect([made.status(), leftIn(join(made.path, '.git'))]).toEqual(['', []]);
    for (const slug of saved) {
      const found =
        shown(`main:${fileOf(slug)}`) ??
        (published.has(slug) ? undefined : shown(`cms/guides/${slug}:${fileOf(slug)}`));
      expect(found, slug).toBe(textOf(slug));
      if (shown(`main:${fileOf(slug)}`)) published.add(slug);
    }
    const next = `dopo-${kills}`;
    expect(await save(next)).toBe(200);
    saved.push(next);
  }
  made.git('fsck', '--connectivity-only');
  expect(published.size).toBeGreaterThan(0);
});

it('locks that a killed git has left keep nobody from saving and publishing', async () => {
  await save('ferma');
  const inGit = (path: string) => join(made.path, '.git', path);
  const locks = [
    'index.lock',
    'HEAD.lock',
    'packed-refs.lock',
    'refs/heads/main.lock',
    'refs/heads/cms/guides/ferma.lock',
  ].map(inGit);
  await running?.kill();
  for (const lock of locks) writeFileSync(lock, '');
  await begin();
  expect(locks.filter((lock) => existsSync(lock))).toEqual([]);
  expect(await act('coordinator', 'publishUnpublishedEntry', { collection: 'guides', slug: 'ferma' })).toBe(200);
  // One that is left while it runs is in the way once.
  writeFileSync(inGit('refs/heads/cms/guides/altra.lock'), '');
  expect(await save('altra')).toBe(503);
  while (existsSync(inGit('refs/heads/cms/guides/altra.lock'))) await sleep(20);
  expect(await save('altra')).toBe(200);
});

it('a gigabyte is refused as soon as it is too much: neither memory nor disk keeps it', async () => {
  const gateway = running as EditingProcess;
  const objects = () => Number(/size: (\d+)/.exec(made.git('count-objects', '-v'))?.[1]);
  const [before, kept] = [gateway.peak(), objects()];
  const chunk = Buffer.alloc(1_000_000, 'x');
  const outcome = await new Promise<{ status: number; error: string; sent: number }>((resolve, reject) => {
    const headers = { cookie: cookies.editor, origin: gateway.origin };
    let sent = 0;
    const sending = request(`${gateway.origin}/admin/api/upload`, { method: 'PUT', headers }, async (response) => {
      const body = (await response.toArray()).join('');
      sending.destroy();
      resolve({ status: response.statusCode ?? 0, error: JSON.parse(body).error, sent });
    });
    sending.once('error', reject);
    const send = (): void => {
      if (sent >= 1_000_000_000 || sending.destroyed) return void sending.end();
      sent += chunk.length;
      sending.write(chunk, send);
    };
    send();
  });
  expect(outcome).toMatchObject({ status: 413, error: 'too-large' });
  expect(outcome.sent).toBeLessThan(200_000_000);
  expect(gateway.peak() - before).toBeLessThan(150_000_000);
  expect(objects() - kept).toBeLessThan(1_000);
});
