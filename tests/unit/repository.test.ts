/** The git half of the editor: drafts, reviews, publications, and the working tree that follows. */
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Conflict,
  changesOf,
  type Draft,
  dropDraft,
  findDraft,
  listDrafts,
  reviewDraft,
  saveDraft,
} from '../../src/gateway/repository/drafts.ts';
import { follow, plan } from '../../src/gateway/repository/follow.ts';
import { fileIn, readBlobs, writeBlob } from '../../src/gateway/repository/objects.ts';
import { placeIn } from '../../src/gateway/repository/places.ts';
import {
  type NotPublished,
  type Published,
  publishChanges,
  publishDraft,
} from '../../src/gateway/repository/publish.ts';
import { openRepository, published } from '../../src/gateway/repository/repository.ts';
import { type MadeRepository, makeRepository } from '../support/repository.ts';
import { temporaryFolder, writeFiles } from '../support/sources.ts';

const ELENA = { name: 'Elena Bianchi', address: 'elena@comune.example' };
const CARLA = { name: 'Carla Neri', address: 'carla@comune.example' };
const GUIDE = 'content/guides/attese.mdx';

let made: MadeRepository;
beforeEach(async () => {
  made = await makeRepository({
    [GUIDE]: 'one\ntwo\nthree\n',
    'package.json': '{}\n',
    'content/guides/altra.mdx': 'x\n',
  });
});
afterEach(() => made.remove());

const blobAt = async (path: string, ref = 'HEAD') => (await fileIn(made.repository.git, ref, path))?.blob ?? null;

/** Saves one file as a draft. `read` is what the editor had; as it is in `at` where it says nothing. */
async function save(path: string, text: string, options: { who?: typeof ELENA; read?: string | null } = {}) {
  const { repository } = made;
  const place = placeIn(repository.sources, path);
  if (!place?.id) throw new Error(`${path} is no entry`);
  const slug = place.id;
  const draft = await findDraft(repository.git, { collection: place.collection, slug });
  const read = options.read === undefined ? await blobAt(path, draft?.tip) : options.read;
  return saveDraft(repository, {
    collection: place.collection,
    slug,
    place,
    changes: new Map([[path, await writeBlob(repository.git, text)]]),
    read: new Map([[path, read]]),
    who: options.who ?? ELENA,
    text: `Guida: ${slug}`,
  });
}

function asDraft(outcome: Draft | Conflict): Draft {
  expect(outcome).toHaveProperty('tip');
  return outcome as Draft;
}
function asPublished(outcome: Published | NotPublished): Published {
  expect(outcome).toHaveProperty('commit');
  return outcome as Published;
}
const onDisk = (path: string) => readFileSync(join(made.path, path), 'utf8');

