import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compileEdition, loadContent } from '#content';
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
let made = 0;

/** A source with a theme, and what a test adds. */
function source(files: Files): string {
  const path = join(folder.path, `fonte-${made++}`);
  writeFiles(path, { 'network.yaml': network, 'themes/tema.mdx': theme, ...files });
  return path;
}

const said = async (...sources: string[]) =>
  // Sources of a few entries are too small for all of them to be cited.
  (await loadContent({ sources })).diagnostics
    .filter(({ rule }) => rule !== 'led-to' && rule !== 'attachment-cited')
    .map(
      ({ file, line, column, rule, message, fix }) =>
        `${file}:${line}:${column} ${rule} ${message}${fix ? ` → ${fix}` : ''}`,
    );
/** Messages name sources by their path; tests do not care which. */
const plain = (lines: string[]) =>
  lines.map((line) => line.replaceAll(`${folder.path}/`, '').replace(/fonte-\d+/g, 'FONTE'));

describe('a valid source', () => {
  it('has nothing to be said of it', async () => {
    expect(
      await said(
        source({
          'guides/a.mdx': guide(),
          'guides/b.mdx': guide('related: [guides/a]', '[a](a.mdx) <Ref id="guides/a" />'),
        }),
      ),
    ).toEqual([]);
  });
});

