/** Another address for an entry: what names it follows, and the old address leads on. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleBase, guide, pdf } from '#content/examples';
import { withFormer } from '../../src/gateway/editing/rewriting.ts';
import { type Edited, type Editor, runEdited } from '../support/edited.ts';

const inContent = (files: Record<string, string | Buffer>) =>
  Object.fromEntries(Object.entries(files).map(([path, content]) => [`content/${path}`, content]));

const CITING = [
  '# sopra',
  'Si veda <Ref id="guides/attese" />, [la guida](attese.mdx#primo), [attese e poi](/guide/attese/), e [l’altra][b].',
  '',
  '- <Ref id="guides/attese-lunghe" /> resta, e anche attese e guides/attese.',
  '',
  '[b]: /guide/attese/#primo',
].join('\n');

let edited: Edited;
let carla: Editor;
let elena: Editor;
const show = (path: string) => edited.made.git('show', `main:${path}`);
const rename = (who: Editor, path: string, to: string) => who.act('renameEntry', { path, to });

beforeAll(async () => {
  edited = await runEdited(
    inContent({
      ...exampleBase,
      'network.yaml': `${exampleBase['network.yaml']}needs:\n  - label: Attese\n    guide: guides/attese\n`,
      'guides/attese.mdx': guide('', '## Primo\n\n[La scheda](attese/scheda.pdf) e [sopra](#primo).'),
      'guides/attese/scheda.pdf': Buffer.from(pdf(true)),
      'guides/attese-lunghe.mdx': guide(),
      'guides/citano.mdx': guide('related: [guides/attese, "guides/attese-lunghe"]', CITING.replace('# sopra\n', '')),
      'guides/vecchia.mdx': guide('related:\n  - guides/attese # da leggere').replace(
        'status: current',
        'status: superseded\nsupersededBy: attese',
      ),
      'guides/altra/index.mdx': guide('redirectFrom: [antica]'),
    }),
  );
  carla = edited.person('carla', 'coordinator');
  elena = edited.person('elena', 'editor');
});
afterAll(() => edited.close());

describe('a new address', () => {
  it('is for the coordinator to give', async () => {
    const before = edited.made.git('rev-parse', 'main');
    expect(await rename(elena, 'content/guides/attese.mdx', 'code')).toMatchObject({ status: 403 });
    expect(edited.made.git('rev-parse', 'main')).toBe(before);
  });

  it('is written wherever the entry is named, in one commit that leaves the rest as it is', async () => {
    const [citing, old] = [show('content/guides/citano.mdx'), show('content/guides/vecchia.mdx')];
    const count = Number(edited.made.git('rev-list', '--count', 'main'));
    const said = await rename(carla, 'content/guides/attese.mdx', 'le-code');
    expect(said).toMatchObject({ status: 200, body: { path: 'content/guides/le-code.mdx', left: [] } });
    expect(Number(edited.made.git('rev-list', '--count', 'main'))).toBe(count + 1);
    expect(show('content/guides/citano.mdx')).toBe(
      citing
        .replace('[guides/attese, ', '[guides/le-code, ')
        .replace('<Ref id="guides/attese" />', '<Ref id="guides/le-code" />')
        .replace('(attese.mdx#primo)', '(le-code.mdx#primo)')
        .replace('(/guide/attese/)', '(/guide/le-code/)')
        .replace('[b]: /guide/attese/#primo', '[b]: /guide/le-code/#primo'),
    );
    expect(show('content/guides/vecchia.mdx')).toBe(
      old.replace('- guides/attese #', '- guides/le-code #').replace('supersededBy: attese', 'supersededBy: le-code'),
    );
    expect(show('content/network.yaml')).toContain('guide: guides/le-code\n');
    expect(show('content/guides/le-code.mdx')).toContain('redirectFrom:\n  - attese\n---');
    expect(show('content/guides/le-code.mdx')).toContain('[La scheda](le-code/scheda.pdf) e [sopra](#primo)');
    expect(edited.made.git('ls-tree', '-r', '--name-only', 'main', 'content/guides/')).not.toContain('guides/attese/');
    expect(edited.made.git('log', '-1', '--format=%an', 'main')).toBe('carla@comune.example\n');
    expect(edited.made.status()).toBe('');
  });

  it('is refused where it is taken, where it is none, and while there is a draft', async () => {
    const path = 'content/guides/altra/index.mdx';
    const before = edited.made.git('rev-parse', 'main');
    expect(await rename(carla, path, 'le-code')).toMatchObject({ status: 409, body: { error: 'taken' } });
    // A former address is taken, too: it leads somewhere.
    expect(await rename(carla, path, 'attese')).toMatchObject({ status: 422, body: { error: 'errors' } });
    for (const to of ['../pages/x', 'Maiuscole', 'con spazi', '', 'a/b', 'altra', '.git'])
      expect(await rename(carla, path, to)).toMatchObject({ status: 400 });
    expect(await rename(carla, 'content/source.yaml', 'x')).toMatchObject({ status: 403 });
    expect(await rename(carla, 'content/guides/non-ce.mdx', 'x')).toMatchObject({
      status: 409,
      body: { error: 'gone' },
    });
    const raw = show(path).replace('title: ', 'title: Nuovo ');
    const read = { [path]: edited.made.git('rev-parse', `main:${path}`).trim() };
    const saved = await carla.act('persistEntry', {
      dataFiles: [{ path, slug: 'altra/index', raw }],
      options: { collectionName: 'guides', commitMessage: 'x' },
      read,
    });
    expect(saved.status).toBe(200);
    expect(await rename(carla, path, 'nuova')).toMatchObject({ status: 409, body: { error: 'has-draft' } });
    await carla.act('deleteUnpublishedEntry', { collection: 'guides', slug: 'altra/index' });
    expect(edited.made.git('rev-parse', 'main')).toBe(before);
  });

  it('goes with all that lies in its folder, and joins the addresses that it had', async () => {
    expect(await rename(carla, 'content/guides/altra/index.mdx', 'nuova')).toMatchObject({ status: 200 });
    expect(show('content/guides/nuova/index.mdx')).toContain('redirectFrom: [antica, altra]');
    expect(await rename(carla, 'content/guides/nuova/index.mdx', 'antica')).toMatchObject({ status: 200 });
    expect(show('content/guides/antica/index.mdx')).toContain('redirectFrom: [altra, nuova]');
  });
});

describe('former addresses', () => {
  it.each([
    ['---\ntitle: a\n---\n\nTesto', '---\ntitle: a\nredirectFrom:\n  - old\n---\n\nTesto'],
    ['---\r\ntitle: a\r\n---\r\n', '---\r\ntitle: a\r\nredirectFrom:\r\n  - old\r\n---\r\n'],
    ['---\nredirectFrom:\n- a\n- now\ntitle: a\n---\n', '---\nredirectFrom:\n- a\n- old\ntitle: a\n---\n'],
    ['---\nredirectFrom: []\n---\n', '---\nredirectFrom: [old]\n---\n'],
  ])('are added to %j and nothing else is changed', (before, after) => {
    expect(withFormer(before, 'mdx', 'old', 'now')).toBe(after);
  });

  it('are added at the end of a file of fields alone', () => {
    expect(withFormer('name: a\n', 'yaml', 'old', 'now')).toBe('name: a\nredirectFrom:\n  - old\n');
    expect(withFormer('name: a', 'yaml', 'old', 'now')).toBe('name: a\nredirectFrom:\n  - old');
  });
});
