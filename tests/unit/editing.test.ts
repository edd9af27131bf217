/** What the editor asks the gateway: the road of an entry, and what nobody may. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exampleBase, guide, pdf } from '#content/examples';
import { messages } from '#i18n';
import { ask } from '../support/ask.ts';
import { type Edited, type Editor, runEdited } from '../support/edited.ts';

const words = messages('it').editing;
const GUIDE = 'content/guides/attese.mdx';
const PDF = Buffer.from(pdf(true));

/** A guide as an editor may begin one: for participants, until the coordinator opens it. */
const text = (body = 'Testo.') => guide('', body).replace('access: public', 'access: participants');

/** The smallest picture: one pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const inContent = (files: Record<string, string>) =>
  Object.fromEntries(Object.entries(files).map(([path, content]) => [`content/${path}`, content]));

let edited: Edited;
let elena: Editor;
let bruno: Editor;
let carla: Editor;
let paolo: Editor;
let number = 0;
/** How often a build was said to be near. */
let prepared = 0;

beforeAll(async () => {
  const files = {
    ...inContent(exampleBase),
    [GUIDE]: guide('', 'Attese. ![Uno sportello](attese/foto.png)'),
    'content/guides/attese/foto.png': PICTURE,
    'content/network.yaml': `${exampleBase['network.yaml']}maxFileMegabytes: 1\n`,
    '.env': 'SECRET=1\n',
    'astro.config.mjs': 'export default {};\n',
    'other/guides/altrui.mdx': 'of another source\n',
  };
  edited = await runEdited(files, { prepareBuild: () => prepared++ });
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
  it('begins with a change: what is saved as it was makes neither a draft nor a commit', async () => {
    const [before, published] = [everything(), edited.made.git('show', `main:${GUIDE}`)];
    const blob = edited.made.git('rev-parse', `main:${GUIDE}`).trim();
    const same = await save(carla, GUIDE, published, { read: { [GUIDE]: blob } });
    expect(same).toMatchObject({ status: 200, body: { files: { [GUIDE]: blob }, diagnostics: [] } });
    expect(everything()).toBe(before);
    const path = fresh();
    const { body } = await save(elena, path, text());
    const drafted = everything();
    expect(await save(elena, path, text(), { read: body.files })).toEqual({
      status: 200,
      headers: expect.anything(),
      body: { ...body, diagnostics: [] },
    });
    expect(everything()).toBe(drafted);
  });

  it('goes from a draft over its review to the published site, by the names of those who did it', async () => {
    const sent = await elena.upload(PDF);
    expect(sent).toMatchObject({ status: 200, body: { blob: expect.stringMatching(/^[0-9a-f]{40}$/) } });
    const path = `content/guides/nuova-${number}/index.mdx`;
    const beside = `content/guides/nuova-${number}/scheda.pdf`;
    const saved = await save(elena, path, text('[La scheda](scheda.pdf)'), {
      assets: [{ path: beside, blob: sent.body.blob }],
    });
    expect(saved.status).toBe(200);
    expect((await carla.act('unpublishedEntries')).body).toContain(`guides/nuova-${number}`);
    expect(
      (await elena.act('updateUnpublishedEntryStatus', { ...named(), newStatus: 'pending_review' })).body.status,
    ).toBe('pending_review');
    const draft = await carla.act('unpublishedEntry', named());
    expect(draft.body.draft).toMatchObject({
      ...named(),
      status: 'pending_review',
      pusherAuthor: 'elena@comune.example',
    });
    expect(draft.body.draft.diffs).toEqual(
      expect.arrayContaining([
        { path, id: expect.any(String), newFile: true },
        { path: beside, id: sent.body.blob, newFile: true },
      ]),
    );
    expect((await carla.act('unpublishedEntryDataFile', { ...named(), path })).body.data).toBe(
      text('[La scheda](scheda.pdf)'),
    );
    const inDraft = await carla.get(`/admin/api/file?path=${beside}&collection=guides&slug=nuova-${number}`);
    expect([inDraft.status, inDraft.body.equals(PDF), inDraft.headers['content-type']]).toEqual([
      200,
      true,
      'application/pdf',
    ]);
    const unprepared = prepared;
    expect((await carla.act('publishUnpublishedEntry', named())).status).toBe(200);
    expect(prepared, 'the build begins to start with the publication').toBeGreaterThan(unprepared);
    expect(readFileSync(join(edited.made.path, beside)).equals(PDF)).toBe(true);
    expect(edited.made.status()).toBe('');
    expect(edited.made.git('log', '-1', '--format=%an')).toBe('carla@comune.example\n');
    expect(edited.made.git('log', '--format=%an', 'HEAD^1..HEAD^2')).toBe(
      'elena@comune.example\nelena@comune.example\n',
    );
    expect((await elena.act('getEntry', { path })).body.found).toMatchObject({
      data: text('[La scheda](scheda.pdf)'),
      file: { path },
    });
    expect(edited.gateway.state.events.page(1, 0)).toMatchObject([
      { event: 'merged', who: 'carla@comune.example', about: `guides/nuova-${number}` },
    ]);
  });

  it('lists entries with the object each was read from, and files beside them without their bytes', async () => {
    const listed = await elena.act('entriesByFolder', { folder: 'content/guides', extension: 'mdx', depth: 2 });
    const blob = edited.made.git('rev-parse', `HEAD:${GUIDE}`).trim();
    expect(listed.body).toContainEqual({
      data: guide('', 'Attese. ![Uno sportello](attese/foto.png)'),
      file: { path: GUIDE, id: blob },
    });
    const media = await elena.act('getMedia', { mediaFolder: 'content/guides' });
    expect(media.body).toContainEqual({
      id: expect.any(String),
      path: 'content/guides/attese/foto.png',
      name: 'foto.png',
      size: PICTURE.length,
    });
    expect(JSON.stringify(media.body)).not.toContain('IDAT');
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
      previews: false,
    });
  });

  it('that was ready is to be read again once an editor has changed it', async () => {
    const path = fresh();
    const saved = await save(elena, path, text());
    const ready = await carla.act('updateUnpublishedEntryStatus', { ...named(), newStatus: 'pending_publish' });
    expect(ready.body.status).toBe('pending_publish');
    const read = { [path]: saved.body.files[path] };
    const again = await save(elena, path, text('Cambiata.'), { read });
    expect(again.body.status).toBe('pending_review');
    await carla.act('updateUnpublishedEntryStatus', { ...named(), newStatus: 'pending_publish' });
    const last = await save(carla, path, text('Del coordinatore.'), { read: { [path]: again.body.files[path] } });
    expect(last.body.status).toBe('pending_publish');
  });

  it('ends where it is given up by who began it, or by a coordinator', async () => {
    await save(elena, fresh(), text());
    expect(await bruno.act('deleteUnpublishedEntry', named())).toMatchObject({
      status: 403,
      body: { error: 'not-yours' },
    });
    expect((await elena.act('deleteUnpublishedEntry', named())).status).toBe(200);
    await save(elena, fresh(), text());
    expect((await carla.act('deleteUnpublishedEntry', named())).status).toBe(200);
    expect((await carla.act('unpublishedEntry', named())).body).toEqual({ draft: null });
  });

  it('ends with its removal, by a coordinator, in one commit', async () => {
    await save(elena, fresh(), text());
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
    await save(elena, fresh(), text('first'));
    const refused = await save(bruno, fresh(), text('second'));
    expect(refused).toMatchObject({
      status: 409,
      body: { error: 'conflict', message: words.reasons.conflict, theirs: { data: text('first') } },
    });
    const again = await save(bruno, fresh(), text('both'), { read: { [fresh()]: refused.body.theirs.id } });
    expect(again.status).toBe(200);
    expect((await elena.act('unpublishedEntryDataFile', { ...named(), path: fresh() })).body.data).toBe(text('both'));
  });

  it('twenty editors on twenty entries at once: twenty commits, and no error', async () => {
    const many = Array.from({ length: 20 }, (_, at) => edited.person(`editor-${at}`, 'editor'));
    const outcomes = await Promise.all(
      many.map((one, at) => save(one, `content/guides/insieme-${at}.mdx`, text(`${at}`))),
    );
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
    await save(elena, fresh(), text());
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
  ])('saves %s', async (_, more) => {
    const before = everything();
    expect((await save(elena, fresh(), text(), more)).status).toBeGreaterThanOrEqual(400);
    expect(everything()).toBe(before);
  });

  it('has an object cited that another has uploaded', async () => {
    const { body } = await bruno.upload('of Bruno');
    const assets = [{ path: `content/guides/nuova-${number}/a.pdf`, blob: body.blob }];
    expect(await save(elena, fresh(), text(), { assets })).toMatchObject({ status: 409, body: { error: 'no-upload' } });
    const nobodys = [{ path: `content/guides/nuova-${number}/a.pdf`, blob: '0'.repeat(40) }];
    expect(await save(elena, fresh(), text(), { assets: nobodys })).toMatchObject({ body: { error: 'no-upload' } });
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

describe('what the build would refuse', () => {
  it('is not saved: each problem has its place, its words and its mend', async () => {
    const before = everything();
    const wrong = await save(
      elena,
      fresh(),
      text('Un [rimando](../guides/nulla.mdx) e {1 + 1}.').replace('updated: 2026-01-10', 'updated: ieri'),
    );
    expect([wrong.status, wrong.body.error, wrong.body.message]).toEqual([422, 'errors', words.reasons.errors]);
    expect(wrong.body.diagnostics.map(({ rule, line }: { rule: string; line: number }) => [rule, line])).toEqual(
      expect.arrayContaining([
        ['field-value', 6],
        ['mdx-expression', 11],
      ]),
    );
    expect(everything()).toBe(before);
  });

  it('elsewhere, brought by a change here, is not saved either', async () => {
    const raw = readFileSync(join(edited.made.path, 'content/participants/roccafinta.yaml'), 'utf8');
    const reply = await carla.act('persistEntry', {
      dataFiles: [{ path: 'content/participants/castello.yaml', slug: 'castello', raw }],
      options: { collectionName: 'participants', commitMessage: 'x' },
      read: {},
    });
    expect([reply.status, reply.body.error]).toEqual([422, 'errors']);
  });

  it('of a file that is not what its name says', async () => {
    const { body } = await elena.upload('this is no PDF');
    const assets = [{ path: `content/guides/nuova-${number}/finto.pdf`, blob: body.blob }];
    const path = `content/guides/nuova-${number}/index.mdx`;
    const reply = await save(elena, path, text('[La scheda](finto.pdf)'), { assets });
    expect([reply.status, reply.body.diagnostics[0].rule]).toEqual([422, 'attachment-content']);
  });

  it('is not published, where it came by what others have published meanwhile', async () => {
    await save(elena, fresh(), text('Un [rimando](../guides/passeggera.mdx).')).then(({ status }) =>
      expect(status).toBe(422),
    );
    await save(carla, 'content/guides/passeggera.mdx', text());
    await carla.act('publishUnpublishedEntry', { collection: 'guides', slug: 'passeggera' });
    expect((await save(elena, fresh(), text('Un [rimando](../guides/passeggera.mdx).'))).status).toBe(200);
    edited.made.git('rm', '-q', 'content/guides/passeggera.mdx');
    edited.made.git('commit', '-qm', 'By hand');
    const before = everything();
    expect(await carla.act('publishUnpublishedEntry', named())).toMatchObject({
      status: 422,
      body: { error: 'errors' },
    });
    expect(everything()).toBe(before);
  });

  it('is not left behind by a removal: those who cite the entry are named', async () => {
    const before = everything();
    const reply = await carla.act('deleteFiles', {
      paths: ['content/themes/tema.mdx'],
      options: { commitMessage: 'Via' },
    });
    expect([reply.status, reply.body.error]).toEqual([409, 'cited']);
    expect(reply.body.diagnostics.map(({ file }: { file: string }) => file)).toContain('pages/rete.mdx');
    expect(everything()).toBe(before);
  });

  it('goes with the files that lie beside its entry', async () => {
    const path = fresh();
    const beside = path.replace('.mdx', '/foto.png');
    const { body } = await elena.upload(PICTURE);
    await save(elena, path, text(`![Una foto](nuova-${number}/foto.png)`), {
      assets: [{ path: beside, blob: body.blob }],
    });
    expect(await carla.act('publishUnpublishedEntry', named())).toMatchObject({ status: 200 });
    expect(edited.made.git('ls-tree', '--name-only', '-r', 'main', beside)).toBe(`${beside}\n`);
    const options = { commitMessage: 'Via' };
    expect(await carla.act('deleteFiles', { paths: [path], options })).toMatchObject({ status: 200 });
    expect(edited.made.git('ls-tree', '--name-only', '-r', 'main', path, beside)).toBe('');
    expect(edited.made.status()).toBe('');
  });

  it('but warnings are told, and keep nobody from saving', async () => {
    const { status, body } = await save(
      elena,
      fresh(),
      text().replace('2030-01-10', '2020-01-10').replace('2026-01-10', '2019-01-10'),
    );
    expect([status, body.diagnostics.map(({ rule }: { rule: string }) => rule)]).toEqual([
      200,
      expect.arrayContaining(['review-due']),
    ]);
  });
});

describe('an entry that is not theirs', () => {
  const PAGE = 'content/pages/rete.mdx';
  it('is not saved by an editor, and is by a coordinator', async () => {
    const raw = readFileSync(join(edited.made.path, PAGE), 'utf8').replace('oggi', 'domani');
    const read = { [PAGE]: edited.made.git('rev-parse', `HEAD:${PAGE}`).trim() };
    expect(await save(elena, PAGE, raw, { read })).toMatchObject({ status: 403, body: { error: 'not-yours' } });
    expect((await save(carla, PAGE, raw, { read })).status).toBe(200);
  });

  it('is opened to the public by a coordinator alone', async () => {
    expect(await save(elena, fresh(), guide())).toMatchObject({
      status: 403,
      body: { error: 'not-yours', fields: ['access'] },
    });
    expect((await save(carla, fresh(), guide())).status).toBe(200);
  });

  it('that a coordinator has opened in a draft, she goes on writing', async () => {
    await save(elena, fresh(), text());
    const ids = async () => (await elena.act('unpublishedEntry', named())).body.draft.diffs[0].id as string;
    expect((await save(carla, fresh(), guide(), { read: { [fresh()]: await ids() } })).status).toBe(200);
    expect((await save(elena, fresh(), guide('', 'Altro.'), { read: { [fresh()]: await ids() } })).status).toBe(200);
    const closed = await save(elena, fresh(), text(), { read: { [fresh()]: await ids() } });
    expect(closed).toMatchObject({ status: 403, body: { fields: ['access'] } });
  });

  it('gets no file from who writes another', async () => {
    const { body } = await elena.upload(PDF);
    for (const path of ['content/pages/rete/a.pdf', 'content/guides/attese/foto.png', 'content/guides/a.pdf'])
      expect(await save(elena, fresh(), text(), { assets: [{ path, blob: body.blob }] })).toMatchObject({
        status: 403,
        body: { error: 'not-editable', paths: [path] },
      });
  });

  it('or no entry at all, in a branch that somebody has pushed, is not published', async () => {
    edited.made.git('checkout', '-q', '-b', `cms/guides/nuova-${number}`);
    edited.made.git('mv', 'astro.config.mjs', 'altro.config.mjs');
    const fields = `Polinet-Entry: guides/nuova-${number}\nPolinet-Review: draft\nPolinet-Begun-By: x`;
    edited.made.git('commit', '-qm', `Text\n\n${fields}`);
    edited.made.git('checkout', '-q', 'main');
    const before = everything();
    expect(await carla.act('publishUnpublishedEntry', named())).toMatchObject({
      status: 403,
      body: { error: 'not-editable' },
    });
    expect(everything()).toBe(before);
  });

  it('is an entry of another municipality; her own she may change', async () => {
    const path = 'content/participants/roccafinta.yaml';
    const raw = `${readFileSync(join(edited.made.path, path), 'utf8')}notes: Una nota.\n`;
    const read = { [path]: edited.made.git('rev-parse', `HEAD:${path}`).trim() };
    expect((await save(elena, path, raw, { read })).status).toBe(403);
    edited.gateway.state.accounts.grant(
      edited.gateway.state.accounts.byAddress(elena.address)?.id ?? '',
      'editor',
      'roccafinta',
      'hand',
    );
    expect((await save(elena, path, raw.replace('joined: 2011', 'joined: 2012'), { read })).body.fields).toEqual([
      'joined',
    ]);
    expect((await save(elena, path, raw, { read })).status).toBe(200);
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
