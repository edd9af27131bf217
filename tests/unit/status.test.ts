/** The status page: what waits, what is written, what stands in the way, each with a way to it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleBase, guide } from '#content/examples';
import type { BuildReport } from '#gateway';
import { messages } from '#i18n';
import { ask } from '../support/ask.ts';
import { type Edited, type Editor, runEdited } from '../support/edited.ts';
import { type Forge, makeForge } from '../support/forge.ts';
import { runGateway } from '../support/gateway.ts';
import { handMade, handMadePage } from '../support/hand-made.ts';

const { status: words, remote } = messages('it').gateway;
const GUIDE = 'content/guides/attese/index.mdx';
const CHAPTER = 'content/manuals/man/01-a.mdx';

const editorHas = (text: string) => expect.stringContaining(`href="/admin/#/collections/${text}"`);
const built = (result: BuildReport['result'], more: Partial<BuildReport> = {}): BuildReport => ({
  at: Date.parse('2026-11-28T10:00:00Z'),
  seconds: 2.25,
  result,
  diagnostics: [],
  ...more,
});

let edited: Edited;
let forge: Forge;
let elena: Editor;
let carla: Editor;

beforeAll(async () => {
  edited = await runEdited(
    {
      ...Object.fromEntries(Object.entries(exampleBase).map(([path, text]) => [`content/${path}`, text])),
      [GUIDE]: guide('', 'Attese.'),
      'content/manuals/man/index.mdx': guide('version: "1"').replace('Una guida', 'Un manuale'),
      [CHAPTER]: '---\ntitle: Capitolo\norder: 1\n---\n\nTesto.\n',
    },
    { remote: 'forgia' },
    { 'participants/guide/attese/index.html': handMadePage('Attese') },
  );
  forge = makeForge(edited.made);
  elena = edited.person('elena', 'editor');
  carla = edited.person('carla', 'coordinator');
  await edited.gateway.rebuild(async () => built('published'));
});
afterAll(async () => {
  await edited.close();
  forge.remove();
});

const page = async () => (await elena.get('/accesso/stato/')).text;
const save = (path: string, slug: string, collectionName: string, raw: string) =>
  elena.act('persistEntry', {
    dataFiles: [{ path, slug, raw }],
    options: { collectionName, commitMessage: `Guida: ${slug}` },
    read: { [path]: edited.made.git('rev-parse', `HEAD:${path}`).trim() },
  });
const publishGuide = async (body: string) => {
  expect((await save(GUIDE, 'attese/index', 'guides', guide('', body))).status).toBe(200);
  const named = { collection: 'guides', slug: 'attese/index', text: 'Guida pubblicata' };
  expect((await carla.act('publishUnpublishedEntry', named)).status).toBe(200);
};

describe('a draft', () => {
  it('is listed with its title, its kind, who wrote it, how far its review is, and ways to it', async () => {
    expect(await page()).toContain(words.draftsNone);
    await save(CHAPTER, 'man/01-a', 'manuals-part', '---\ntitle: Capitolo riscritto\norder: 1\n---\n\nTesto.\n');
    await save(GUIDE, 'attese/index', 'guides', guide('', 'Riscritta.'));
    await elena.act('updateUnpublishedEntryStatus', {
      collection: 'guides',
      slug: 'attese/index',
      newStatus: 'pending_review',
    });
    const text = await page();
    expect(text).toContain(words.draftsLead(1, 0));
    expect(text).toEqual(editorHas('guides/entries/attese/index'));
    expect(text).toContain('href="/riservato/guide/attese/"');
    expect(text).toEqual(editorHas('manuals-part/entries/man/01-a'));
    expect(text).toMatch(/>Capitolo riscritto<[\s\S]*Capitolo<\/small>[\s\S]*>bozza<[\s\S]*elena@comune\.example/);
    // What waits for the coordinator comes first.
    expect(text.indexOf('in revisione<')).toBeLessThan(text.indexOf('>bozza<'));
    await elena.act('deleteUnpublishedEntry', { collection: 'guides', slug: 'attese/index' });
  });
});

describe('a publication', () => {
  it('waits until a build that began after it is put in place', async () => {
    expect(await page()).toContain(words.waitingNone);
    await publishGuide('Prima.');
    const waiting = await page();
    expect(waiting).toContain(words.waitingSoon);
    expect(waiting).toMatch(/Guida pubblicata[\s\S]*content\/guides\/attese\/index\.mdx[\s\S]*carla@comune\.example/);
    expect(waiting).toEqual(editorHas('guides/entries/attese/index'));
    await edited.gateway.rebuild(async () => {
      expect(await page()).toContain(words.waitingBuilding);
      await publishGuide('Durante.');
      return built('published');
    });
    const after = await page();
    expect(after.match(/Guida pubblicata/g)).toHaveLength(1);
    await edited.gateway.rebuild(async () => built('published'));
    expect(await page()).toContain(words.waitingNone);
    expect(await page()).toMatch(/Pubblicato il 28 novembre 2026[^<]* in 2,3 secondi/);
  });

  it('whose build is refused goes on waiting; each problem leads to the entry', async () => {
    await publishGuide('Sbagliata.');
    const problem = { line: 7, column: 3, rule: 'reference-exists', message: 'Il tema non c’è.', fix: 'Toglierlo.' };
    const source = `${edited.made.path}/content`;
    await edited.gateway.rebuild(async () =>
      built('refused', {
        diagnostics: [
          { ...problem, source, file: 'guides/attese/index.mdx', severity: 'error' },
          { ...problem, source, file: 'network.yaml', severity: 'error' },
        ],
      }),
    );
    const text = await page();
    expect(text).toContain(words.waitingStopped);
    expect(text).toContain(words.lastGood('28 novembre 2026 alle ore 11:00'));
    expect(text).toMatch(/guides\/attese\/index\.mdx<\/code>, riga 7: Il tema non c’è\. Toglierlo\./);
    const problems = /<ol class="problems">[\s\S]*?<\/ol>/.exec(text)?.[0] ?? '';
    expect(problems).toEqual(editorHas('guides/entries/attese/index'));
    expect(problems).toContain('href="/riservato/guide/attese/"');
    expect(problems.match(/href="\/admin\//g)).toHaveLength(1);
    await edited.gateway.rebuild(async () => built('published'));
  });

  it('whose build breaks leaves what was served, and no build under way', async () => {
    const before = await elena.get('/riservato/');
    await expect(edited.gateway.rebuild(async () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect((await elena.get('/riservato/')).text).toBe(before.text);
    expect(await page()).not.toContain('È in corso');
  });
});

describe('the remote', () => {
  it('that the repository does not know is named; nobody waits for it', async () => {
    expect(await page()).toContain(remote.troubles.unknown.what);
  });

  it('gets what is published, right after it; a divergence shows both commits and what to do', async () => {
    edited.made.git('remote', 'add', 'forgia', forge.path);
    const tip = () => forge.git('rev-parse', 'main').trim();
    const here = () => edited.made.git('rev-parse', 'main').trim();
    await publishGuide('Per la forgia.');
    await expect.poll(tip, { timeout: 20_000 }).toBe(here());
    await expect.poll(page, { timeout: 20_000 }).toContain('c’è la stessa storia');
    forge.merge({ [GUIDE]: guide('', 'Da un’altra parte.') });
    await publishGuide('Da questa parte.');
    await expect.poll(page, { timeout: 20_000 }).toContain(remote.troubles.diverged.toDo);
    const text = await page();
    expect(text).toContain(here().slice(0, 7));
    expect(text).toContain(tip().slice(0, 7));
    expect(text).toMatch(/Merge pull request #1<br>Fabio Verdi/);
    expect(text).toContain(`<li><code>${GUIDE}</code></li>`);
  });
});

it('is of a time that it tells, and has no script', async () => {
  const text = await page();
  expect(text).toMatch(/Situazione: \d+ \w+ \d{4} alle ore \d\d:\d\d\./);
  expect(text).not.toContain('<script');
});

it('where nothing can be edited, says why', async () => {
  const site = handMade();
  const gateway = await runGateway({ dist: site.dist });
  const headers = { cookie: gateway.session(gateway.account('elena@comune.example', 'editor')) };
  const { text } = await ask(gateway.origin, '/accesso/stato/', { headers });
  expect(text).toContain(messages('it').editing.repository['no-source']);
  await gateway.close();
  site.remove();
});
