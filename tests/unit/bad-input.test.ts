/** Files as bad as people and machines make them: each is told, where it is wrong, in Italian; nothing crashes. */
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadContent } from '#content';
import { exampleBase, guide, indicator, mdx, measurement, minutes, participant, svg, tool } from '#content/examples';
import type { ExampleFiles } from '../../src/content/rule.ts';
import { temporaryFolder, writeExample } from '../support/sources.ts';

const folder = temporaryFolder();
afterAll(folder.remove);
let made = 0;

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
const body = (text: string): ExampleFiles => ({ 'guides/a.mdx': guide('', text) });
const term = (text: string): ExampleFiles => ({ 'glossary/a.yaml': text });
const attachment = (name: string, content: string | Uint8Array | (() => Uint8Array)): ExampleFiles => ({
  'tools/t/index.mdx': tool(name),
  [`tools/t/${name}`]: content,
});

/** What is wrong, and the rules that say so (`file rule`, without repetition). */
const cases: [string, ExampleFiles, string[]][] = [
  ['a chart of an unknown indicator', body('<IndicatorChart id="nulla" />'), ['guides/a.mdx reference-exists']],
  [
    'a table of a period in which nothing was measured',
    {
      ...body('<IndicatorTable id="pratiche" period="giugno 2025" />'),
      'indicators/pratiche.yaml': indicator(),
      'measurements/a.yaml': measurement('value: 3'),
    },
    ['guides/a.mdx reference-exists'],
  ],
  ['a matrix of what is no practice', body('<TrialMatrix practice="themes/tema" />'), ['guides/a.mdx field-value']],
  ['a matrix of an unknown theme', body('<TrialMatrix theme="nulla" />'), ['guides/a.mdx reference-exists']],
  [
    'a video of a length in words',
    body('<Video href="https://example.org/v" title="Video" minutes="quattro" />'),
    ['guides/a.mdx field-value'],
  ],
  [
    'a value with a decimal comma',
    { 'indicators/pratiche.yaml': indicator(), 'measurements/a.yaml': measurement('value: "81,5"') },
    ['measurements/a.yaml field-value'],
  ],
  ['an empty file', { 'guides/a.mdx': '' }, ['guides/a.mdx file-readable']],
  ['a file of blanks', { 'guides/a.mdx': ' \n\n' }, ['guides/a.mdx front-matter']],
  ['only front matter', { 'guides/a.mdx': guide('', '').trimEnd() }, []],
  ['front matter without an end', { 'guides/a.mdx': '---\ntitle: a\n' }, ['guides/a.mdx front-matter']],
  ['front matter that is a list', { 'guides/a.mdx': mdx('- a\n- b') }, ['guides/a.mdx front-matter']],
  ['front matter that is a word', { 'guides/a.mdx': mdx('parola') }, ['guides/a.mdx front-matter']],
  ['front matter twice: a line and a heading', body('---\ntitle: altro\n---\n\nTesto.'), []],
  ['tabs in YAML', term('term: a\ndefinition: b\nsee:\n\t- a\n'), ['glossary/a.yaml yaml-syntax']],
  ['a BOM', { 'guides/a.mdx': `\uFEFF${guide()}` }, []],
  ['CRLF', { 'guides/a.mdx': guide().replaceAll('\n', '\r\n') }, []],
  ['lone carriage returns', { 'guides/a.mdx': guide().replaceAll('\n', '\r') }, ['guides/a.mdx front-matter']],
  ['Latin-1', { 'guides/a.mdx': bytes(guide('', 'Citt').trimEnd(), [0xe0], '\n') }, ['guides/a.mdx file-utf8']],
  ['UTF-16', { 'guides/a.mdx': Buffer.from(`\uFEFF${guide()}`, 'utf16le') }, ['guides/a.mdx file-utf8']],
  ['a NUL', { 'guides/a.mdx': guide('', 'a\0b') }, ['guides/a.mdx file-readable']],
  ['a NUL in YAML', term('term: a\0\ndefinition: b\n'), ['glossary/a.yaml file-readable']],
  [
    'a title of nothing that one sees',
    { 'guides/a.mdx': guide().replace('Una guida', '"\\u200b"') },
    ['guides/a.mdx field-value'],
  ],
  [
    'a title of two lines',
    { 'guides/a.mdx': guide().replace('title: Una guida', 'title: |\n  Una\n  guida') },
    ['guides/a.mdx field-value'],
  ],
  [
    'text that turns around',
    { 'guides/a.mdx': guide().replace('In breve.', '"In \\u202e breve."') },
    ['guides/a.mdx field-value'],
  ],
  [
    'a decision with the id of a heading',
    { 'minutes/m.mdx': minutes('decisions:\n  - id: chi-aspetta\n    text: Si decide.', '## Chi aspetta\n\nTesto.') },
    ['minutes/m.mdx unique-item'],
  ],
  [
    'a decision with an id of the page',
    { 'minutes/m.mdx': minutes('decisions:\n  - id: contenuto\n    text: Si decide.') },
    ['minutes/m.mdx unique-item'],
  ],
  ['a control character', term('term: "a\\u0007"\ndefinition: b\n'), ['glossary/a.yaml field-value']],
  ['half a character', term('term: "a\\uD800"\ndefinition: b\n'), ['glossary/a.yaml field-value']],
  [
    'a line of 5 MB',
    { 'guides/a.mdx': () => bytes(guide('', 'parola '.repeat(750_000))) },
    ['guides/a.mdx file-length'],
  ],
  ['a field of 400 kB', term(`term: a\ndefinition: ${'parola '.repeat(57_000)}\n`), ['glossary/a.yaml field-value']],
  ['quotes nested 10,000 deep', body(`${'> '.repeat(10_000)}x`), ['guides/a.mdx mdx-syntax']],
  [
    'lists nested deep',
    body(Array.from({ length: 400 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n')),
    ['guides/a.mdx file-length'],
  ],
  ['brackets nested 20,000 deep', body('['.repeat(20_000)), []],
  ['flow sequences nested 10,000 deep', term(`term: ${'['.repeat(10_000)}\n`), ['glossary/a.yaml yaml-syntax']],
  [
    'anchors that expand a thousandfold',
    term(
      `term: &a [x, x, x, x, x, x, x, x, x, x]\n${'bcdef'
        .split('')
        .map((name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcde'[index]}`).join(', ')}]`)
        .join('\n')}\n`,
    ),
    ['glossary/a.yaml yaml-syntax'],
  ],
  ['an alias of nothing', term('term: *manca\ndefinition: b\n'), ['glossary/a.yaml yaml-syntax']],
  ['an anchor within itself', term('term: a\ndefinition: &x [*x]\n'), ['glossary/a.yaml field-value']],
  [
    'a tag that makes objects',
    term('term: !!js/function "function(){}"\ndefinition: b\n'),
    ['glossary/a.yaml yaml-syntax'],
  ],
  ['two documents in one file', term('term: a\ndefinition: b\n---\nterm: c\n'), ['glossary/a.yaml yaml-syntax']],
  ['duplicate keys', term('term: a\nterm: b\ndefinition: c\n'), ['glossary/a.yaml yaml-syntax']],
  [
    '__proto__ as a key',
    term('term: a\ndefinition: b\n__proto__:\n  admin: true\n'),
    ['glossary/a.yaml unknown-field'],
  ],
  ['constructor as a key', term('term: a\ndefinition: b\nconstructor: c\n'), ['glossary/a.yaml unknown-field']],
  ['a key that is a list', term('? [a, b]\n: c\nterm: a\ndefinition: b\n'), ['glossary/a.yaml yaml-syntax']],
  [
    'a merge key',
    term('base: &b { term: a }\n<<: *b\ndefinition: c\n'),
    ['glossary/a.yaml required-field', 'glossary/a.yaml unknown-field'],
  ],
  ['31 February', { 'guides/a.mdx': guide().replace('2026-01-10', '2026-02-31') }, ['guides/a.mdx field-value']],
  ['the year 0', { 'guides/a.mdx': guide().replace('2026-01-10', '0000') }, ['guides/a.mdx field-value']],
  [
    'a date with a time',
    { 'guides/a.mdx': guide().replace('2026-01-10', '2026-01-10T10:00:00Z') },
    ['guides/a.mdx field-value'],
  ],
  [
    'a date the Italian way',
    { 'guides/a.mdx': guide().replace('2026-01-10', '10/01/2026') },
    ['guides/a.mdx field-value'],
  ],
  [
    'not a number',
    { 'participants/x.yaml': participant('X', 'location: { lat: .nan, lon: 12 }\n') },
    ['participants/x.yaml field-value'],
  ],
  [
    'an infinite number',
    { 'participants/x.yaml': participant('X', 'location: { lat: 45, lon: .inf }\n') },
    ['participants/x.yaml field-value'],
  ],
  [
    'an ISTAT code without its zero',
    { 'participants/x.yaml': participant('X').replace('"028902"', '28902') },
    ['participants/x.yaml field-value'],
  ],
  [
    'an ISTAT code read as octal',
    { 'participants/x.yaml': participant('X').replace('"028902"', '0o2801') },
    ['participants/x.yaml field-value'],
  ],
  [
    'a province that is none',
    { 'participants/x.yaml': participant('X').replace('PD', 'XX') },
    ['participants/x.yaml province-exists'],
  ],
  [
    'a province that YAML reads as no',
    { 'participants/x.yaml': participant('X').replace('PD', 'NO') },
    ['participants/x.yaml istat-province'],
  ],
  ['a reference to itself', { 'guides/a.mdx': guide('related: [guides/a]') }, ['guides/a.mdx self-reference']],
  [
    'a cycle of three',
    Object.fromEntries(
      ['ab', 'bc', 'ca'].map(([from, to]) => [
        `guides/${from}.mdx`,
        guide(`supersededBy: ${to}`).replace('current', 'superseded'),
      ]),
    ),
    ['guides/a.mdx successor-cycle'],
  ],
  [
    'a reference to another collection',
    { 'guides/a.mdx': guide().replace('[tema]', '[participants/roccafinta]') },
    ['guides/a.mdx reference-exists'],
  ],
  ['a reference upwards', { 'guides/a.mdx': guide('related: [guides/../../segreto]') }, ['guides/a.mdx field-value']],
  ['a reference that is an object', { 'guides/a.mdx': guide('related: [{ a: b }]') }, ['guides/a.mdx field-value']],
  ['ids that differ only in case', { 'guides/a.mdx': guide(), 'guides/A.mdx': guide() }, ['guides/a.mdx unique-id']],
  ['a file name with spaces', { 'guides/una guida.mdx': guide() }, ['guides/una guida.mdx file-name']],
  ['a file name with accents, composed', { 'guides/citt\u00e0.mdx': guide() }, ['guides/citt\u00e0.mdx file-name']],
  ['a file name with accents, decomposed', { 'guides/citta\u0300.mdx': guide() }, ['guides/citt\u00e0.mdx file-name']],
  ['a file name with a leading dot', { 'guides/.a.mdx': 'non letto' }, []],
  ['a file name with a dash first', { 'guides/-a.mdx': guide() }, ['guides/-a.mdx file-name']],
  [
    'a symbolic link out of the source',
    { 'guides/a.mdx': { linkTo: '/etc/passwd' } },
    ['guides/a.mdx no-symbolic-links'],
  ],
  ['a symbolic link to a folder', { 'guides/sotto': { linkTo: '/etc' } }, ['guides/sotto no-symbolic-links']],
  ['a component unclosed', body('<Aside>\n\nTesto.'), ['guides/a.mdx mdx-syntax']],
  [
    'components misnested',
    body('<Aside>\n\n<Faq question="a">\n\nb\n\n</Aside>\n\n</Faq>'),
    ['guides/a.mdx mdx-syntax'],
  ],
  ['a component misspelt', body('<Asidee>\n\nTesto.\n\n</Asidee>'), ['guides/a.mdx component-exists']],
  [
    'a component with a property path',
    body('<Aside.Nota>\n\nTesto.\n\n</Aside.Nota>'),
    ['guides/a.mdx component-exists'],
  ],
  ['a number where a word belongs', body('<Aside title={3}>\n\nTesto.\n\n</Aside>'), ['guides/a.mdx field-value']],
  [
    'an attribute that is code',
    body('<Aside title={titolo()}>\n\nTesto.\n\n</Aside>'),
    ['guides/a.mdx mdx-expression'],
  ],
  ['attributes spread', body('<Aside {...tutto}>\n\nTesto.\n\n</Aside>'), ['guides/a.mdx mdx-expression']],
  ['an expression', body('Fa {2 + 2}.'), ['guides/a.mdx mdx-expression']],
  ['a template literal', body(['{`$', '{process.env.HOME}`}'].join('')), ['guides/a.mdx mdx-expression']],
  ['an import', body('import fs from "node:fs"\n\nTesto.'), ['guides/a.mdx mdx-code']],
  ['an export', body('export const a = 1\n\nTesto.'), ['guides/a.mdx mdx-code']],
  ['a script', body('<script>alert(1)</script>'), ['guides/a.mdx mdx-html']],
  ['an image that runs', body('<img src=x onerror="alert(1)" />'), ['guides/a.mdx mdx-syntax']],
  ['a link that runs', body('[a](javascript:alert(1))'), ['guides/a.mdx link-allowed']],
  ['a link that runs, disguised', body('[a](java&#115;cript:alert&#40;1&#41;)'), ['guides/a.mdx link-allowed']],
  ['a link with data', body('[a](data:text/html,x)'), ['guides/a.mdx link-allowed']],
  ['a link to a neighbour by two slashes', body('[a](//example.org/x)'), ['guides/a.mdx link-allowed']],
  ['a link out of the folder', body('[a](../../network.yaml)'), ['guides/a.mdx link-exists']],
  ['an attachment that is not what its name says', attachment('a.pdf', svg()), ['tools/t/a.pdf attachment-content']],
  [
    'an attachment that is a program',
    attachment('a.docx', bytes('MZ', [0x90, 0])),
    ['tools/t/a.docx attachment-content'],
  ],
  [
    'an archive that is torn',
    attachment('a.docx', bytes('PK', [3, 4, 20, 0, 0])),
    ['tools/t/a.docx attachment-content'],
  ],
  [
    'a picture that is torn',
    attachment('a.png', bytes([0x89], 'PNG', [13, 10, 26, 10, 0, 0])),
    ['tools/t/a.png attachment-content'],
  ],
  ['an empty attachment', attachment('a.pdf', ''), ['tools/t/a.pdf attachment-content']],
  ['an attachment of 25 MB', attachment('a.zip', () => new Uint8Array(25_000_000)), ['tools/t/a.zip attachment-size']],
  ['a page among the attachments', attachment('a.html', '<script>1</script>'), ['tools/t/a.html attachment-type']],
  ['an SVG with an event', attachment('a.svg', svg('<g onload="alert(1)"/>')), ['tools/t/a.svg attachment-script']],
  [
    'an escape that JSON does not know',
    body('<Aside title={"\\q"}>\n\nTesto.\n\n</Aside>'),
    ['guides/a.mdx mdx-expression'],
  ],
  [
    'a table of 12,000 columns',
    body(`${'|a'.repeat(12_000)}\n${'|-'.repeat(12_000)}\n${'|\n'.repeat(5_000)}`),
    ['guides/a.mdx table-size'],
  ],
  [
    '5,000 times «<» in an SVG',
    attachment('a.svg', `<svg xmlns="http://www.w3.org/2000/svg">${'<'.repeat(5_000)}`),
    ['tools/t/a.svg attachment-content'],
  ],
  [
    'a tag of 200,000 letters in an SVG',
    attachment('a.svg', `<svg xmlns="http://www.w3.org/2000/svg"><${'a'.repeat(200_000)}`),
    ['tools/t/a.svg attachment-content'],
  ],
  [
    'a style that fetches',
    attachment('a.svg', svg('<style>rect{fill:url(http://example.org/x)}</style>')),
    ['tools/t/a.svg attachment-script'],
  ],
  [
    'a style that fetches, disguised',
    attachment('a.svg', svg('<style>@\\69mport "http://example.org/y";</style>')),
    ['tools/t/a.svg attachment-script'],
  ],
  [
    'a PDF that keeps its reader busy',
    attachment('a.pdf', () => bytes(`%PDF-1.7\n${'1 0 obj\n<<\n'.repeat(60_000)}`)),
    ['tools/t/a.pdf attachment-content'],
  ],
  [
    '30,000 unknown fields',
    term(`term: a\ndefinition: b\n${Array.from({ length: 30_000 }, (_, at) => `campo${at}: 1`).join('\n')}\n`),
    ['glossary/a.yaml unknown-field'],
  ],
  ['a calendar', attachment('a.ics', 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n'), []],
  ['a table that begins like a picture', attachment('a.csv', 'BMI;Comune\n1;2\n'), []],
  [
    'a drawing with a filter and a document type',
    attachment(
      'a.svg',
      `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">${svg('<filter id="f"><feGaussianBlur stdDeviation="2"/></filter>')}`,
    ),
    [],
  ],
  ['a template left unfilled', term('term: {{ termine }}\ndefinition: b\n'), ['glossary/a.yaml yaml-syntax']],
  ['a link without a host', body('[a](https://)'), ['guides/a.mdx link-allowed']],
  ['a link to nobody', body('[a](mailto:)'), ['guides/a.mdx link-allowed']],
  ['no themes', { 'guides/a.mdx': guide().replace('[tema]', '[]') }, ['guides/a.mdx field-value']],
  ['an entry linked without its extension', body('[il tema](../themes/tema)'), ['guides/a.mdx link-exists']],
  [
    'an SVG with an entity',
    attachment('a.svg', `<!DOCTYPE svg [<!ENTITY x "y">]>${svg()}`),
    ['tools/t/a.svg attachment-script'],
  ],
  [
    'a network file with a wrong locale',
    { 'network.yaml': `${exampleBase['network.yaml']}`.replace('locale: it', 'locale: fr') },
    ['network.yaml field-value'],
  ],
  ['a source file with an unknown setting', { 'source.yaml': 'acess: participants\n' }, ['source.yaml unknown-field']],
  ['a folder that is no collection', { 'gides/a.mdx': guide() }, ['gides known-folder']],
  ['a file where a folder belongs', { guides: 'testo' }, ['guides known-file']],
  ['a folder where a file belongs', { 'guides/a.mdx/x.txt': 'testo' }, []],
];

/** Words of libraries that an Italian message never has outside what it quotes. */
const FOREIGN =
  /\b(?:undefined|null|NaN|expected|invalid|unexpected|error|string|received|required|must|token)\b|\[object/i;

it.each(cases)('%s', async (_, files, expected) => {
  const source = join(folder.path, String(made++));
  writeExample(source, { ...exampleBase, ...files });
  const { diagnostics } = await loadContent({ sources: [source], today: '2026-06-01' });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect([...new Set(errors.map(({ file, rule }) => `${file} ${rule}`))].sort()).toEqual([...expected].sort());
  for (const { message, fix = '', line, column } of diagnostics) {
    expect(`${message} ${fix}`.replace(/«[^»]*»|<[^>]*>/g, '')).not.toMatch(FOREIGN);
    expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
  }
});