describe('what is wrong with a file is said at its place', () => {
  const cases: [string, Files, string][] = [
    [
      'a file that is not UTF-8',
      { 'guides/a.mdx': Buffer.concat([Buffer.from('---\ntitle: '), Buffer.from([0xe8, 0x0a])]) },
      'guides/a.mdx:2:8 file-utf8 Il file non è in UTF-8: da questo punto i caratteri non si leggono. → Salvarlo di nuovo scegliendo la codifica UTF-8.',
    ],
    [
      'an empty file',
      { 'guides/a.mdx': '' },
      'guides/a.mdx:1:1 file-readable Il file è vuoto. → Scriverne i campi, o toglierlo.',
    ],
    [
      'a NUL',
      { 'guides/a.mdx': guide('', 'a\0b') },
      'guides/a.mdx:11:2 file-readable Il file contiene un carattere nullo (NUL): non è un testo. → Salvarlo di nuovo come testo UTF-8.',
    ],
    [
      'no front matter',
      { 'guides/a.mdx': 'Testo.\n' },
      'guides/a.mdx:1:1 front-matter Il file non comincia con i campi della voce. → La prima riga deve essere «---», seguita dai campi e da un’altra riga «---».',
    ],
    [
      'front matter that does not close',
      { 'guides/a.mdx': '---\ntitle: x\n' },
      'guides/a.mdx:1:1 front-matter I campi iniziali non si chiudono. → Aggiungere una riga «---» dopo l’ultimo campo.',
    ],
    [
      'front matter that does not parse',
      { 'guides/a.mdx': mdx('title: "x\nsummary: y') },
      'guides/a.mdx:3:11 yaml-syntax Manca un segno: una virgoletta, una parentesi, o i due punti con uno spazio dopo. → Controllare questa riga e quelle sopra.',
    ],
    [
      'a key written twice',
      { 'glossary/a.yaml': 'term: a\ndefinition: b\nterm: c\n' },
      'glossary/a.yaml:3:1 yaml-syntax Lo stesso campo è scritto due volte. → Tenerne uno solo.',
    ],
    [
      'a missing field',
      { 'glossary/a.yaml': 'term: a\n' },
      'glossary/a.yaml:1:1 required-field Manca «definition» (Definizione). → È obbligatorio: aggiungerlo.',
    ],
    [
      'an unknown field',
      { 'glossary/a.yaml': 'term: a\ndefinizion: b\ndefinition: b\n' },
      'glossary/a.yaml:2:1 unknown-field «definizion» non è un campo previsto qui. → Forse intendevi «definition»?',
    ],
    [
      'a value that is none of the allowed',
      { 'guides/a.mdx': guide().replace('access: public', 'access: publico') },
      'guides/a.mdx:4:9 field-value «publico» non è tra i valori ammessi: «public», «participants». → Forse intendevi «public»?',
    ],
    [
      'a date that does not exist',
      { 'guides/a.mdx': guide().replace('2026-01-10', '2026-02-31') },
      'guides/a.mdx:6:10 field-value La data non è valida. → Scriverla come 2012-05-04; se il giorno non è noto, 2012-05 o 2012.',
    ],
    [
      'an ISTAT code without its zero',
      { 'participants/a.yaml': participant('A').replace('"028902"', '28902') },
      'participants/a.yaml:5:8 field-value Ci si aspetta un testo, e qui c’è un numero. → Scriverlo tra virgolette.',
    ],
    [
      'an unknown reference',
      { 'guides/a.mdx': guide('related: [guides/bb]'), 'guides/b.mdx': guide() },
      'guides/a.mdx:9:11 reference-exists «guides/bb» non esiste in «guides». → Forse intendevi «guides/b»?',
    ],
    [
      'a reference that names no collection',
      { 'guides/a.mdx': guide('related: [qualcosa]') },
      'guides/a.mdx:9:11 reference-exists «qualcosa» non dice di quale raccolta si tratta. → Scrivere «raccolta/identificativo», per esempio «guides/picchi».',
    ],
    [
      'a reference in the text',
      { 'guides/a.mdx': guide('', 'Si veda <Ref id="guides/zz" />.') },
      'guides/a.mdx:11:9 reference-exists «guides/zz» non esiste in «guides». → Controllare l’identificativo, o creare la voce.',
    ],
    [
      'a link to a page that is not there',
      { 'guides/a.mdx': guide('', '[x](/guide/zzzzz/)') },
      'guides/a.mdx:11:1 link-exists Il collegamento «/guide/zzzzz/» non porta a nessuna pagina. → Controllare il percorso.',
    ],
    [
      'a link to an anchor that is not there',
      { 'guides/a.mdx': guide('', '[x](b.mdx#duo)'), 'guides/b.mdx': guide('', '## Due\n\nx') },
      'guides/a.mdx:11:1 anchor-exists Nella pagina non c’è il punto «#duo». → Forse intendevi «#due»?',
    ],
    [
      'a link to a term that is not there',
      { 'guides/a.mdx': guide('', '[x](/glossario/#voci)'), 'glossary/voce.yaml': 'term: voce\ndefinition: d\n' },
      'guides/a.mdx:11:1 anchor-exists Nella pagina non c’è il punto «#voci». → Forse intendevi «#voce»?',
    ],
    [
      'an unreadable attachment',
      { 'guides/a.mdx': guide('', '![x](foto.png)'), 'guides/foto.png': 'non una foto' },
      'guides/foto.png:1:1 attachment-content Il file si chiama «.png», ma il suo contenuto non è di quel tipo. → Dargli l’estensione giusta, o salvarlo di nuovo nel formato voluto.',
    ],
    [
      'an attachment that a browser would run',
      { 'guides/a.mdx': guide('', '[x](a/index.html)'), 'guides/a/index.html': '<script>alert(1)</script>' },
      'guides/a/index.html:1:1 attachment-type I file «.html» non si pubblicano. → Sono ammessi: pdf, docx, xlsx, pptx, odt, ods, odp, csv, txt, ics, zip, png, jpg, jpeg, gif, webp, avif, svg.',
    ],
    [
      'an SVG with a script',
      {
        'guides/a.mdx': guide('', '![x](x.svg)'),
        'guides/x.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1" onload="alert(1)"></svg>',
      },
      'guides/x.svg:1:1 attachment-script L’immagine contiene programmi o collegamenti attivi. → Salvarla di nuovo come SVG semplice, o come PNG.',
    ],
    [
      'a page at the place of the search index',
      { 'pages/pagefind.mdx': mdx('title: P\naccess: public') },
      'pages/pagefind.mdx:1:1 unique-url L’indirizzo «/pagefind/» è già di «/pagefind/». → Cambiare il nome del file, o togliere l’identificativo precedente.',
    ],
    [
      'an SVG with a script under another name',
      {
        'guides/a.mdx': guide('', '![x](x.svg)'),
        'guides/x.svg':
          '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script></svg>',
      },
      'guides/x.svg:1:1 attachment-script L’immagine contiene programmi o collegamenti attivi. → Salvarla di nuovo come SVG semplice, o come PNG.',
    ],
    [
      'a file of another entry',
      { 'guides/a.mdx': guide('', '[x](b/c.txt)'), 'guides/b/index.mdx': guide(), 'guides/b/c.txt': 'x' },
      'guides/a.mdx:11:1 attachment-owner Il file «b/c.txt» appartiene a «guides/b». → Collegare quella voce, oppure mettere una copia del file accanto a questa.',
    ],
    [
      'settings under another name',
      { 'source.yml': 'access: participants', 'guides/a.mdx': guide() },
      'source.yml:1:1 known-file «source.yml» non è un file che una fonte può avere qui. → Forse intendevi «source.yaml»?',
    ],
    [
      'a component whose attribute is missing',
      { 'guides/a.mdx': guide('', '<Ref />') },
      'guides/a.mdx:11:1 required-field Manca «id» (Voce). → È obbligatorio: aggiungerlo.',
    ],
    [
      'characters that cannot be shown',
      { 'guides/a.mdx': guide().replace('Una guida', '"\\ud800"') },
      'guides/a.mdx:2:8 field-value Qui ci vuole una riga sola, di caratteri che si vedono. → Togliere gli a capo, e riscrivere il testo senza caratteri invisibili.',
    ],
    [
      'an attachment out of its folder',
      { 'guides/a.mdx': guide('', '[x](../../../etc/passwd)') },
      'guides/a.mdx:11:1 attachment-exists «../../../etc/passwd» esce dalla cartella della voce. → Mettere il file accanto alla voce che lo usa.',
    ],
    [
      'a folder that is no collection',
      { 'guide/a.mdx': guide() },
      'guide:1:1 known-folder La cartella «guide» non è una raccolta. → Forse intendevi «guides»?',
    ],
    [
      'a file of the wrong format',
      { 'guides/a.md': 'x' },
      'guides/a.md:1:1 file-format Le voci di questa raccolta sono file «.mdx». → Dare al file l’estensione «.mdx», o metterlo nella cartella giusta.',
    ],
    [
      'a name that cannot be an address',
      { 'guides/La città.mdx': guide() },
      'guides/La città.mdx:1:1 file-name Il nome del file, o della sua cartella, contiene spazi o caratteri che un indirizzo non può avere. → Usare lettere senza accenti, cifre, «-» e «_», cominciando con una lettera o una cifra.',
    ],
    [
      'two entries that differ only in case',
      { 'guides/Aa.mdx': guide(), 'guides/aa.mdx': guide() },
      'guides/aa.mdx:1:1 unique-id La stessa voce è già in «guides/Aa.mdx». → Dare a una delle due un altro identificativo, cioè un altro nome di file.',
    ],
    [
      'a former address that another has',
      { 'guides/a.mdx': guide('redirectFrom: [b]'), 'guides/b.mdx': guide() },
      'guides/a.mdx:9:16 unique-url L’indirizzo «/guide/b/» è già di «FONTE/guides/b.mdx». → Cambiare il nome del file, o togliere l’identificativo precedente.',
    ],
    [
      'an entry at an address of its list',
      { 'guides/tema/x.mdx': guide() },
      'guides/tema/x.mdx:1:1 unique-url L’indirizzo «/guide/tema/x/» è già di «/guide/». → Cambiare il nome del file, o togliere l’identificativo precedente.',
    ],
    [
      'a page at an address of the site',
      { 'pages/cerca.mdx': mdx('title: Cerca\naccess: public') },
      'pages/cerca.mdx:1:1 unique-url L’indirizzo «/cerca/» è già di «/cerca/». → Cambiare il nome del file, o togliere l’identificativo precedente.',
    ],
    [
      'a chapter without its manual',
      { 'manuals/m/01-a.mdx': mdx('title: A\norder: 1') },
      'manuals/m/01-a.mdx:1:1 part-of-whole La cartella non ha «m/index.mdx»: un capitolo da solo non si pubblica. → Creare «m/index.mdx» con i dati del manuale.',
    ],
    [
      'a need that leads nowhere',
      { 'network.yaml': `${network}needs:\n  - label: Un bisogno\n    guide: guides/zz\n` },
      'network.yaml:10:12 reference-exists «guides/zz» non esiste in «guides». → Controllare l’identificativo, o creare la voce.',
    ],
  ];
  it.each(cases)('%s', async (_, files, expected) => {
    expect(plain(await said(source(files)))).toEqual([expected]);
  });

  it('a symbolic link', async () => {
    const path = source({ 'guides/a.mdx': guide() });
    symlinkSync('/etc/passwd', join(path, 'guides/b.mdx'));
    expect(await said(path)).toEqual([
      'guides/b.mdx:1:1 no-symbolic-links Un collegamento simbolico non è ammesso tra i contenuti. → Mettere al suo posto il file vero.',
    ]);
  });

  it('the same id in two sources', async () => {
    const [one, two] = [source({ 'guides/a.mdx': guide() }), join(folder.path, 'seconda')];
    writeFiles(two, { 'guides/a.mdx': guide() });
    expect(plain(await said(one, two))).toEqual([
      'guides/a.mdx:1:1 unique-id La stessa voce è già in «FONTE/guides/a.mdx». → Dare a una delle due un altro identificativo, cioè un altro nome di file.',
    ]);
  });

  it('decisions with the same id', async () => {
    const minutes = (number: number) =>
      mdx(
        `title: V\nnumber: ${number}\ndate: 2012\nplace: X\naccess: public\nstate: approved\ndecisions:\n  - id: d-1\n    text: T`,
      );
    expect(plain(await said(source({ 'minutes/a.mdx': minutes(1), 'minutes/b.mdx': minutes(2) })))).toEqual([
      'minutes/b.mdx:9:9 unique-item L’identificativo «d-1» è già usato in «minutes/a.mdx». → Decisioni e impegni hanno identificativi unici in tutta la rete.',
    ]);
  });

  it('many mistakes in many files, all in one run', async () => {
    const path = source(Object.assign({}, ...cases.slice(0, 12).map(([, files], index) => rename(files, index))));
    expect((await said(path)).length).toBeGreaterThanOrEqual(12);
  });
});

