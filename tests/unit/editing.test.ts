/** What the editor asks the gateway: the road of an entry, and what nobody may. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { messages } from '#i18n';
import { ask } from '../support/ask.ts';
import { type Edited, type Editor, runEdited } from '../support/edited.ts';

const words = messages('it').editing;
const GUIDE = 'content/guides/attese.mdx';
const PDF = Buffer.from('%PDF-1.7 a file');

let edited: Edited;
let elena: Editor;
let bruno: Editor;
let carla: Editor;
let paolo: Editor;
let number = 0;

beforeAll(async () => {
  edited = await runEdited({
    [GUIDE]: 'title: Attese\n',
    'content/guides/foto.png': 'a picture',
    'content/network.yaml':
      'maxFileMegabytes: 1\nname: Rete\ntagline: t\ndescription: d\nlocale: it\ncoordinator: { name: C }\ncontact: rete@example.org\nlicence: CC-BY-4.0\n',
    '.env': 'SECRET=1\n',
    'astro.config.mjs': 'export default {};\n',
    'other/guides/altrui.mdx': 'of another source\n',
  });
  elena = edited.person('elena', 'editor');
  bruno = edited.person('bruno', 'editor');
  carla = edited.person('carla', 'coordinator');
  paolo = edited.person('paolo', 'participant');
});
afterAll(() => edited.close());
beforeEach(() => number++);

/** Saves an entry as the editor does. */
const save = (who: Editor, path: string, raw: string, more: object = {}) => {
  const slug = path.replace(/^content\/\w+\/|(\/index)?\.\w+$/g, '');
  const params = {
    dataFiles: [{ path, slug, raw }],
    options: { collectionName: path.split('/')[1], commitMessage: `Guida: ${slug}` },
    read: {},
    ...more,
  };
  return who.act('persistEntry', params);
};
const fresh = () => `content/guides/nuova-${number}.mdx`;
const named = () => ({ collection: 'guides', slug: `nuova-${number}` });

/** All that git knows, and all that lies in the working tree. */
const everything = () =>
  [
    edited.made.git('for-each-ref'),
    edited.made.git('status', '--porcelain', '--ignored'),
    edited.made.git('diff', 'HEAD'),
  ].join();

