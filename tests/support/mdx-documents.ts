/** Documents that use every construct content may use, written in many ways. One seed makes one document. */

/** Draws from a sequence that one number fixes (mulberry32). */
class Draw {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A number from 0 to below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number, both ends included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  of<Value>(values: readonly Value[]): Value {
    return values[this.int(0, values.length - 1)] as Value;
  }

  many<Value>(from: number, to: number, make: (index: number) => Value): Value[] {
    return Array.from({ length: this.int(from, to) }, (_, index) => make(index));
  }
}

const WORDS = [
  ...['sportello', 'fila', 'cittadino', 'pratica', 'ufficio', 'richiesta', 'attesa', 'turno', 'modulo', 'risposta'],
  ...['l’attesa', 'dell’ufficio', 'perché', 'già', 'città', 'più', 'così', '«front office»', '“banco”', 'E’', 'È'],
  ...['48,4 %', '1.300', '9–13', '12 × 10', '÷', '€ 5', 'n. 3', 'a.m.', 'ecc.', 'sì', 'no'],
];
/** What has to be escaped or written as an entity, and what only looks as if. */
const SIGNS = [
  ...['\\*', '\\_', '\\{nome\\}', '\\<', '\\[x\\]', '\\`', '\\\\', '5 * 3', 'a_b', 'nome_file_lungo', 'C\\#', '\\~'],
  ...[
    '&nbsp;',
    '&egrave;',
    '&amp;',
    '&lt;',
    '&#8217;',
    '&copy;',
    'R&D',
    'a & b',
    '3 > 2',
    'sì!',
    '2 + 2',
    '\u00a0',
    '|',
  ],
];
const LINKS = ['https://www.example.org/', '../guides/picchi.mdx', 'https://example.org/a_b?c=d&e=f', 'allegato.pdf'];
const BARE = ['https://example.org', 'https://example.org/una_pagina_lunga', 'www.example.org', 'rete@example.org'];
const IDS = ['guides/picchi', 'tools/lista', 'indicators/tempo-medio-di-attesa', 'participants/este'];

class Author {
  readonly #draw: Draw;
  #notes: string[] = [];
  #references: string[] = [];
  #level = 1;
  #headings = 0;

  constructor(seed: number) {
    this.#draw = new Draw(seed);
  }

  document(): string {
    const draw = this.#draw;
    const blocks = this.#blocks(draw.int(1, 14), 0);
    const ends = [...this.#notes, ...this.#references];
    // Footnotes and addresses stand at the end, or after a block.
    for (const end of ends) blocks.splice(draw.chance(0.3) ? draw.int(1, blocks.length) : blocks.length, 0, end);
    let text = blocks[0] ?? '';
    for (const block of blocks.slice(1))
      text += (draw.chance(0.1) ? '\n\n\n' : draw.chance(0.05) ? '\n  \n' : '\n\n') + block;
    text = draw.of(['', '', '\n', '\n\n']) + text + draw.of(['', '\n', '\n', '\n\n']);
    return draw.chance(0.2) ? text.replaceAll('\n', '\r\n') : text;
  }

  /** Blocks of one container, none of which runs into the one before. */
  #blocks(count: number, depth: number): string[] {
    let before = '';
    return Array.from({ length: count }, () => {
      let kind = this.#kind(depth);
      while (kind === before && ['list', 'ordered', 'tasks', 'quote'].includes(kind)) kind = this.#kind(depth);
      if (['list', 'tasks'].includes(kind) && ['list', 'tasks'].includes(before)) kind = 'paragraph';
      before = kind;
      return this.#block(kind, depth);
    });
  }