/** The same files under other names, so that several cases fit one source. */
const rename = (files: Files, index: number): Files =>
  Object.fromEntries(Object.entries(files).map(([path, content]) => [path.replace(/\/a\./, `/a${index}.`), content]));

describe('text with a byte order mark or Windows line endings', () => {
  it('is read as any other', async () => {
    const path = source({ 'guides/a.mdx': `\uFEFF${guide('', '## Uno\n\nTesto.').replaceAll('\n', '\r\n')}` });
    expect(await said(path)).toEqual([]);
    const { graph } = await loadContent({ sources: [path] });
    expect(graph.byRef.get('guides/a')?.body?.headings[0]).toMatchObject({ text: 'Uno', line: 11 });
  });
});

describe('the cache of parsed documents', () => {
  it('parses an unchanged document once only', async () => {
    const path = source({ 'guides/a.mdx': guide(), 'guides/b.mdx': guide('', 'Altro.') });
    const settings = { sources: [path], state: join(folder.path, 'stato') };
    expect((await loadContent(settings)).counts.parsed).toBe(3);
    expect((await loadContent(settings)).counts.parsed).toBe(0);
    writeFiles(path, { 'guides/b.mdx': guide('', 'Cambiato.') });
    expect((await loadContent(settings)).counts.parsed).toBe(1);
  });

  it('keeps a document’s problems', async () => {
    const path = source({
      'guides/a.mdx': guide('related: [guides/b]', '# No'),
      'guides/b.mdx': guide('related: [guides/a]'),
    });
    const settings = { sources: [path], state: join(folder.path, 'stato-2') };
    const first = (await loadContent(settings)).diagnostics;
    expect(first).toHaveLength(1);
    expect((await loadContent(settings)).diagnostics).toEqual(first);
  });
});