describe('the road of an entry', () => {
  it('goes from a draft over its review to the published site, by the names of those who did it', async () => {
    const sent = await elena.upload(PDF);
    expect(sent).toMatchObject({ status: 200, body: { blob: expect.stringMatching(/^[0-9a-f]{40}$/) } });
    const path = `content/guides/nuova-${number}/index.mdx`;
    const beside = `content/guides/nuova-${number}/scheda.pdf`;
    const saved = await save(elena, path, 'title: Nuova\n', { assets: [{ path: beside, blob: sent.body.blob }] });
    expect(saved.status).toBe(200);
    expect((await carla.act('unpublishedEntries')).body).toContain(`guides/nuova-${number}`);
    expect(
      (await elena.act('updateUnpublishedEntryStatus', { ...named(), newStatus: 'pending_review' })).body.status,
    ).toBe('pending_review');
    const draft = await carla.act('unpublishedEntry', named());
    expect(draft.body).toMatchObject({ ...named(), status: 'pending_review', pusherAuthor: 'elena@comune.example' });
    expect(draft.body.diffs).toEqual(
      expect.arrayContaining([
        { path, id: expect.any(String), newFile: true },
        { path: beside, id: sent.body.blob, newFile: true },
      ]),
    );
    expect((await carla.act('unpublishedEntryDataFile', { ...named(), path })).body.data).toBe('title: Nuova\n');
    const inDraft = await carla.get(`/admin/api/file?path=${beside}&collection=guides&slug=nuova-${number}`);
    expect([inDraft.status, inDraft.body.equals(PDF), inDraft.headers['content-type']]).toEqual([
      200,
      true,
      'application/pdf',
    ]);
    expect((await carla.act('publishUnpublishedEntry', named())).status).toBe(200);
    expect(readFileSync(join(edited.made.path, beside)).equals(PDF)).toBe(true);
    expect(edited.made.status()).toBe('');
    expect(edited.made.git('log', '-1', '--format=%an')).toBe('carla@comune.example\n');
    expect(edited.made.git('log', '--format=%an', 'HEAD^1..HEAD^2')).toBe(
      'elena@comune.example\nelena@comune.example\n',
    );
    expect((await elena.act('getEntry', { path })).body).toMatchObject({ data: 'title: Nuova\n', file: { path } });
    expect(edited.gateway.state.events.page(1, 0)).toMatchObject([
      { event: 'merged', who: 'carla@comune.example', about: `guides/nuova-${number}` },
    ]);
  });

  it('lists entries with the object each was read from, and files beside them without their bytes', async () => {
    const listed = await elena.act('entriesByFolder', { folder: 'content/guides', extension: 'mdx', depth: 2 });
    const blob = edited.made.git('rev-parse', `HEAD:${GUIDE}`).trim();
    expect(listed.body).toContainEqual({ data: 'title: Attese\n', file: { path: GUIDE, id: blob } });
    const media = await elena.act('getMedia', { mediaFolder: 'content/guides' });
    expect(media.body).toContainEqual({
      id: expect.any(String),
      path: 'content/guides/foto.png',
      name: 'foto.png',
      size: 9,
    });
    expect(JSON.stringify(media.body)).not.toContain('a picture');
  });

  it('says who somebody is, and what they may edit', async () => {
    const { text } = await elena.get('/admin/api/me');
    expect(JSON.parse(text)).toEqual({
      name: 'elena@comune.example',
      address: 'elena@comune.example',
      role: 'editor',
      participant: null,
      sources: [{ path: 'content', label: 'Rete', access: 'public' }],
      branch: 'main',
    });
  });

  it('ends where it is given up by who began it, or by a coordinator', async () => {
    await save(elena, fresh(), 'x');
    expect(await bruno.act('deleteUnpublishedEntry', named())).toMatchObject({
      status: 403,
      body: { error: 'not-yours' },
    });
    expect((await elena.act('deleteUnpublishedEntry', named())).status).toBe(200);
    await save(elena, fresh(), 'x');
    expect((await carla.act('deleteUnpublishedEntry', named())).status).toBe(200);
    expect((await carla.act('unpublishedEntry', named())).status).toBe(404);
  });

  it('ends with its removal, by a coordinator, in one commit', async () => {
    await save(elena, fresh(), 'x');
    await carla.act('publishUnpublishedEntry', named());
    const params = { paths: [fresh()], options: { commitMessage: 'Via' } };
    expect((await elena.act('deleteFiles', params)).status).toBe(403);
    expect((await carla.act('deleteFiles', params)).status).toBe(200);
    expect([edited.made.git('show', '--format=%s', '--name-status', 'HEAD'), edited.made.status()]).toEqual([
      `Via\n\nD\t${fresh()}\n`,
      '',
    ]);
  });
});

describe('two on one entry', () => {
  it('the second gets the version of the first beside theirs; saved on what they then read, it goes on', async () => {
    await save(elena, fresh(), 'first\n');
    const refused = await save(bruno, fresh(), 'second\n');
    expect(refused).toMatchObject({
      status: 409,
      body: { error: 'conflict', message: words.reasons.conflict, theirs: { data: 'first\n' } },
    });
    const again = await save(bruno, fresh(), 'both\n', { read: { [fresh()]: refused.body.theirs.id } });
    expect(again.status).toBe(200);
    expect((await elena.act('unpublishedEntryDataFile', { ...named(), path: fresh() })).body.data).toBe('both\n');
  });

  it('twenty editors on twenty entries at once: twenty commits, and no error', async () => {
    const many = Array.from({ length: 20 }, (_, at) => edited.person(`editor-${at}`, 'editor'));
    const outcomes = await Promise.all(many.map((one, at) => save(one, `content/guides/insieme-${at}.mdx`, `${at}\n`)));
    expect(outcomes.map(({ status }) => status)).toEqual(many.map(() => 200));
    const authors = edited.made
      .git('for-each-ref', '--format=%(authorname)', 'refs/heads/cms/guides/insieme-*')
      .split('\n')
      .filter(Boolean);
    expect(authors.sort()).toEqual(many.map(({ address }) => address).sort());
  });
});