  #kind(depth: number): string {
    const plain = [
      'paragraph',
      'paragraph',
      'paragraph',
      'list',
      'ordered',
      'code',
      'empty',
      'table',
      'image',
      'tasks',
    ];
    const outer = ['heading', 'heading', 'rule', 'quote', 'comment', 'inline'];
    const holding = ['aside', 'faq', 'steps', 'tabs', 'video'];
    return this.#draw.of([...plain, ...(depth === 0 ? outer : []), ...(depth < 2 ? holding : [])]);
  }

  #block(kind: string, depth: number): string {
    const draw = this.#draw;
    switch (kind) {
      case 'heading':
        return this.#heading();
      case 'list':
        return this.#list(draw.of(['-', '*', '+']), depth);
      case 'tasks':
        return this.#list(draw.of(['- [ ]', '- [x]', '* [ ]']), depth);
      case 'ordered':
        return this.#ordered(depth);
      case 'code':
        return this.#code();
      case 'table':
        return this.#table();
      case 'image':
        return `![${this.#plain()}](mappa.svg${draw.chance(0.3) ? ' "Una mappa"' : ''})`;
      case 'rule':
        return draw.of(['---', '***', '* * *', '___']);
      case 'quote':
        return [this.#paragraph(), '', this.#list('-', 2), '', this.#paragraph()]
          .join('\n')
          .replace(/^(?=.)/gm, '> ')
          .replace(/^$/gm, '>');
      case 'comment':
        return draw.of(['{/* da rivedere */}', '{/*\n  Da rivedere:\n  - i numeri\n*/}']);
      case 'inline':
        return draw.of([this.#ref(), this.#term()]);
      case 'empty':
        return this.#alone();
      case 'aside':
        return this.#component(
          'Aside',
          [
            ...this.#maybe('kind', draw.of(['note', 'tip', 'warning', 'legal'])),
            ...this.#maybe('title', this.#label()),
          ],
          this.#inner(depth),
        );
      case 'faq':
        return this.#component('Faq', [['question', `${this.#label()}?`]], this.#inner(depth));
      case 'steps':
        return this.#component('Steps', [], this.#ordered(depth + 1));
      case 'tabs':
        return this.#component(
          'Tabs',
          [],
          draw
            .many(1, 3, () => this.#component('Tab', [['label', this.#label()]], this.#inner(depth)))
            .join(draw.of(['\n', '\n\n'])),
        );
      case 'video':
        return this.#component(
          'Video',
          [
            ['href', 'https://example.org/video'],
            ['title', this.#label()],
            ...this.#maybe('minutes', '4'),
            ...this.#maybe('poster', 'mappa.svg'),
          ],
          draw.chance(0.5) ? `${this.#plain()}.` : '',
        );
      default:
        return this.#paragraph();
    }
  }

  #inner(depth: number): string {
    return this.#blocks(this.#draw.int(1, 3), depth + 1).join('\n\n');
  }

  #heading(): string {
    this.#level = this.#draw.int(2, Math.min(this.#level + 1, 4));
    const text = `${this.#draw.of(['Parte', 'Come fare', 'La **prima** parte', 'Che cosa_serve', 'Un `codice`'])} ${++this.#headings}`;
    if (this.#level === 2 && this.#draw.chance(0.2)) return `${text}\n${this.#draw.of(['---', '--------'])}`;
    return `${'#'.repeat(this.#level)} ${text}${this.#draw.chance(0.1) ? ` ${'#'.repeat(this.#level)}` : ''}`;
  }

  #list(mark: string, depth: number): string {
    const draw = this.#draw;
    const [bullet = '-', ...box] = mark.split(' ');
    const space = ' '.repeat(draw.of([1, 1, 1, 3]));
    const gap = draw.of(['\n', '\n', '\n\n']);
    return draw
      .many(1, 4, () => this.#item(`${bullet}${space}`, box.length > 0 ? `[${draw.of([' ', 'x'])}] ` : '', depth))
      .join(gap);
  }

  #ordered(depth: number): string {
    const draw = this.#draw;
    const sign = draw.of(['.', '.', ')']);
    const first = draw.of([1, 1, 1, 3]);
    const gap = draw.of(['\n', '\n', '\n\n']);
    return draw.many(1, 4, (index) => this.#item(`${first + index}${sign} `, '', depth)).join(gap);
  }

  #item(mark: string, box: string, depth: number): string {
    const draw = this.#draw;
    const more: string[] = [];
    if (depth < 2 && draw.chance(0.2)) more.push(`\n${this.#list('-', depth + 2)}`);
    if (depth < 2 && draw.chance(0.15)) more.push(`\n\n${this.#paragraph()}`);
    if (depth < 2 && draw.chance(0.1)) more.push(`\n\n${draw.of([this.#code(), this.#alone(), this.#table()])}`);
    if (depth === 0 && draw.chance(0.1)) more.push(`\n\n${this.#component('Aside', [], this.#paragraph())}`);
    return mark + (box + this.#line() + more.join('')).replace(/\n(?=.)/g, `\n${' '.repeat(mark.length)}`);
  }

  #code(): string {
    const fence = this.#draw.of(['```', '```', '~~~', '````']);
    const info = this.#draw.of(['', 'text', 'js', 'yaml title="esempio.yaml"']);
    return `${fence}${info}\n${this.#draw.of(['uno due', 'a: 1\n\n  b: {x}', '<Aside>\n# no\n</Aside>', '| a | b |', '\\* &amp;'])}\n${fence}`;
  }

  #table(): string {
    const draw = this.#draw;
    const align = draw.many(1, 4, () => draw.of(['---', ':--', '--:', ':-:']));
    const cell = () =>
      draw.of([
        this.#words(1, 3),
        '',
        '`a \\| b`',
        `**${this.#words(1, 2)}**`,
        'a \\| b',
        this.#ref(),
        '[x](https://example.org)',
        '5 %',
      ]);
    const rows = [align.map(() => this.#words(1, 2)), ...draw.many(0, 4, () => align.map(cell))];
    const padded = draw.chance(0.5);
    const widths = align.map((_, column) => (padded ? Math.max(...rows.map((row) => row[column]?.length ?? 0), 3) : 0));
    const line = (cells: string[]) =>
      `| ${cells.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`;
    const rule = align.map((text, column) => text[0] + '-'.repeat(Math.max((widths[column] ?? 0) - 2, 1)) + text[2]);
    const [head = [], ...body] = rows;
    return [line(head), line(rule), ...body.map(line)].join('\n');
  }

  /** A component that holds nothing. */
  #alone(): string {
    const draw = this.#draw;
    const [name, attributes] = draw.of<[string, [string, string][]]>([
      ['Figure', [['src', 'mappa.svg'], ['alt', this.#label()], ...this.#maybe('caption', this.#label())]],
      [
        'FileDownload',
        [
          ['path', 'modulo.txt'],
          ['label', this.#label()],
        ],
      ],
      ['Decision', [['id', 'd-2024-05-1']]],
      ['Action', [['id', 'a-2024-05-1']]],
      ['IndicatorChart', [['id', 'tempo-medio-di-attesa'], ...this.#maybe('period', '2025')]],
      ['IndicatorTable', [['id', 'tempo-medio-di-attesa'], ...this.#maybe('period', '2025-06')]],
      ['TrialMatrix', draw.of([[], [['theme', 'valutazione']], [['practice', 'tools/lista']]])],
      ['Contact', this.#maybe('subject', this.#label())],
    ]);
    return this.#component(name, attributes, '');
  }

  #maybe(name: string, value: string): [string, string][] {
    return this.#draw.chance(0.6) ? [[name, value]] : [];
  }

  #component(name: string, attributes: [string, string][], inner: string): string {
    const draw = this.#draw;
    const space = draw.chance(0.1) ? '\n  ' : ' ';
    const given = attributes.map(
      ([key, value]) =>
        space +
        draw.of([`${key}="${value}"`, `${key}="${value}"`, `${key}='${value}'`, `${key}={${JSON.stringify(value)}}`]),
    );
    const end = space === ' ' || attributes.length === 0 ? '' : '\n';
    if (inner === '') return `<${name}${given.join('')}${end || draw.of([' ', ''])}/>`;
    const indent = draw.chance(0.25) ? '  ' : '';
    const gap = draw.of(['\n\n', '\n\n', '\n']);
    return `<${name}${given.join('')}${end}>${gap}${inner.replace(/^(?=.)/gm, indent)}${gap}</${name}>`;
  }

  #paragraph(): string {
    const draw = this.#draw;
    const lines = draw.many(1, 3, () => this.#line());
    return lines.join(draw.of(['\n', '\n', ' ', '\\\n', '  \n']));
  }

  /** Words and what may stand among them; it begins with a word, so that no line is anything else. */
  #line(): string {
    return [this.#words(1, 3), ...this.#draw.many(0, 4, () => this.#phrase()), `${this.#words(1, 2)}.`].join(' ');
  }

  #phrase(): string {
    const draw = this.#draw;
    switch (draw.int(0, 15)) {
      case 0:
        return draw.of([`*${this.#words(1, 2)}*`, `_${this.#words(1, 2)}_`, `*a*b`]);
      case 1:
        return draw.of([
          `**${this.#words(1, 2)}**`,
          `__${this.#words(1, 2)}__`,
          `**uno _due_ tre**`,
          '***uno***',
          '_**due**_',
        ]);
      case 2:
        return `~~${this.#words(1, 2)}~~`;
      case 3:
        return draw.of(['`codice`', '`` a`b ``', '`{x}`', '`<Aside>`']);
      case 4:
        return `[${this.#words(1, 2)}](${draw.of(LINKS)}${draw.chance(0.2) ? ' "Un titolo"' : ''})`;
      case 5:
        return draw.of([
          `[**${this.#words(1, 1)}** e altro](https://example.org)`,
          `**[${this.#words(1, 1)}](https://example.org)**`,
        ]);
      case 6:
        return draw.of(BARE);
      case 7:
        return this.#ref();
      case 8:
        return this.#term();
      case 9:
        return `parola${this.#note()}`;
      case 10:
        return `![${this.#plain()}](mappa.svg)`;
      case 11:
        return this.#reference();
      case 12:
        return '{/* nota */}';
      default:
        return draw.of(SIGNS);
    }
  }

  #note(): string {
    const draw = this.#draw;
    const label = draw.of([`${this.#notes.length + 1}`, `nota-${this.#notes.length + 1}`]);
    const more = draw.chance(0.2) ? `\n\n    ${this.#plain()}.` : '';
    this.#notes.push(`[^${label}]: ${this.#plain()}, ${draw.of(['**grassetto**', 'l’ufficio', this.#ref()])}.${more}`);
    return `[^${label}]`;
  }

  #reference(): string {
    const label = `voce ${this.#references.length + 1}`;
    this.#references.push(`[${label}]: ${this.#draw.of(LINKS)}${this.#draw.chance(0.3) ? " 'Un titolo'" : ''}`);
    return this.#draw.of([`[${this.#words(1, 2)}][${label}]`, `[${label}]`]);
  }

  #ref(): string {
    const id = this.#draw.of(IDS);
    return this.#draw.of([`<Ref id="${id}" />`, `<Ref id='${id}'/>`, `<Ref id={"${id}"}>${this.#words(1, 2)}</Ref>`]);
  }

  #term(): string {
    return this.#draw.of(['<Term id="front-office" />', `<Term id="front-office">${this.#words(1, 2)}</Term>`]);
  }

  #words(from: number, to: number): string {
    return this.#draw.many(from, to, () => this.#draw.of(WORDS)).join(' ');
  }

  /** Words without a sign that an attribute or a label would have to escape. */
  #plain(): string {
    return this.#draw
      .many(1, 4, () => this.#draw.of(['la fila', 'l’ufficio', 'due sportelli', '«uno»', 'città']))
      .join(' ');
  }

  #label(): string {
    return this.#plain();
  }
}

/**
 * A document's text: valid for the site's parser, with headings in order.
 *
 * @param seed a whole number; the same one gives the same text
 */
export const mdxDocument = (seed: number): string => new Author(seed).document();