describe('an edition', () => {
  const files = {
    'guides/aperta.mdx': guide('related: [guides/chiusa]', '[testo](chiusa.mdx) <Ref id="guides/chiusa" />'),
    'guides/chiusa.mdx': guide('related: [guides/aperta]').replace('access: public', 'access: participants'),
    'guides/bozza.mdx': guide().replace('status: current', 'status: draft'),
    'manuals/m/index.mdx': guide('version: "1"').replace('access: public', 'access: participants'),
    'manuals/m/01-a.mdx': mdx('title: A\norder: 1'),
  };
  const refs = async (id: 'public' | 'participants') =>
    compileEdition(await loadContent({ sources: [source(files)] }), id, '2026-01-01').entries.map(
      ({ link }) => link.ref,
    );

  it('for the public holds no restricted entry, no draft and no chapter of a restricted manual', async () => {
    expect(await refs('public')).toEqual(['guides/aperta', 'themes/tema']);
  });

  it('for participants holds everything', async () => {
    expect(await refs('participants')).toEqual([
      'guides/aperta',
      'guides/bozza',
      'guides/chiusa',
      'manuals/m/01-a',
      'manuals/m',
      'themes/tema',
    ]);
  });

  it('for the public knows of a restricted entry only that it is one', async () => {
    const edition = compileEdition(await loadContent({ sources: [source(files)] }), 'public', '2026-01-01');
    expect(JSON.stringify(edition)).not.toContain('chiusa');
    expect(edition.entries[0]?.data).toMatchObject({ related: [{ restricted: true }] });
    expect(edition.entries[0]?.backlinks).toEqual([]);
  });

  it('shows no chapter of a restricted source, whatever its manual', async () => {
    const [open, closed] = [source({ 'manuals/m/index.mdx': guide('version: "1"') }), join(folder.path, 'capitoli')];
    writeFiles(closed, {
      'source.yaml': 'access: participants\n',
      'manuals/m/01-a.mdx': mdx('title: Capitolo segreto\norder: 1'),
    });
    expect(
      JSON.stringify(compileEdition(await loadContent({ sources: [open, closed] }), 'public', '2026-01-01')),
    ).not.toContain('segreto');
  });

  it('says nothing of a restricted item of a newsletter', async () => {
    const path = source({
      'guides/chiusa.mdx': guide().replace('access: public', 'access: participants'),
      'newsletters/n.mdx': mdx(
        'title: N\nnumber: 1\ndate: 2026\naccess: public\nitems:\n  - ref: guides/chiusa\n    line: Riga segreta',
      ),
    });
    expect(
      JSON.stringify(compileEdition(await loadContent({ sources: [path] }), 'public', '2026-01-01')),
    ).not.toContain('segreta');
  });

  it('is no more public than its source allows', async () => {
    const path = source({ 'source.yaml': 'access: participants\n', 'guides/a.mdx': guide() });
    expect(compileEdition(await loadContent({ sources: [path] }), 'public', '2026-01-01').entries).toEqual([]);
  });

  it('says when a review date has passed', async () => {
    const content = await loadContent({ sources: [source({ 'guides/a.mdx': guide() })] });
    const due = (today: string) =>
      compileEdition(content, 'public', today).entries.find(({ id }) => id === 'a')?.reviewDue;
    expect([due('2030-01-10'), due('2030-01-11')]).toEqual([false, true]);
  });
});
