/** A disk without room, and people who upload without saving: what is refused is refused in words, and nothing is lost. */
import { chmodSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exampleBase, guide } from '#content/examples';
import { messages } from '#i18n';
import { type Edited, type Editor, runEdited } from '../support/edited.ts';
import { temporaryFolder } from '../support/sources.ts';

const words = messages('it').editing.reasons;
const programs = temporaryFolder();
/** How many more times git has room to write; any number where there is no such file. */
const left = join(programs.path, 'left');
const path = process.env.PATH ?? '';
const git =
  path
    .split(delimiter)
    .map((folder) => join(folder, 'git'))
    .find((file) => existsSync(file)) ?? '';

let edited: Edited;
let elena: Editor;
let carla: Editor;
const inGit = (name: string) => join(edited.made.path, '.git', name);

beforeAll(async () => {
  // No file may grow beyond no bytes: what git writes fails, as on a disk that is full.
  const lines = [
    '#!/bin/sh',
    `if [ -e '${left}' ]; then`,
    `  n=$(cat '${left}')`,
    `  if [ "$n" -gt 0 ]; then echo $((n - 1)) > '${left}'; else trap '' XFSZ; ulimit -f 0; fi`,
    'fi',
    `exec '${git}' "$@"`,
  ];
  writeFileSync(join(programs.path, 'git'), `${lines.join('\n')}\n`);
  chmodSync(join(programs.path, 'git'), 0o755);
  const files = Object.entries(exampleBase).map(([name, text]) => [`content/${name}`, text]);
  edited = await runEdited({
    ...Object.fromEntries(files),
    'content/network.yaml': `${exampleBase['network.yaml']}maxFileMegabytes: 1\n`,
  });
  elena = edited.person('elena', 'editor');
  carla = edited.person('carla', 'coordinator');
  process.env.PATH = `${programs.path}${delimiter}${path}`;
});
afterAll(async () => {
  process.env.PATH = path;
  await edited.close();
  programs.remove();
});

const fileOf = (slug: string) => `content/guides/${slug}.mdx`;
const save = (slug: string, more: object = {}) =>
  elena.act('persistEntry', {
    dataFiles: [{ path: fileOf(slug), slug, raw: guide('', slug).replace('access: public', 'access: participants') }],
    options: { collectionName: 'guides', commitMessage: slug },
    read: {},
    ...more,
  });
const publish = (slug: string) => carla.act('publishUnpublishedEntry', { collection: 'guides', slug });
const everything = () => [edited.made.git('for-each-ref'), edited.made.status()].join();

it.each([
  ['saved', async (slug: string) => slug, save],
  ['published', save, publish],
  ['given up', save, (slug: string) => elena.act('deleteUnpublishedEntry', { collection: 'guides', slug })],
] as const)(
  'is told of a full disk at whatever moment something is %s, and nothing is lost',
  async (name, before, act) => {
    const answers = new Set<number>();
    for (let room = 0; room < 40; room += 2) {
      const slug = `${name.replace(' ', '-')}-${room}`;
      await before(slug);
      const refs = () => edited.made.git('for-each-ref', 'refs/heads/main', `refs/heads/cms/guides/${slug}`);
      const was = refs();
      writeFileSync(left, String(room));
      const { status, body } = await act(slug);
      const enough = Number(readFileSync(left, 'utf8')) > 0;
      rmSync(left);
      answers.add(status);
      if (status !== 200) {
        expect([room, status, body]).toMatchObject([room, 507, { error: 'full', message: words.full }]);
        expect(refs()).toBe(was);
        expect((await act(slug)).status).toBe(200);
      } else if (body.left?.length > 0) expect((await save(`${slug}-b`)).status).toBe(200);
      if (enough) break;
    }
    // A draft is given up without writing anything.
    expect([...answers].sort()).toEqual(name === 'given up' ? [200] : [200, 507]);
    // What found no room follows with the next publication.
    await save(`${name.replace(' ', '-')}-fine`);
    expect((await publish(`${name.replace(' ', '-')}-fine`)).status).toBe(200);
    expect(edited.made.status()).toBe('');
  },
);

it('is told of a full disk where the gateway itself writes', async () => {
  await save('piano');
  const was = everything();
  symlinkSync('/dev/full', inGit('polinet-plan.json'));
  expect(await publish('piano')).toMatchObject({ status: 507, body: { error: 'full' } });
  expect(everything()).toBe(was);
  expect((await publish('piano')).status).toBe(200);
  await save('segue');
  symlinkSync('/dev/full', join(edited.made.path, 'content/guides/.polinet-part'));
  expect(await publish('segue')).toMatchObject({ status: 200, body: { left: [fileOf('segue')] } });
  await save('dopo');
  expect(await publish('dopo')).toMatchObject({ status: 200, body: { left: [] } });
  expect([edited.made.status(), existsSync(join(edited.made.path, fileOf('segue')))]).toEqual(['', true]);
});

it('takes no more of what somebody uploads and does not save, until it is saved', async () => {
  const table = (at: number) => `nome;valore\n${`voce ${at};1\n`.repeat(120_000)}`.slice(0, 990_000);
  const sent: string[] = [];
  for (let at = 0; at < 10; at++) sent.push((await elena.upload(table(at))).body.blob);
  expect(await elena.upload(table(10))).toMatchObject({
    status: 413,
    body: { error: 'too-much', message: words['too-much'], megabytes: 10 },
  });
  expect((await carla.upload(table(10))).status).toBe(200);
  const raw = guide('', '[I dati](dati/dati.csv)').replace('access: public', 'access: participants');
  const saved = await save('dati', {
    dataFiles: [{ path: fileOf('dati'), slug: 'dati', raw }],
    assets: [{ path: 'content/guides/dati/dati.csv', blob: sent[0] }],
  });
  expect([saved.status, saved.body.diagnostics]).toMatchObject([200, expect.anything()]);
  expect((await elena.upload(table(10))).status).toBe(200);
});

it('keeps nothing of an upload that breaks off, and no git waits for the rest', async () => {
  const before = edited.made.git('count-objects');
  const { hostname, port } = new URL(edited.gateway.origin);
  const socket = connect(Number(port), hostname);
  const head = [
    'PUT /admin/api/upload HTTP/1.1',
    `Host: ${hostname}:${port}`,
    `Origin: ${edited.gateway.origin}`,
    `Cookie: ${carla.cookie}`,
    'Content-Length: 500000',
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n${'y'.repeat(200_000)}`);
  await sleep(300);
  socket.destroy();
  await sleep(300);
  expect(edited.made.git('count-objects')).toBe(before);
});