describe('nobody', () => {
  it.each(['persistEntry', 'getEntry', 'info'])('without a session is answered: %s', async (action) => {
    const reply = await ask(edited.gateway.origin, '/admin/api/v1', {
      method: 'POST',
      headers: { origin: edited.gateway.origin, 'content-type': 'application/json' },
      body: JSON.stringify({ action, params: { path: GUIDE } }),
    });
    expect([reply.status, JSON.parse(reply.text).error]).toEqual([401, 'session']);
  });

  it.each([
    ['GET', '/admin/api/me'],
    ['GET', `/admin/api/file?path=${GUIDE}`],
    ['PUT', '/admin/api/upload'],
    ['POST', '/admin/api/v1'],
  ])('who only participates is answered: %s %s', async (method, path) => {
    const headers = { cookie: paolo.cookie, origin: edited.gateway.origin };
    expect((await ask(edited.gateway.origin, path, { method, headers })).status).toBe(403);
  });

  it.each([
    ['another origin', { origin: 'http://evil.example' }],
    ['no origin', {}],
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour, as the browser says', { 'sec-fetch-site': 'same-site' }],
  ])('from %s changes anything', async (_, from: Record<string, string>) => {
    const before = everything();
    const body = JSON.stringify({ action: 'deleteFiles', params: { paths: [GUIDE], options: { commitMessage: 'x' } } });
    const headers = { cookie: carla.cookie, 'content-type': 'application/json', ...from };
    const reply = await ask(edited.gateway.origin, '/admin/api/v1', { method: 'POST', headers, body });
    expect([reply.status, everything()]).toEqual([403, before]);
    const put = await ask(edited.gateway.origin, '/admin/api/upload', {
      method: 'PUT',
      headers: { cookie: carla.cookie, ...from },
      body,
    });
    expect(put.status).toBe(403);
  });

  it('sends a form in the place of JSON', async () => {
    const headers = { cookie: carla.cookie, origin: edited.gateway.origin, 'content-type': 'text/plain' };
    expect((await ask(edited.gateway.origin, '/admin/api/v1', { method: 'POST', headers, body: '{}' })).status).toBe(
      400,
    );
  });

  it('publishes, or says that it is ready, who is no coordinator', async () => {
    await save(elena, fresh(), 'x');
    const before = everything();
    for (const [action, more] of [
      ['publishUnpublishedEntry', {}],
      ['updateUnpublishedEntryStatus', { newStatus: 'pending_publish' }],
    ] as const)
      expect(await elena.act(action, { ...named(), ...more })).toMatchObject({
        status: 403,
        body: { error: 'not-yours' },
      });
    expect(everything()).toBe(before);
  });

  const STRANGE = [
    '.git/config',
    '.env',
    'astro.config.mjs',
    'content/source.yaml',
    'content/network.yaml',
    'other/guides/altrui.mdx',
    '../outside.mdx',
    '/etc/passwd',
    'content/guides/../../.env',
    'content/guides/..%2f..%2f.env',
    'content\\guides\\attese.mdx',
    'content/guides/.git/hooks/post-commit.mdx',
    'content/guides/attese.mdx\u0000',
    'content/guides/a\u0301.png',
    ':(top).env',
    ':/.env',
    '*',
    '-x',
    '',
  ];
  it.each(STRANGE)('reads «%s»', async (path) => {
    for (const [action, params] of [
      ['getEntry', { path }],
      ['entriesByFiles', { files: [{ path }] }],
      ['entriesByFolder', { folder: path, extension: 'mdx' }],
      ['entriesByFolder', { folder: path.replace(/\/[^/]*$/, ''), extension: 'env' }],
      ['getMedia', { mediaFolder: path }],
    ] as const) {
      const { status, body } = await carla.act(action, params);
      expect([200, 400, 403, 409]).toContain(status);
      if (status === 200)
        expect(JSON.stringify(body)).not.toMatch(/SECRET|export default|another source|editable|root:/);
    }
    const file = await carla.get(`/admin/api/file?path=${encodeURIComponent(path)}`);
    expect([400, 404]).toContain(file.status);
  });

  it.each(STRANGE)('writes «%s»', async (path) => {
    const before = everything();
    const { body } = await carla.upload('evil');
    for (const params of [
      { dataFiles: [{ path, slug: 'x', raw: 'evil' }] },
      { dataFiles: [{ path: fresh(), slug: 'x', raw: 'x' }], assets: [{ path, blob: body.blob }] },
      {
        dataFiles: [{ path: fresh(), slug: 'x', raw: 'x' }],
        assets: [{ path, content: 'ZXZpbA==', encoding: 'base64' }],
      },
    ]) {
      const options = { collectionName: 'guides', commitMessage: 'x' };
      const reply = await carla.act('persistEntry', { options, read: {}, ...params });
      expect(reply).toMatchObject({ status: 403, body: { error: 'not-editable' } });
    }
    const removal = await carla.act('deleteFiles', { paths: [path], options: { commitMessage: 'x' } });
    expect(removal.status).toBe(403);
    expect(everything()).toBe(before);
  });

  it.each([
    [
      'an entry among the files beside it',
      { assets: [{ path: 'content/guides/altra.mdx', content: 'eA==', encoding: 'base64' }] },
    ],
    ['another entry than it names', { dataFiles: [{ path: 'content/guides/foto.png', slug: 'x', raw: 'x' }] }],
    [
      'with what is no name',
      { options: { collectionName: 'guides\nPolinet-Review: pending_publish', commitMessage: 'x' } },
    ],
    [
      'two entries',
      {
        dataFiles: [
          { path: GUIDE, slug: 'a', raw: 'x' },
          { path: fresh(), slug: 'b', raw: 'x' },
        ],
      },
    ],
    ['what somebody else has uploaded', { assets: [{ path: 'content/guides/a.pdf', blob: '0'.repeat(40) }] }],
  ])('saves %s', async (_, more) => {
    const before = everything();
    expect((await save(elena, fresh(), 'x', more)).status).toBeGreaterThanOrEqual(400);
    expect(everything()).toBe(before);
  });

  it('has an object cited that another has uploaded', async () => {
    const { body } = await bruno.upload('of Bruno');
    const assets = [{ path: 'content/guides/a.pdf', blob: body.blob }];
    expect(await save(elena, fresh(), 'x', { assets })).toMatchObject({ status: 409, body: { error: 'no-upload' } });
  });

  it('uploads more than the network allows: neither by what it says, nor by what it sends', async () => {
    const large = Buffer.alloc(1_000_001);
    expect(await elena.upload(large)).toMatchObject({
      status: 413,
      body: { error: 'too-large', message: words.reasons['too-large'] },
    });
    const headers = { cookie: elena.cookie, origin: edited.gateway.origin, 'transfer-encoding': 'chunked' };
    const chunked = await ask(edited.gateway.origin, '/admin/api/upload', {
      method: 'PUT',
      headers,
      body: large,
    }).catch(() => undefined);
    if (chunked) expect(chunked.status).toBe(413);
    expect((await elena.upload(Buffer.alloc(1_000_000))).status).toBe(200);
  });

  it('asks for what there is not, or in another form', async () => {
    for (const [action, params] of [
      ['constructor', {}],
      ['__proto__', {}],
      ['persistEntry', { dataFiles: 'x' }],
      ['getEntry', { path: 7 }],
      ['unpublishedEntry', { id: '../../HEAD' }],
      ['updateUnpublishedEntryStatus', { ...named(), newStatus: 'published' }],
    ] as const)
      expect((await carla.act(action, params)).status).toBe(400);
  });
});

it('where content cannot be edited, says why', async () => {
  const other = await runEdited({ 'content/source.yaml': 'editable: true\n' }, { sources: [] });
  try {
    const { status, body } = await other.person('elena', 'editor').act('info');
    expect([status, body]).toEqual([503, { error: 'no-source', message: words.repository['no-source'] }]);
  } finally {
    await other.close();
  }
});