describe('a draft', () => {
  it('is a branch with a commit of its author; what is published and the working tree stay as they are', async () => {
    const before = made.git('rev-parse', 'HEAD');
    const draft = asDraft(await save(GUIDE, 'one\n2\nthree\n'));
    expect(draft).toMatchObject({
      collection: 'guides',
      slug: 'attese',
      review: 'draft',
      author: ELENA.name,
      begunBy: ELENA.address,
    });
    expect(made.git('log', '-1', '--format=%an <%ae>|%cn|%s', draft.ref)).toBe(
      'Elena Bianchi <elena@comune.example>|Elena Bianchi|Guida: attese\n',
    );
    expect([made.git('rev-parse', 'HEAD'), made.status(), onDisk(GUIDE)]).toEqual([before, '', 'one\ntwo\nthree\n']);
    expect(made.git('diff', '--name-only', 'main', draft.ref)).toBe(`${GUIDE}\n`);
  });

  it('goes on with each save, and keeps who began it and how far its review is', async () => {
    const first = asDraft(await save(GUIDE, 'a\n'));
    await reviewDraft(made.repository.git, first, 'pending_review', ELENA, 'Da rivedere');
    const second = asDraft(await save(GUIDE, 'b\n', { who: CARLA }));
    expect(second).toMatchObject({ review: 'pending_review', author: CARLA.name, begunBy: ELENA.address });
    expect(made.git('rev-list', '--count', `main..${second.ref}`)).toBe('3\n');
  });

  it('may be of a chapter, beside that of its manual', async () => {
    const manual = asDraft(await save('content/manuals/uso/index.mdx', 'x\n'));
    const chapter = asDraft(await save('content/manuals/uso/primo.mdx', 'y\n'));
    expect([manual.ref, chapter.ref]).toEqual(['refs/heads/cms/manuals/uso', 'refs/heads/cms/manuals/uso.primo']);
  });

  it('keeps its bytes whatever git would make of them', async () => {
    made.git('config', 'core.autocrlf', 'true');
    writeFiles(made.path, { '.gitattributes': '*.mdx text eol=lf\n' });
    const text = '\uFEFFuno\r\ndue\r\n\0';
    const draft = asDraft(await save(GUIDE, text));
    const file = await fileIn(made.repository.git, draft.tip, GUIDE);
    expect((await readBlobs(made.repository.git, [file?.blob ?? ''])).get(file?.blob ?? '')?.toString()).toBe(text);
  });

  it('of a title that reads like a commit’s fields stays what it is', async () => {
    const draft = asDraft(
      await save(GUIDE, 'x\n', { who: { name: 'A <b>\nPolinet-Review: pending_publish', address: 'a@b.example>' } }),
    );
    expect(draft.review).toBe('draft');
    expect(made.git('log', '-1', '--format=%an|%ae', draft.ref)).toBe(
      'A  b  Polinet-Review: pending_publish|a@b.example\n',
    );
  });

  it('given up is gone', async () => {
    const draft = asDraft(await save(GUIDE, 'x\n'));
    expect(await dropDraft(made.repository, draft)).toBe(true);
    expect(await listDrafts(made.repository.git)).toEqual([]);
  });

  it('is none where a branch beside them is somebody’s own', async () => {
    made.git('branch', 'cms/guides/mia');
    expect(await listDrafts(made.repository.git)).toEqual([]);
  });
});

describe('two editors', () => {
  it('on one entry: the second is told, and sees what the first has written', async () => {
    const read = await blobAt(GUIDE);
    asDraft(await save(GUIDE, 'of Elena\n', { read }));
    const second = (await save(GUIDE, 'of Carla\n', { read, who: CARLA })) as Conflict;
    expect(second).toMatchObject({ conflict: 'changed', path: GUIDE });
    expect((await readBlobs(made.repository.git, [second.blob ?? ''])).get(second.blob ?? '')?.toString()).toBe(
      'of Elena\n',
    );
  });

  it('on one entry at the very same moment: one is saved, the others are told', async () => {
    const read = await blobAt(GUIDE);
    const outcomes = await Promise.all(Array.from({ length: 8 }, (_, at) => save(GUIDE, `text ${at}\n`, { read })));
    expect(outcomes.filter((one) => 'tip' in one)).toHaveLength(1);
    expect(outcomes.filter((one) => 'conflict' in one)).toHaveLength(7);
  });

  it('of whom twenty save different entries at once: twenty commits, none lost', async () => {
    const paths = Array.from({ length: 20 }, (_, at) => `content/guides/nuova-${at}.mdx`);
    const outcomes = await Promise.all(
      paths.map((path, at) => save(path, `text ${at}\n`, { who: { ...ELENA, name: `Redattrice ${at}` } })),
    );
    expect(outcomes.every((one) => 'tip' in one)).toBe(true);
    const drafts = await listDrafts(made.repository.git);
    expect(drafts.map(({ author }) => author).sort()).toEqual(paths.map((_, at) => `Redattrice ${at}`).sort());
    for (const [at, path] of paths.entries())
      expect(made.git('show', `refs/heads/cms/guides/nuova-${at}:${path}`)).toBe(`text ${at}\n`);
  });

  it('who both make a new entry of one name: the second is told', async () => {
    asDraft(await save('content/guides/uguale.mdx', 'a\n', { read: null }));
    expect(await save('content/guides/uguale.mdx', 'b\n', { read: null, who: CARLA })).toMatchObject({
      conflict: 'changed',
    });
  });

  it('on an entry that has gone meanwhile', async () => {
    const read = await blobAt(GUIDE);
    await publishChanges(made.repository, new Map([[GUIDE, null]]), CARLA, 'Via');
    expect(await save(GUIDE, 'x\n', { read })).toEqual({ conflict: 'gone', path: GUIDE, blob: undefined });
  });
});

