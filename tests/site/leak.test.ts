import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '#config';
import { collectionIds } from '#model';
import { buildSite } from '../../scripts/build-site.ts';
import { DIGITS, MARK, markedSources, YEAR } from '../support/marked.ts';
import { guide, mdx, network, temporaryFolder, theme, writeFiles } from '../support/sources.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

/** A PNG of one pixel, with a marker in a text chunk after its end. */
const png = (marker: string) =>
  Buffer.concat([
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    ),
    Buffer.from(marker),
  ]);

const markers = ['zqtitolo', 'zqident', 'zqtesto', 'zqnomefile', 'zqbytes', 'zqimmagine'];

/** Every byte of a folder as text, compressed files unpacked. */
function contentsOf(path: string): { file: string; text: string }[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      const bytes = readFileSync(file);
      const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
      return { file, text: `${file}\n${(packed ? gunzipSync(bytes) : bytes).toString('latin1')}`.toLowerCase() };
    });
}

describe('a restricted entry', async () => {
  const source = join(folder.path, 'fonte');
  const secret = guide(
    '',
    '## zqtesto\n\nParole: zqtesto.\n\n![foto](zqident/zqimmagine.png)\n\n<FileDownload path="zqident/zqnomefile.txt" label="zqtesto" />\n',
  );
  writeFiles(source, {
    'network.yaml': network,
    'themes/tema.mdx': theme,
    'guides/zqident.mdx': secret.replace('Una guida', 'zqtitolo').replace('access: public', 'access: participants'),
    'guides/zqident/zqimmagine.png': png('zqimmagine'),
    'guides/zqident/zqnomefile.txt': 'zqbytes',
    'guides/aperta.mdx': guide('related: [guides/zqident]', '<Ref id="guides/zqident" /> [parole](zqident.mdx)'),
    'newsletters/n1.mdx': mdx(
      'title: N\nnumber: 1\ndate: 2026\naccess: public\nitems:\n  - ref: guides/zqident\n    line: una riga',
    ),
  });
  const dist = join(folder.path, 'dist');
  const config = readConfig({ POLINET_CONTENT: source, POLINET_DIST: dist, POLINET_STATE: join(folder.path, 'stato') });
  const { published } = await buildSite(config, () => undefined);
  const editions = { public: contentsOf(join(dist, 'public')), participants: contentsOf(join(dist, 'participants')) };

  it('is built', () => expect(published).toBe(true));

  it.each(markers)('leaves no byte of %s in the public edition, and is whole in the participants’', (marker) => {
    expect(editions.public.filter(({ text }) => text.includes(marker)).map(({ file }) => file)).toEqual([]);
    expect(editions.participants.filter(({ text }) => text.includes(marker)).length).toBeGreaterThan(0);
  });

  it('is found by the participants’ search, and by no other', () => {
    const inIndex = (id: keyof typeof editions) =>
      editions[id].filter(({ file, text }) => file.includes('/fragment/') && text.includes('zqtesto'));
    expect(inIndex('participants').length).toBeGreaterThan(0);
    expect(inIndex('public')).toEqual([]);
  });

  it('shows as the neutral line where a public page cites it', () => {
    const page = readFileSync(join(dist, 'public/guide/aperta/index.html'), 'utf8');
    expect(page).toContain('materiale riservato ai partecipanti');
    expect(page).toContain('href="/accesso/"');
  });
});

describe.each([
  ['by their own access', false],
  ['by their source', true],
])('entries of every collection, restricted %s, with a marker in every field', async (_, byFloor) => {
  const name = byFloor ? 'fonti' : 'voci';
  const sources = markedSources(new Set(collectionIds), byFloor, join(folder.path, name));
  const dist = join(folder.path, `${name}-dist`);
  const config = readConfig({
    POLINET_CONTENT: sources.join(':'),
    POLINET_DIST: dist,
    POLINET_STATE: join(folder.path, `${name}-stato`),
  });
  const { published } = await buildSite(config, () => undefined);
  const open = contentsOf(join(dist, 'public'));
  const all = contentsOf(join(dist, 'participants'));

  it('are built', () => expect(published).toBe(true));

  it('leave no byte of any marker in the public edition', () => {
    // Digits alone occur in digests and fonts: they are looked for in what people and programs read.
    const readable = open.filter(({ file }) =>
      /\.(html|xml|txt|json|jsonld|csv|ics|pf_fragment|pf_meta|pf_filter)$/.test(file),
    );
    expect(open.filter(({ text }) => text.includes(MARK)).map(({ file }) => file)).toEqual([]);
    expect(
      readable
        .filter(({ text }) => text.includes(DIGITS) || text.includes(`${YEAR}-`) || text.includes(`marzo ${YEAR}`))
        .map(({ file }) => file),
    ).toEqual([]);
  });

  it('are all in the participants’ edition', () => {
    for (const id of collectionIds) {
      expect(
        all.filter(({ text }) => text.includes(`${MARK}-${id}`) || text.includes(MARK)).length,
        id,
      ).toBeGreaterThan(0);
    }
  });
});
