import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '#config';
import { buildSite } from '../../scripts/build-site.ts';
import {
  type Files,
  guide,
  mdx,
  network,
  participant,
  temporaryFolder,
  theme,
  writeFiles,
} from '../support/sources.ts';

const folder = temporaryFolder();
afterAll(folder.remove);
const source = join(folder.path, 'fonte');

/** Digests of all files of a folder. */
function snapshot(path: string): Record<string, string> {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [file.slice(path.length), createHash('sha256').update(readFileSync(file)).digest('hex')];
    }),
  );
}

async function build(name: string): Promise<Record<string, string>> {
  const dist = join(folder.path, name);
  const config = readConfig({
    POLINET_CONTENT: source,
    POLINET_DIST: dist,
    POLINET_STATE: join(folder.path, `${name}-stato`),
  });
  const said: string[] = [];
  if (!(await buildSite(config, (text) => said.push(text))).published) throw new Error(said.join('\n'));
  return snapshot(dist);
}

/** Starts a build in a process of its own, and kills it when it has published some pages, but not all. */
async function breakOff(name: string): Promise<void> {
  const first = join(folder.path, name, 'public/guide/cita-1/index.html');
  const before = statSync(first).mtimeMs;
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../scripts/build.ts')], {
    env: {
      PATH: process.env.PATH ?? '',
      POLINET_CONTENT: source,
      POLINET_DIST: join(folder.path, name),
      POLINET_STATE: join(folder.path, `${name}-stato`),
    },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  while (child.exitCode === null && statSync(first).mtimeMs === before) await sleep(1);
  child.kill('SIGKILL');
  await ended;
  expect(child.signalCode).toBe('SIGKILL');
}

const start: Files = {
  'network.yaml': network,
  'themes/tema.mdx': theme,
  'participants/este.yaml': participant('Este'),
  'glossary/voce.yaml': 'term: voce\ndefinition: Una parola.\n',
  'guides/a.mdx': guide('', '## Uno\n\nTesto con <Term id="voce" /> e <Ref id="guides/b" />.'),
  'guides/b.mdx': guide('authors: [este]', 'Testo.'),
  'guides/c.mdx': guide('related: [guides/a]', 'Testo.'),
  'minutes/m.mdx': mdx(
    'title: M\nnumber: 1\ndate: 2012-05\nplace: Este\nhost: este\naccess: public\nstate: approved\ndecisions:\n  - id: d-1\n    text: Si decide.',
  ),
  'manuals/man/index.mdx': guide('version: "1"').replace('Una guida', 'Un manuale'),
  'manuals/man/01-a.mdx': mdx('title: Capitolo\norder: 1'),
  'manuals/man/02-b.mdx': mdx('title: Altro\norder: 2', '<Decision id="d-1" />'),
};

/** One edit each; `null` deletes. */
const edits: [string, Record<string, string | null>][] = [
  ['a body', { 'guides/a.mdx': guide('', '## Due\n\nAltro testo con <Term id="voce" /> e <Ref id="guides/b" />.') }],
  [
    'a title that others show',
    { 'guides/b.mdx': guide('authors: [este]', 'Testo.').replace('Una guida', 'Un altro titolo') },
  ],
  ['a definition that others show', { 'glossary/voce.yaml': 'term: voce\ndefinition: Un’altra definizione.\n' }],
  [
    'an access',
    { 'guides/b.mdx': guide('authors: [este]', 'Testo.').replace('access: public', 'access: participants') },
  ],
  ['an access taken back', { 'guides/b.mdx': guide('authors: [este]', 'Testo.') }],
  ['a new reference', { 'guides/b.mdx': guide('related: [guides/c]', '[c](c.mdx)') }],
  ['a chapter’s title', { 'manuals/man/01-a.mdx': mdx('title: Nuovo titolo\norder: 3') }],
  [
    'a decision cited elsewhere',
    {
      'minutes/m.mdx': mdx(
        'title: M\nnumber: 1\ndate: 2012-05\nplace: Este\naccess: public\nstate: approved\ndecisions:\n  - id: d-1\n    text: Si decide altro.',
      ),
    },
  ],
  ['a deletion', { 'guides/c.mdx': null, 'guides/b.mdx': guide('', 'Testo.') }],
  ['a new entry with a former address', { 'guides/d.mdx': guide('redirectFrom: [c]').replace('Una guida', 'Guida D') }],
  ['the network’s name', { 'network.yaml': network.replace('Rete di prova', 'Altra rete') }],
];

describe('a rebuild after one edit equals a clean build, byte for byte:', () => {
  it('before any edit', async () => {
    writeFiles(source, start);
    await build('incrementale');
    expect(await build('incrementale')).toEqual(await build('pulita-0'));
  });

  it.each(edits)('%s', async (name, files) => {
    for (const [path, text] of Object.entries(files)) {
      if (text === null) rmSync(join(source, path));
      else writeFiles(source, { [path]: text });
    }
    const clean = `pulita-${name.replace(/\W+/g, '-')}`;
    expect(await build('incrementale')).toEqual(await build(clean));
    rmSync(join(folder.path, clean), { recursive: true });
  });

  it('and after one that was broken off while it published, whatever it had already written', async () => {
    const guides = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `guides/cita-${index}.mdx`,
        guide('', '<Ref id="guides/b" />').replace('Una guida', `Cita ${index}`),
      ]),
    );
    writeFiles(source, {
      ...guides,
      'guides/b.mdx': guide()
        .replace('Una guida', 'Titolo riservato')
        .replace('access: public', 'access: participants'),
    });
    await build('incrementale');
    writeFiles(source, { 'guides/b.mdx': guide().replace('Una guida', 'Titolo riservato') });
    await breakOff('incrementale');
    writeFiles(source, {
      'guides/b.mdx': guide()
        .replace('Una guida', 'Titolo riservato')
        .replace('access: public', 'access: participants'),
    });
    const rebuilt = await build('incrementale');
    expect(rebuilt).toEqual(await build('pulita-interrotta'));
    expect(readFileSync(join(folder.path, 'incrementale/public/guide/cita-1/index.html'), 'utf8')).not.toContain(
      'Titolo riservato',
    );
  });

  it('and after one that was broken off while it made the index', async () => {
    const index = join(folder.path, 'incrementale-stato', 'cache', 'public', 'pagefind');
    const fragment = readdirSync(join(index, 'fragment'))[0] as string;
    writeFileSync(join(index, 'fragment', fragment), 'torn');
    rmSync(`${index}.finished`);
    expect(await build('incrementale')).toEqual(await build('pulita-indice'));
  });

  it('and one that is refused leaves the last good site as it was', async () => {
    const before = snapshot(join(folder.path, 'incrementale'));
    writeFiles(source, { 'guides/a.mdx': guide('related: [guides/zz]', '{1}') });
    await expect(build('incrementale')).rejects.toThrow(/guides\/zz[\s\S]*espressioni/);
    expect(snapshot(join(folder.path, 'incrementale'))).toEqual(before);
  });
});