describe('a publication', () => {
  it('is a merge by who publishes, in the working tree too, and leaves the repository clean', async () => {
    const draft = asDraft(await save(GUIDE, 'one\n2\nthree\n'));
    const { left } = asPublished(await publishDraft(made.repository, draft, CARLA, 'Pubblica la guida'));
    expect(left).toEqual([]);
    expect(made.git('log', '-1', '--format=%an|%s')).toBe('Carla Neri|Pubblica la guida\n');
    expect(made.git('log', '-1', '--format=%an', 'HEAD^2')).toBe('Elena Bianchi\n');
    expect([onDisk(GUIDE), made.status(), made.git('branch', '--list', 'cms/*')]).toEqual(['one\n2\nthree\n', '', '']);
  });

  it('of a new entry with a file in a folder of its own, and of one that goes', async () => {
    const { git } = made.repository;
    const changes = new Map([
      ['content/tools/foglio/index.mdx', await writeBlob(git, 'testo\n')],
      ['content/tools/foglio/foglio.csv', await writeBlob(git, 'a;b\n')],
      ['content/guides/altra.mdx', null],
    ]);
    asPublished(await publishChanges(made.repository, changes, CARLA, 'Insieme'));
    expect([onDisk('content/tools/foglio/foglio.csv'), made.status()]).toEqual(['a;b\n', '']);
    expect(() => onDisk('content/guides/altra.mdx')).toThrow('ENOENT');
  });

  it('goes together with what others have published, or committed by hand, meanwhile', async () => {
    const draft = asDraft(await save(GUIDE, 'ONE\ntwo\nthree\n'));
    writeFiles(made.path, { [GUIDE]: 'one\ntwo\nTHREE\n', 'src/x.ts': 'x\n' });
    made.git('add', '-A');
    made.git('commit', '-q', '-m', 'By hand');
    asPublished(await publishDraft(made.repository, draft, CARLA, 'p'));
    expect([onDisk(GUIDE), onDisk('src/x.ts'), made.status()]).toEqual(['ONE\ntwo\nTHREE\n', 'x\n', '']);
  });

  it.each([
    ['changed in its place', 'theirs\ntwo\nthree\n', 'changed'],
    ['taken away', null, 'gone'],
  ])('of what was %s meanwhile is told to its writer, who goes on from there', async (_, theirs, conflict) => {
    const { repository } = made;
    const draft = asDraft(await save(GUIDE, 'mine\ntwo\nthree\n'));
    const change = new Map([[GUIDE, theirs && (await writeBlob(repository.git, theirs))]]);
    asPublished(await publishChanges(repository, change, CARLA, 'Meanwhile'));
    expect(await publishDraft(repository, draft, CARLA, 'p')).toEqual({ stopped: 'merge', paths: [GUIDE] });
    const other = await blobAt(GUIDE);
    expect(await save(GUIDE, 'mine\n2\nthree\n')).toEqual({ conflict, path: GUIDE, blob: other ?? undefined });
    const going = asDraft(await save(GUIDE, 'mine\n2\nthree\n', { read: other }));
    expect([...(await changesOf(repository, going)).keys()]).toEqual([GUIDE]);
    asPublished(await publishDraft(repository, going, CARLA, 'p'));
    expect([onDisk(GUIDE), made.status()]).toEqual(['mine\n2\nthree\n', '']);
    // Both what was published meanwhile and the draft from its beginning stay in the history.
    expect(made.git('log', '--format=%s')).toMatch(/Meanwhile/);
    expect(made.git('log', '--format=%an', 'HEAD')).toContain(ELENA.name);
  });

  it('that cannot be merged changes nothing, and blocks nobody else', async () => {
    const draft = asDraft(await save(GUIDE, 'mine\ntwo\nthree\n'));
    writeFiles(made.path, { [GUIDE]: 'theirs\ntwo\nthree\n' });
    made.git('commit', '-qam', 'By hand');
    const before = await published(made.repository);
    expect(await publishDraft(made.repository, draft, CARLA, 'p')).toEqual({ stopped: 'merge', paths: [GUIDE] });
    expect([await published(made.repository), made.status(), onDisk(GUIDE)]).toEqual([
      before,
      '',
      'theirs\ntwo\nthree\n',
    ]);
    expect(await listDrafts(made.repository.git)).toHaveLength(1);
    const other = asDraft(await save('content/guides/altra.mdx', 'y\n'));
    asPublished(await publishDraft(made.repository, other, CARLA, 'p'));
  });

  it('of a file that somebody is changing in the working tree waits for them', async () => {
    const draft = asDraft(await save(GUIDE, 'x\n'));
    writeFiles(made.path, { [GUIDE]: 'not committed\n' });
    expect(await publishDraft(made.repository, draft, CARLA, 'p')).toEqual({ stopped: 'by-hand', paths: [GUIDE] });
    expect(onDisk(GUIDE)).toBe('not committed\n');
    made.git('checkout', '-q', '--', GUIDE);
    asPublished(await publishDraft(made.repository, draft, CARLA, 'p'));
  });

  it('leaves other changes in the working tree as they are', async () => {
    const draft = asDraft(await save(GUIDE, 'x\n'));
    writeFiles(made.path, { 'package.json': '{ "a": 1 }\n', 'nuovo.txt': 'x' });
    asPublished(await publishDraft(made.repository, draft, CARLA, 'p'));
    expect(made.status()).toBe(' M package.json\n?? nuovo.txt\n');
  });

  it('writes through no link of the working tree', async () => {
    const elsewhere = temporaryFolder();
    try {
      rmSync(join(made.path, 'content/guides'), { recursive: true });
      symlinkSync(elsewhere.path, join(made.path, 'content/guides'));
      const draft = asDraft(await save('content/guides/altra.mdx', 'evil\n'));
      expect(await publishDraft(made.repository, draft, CARLA, 'p')).toMatchObject({ stopped: 'by-hand' });
      expect(() => readFileSync(join(elsewhere.path, 'altra.mdx'))).toThrow('ENOENT');
    } finally {
      elsewhere.remove();
    }
  });

  it('of many at once comes to all of them', async () => {
    const drafts = await Promise.all(
      Array.from({ length: 6 }, async (_, at) => asDraft(await save(`content/guides/n${at}.mdx`, `${at}\n`))),
    );
    const outcomes = await Promise.all(drafts.map((draft) => publishDraft(made.repository, draft, CARLA, 'p')));
    expect(outcomes.every((one) => 'commit' in one)).toBe(true);
    expect([made.git('rev-list', '--count', '--merges', 'main'), made.status()]).toEqual(['6\n', '']);
  });
});

