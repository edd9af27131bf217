import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exampleBase, minutes } from '#content/examples';
import { guide, network, temporaryFolder, theme, writeFiles } from '../support/sources.ts';

const folder = temporaryFolder();
afterAll(folder.remove);
const source = join(folder.path, 'fonte');
writeFiles(source, exampleBase);
const broken = join(folder.path, 'rotta');
writeFiles(broken, {
  'network.yaml': network,
  'themes/tema.mdx': theme,
  'guides/a.mdx': guide('related: [guides/zz]', 'Testo {1}.'),
  'guides/b.mdx': '---\ntitle: x\n',
});

/** Runs a command of the project as npm does, with a source of its own. */
function run(script: string, args: string[] = [], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join('scripts', `${script}.ts`), ...args], {
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH ?? '',
      POLINET_CONTENT: source,
      POLINET_STATE: join(folder.path, 'stato'),
      POLINET_DIST: join(folder.path, 'dist'),
      NO_COLOR: '1',
      ...env,
    },
  });
  return { status, stdout, stderr };
}

describe('npm run check', () => {
  it('says that nothing is wrong, and ends with 0', () => {
    expect(run('check')).toEqual({ status: 0, stdout: 'Controllati 3 file: nessun problema.\n', stderr: '' });
  });

  it('says all that is wrong, with place, line and mend, and ends with 1', () => {
    const { status, stdout, stderr } = run('check', [], { POLINET_CONTENT: broken });
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout.replaceAll(`${folder.path}/`, '')).toMatchInlineSnapshot(`
      "rotta/guides/a.mdx:9:11  errore  «guides/zz» non esiste in «guides». [reference-exists]
        9 │ related: [guides/zz]
                      ^
        → Controllare l’identificativo, o creare la voce.
      rotta/guides/a.mdx:12:7  errore  Le espressioni tra graffe non sono ammesse. [mdx-expression]
        12 │ Testo {1}.
                   ^
        → Scrivere il valore per esteso; se la graffa è testo, scrivere «\\{».

      rotta/guides/b.mdx:1:1  errore  I campi iniziali non si chiudono. [front-matter]
        1 │ ---
            ^
        → Aggiungere una riga «---» dopo l’ultimo campo.

      Controllati 3 file: 3 errori, 0 avvisi.
      "
    `);
  });

  it('prints one sorted array as JSON', () => {
    const { status, stdout } = run('check', ['--format', 'json'], { POLINET_CONTENT: broken });
    expect(status).toBe(1);
    const found = JSON.parse(stdout) as Record<string, unknown>[];
    expect(found.map(({ file, line, column, severity, rule }) => [file, line, column, severity, rule])).toEqual([
      ['guides/a.mdx', 9, 11, 'error', 'reference-exists'],
      ['guides/a.mdx', 12, 7, 'error', 'mdx-expression'],
      ['guides/b.mdx', 1, 1, 'error', 'front-matter'],
    ]);
    expect(JSON.parse(run('check', ['--format', 'json']).stdout)).toEqual([]);
  });

  it('prints annotations for a forge', () => {
    const { stdout } = run('check', ['--format', 'github', join(broken, 'guides/b.mdx')], { POLINET_CONTENT: broken });
    expect(stdout).toBe(
      `::error file=${broken}/guides/b.mdx,line=1,col=1,title=front-matter::I campi iniziali non si chiudono. Aggiungere una riga «---» dopo l’ultimo campo.\n`,
    );
  });

  it('prints only what is asked for', () => {
    expect(run('check', ['guides/b.mdx'], { POLINET_CONTENT: broken }).stdout).not.toContain('guides/a.mdx');
  });

  it.each([
    ['an unknown format', ['--format', 'xml'], {}, 'Uso: npm run check'],
    ['an unknown option', ['--tutto'], {}, '--tutto'],
    ['a path that is no file', ['guides/nessuna.mdx'], {}, '«guides/nessuna.mdx»'],
    ['no source at all', [], { POLINET_CONTENT: ':' }, 'POLINET_CONTENT'],
    ['an unknown setting', [], { POLINET_CONTENTS: 'x' }, 'POLINET_CONTENTS'],
    ['a bad setting', [], { POLINET_URL: 'non un indirizzo' }, 'POLINET_URL'],
    ['a bad port', [], { PORT: '99999999' }, 'PORT'],
  ])('ends with 2 and no stack for %s', (_, args, env, expected) => {
    const { status, stdout, stderr } = run('check', args, env);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(expected);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('says that a source is missing', () => {
    const { status, stderr } = run('check', [], { POLINET_CONTENT: join(folder.path, 'manca') });
    expect(status).toBe(2);
    expect(stderr).toBe(`POLINET_CONTENT: la cartella «${join(folder.path, 'manca')}» non esiste.\n`);
  });
});

describe('npm run check -- --watch', () => {
  /** Starts watching a source; `until` waits for a text that was not there before. */
  function watching(source: string, ...args: string[]) {
    const child = spawn(process.execPath, [join('scripts', 'check.ts'), '--watch', ...args], {
      env: { PATH: process.env.PATH ?? '', POLINET_CONTENT: source, POLINET_STATE: join(folder.path, 'stato') },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    const until = async (text: string) => {
      while (!output.includes(text)) await new Promise((resolve) => setTimeout(resolve, 20));
      output = output.slice(output.indexOf(text) + text.length);
    };
    const end = async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGINT');
      return ended;
    };
    return { until, end };
  }

  it('checks again after a change, until it is interrupted', async () => {
    const watched = join(folder.path, 'guardata');
    writeFiles(watched, exampleBase);
    const { until, end } = watching(watched);
    await until('Controllati 3 file: nessun problema.');
    await until('In attesa');
    writeFiles(watched, { 'glossary/a.yaml': 'term: a\n' });
    await until('Manca «definition»');
    expect(await end()).toBe(0);
  });

  it('goes on when what it is to show has gone', async () => {
    const watched = join(folder.path, 'guardata-in-parte');
    writeFiles(watched, { ...exampleBase, 'glossary/a.yaml': 'term: a\n' });
    const { until, end } = watching(watched, 'glossary/a.yaml');
    await until('In attesa');
    rmSync(join(watched, 'glossary/a.yaml'));
    await until('Nessun file dei contenuti corrisponde a «glossary/a.yaml».');
    writeFiles(watched, { 'glossary/a.yaml': 'term: a\ndefinizione: b\n' });
    await until('«definizione» non è un campo');
    expect(await end()).toBe(0);
  });
});

describe('npm run build', () => {
  it('refuses content with errors and writes nothing', () => {
    const { status, stdout } = run('build', [], { POLINET_CONTENT: broken });
    expect(status).toBe(1);
    expect(stdout).toContain('I contenuti hanno errori');
    expect(existsSync(join(folder.path, 'dist'))).toBe(false);
  });

  it('ends with 2 for an edition that there is not', () => {
    expect(run('build', ['--edition', 'altra'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('«altra»'),
    });
  });
});

describe('npm run new', () => {
  it('makes an entry whose missing fields the check then names', () => {
    const nuova = join(folder.path, 'nuova');
    writeFiles(nuova, { 'network.yaml': network });
    const made = run('new', ['guides', 'La città è bella'], { POLINET_CONTENT: nuova });
    expect(made.status).toBe(0);
    expect(readFileSync(join(nuova, 'guides/la-citta-e-bella.mdx'), 'utf8')).toContain('title: "La città è bella"');
    const { stdout } = run('check', ['--format', 'json'], { POLINET_CONTENT: nuova });
    const rules = (JSON.parse(stdout) as { rule: string; line: number }[]).map(({ rule, line }) => `${line} ${rule}`);
    expect(rules).toEqual(['3 required-field', '4 required-field', '5 field-value']);
    expect(run('new', ['guides', 'La città è bella'], { POLINET_CONTENT: nuova }).status).toBe(2);
    expect(run('new', ['guida', 'x'], { POLINET_CONTENT: nuova })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('guides'),
    });
  });

  describe('with minutes', () => {
    const announced = (more = '') =>
      minutes(
        `actions:\n  - { id: a-1, text: Fare, owner: roccafinta, state: open }\n  - { id: a-2, text: Fatto, owner: roccafinta, state: done }\nnext:\n  date: 2024-11-05\n  starts: "10:00"\n  place: Borgofinto\n  themes: [tema]\n${more}`,
      );
    const begin = (name: string, files: Record<string, string>) => {
      const path = join(folder.path, name);
      writeFiles(path, { ...exampleBase, ...files });
      return { path, made: run('new', ['minutes'], { POLINET_CONTENT: path }) };
    };

    it('goes on from those before: number, day, place and themes, and what is still open', () => {
      const { path, made } = begin('seguito', {
        'themes/tema.mdx': theme.replace('Un tema', 'Tempi, {code} e *attese*'),
        'minutes/primo.mdx': announced(),
      });
      expect(made).toMatchObject({ status: 0, stderr: '' });
      const file = join(path, 'minutes/2024-11-05.mdx');
      const text = readFileSync(file, 'utf8');
      for (const line of ['number: 2', 'date: 2024-11-05', 'starts: 10:00', 'place: Borgofinto', '  - theme: tema'])
        expect(text).toContain(`\n${line}\n`);
      expect(text).toContain('<Action id="a-1" />');
      expect(text).not.toContain('<Action id="a-2" />');
      expect(text).toMatch(/^access: {2}#/m);
      writeFileSync(file, text.replace(/^access:.*/m, 'access: public'));
      expect(run('check', [], { POLINET_CONTENT: path })).toMatchObject({
        status: 0,
        stdout: expect.stringContaining('nessun problema'),
      });
    });

    it('is for participants where what it takes over is', () => {
      const { path } = begin('riservato', {
        'minutes/primo.mdx': announced().replace('access: public', 'access: participants'),
      });
      expect(readFileSync(join(path, 'minutes/2024-11-05.mdx'), 'utf8')).toMatch(/^access: participants$/m);
    });

    it('begins empty where the content has errors, and says so', () => {
      const { path, made } = begin('errori', { 'guides/rotta.mdx': guide('related: [guides/zz]') });
      expect(made.status).toBe(2);
      const titled = run('new', ['minutes', 'Un incontro'], { POLINET_CONTENT: path });
      expect(titled).toMatchObject({ status: 0, stdout: expect.stringContaining('errori') });
      expect(readFileSync(join(path, 'minutes/un-incontro.mdx'), 'utf8')).toContain('title: "Un incontro"');
    });
  });
});
