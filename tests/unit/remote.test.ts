/** The exchange with a remote repository: nothing is forced there, nothing is lost here, and nobody waits for it. */
import { existsSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readConfig } from '#config';
import { type Mirror, type MirrorOptions, openMirror, pauseAfter } from '../../src/gateway/mirror.ts';
import { exchange } from '../../src/gateway/repository/exchange.ts';
import { changesBetween, writeBlob } from '../../src/gateway/repository/objects.ts';
import { publishChanges } from '../../src/gateway/repository/publish.ts';
import { openRemote, withoutSecrets } from '../../src/gateway/repository/remote.ts';
import { type Forge, makeForge } from '../support/forge.ts';
import { quiet } from '../support/gateway.ts';
import { type MadeRepository, makeRepository } from '../support/repository.ts';

const CARLA = { name: 'Carla Neri', address: 'carla@comune.example' };
const GUIDE = 'content/guides/attese.mdx';
const OTHER = 'content/guides/altra.mdx';

let made: MadeRepository;
let forge: Forge;
let mirror: Mirror | undefined;
beforeEach(async () => {
  made = await makeRepository({ [GUIDE]: 'one\ntwo\nthree\n', [OTHER]: 'x\n' });
  forge = makeForge(made);
});
afterEach(async () => {
  await mirror?.close();
  mirror = undefined;
  made.remove();
  forge.remove();
});

/** Begins to exchange, and waits for the first time. @returns what is the matter */
async function begin(options: Partial<MirrorOptions> = {}) {
  mirror = openMirror({
    repository: made.repository,
    named: forge.path,
    sources: [join(made.path, 'content')],
    url: 'https://rete.example.org',
    log: quiet,
    now: Date.now,
    ...options,
  });
  return again();
}
async function again() {
  await mirror?.now();
  return mirror?.state().trouble;
}
async function publish(path: string, text: string): Promise<string> {
  const { repository } = made;
  const changes = new Map([[path, await writeBlob(repository.git, text)]]);
  const outcome = await publishChanges(repository, changes, CARLA, 'Pubblica');
  if ('stopped' in outcome) throw new Error(outcome.stopped);
  return outcome.commit;
}
const onDisk = (path: string) => readFileSync(join(made.path, path), 'utf8');
const here = () => made.git('rev-parse', 'main').trim();
const there = () => forge.git('rev-parse', 'main').trim();

describe('with a remote', () => {
  it('what is published here is pushed, and no draft is', async () => {
    expect(await begin()).toBeUndefined();
    made.git('branch', 'cms/guides/attese');
    const commit = await publish(GUIDE, 'one\n2\nthree\n');
    expect(await again()).toBeUndefined();
    expect([there(), forge.git('for-each-ref', '--format=%(refname)')]).toEqual([commit, 'refs/heads/main\n']);
    expect(mirror?.state()).toMatchObject({ shown: forge.path, same: expect.any(Number) });
  });

  it('a pull request that was merged there is taken in, in the working tree too', async () => {
    await begin();
    const merge = forge.merge({ [GUIDE]: 'one\n2\nthree\n', 'content/guides/nuova/index.mdx': 'new\n' });
    expect(await again()).toBeUndefined();
    expect([here(), made.status(), onDisk(GUIDE), onDisk('content/guides/nuova/index.mdx')]).toEqual([
      merge,
      '',
      'one\n2\nthree\n',
      'new\n',
    ]);
  });

  it('what has changed on both sides becomes one history, with nothing of either lost', async () => {
    await begin();
    const theirs = forge.merge({ [OTHER]: 'y\n' });
    const ours = await publish(GUIDE, 'one\n2\nthree\n');
    expect(await again()).toBeUndefined();
    expect([onDisk(GUIDE), onDisk(OTHER), made.status()]).toEqual(['one\n2\nthree\n', 'y\n', '']);
    expect(here()).toBe(there());
    expect(made.git('log', '-1', '--format=%P|%an|%ae').trim()).toBe(
      `${ours} ${theirs}|POLI-NET|polinet@rete.example.org`,
    );
  });

  it('somebody who pushes at the very same moment is taken in before it is tried again', async () => {
    const { repository } = made;
    const remote = await openRemote(repository, forge.path, new AbortController().signal);
    if (!remote) throw new Error('No remote.');
    const seen = [there()];
    forge.merge({ [OTHER]: 'y\n' });
    await publish(GUIDE, 'one\n2\nthree\n');
    // What it is told first is not so any more when it pushes.
    const late = { ...remote, tip: async () => seen.pop() ?? remote.tip() };
    expect(await exchange({ repository, remote: late, who: CARLA, text: 'Unisce', only: undefined })).toBeUndefined();
    expect([onDisk(GUIDE), onDisk(OTHER), here() === there()]).toEqual(['one\n2\nthree\n', 'y\n', true]);
  });

  it('an empty one gets all there is', async () => {
    forge.git('update-ref', '-d', 'refs/heads/main');
    expect(await begin()).toBeUndefined();
    expect(there()).toBe(here());
  });

  it('that is a remote of the repository, by its name', async () => {
    made.git('remote', 'add', 'forgia', forge.path);
    await publish(GUIDE, 'one\n2\nthree\n');
    expect(await begin({ named: 'forgia' })).toBeUndefined();
    expect([there(), mirror?.state().shown]).toEqual([here(), forge.path]);
  });

  it('many publications at once do not queue as many exchanges', async () => {
    forge.onPush('echo pushed >> pushes');
    await begin();
    for (let count = 0; count < 6; count++) {
      await publish(GUIDE, `${count}\n`);
      mirror?.soon();
    }
    expect(await again()).toBeUndefined();
    expect(there()).toBe(here());
    expect(readFileSync(join(forge.path, 'pushes'), 'utf8').split('\n').length - 1).toBeLessThan(6);
  });
});