describe('a process that was killed', () => {
  /** A publication up to the moment when its commit is published, and no further. */
  async function brokenOff(): Promise<void> {
    const from = await published(made.repository);
    const draft = asDraft(await save(GUIDE, 'new\n'));
    await plan(made.repository, from, draft.tip);
    made.git('update-ref', 'refs/heads/main', draft.tip, from);
  }

  it('in the middle of a publication: the next start brings the working tree to its end', async () => {
    await brokenOff();
    expect(made.status()).not.toBe('');
    expect(await follow(made.repository)).toEqual([]);
    expect([onDisk(GUIDE), made.status()]).toEqual(['new\n', '']);
  });

  it('before it was published: nothing happens', async () => {
    const draft = asDraft(await save(GUIDE, 'new\n'));
    await plan(made.repository, await published(made.repository), draft.tip);
    expect(await follow(made.repository)).toEqual([]);
    expect([onDisk(GUIDE), made.status()]).toEqual(['one\ntwo\nthree\n', '']);
  });

  it('and a file that somebody changed before the next start: it stays as they left it', async () => {
    await brokenOff();
    writeFileSync(join(made.path, GUIDE), 'by hand\n');
    expect(await follow(made.repository)).toEqual([GUIDE]);
    expect([onDisk(GUIDE), made.status()]).toEqual(['by hand\n', ` M ${GUIDE}\n`]);
  });

  it('while it wrote the plan: nothing had been published', async () => {
    writeFileSync(join(made.repository.gitFolder, 'polinet-plan.json'), '{ "from": "');
    expect(await follow(made.repository)).toEqual([]);
  });
});

