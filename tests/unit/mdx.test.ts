import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Lookup, parseMdx, resolveBody } from '#mdx';

const problemsOf = (source: string) =>
  parseMdx(source).problems.map(
    ({ rule, line, column, message, fix }) => `${line}:${column} ${rule} ${message}${fix ? ` → ${fix}` : ''}`,
  );
const htmlOf = (source: string) =>
  parseMdx(source)
    .body.parts.filter((part) => typeof part === 'string')
    .join('§');

describe('what authors may write', () => {
  it('is Markdown with tables, task lists and footnotes in Italian', () => {
    const html = htmlOf(
      '## Uno\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n- [x] fatto\n- [ ] no\n\nTesto[^1].\n\n[^1]: Nota.\n',
    );
    expect(html).toContain('<section class="scroll" aria-label="Tabella 1" tabindex="0"><table>');
    expect(html).toContain('<td class="align-right">2</td>');
    expect(html).not.toContain('style=');
    expect(html).toContain('aria-label="Fatto"');
    expect(html).toContain('>Note</h2>');
    expect(html).toContain('aria-label="Ritorno al testo, nota 1"');
  });

  it('is the components of the registry with literal attributes', () => {
    expect(
      problemsOf(
        '<Aside kind="tip" title="Bene">\n\nTesto.\n\n</Aside>\n\n<Tabs>\n<Tab label="a">\nx\n</Tab>\n</Tabs>\n',
      ),
    ).toEqual([]);
  });

  it('may hold comments, which do not show', () => {
    expect(problemsOf('Testo {/* da rivedere */} qui.')).toEqual([]);
    expect(htmlOf('Testo {/* da rivedere */} qui.')).toBe('<p>Testo  qui.</p>');
  });
});

describe('what authors may not write is said with its place', () => {
  const cases: [string, string, string][] = [
    [
      'an import',
      'Testo.\n\nimport a from "b"\n',
      '3:1 mdx-code Nei contenuti non sono ammessi «import» ed «export». → I componenti si usano senza importarli; se è testo, non cominciare il paragrafo con quella parola.',
    ],
    [
      'an export',
      'export const a = 1\n',
      '1:1 mdx-code Nei contenuti non sono ammessi «import» ed «export». → I componenti si usano senza importarli; se è testo, non cominciare il paragrafo con quella parola.',
    ],
    [
      'an expression',
      'Due: {1 + 1}\n',
      '1:6 mdx-expression Le espressioni tra graffe non sono ammesse. → Scrivere il valore per esteso; se la graffa è testo, scrivere «\\{».',
    ],
    [
      'an expression as attribute',
      '<Aside kind={x}>\n\na\n\n</Aside>\n',
      '1:8 mdx-expression Le espressioni tra graffe non sono ammesse. → Scrivere il valore per esteso; se la graffa è testo, scrivere «\\{».',
    ],
    [
      'a spread',
      '<Contact {...x} />\n',
      '1:1 mdx-expression Le espressioni tra graffe non sono ammesse. → Scrivere il valore per esteso; se la graffa è testo, scrivere «\\{».',
    ],
    [
      'raw HTML',
      'Testo <b>forte</b>.\n',
      '1:7 mdx-html L’etichetta HTML <b> non è ammessa. → Usare il Markdown o uno dei componenti.',
    ],
    [
      'a script',
      '<script>alert(1)</script>\n',
      '1:1 mdx-html L’etichetta HTML <script> non è ammessa. → Usare il Markdown o uno dei componenti.',
    ],
    [
      'an unknown component',
      '<Avviso>\n\na\n\n</Avviso>\n',
      '1:1 component-exists Il componente <Avviso> non esiste. → L’elenco dei componenti è nelle pagine di aiuto.',
    ],
    [
      'a misspelt component',
      '<aside>\n\na\n\n</aside>\n',
      '1:1 mdx-html L’etichetta HTML <aside> non è ammessa. → Forse intendevi «<Aside>»?',
    ],
    [
      'an unknown attribute',
      '<Aside\n  titolo="x"\n  title="y">\n\na\n\n</Aside>\n',
      '2:3 unknown-attribute «titolo» non è un attributo di questo componente. → Forse intendevi «title»?',
    ],
    [
      'a wrong value',
      '<Aside kind="tipp">\n\na\n\n</Aside>\n',
      '1:8 field-value «tipp» non è tra i valori ammessi: «note», «tip», «warning», «legal». → Forse intendevi «tip»?',
    ],
    ['a missing attribute', '<Ref />\n', '1:1 required-field Manca «id» (Voce). → È obbligatorio: aggiungerlo.'],
    [
      'a number where a word belongs',
      '<Ref id={3} />\n',
      '1:6 field-value Ci si aspetta un testo, e qui c’è un numero. → Scriverlo tra virgolette.',
    ],
    [
      'an unclosed component',
      'a\n\n<Aside>\n\nb\n',
      '3:1 mdx-syntax Un componente non è chiuso, o è chiuso da un’etichetta diversa. → Controllare che a ogni <Nome> corrisponda </Nome>; intorno a più paragrafi stanno ciascuno su una riga propria.',
    ],
    [
      'a block within a line',
      'a <Aside>b</Aside> c\n',
      '1:3 component-place <Aside> va su righe proprie, non dentro una riga di testo. → Lasciare una riga vuota prima e dopo.',
    ],
    [
      'a part out of its whole',
      '<Tab label="a">\n\nb\n\n</Tab>\n',
      '1:1 component-place <Tab> può stare solo dentro <Tabs>.',
    ],
    [
      'steps that are no list',
      '<Steps>\n\nb\n\n</Steps>\n',
      '1:1 component-place <Steps> deve contenere un solo elenco numerato. → Cominciare le righe con «1.», «2.», «3.».',
    ],
    [
      'a first-level heading',
      '# Titolo\n',
      '1:1 heading-order Un titolo di livello 1 qui non è al suo posto: ci si aspetta il livello 2. → Usare ##: i livelli non si saltano, e il primo livello è il titolo della pagina.',
    ],
    [
      'a skipped heading level',
      '## a\n\n#### b\n',
      '3:1 heading-order Un titolo di livello 4 qui non è al suo posto: ci si aspetta il livello 3. → Usare ###: i livelli non si saltano, e il primo livello è il titolo della pagina.',
    ],
    [
      'an image without alternative',
      '![](a.png)\n',
      '1:1 image-alternative L’immagine non ha un testo alternativo. → Scrivere tra le parentesi quadre che cosa mostra: ![descrizione](file.png).',
    ],
    [
      'a link that runs code',
      '[x](javascript:alert(1))\n',
      '1:1 link-allowed Il collegamento «javascript:alert(1)» non è ammesso. → Sono ammessi gli indirizzi https, http, mailto e tel, le pagine del sito e i file accanto alla voce.',
    ],
    [
      'a link to another host without scheme',
      '[x](//example.org)\n',
      '1:1 link-allowed Il collegamento «//example.org» non è ammesso. → Sono ammessi gli indirizzi https, http, mailto e tel, le pagine del sito e i file accanto alla voce.',
    ],
    [
      'an anchor that is not there',
      '## Uno\n\n[x](#due)\n',
      '3:1 anchor-exists Nella pagina non c’è il punto «#due». → Controllare il titolo a cui il collegamento deve portare.',
    ],
  ];
  it.each(cases)('%s', (_, source, expected) => {
    expect(problemsOf(source)).toEqual([expected]);
  });

  it('and all problems of a document are said at once', () => {
    expect(problemsOf('# A\n\n<b>x</b> {y}\n\n![](a.png)\n')).toHaveLength(4);
  });
});