describe('nothing is changed on either side, and it is said,', () => {
  /** Both sides, and the working tree. */
  const all = () => [here(), there(), made.status(), made.git('diff', 'HEAD')];

  it('where both have changed the same places; mended by hand, it goes on', async () => {
    await begin();
    const theirs = forge.merge({ [GUIDE]: 'one\nTHEIRS\nthree\n' });
    const ours = await publish(GUIDE, 'one\nOURS\nthree\n');
    const before = all();
    expect(await again()).toEqual({ kind: 'diverged', ours, theirs, paths: [GUIDE] });
    expect(all()).toEqual(before);
    made.git('fetch', '-q', forge.path, 'main');
    made.git('merge', '-q', '-s', 'ours', '-m', 'By hand', 'FETCH_HEAD');
    expect(await again()).toBeUndefined();
    expect([onDisk(GUIDE), there()]).toEqual(['one\nOURS\nthree\n', here()]);
  });

  it('where they have no history in common', async () => {
    await begin();
    const other = await makeRepository({ [GUIDE]: 'altro\n' });
    const stranger = makeForge(other);
    const before = [here(), stranger.git('rev-parse', 'main')];
    await mirror?.close();
    expect(await begin({ named: stranger.path })).toMatchObject({ kind: 'diverged', paths: [] });
    expect([here(), stranger.git('rev-parse', 'main')]).toEqual(before);
    other.remove();
    stranger.remove();
  });

  it('where what both had was taken out of the history there', async () => {
    await publish(GUIDE, 'to be forgotten\n');
    await begin();
    forge.git('update-ref', 'refs/heads/main', 'main~1');
    const before = all();
    expect(await again()).toMatchObject({ kind: 'rewritten', theirs: there() });
    await publish(OTHER, 'z\n');
    expect(await again()).toMatchObject({ kind: 'rewritten' });
    expect(there()).toBe(before[1]);
    made.git('reset', '-q', '--hard', there());
    expect(await again()).toBeUndefined();
  });

  it('where the branch there is gone', async () => {
    await begin();
    forge.git('update-ref', '-d', 'refs/heads/main');
    expect(await again()).toEqual({ kind: 'rewritten', ours: here(), theirs: undefined });
    expect(forge.git('for-each-ref')).toBe('');
  });

  it('where it changes a file that somebody is changing here by hand; when they are done, it goes on', async () => {
    await begin();
    const theirs = forge.merge({ [GUIDE]: 'theirs\n' });
    writeFileSync(join(made.path, GUIDE), 'half written\n');
    expect(await again()).toEqual({ kind: 'by-hand', theirs, paths: [GUIDE] });
    expect(onDisk(GUIDE)).toBe('half written\n');
    made.git('checkout', '-q', '--', GUIDE);
    expect(await again()).toBeUndefined();
    expect(onDisk(GUIDE)).toBe('theirs\n');
  });

  it('where it brings the program that serves', async () => {
    const theirs = forge.merge({ [GUIDE]: 'theirs\n', 'scripts/build.ts': 'evil\n' });
    const before = all();
    expect(await begin({ program: made.path })).toEqual({ kind: 'strange', theirs, paths: ['scripts/build.ts'] });
    expect(all()).toEqual(before);
  });

  it('but content beside the program is taken', async () => {
    const theirs = forge.merge({ [GUIDE]: 'theirs\n' });
    expect(await begin({ program: made.path })).toBeUndefined();
    expect(here()).toBe(theirs);
  });

  it('where it brings a link in the place of a file', async () => {
    const clone = `${forge.path}-by-hand`;
    made.git('clone', '-q', forge.path, clone);
    mkdirSync(join(clone, 'content/tools'));
    symlinkSync('/etc/passwd', join(clone, 'content/tools/elenco.txt'));
    const at = (...args: string[]) =>
      made.git('-C', clone, '-c', 'user.name=F', '-c', 'user.email=f@x.example', ...args);
    at('add', '-A');
    at('commit', '-qm', 'A link');
    at('push', '-q', 'origin', 'main');
    expect(await begin()).toMatchObject({ kind: 'strange', paths: ['content/tools/elenco.txt'] });
    expect(made.status()).toBe('');
  });

  it('where it does not take what was published; when it does, it goes on', async () => {
    await begin();
    forge.onPush('echo "no entry" >&2; exit 1');
    const before = there();
    await publish(GUIDE, 'ours\n');
    expect(await again()).toEqual({ kind: 'refused', said: '[remote rejected] (pre-receive hook declined)' });
    expect([there(), onDisk(GUIDE)]).toEqual([before, 'ours\n']);
    forge.onPush('exit 0');
    expect(await again()).toBeUndefined();
    expect(there()).toBe(here());
  });

  it('where it is away; when it is back, it goes on', async () => {
    renameSync(forge.path, `${forge.path}-away`);
    expect(await begin()).toMatchObject({ kind: 'away', said: expect.stringContaining('repository exists') });
    const commit = await publish(GUIDE, 'ours\n');
    expect((await again())?.kind).toBe('away');
    expect(mirror?.state().same).toBeUndefined();
    renameSync(`${forge.path}-away`, forge.path);
    expect(await again()).toBeUndefined();
    expect(there()).toBe(commit);
  });

  it('where there is no remote of that name', async () => {
    expect(await begin({ named: 'nessuno' })).toEqual({ kind: 'unknown' });
  });

  it('where a configured address would run a command', async () => {
    made.git('remote', 'add', 'ponte', `ext::sh -c "touch ${join(made.path, 'ran')}"`);
    made.git('config', 'protocol.ext.allow', 'always');
    expect(await begin({ named: 'ponte' })).toMatchObject({
      kind: 'away',
      said: expect.stringContaining('not allowed'),
    });
    expect(made.status()).toBe('');
  });
});