describe('content that cannot be edited', () => {
  it.each([
    ['is in no repository', 'no-repository', (path: string) => rmSync(join(path, '.git'), { recursive: true })],
    ['is on no branch', 'no-branch', () => void made.git('checkout', '-q', '--detach')],
    ['is not said to be', 'no-source', (path: string) => writeFiles(path, { 'content/source.yaml': 'label: Rete\n' })],
    ['has no commit yet', 'no-commit', () => void made.git('checkout', '-q', '--orphan', 'vuoto')],
  ])('%s', async (_, reason, spoil) => {
    spoil(made.path);
    expect(await openRepository([join(made.path, 'content')])).toBe(reason);
  });
});

describe('paths', () => {
  const place = (path: string) => placeIn(made.repository.sources, path);

  it.each([
    ['content/guides/attese.mdx', 'attese'],
    ['content/manuals/uso/index.mdx', 'uso'],
    ['content/manuals/uso/primo-capitolo.mdx', 'uso/primo-capitolo'],
    ['content/participants/este.yaml', 'este'],
    ['content/guides/attese/foto.png', undefined],
    ['content/tools/foglio/Foglio attese 2.1 (bozza).xlsx', undefined],
  ])('«%s» may be edited', (path, id) => {
    expect(place(path)).toMatchObject({ path, ...(id && { id }) });
  });

  it.each([
    ['.git/config'],
    ['.env'],
    ['package.json'],
    ['astro.config.mjs'],
    ['content/source.yaml'],
    ['content/network.yaml'],
    ['content/guides/../../.git/config'],
    ['content/guides/./attese.mdx'],
    ['content//guides/attese.mdx'],
    ['/content/guides/attese.mdx'],
    ['content/guides/attese.mdx/'],
    ['content\\guides\\attese.mdx'],
    ['content/guides/.git/config.mdx'],
    ['content/guides/.gitattributes'],
    ['content/guides/attese.html'],
    ['content/guides/attese.js'],
    ['content/guides/attese.mdx\n'],
    ['content/guides/attese.mdx\0.png'],
    ['content/guides/foto.png '],
    ['content/guides/foto.png.'],
    ['content/guides/-foto.png'],
    ['content/guides/cafe\u0301.png'],
    ['content/guides/a/b/c/d/e.png'],
    ['content/guides/index.mdx'],
    ['content/nulla/attese.mdx'],
    ['content/Guides/attese.mdx'],
    ['CONTENT/guides/attese.mdx'],
    ['content/guides/attese.yaml'],
    ['content/guides/%2e%2e/attese.mdx'],
    ['examples/demo/guides/attese.mdx'],
    ['content'],
    [''],
  ])('«%s» may not', (path) => {
    expect(place(path)).toBeUndefined();
  });
});

it('a file under a link that was committed is none', async () => {
  mkdirSync(join(made.path, 'altrove'), { recursive: true });
  symlinkSync('../../altrove', join(made.path, 'content/guides/link'));
  made.git('add', '-A');
  made.git('commit', '-qm', 'A link');
  expect(await blobAt('content/guides/link')).toBeNull();
  const draft = asDraft(await save('content/guides/altra.mdx', 'y\n'));
  asPublished(await publishDraft(made.repository, draft, CARLA, 'p'));
});