describe('any text at all', () => {
  it('is read, or refused with a place, and never ends the process', () => {
    const piece = fc.constantFrom(
      ...[
        '<',
        '>',
        '{',
        '}',
        '/',
        '<Aside',
        '</Aside>',
        '<Ref id="',
        '"',
        "'",
        '`',
        '```\n',
        '*',
        '_',
        '[',
        ']',
        '(',
        ')',
        '!',
      ],
      ...[
        '\n',
        '\n\n',
        '# ',
        '- ',
        '1. ',
        '> ',
        '|',
        '---',
        ':',
        'é',
        '\\',
        '&amp;',
        '&#x0;',
        '<!--',
        '-->',
        '[^1]',
        '[^1]: ',
      ],
      ...[
        '{/*',
        '*/}',
        '={',
        'a',
        ' ',
        '\t',
        '\0',
        '😀',
        '<Tabs>',
        '<Tab label="a">',
        '</Tab>',
        '</Tabs>',
        '<Steps>',
        '</Steps>',
      ],
      ...['<a.b/>', '<>', '</>', '{...x}', 'import x', 'export x', '=', '~', '$'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        for (const { line, column } of parseMdx(pieces.join('')).problems)
          expect(Math.min(line, column)).toBeGreaterThan(0);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('text that looks like the parser’s own marks', () => {
  it('stays text', () => {
    const { body, problems } = parseMdx(
      '[t](/guide/)\n\n[x](https://e.com "<!--polinet:0-->")\n\n```<!--polinet:0-->\na 10 % b\n```\n',
    );
    expect(problems).toEqual([]);
    expect(body.parts.filter((part) => typeof part !== 'string')).toHaveLength(1);
    expect(JSON.stringify(body.parts)).toContain('a 10 % b');
  });
});

describe('headings', () => {
  it('have stable anchors without accents, told apart when alike', () => {
    const { headings } = parseMdx('## Perché è così\n\n## Perché è così\n\n## «?»\n').body;
    expect(headings.map(({ id }) => id)).toEqual(['perche-e-cosi', 'perche-e-cosi-2', 'sezione']);
  });
});

describe('a resolved body', () => {
  const lookup: Lookup = {
    entry: () => ({ restricted: true }),
    decision: () => ({ restricted: true }),
    action: () => ({ restricted: true }),
    indicator: () => ({ restricted: true }),
    trials: () => [],
    file: () => ({
      url: '/guide/x/a "b".png',
      name: 'a.png',
      type: 'PNG',
      bytes: 10,
      sha256: 'aa',
      width: 2,
      height: 1,
    }),
    image: () => ({
      url: '/guide/x/a "b".png',
      name: 'a.png',
      type: 'PNG',
      bytes: 10,
      sha256: 'aa',
      width: 2,
      height: 1,
    }),
    href: (href) => (href.includes('segreto') ? { restricted: true } : { url: '/guide/y/' }),
    network: { contact: 'a@b.it', coordinator: 'X', locale: 'it' },
  };

  it('has links and images in its HTML, escaped', () => {
    const { parts } = resolveBody(parseMdx('[y](y.mdx) ![alt "x" \\<y>](a.png)\n').body, () => lookup);
    expect(parts).toEqual([
      '<p><a href="/guide/y/">y</a> <img src="/guide/x/a &quot;b&quot;.png" alt="alt &quot;x&quot; &lt;y&gt;" width="2" height="1" loading="lazy" decoding="async"></p>',
    ]);
  });

  it('has the neutral line where a link leads to what may not be shown', () => {
    const { parts } = resolveBody(parseMdx('[testo](segreto.mdx)\n').body, () => lookup);
    expect(parts).toEqual([
      '<p>',
      { folder: 'ref', props: { target: { restricted: true } }, index: 0, parts: ['testo'] },
      '</p>',
    ]);
  });
});