it('that wants a password which git has not is away: nobody is asked', async () => {
  const server = createServer((_, response) => {
    response.writeHead(401, { 'www-authenticate': 'Basic realm="forge"' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  expect(await begin({ named: `http://127.0.0.1:${port}/rete.git` })).toEqual({
    kind: 'away',
    said: expect.stringContaining('terminal prompts disabled'),
  });
  server.close();
});

it('a password in an address is told to nobody', async () => {
  const named = 'http://anna:segreto@127.0.0.1:9/rete.git';
  const trouble = await begin({ named });
  expect(trouble?.kind).toBe('away');
  expect(JSON.stringify(mirror?.state())).not.toMatch(/segreto|anna/);
  expect(mirror?.state().shown).toBe('http://127.0.0.1:9/rete.git');
  expect(withoutSecrets("fatal: unable to access 'https://a:b@c@host/x.git/?token=d'")).toBe(
    "fatal: unable to access 'https://host/x.git/'",
  );
});

it('ends what is under way when it is closed', async () => {
  const at = (name: string) => join(forge.path, name);
  forge.onPush(`touch started; sleep 3; touch '${at('ended')}'`);
  await publish(GUIDE, 'ours\n');
  const first = begin();
  await vi.waitFor(() => expect(existsSync(at('started'))).toBe(true), { timeout: 20_000, interval: 10 });
  await mirror?.close();
  expect(existsSync(at('ended'))).toBe(false);
  await first;
  expect(mirror?.state().tried).toBeUndefined();
});

it('tries again the later, the oftener it has failed, and never stops', () => {
  expect([0, 1, 2, 3, 20].map(pauseAfter)).toEqual([300_000, 15_000, 30_000, 60_000, 900_000]);
});

describe('POLINET_REMOTE', () => {
  const read = (value: string) => readConfig({ POLINET_REMOTE: value, POLINET_CONTENT: 'content' }).remote;

  it.each([
    'https://forgia.example/rete.git',
    'https://anna:segreto@forgia.example/rete.git',
    'ssh://git@forgia.example:2222/rete.git',
    'git@forgia.example:rete/contenuti.git',
    'file:///srv/git/rete.git',
    '/srv/git/rete.git',
    'origin',
  ])('may be %s', (value) => {
    expect(read(value)).toBe(value);
  });

  it('may be a path from where the service is started', () => {
    expect(read('../rete.git')).toBe(join(process.cwd(), '../rete.git'));
  });

  it.each([
    '--upload-pack=touch /tmp/x',
    '-oProxyCommand=x',
    'ext::sh -c x',
    'fd::17',
    'ssh://-oProxyCommand=x/rete.git',
    'ssh://-oProxyCommand=x@host/rete.git',
    '-x@host:rete.git',
    'host:-x',
    'ftp://forgia.example/rete.git',
    'transport::https://forgia.example/rete.git',
    'https://',
    'https://forgia.example/\nrete.git',
    'due parole',
    '',
  ])('is not %j', (value) => {
    expect(() => read(value)).toThrow(/^POLINET_REMOTE: il valore/);
  });

  it('that is refused is not told with its password', () => {
    expect(() => read('ftp://anna:segreto@forgia.example/rete.git')).toThrow(
      'POLINET_REMOTE: il valore «ftp://forgia.example/rete.git» non è valido.',
    );
  });
});

it('the history of what was taken in is the same there, commit for commit', async () => {
  await begin();
  const before = here();
  forge.merge({ [OTHER]: 'y\n' });
  await again();
  expect([...(await changesBetween(made.repository.git, before, here())).keys()]).toEqual([OTHER]);
  expect(made.git('log', '--format=%an', `${before}..HEAD`)).toBe('Fabio Verdi\nFabio Verdi\n');
});
