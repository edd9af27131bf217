import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm';
import { mdxFromMarkdown, mdxToMarkdown } from 'mdast-util-mdx';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import { gfm } from 'micromark-extension-gfm';
import { mdxjs } from 'micromark-extension-mdxjs';
import { describe, expect, it } from 'vitest';
import { parseMdx } from '#mdx';
import { keptBlocks, parseFile } from '../../src/cms/text/index.ts';
import { mdxDocument } from '../support/mdx-documents.ts';

interface Any {
  type: string;
  value?: string;
  children?: Any[];
  spread?: boolean | null;
  ordered?: boolean | null;
  start?: number | null;
  position?: { start: { line: number }; end: { line: number } };
}
const everyIn = (node: Any): Any[] => [node, ...(node.children ?? []).flatMap(everyIn)];
const hasParagraphs = (node: Any): boolean =>
  everyIn(node).some(
    ({ type, children = [] }) =>
      type === 'listItem' && children.filter((child) => child.type === 'paragraph').length > 1,
  );

const treeOf = (text: string) =>
  fromMarkdown(text, { extensions: [gfm(), mdxjs()], mdastExtensions: [gfmFromMarkdown(), mdxFromMarkdown()] });

/** A tree as an editor writes it. */
function written(given: ReturnType<typeof treeOf>, options: Options = {}): string {
  const tree = structuredClone(given);
  for (const list of everyIn(tree)) {
    if (list.type !== 'list' && list.type !== 'listItem') continue;
    // As Lexical's lists do, where nothing but words and lists is in them.
    const isPlain = everyIn(list).every(({ type }) => !/^(?:code|table|mdxJsxFlow.*)$/.test(type));
    if (isPlain && !hasParagraphs(list)) list.spread = false;
    if (list.type === 'list' && list.ordered) list.start = 1;
  }
  return toMarkdown(tree, { extensions: [gfmToMarkdown(), mdxToMarkdown()], resourceLink: true, ...options });
}

type Tree = ReturnType<typeof treeOf>;
const otherMarks: Options = {
  bullet: '+',
  bulletOrdered: ')',
  emphasis: '_',
  strong: '_',
  fence: '~',
  rule: '_',
  setext: true,
  listItemIndent: 'tab',
  quote: "'",
};
const hands: Record<string, (tree: Tree) => string> = {
  'in its own style': (tree) => written(tree),
  'with other marks': (tree) => written(tree, otherMarks),
  // What hangs below a footnote is lost to those who take it for text: of such documents nothing is escaped here.
  'with its footnotes escaped': (tree) => {
    const notes = everyIn(tree).filter(({ type }) => type === 'footnoteDefinition');
    const isPlain = notes.every(({ children = [] }) => children.length === 1);
    return isPlain ? written(tree).replaceAll('[^', '\\[^') : written(tree);
  },
};

const bodies = ['content', 'examples/demo'].flatMap((source) =>
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.mdx'))
    .map((path): [string, string] => [
      path,
      String(parseFile(readFileSync(join(source, path), 'utf8'), 'mdx').data.body),
    ]),
);
const seeds = Array.from({ length: 500 }, (_, index) => index);

describe('a text that an editor wrote anew without a change keeps its bytes', () => {
  const check = (text: string, what: string) => {
    const tree = treeOf(text);
    for (const [hand, write] of Object.entries(hands))
      expect(keptBlocks(text, write(tree)), `${what} ${hand}`).toBe(text);
  };

  it.each(bodies)('%s', (path, body) => {
    check(body, path);
    check(body.replaceAll('\n', '\r\n'), path);
  });

  it('and so do 500 generated ones', () => {
    for (const seed of seeds) check(mdxDocument(seed), `seed ${seed}`);
  });
});

/** Puts a word into the text of a tree; says in which lines its paragraph, row or quotation is. */
function edit(root: Any, draw: number): [from: number, to: number] | undefined {
  const places: [words: Any, around: Any][] = [];
  const walk = (node: Any, around: Any | undefined, isWhole: boolean) => {
    for (const child of node.children ?? []) {
      const block =
        isWhole || !/^(?:paragraph|heading|tableRow|blockquote|footnoteDefinition|listItem)$/.test(child.type)
          ? around
          : child;
      if (child.type === 'text' && block && /\p{L}{3}/u.test(child.value ?? '') && child.position)
        places.push([child, block]);
      walk(child, block, isWhole || /^(?:tableRow|blockquote|footnoteDefinition)$/.test(child.type));
    }
  };
  walk(root, undefined, false);
  const [words, around] = places[draw % Math.max(places.length, 1)] ?? [];
  if (!words || !around?.position) return undefined;
  words.value = words.value?.replace(/(\p{L}{3})/u, 'nuovo $1');
  return [around.position.start.line, around.position.end.line];
}

/** The lines of a text that differ from those of another, as numbers of the first one. */
function changed(before: string, after: string): [from: number, to: number] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < old.length && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < old.length - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  return [head + 1, old.length - tail];
}

describe('a word in one paragraph', () => {
  const check = (text: string, given: Tree, draw: number, what: string) => {
    const tree = structuredClone(given);
    const lines = edit(tree, draw);
    if (!lines) return false;
    const result = keptBlocks(text, written(tree));
    expect(result, what).toContain('nuovo ');
    const [from, to] = changed(text, result);
    expect(from, `${what}\n${result}`).toBeGreaterThanOrEqual(lines[0]);
    expect(to, `${what}\n${result}`).toBeLessThanOrEqual(lines[1]);
    expect(parseMdx(result).problems, what).toEqual(parseMdx(text).problems);
    return true;
  };

  it.each(bodies)('changes that paragraph alone in %s', (path, body) => {
    const tree = treeOf(body);
    for (const draw of [1, 8, 15]) check(body, tree, draw, path);
  });

  it('changes that paragraph alone in 500 generated documents', () => {
    const done = seeds.filter((seed) => check(mdxDocument(seed), treeOf(mdxDocument(seed)), seed, `seed ${seed}`));
    expect(done.length).toBeGreaterThan(480);
  });
});

const DOCUMENT = `Prima riga[^1].

* uno
*   due


<Tabs>
<Tab label='A'>

  Testo di A.

  1) primo
  2) secondo

</Tab>

<Tab label='B'>

  Testo di B, con __grassetto__.

</Tab>
</Tabs>

| Voce | Valore |
|:-----|-------:|
| a    |      1 |
| b    |      2 |

Ultima, con [una voce][v] e <Ref id='guides/picchi'/>.

[^1]: La nota.

[v]: https://example.org/
`;

/** The document after an edit of what an editor wrote. */
const after = (from: string | RegExp, to: string, text = DOCUMENT) => {
  const given = written(treeOf(text));
  const edited = given.replace(from, to);
  expect(edited).not.toBe(given);
  return keptBlocks(text, edited);
};

describe('an edit', () => {
  it('of a block leaves the others, and is in the house style', () => {
    expect(after('Prima riga', '*Prima* **riga**')).toBe(DOCUMENT.replace('Prima riga', '_Prima_ **riga**'));
  });

  it('of an item leaves the other items', () => {
    expect(after('due', 'due e mezzo')).toBe(
      DOCUMENT.replace('*   due', '* due e mezzo').replace('* due e', '*   due e'),
    );
    expect(after('* uno', '* zero\n* uno')).toBe(DOCUMENT.replace('* uno', '* zero\n* uno'));
    expect(after('* uno\n', '')).toBe(DOCUMENT.replace('* uno\n', ''));
    expect(after('2. secondo', '2. secondo\n     3. terzo')).toBe(
      DOCUMENT.replace('2) secondo', '2) secondo\n  3) terzo'),
    );
  });

  it('within a component leaves the rest of it', () => {
    expect(after('di B', 'di B e altri')).toBe(
      DOCUMENT.replace('di B, con __grassetto__', 'di B e altri, con **grassetto**'),
    );
    expect(after('Testo di A.', 'Testo di A.\n\n    Nuovo.')).toBe(
      DOCUMENT.replace('Testo di A.', 'Testo di A.\n\n  Nuovo.'),
    );
  });

  it('of an attribute leaves the rest of the tag and what it holds', () => {
    expect(after('label="B"', 'label="C"')).toBe(DOCUMENT.replace("label='B'", 'label="C"'));
    const aside = '<Aside\n  kind="tip"\n  title={"Uno"}\n>\n  Testo.\n</Aside>';
    expect(after('title={"Uno"}', 'title="Due"', aside)).toBe(aside.replace('{"Uno"}', '"Due"'));
    expect(after(' title={"Uno"}', '', aside)).toBe('<Aside kind="tip">\n  Testo.\n</Aside>');
    expect(after('alt="a"', 'alt="«b»" caption="c"', "<Figure src='x.svg' alt='a'/>")).toBe(
      `<Figure src='x.svg' alt="«b»" caption="c"/>`,
    );
  });

  it('that adds, moves or takes away a part of a component does that alone', () => {
    const [first = '', second = ''] = DOCUMENT.match(/<Tab [\s\S]*?<\/Tab>/g) ?? [];
    expect(after(/<Tab label="A">[\s\S]*?<\/Tab>\s*/, '')).toBe(DOCUMENT.replace(`${first}\n\n`, ''));
    expect(after('</Tabs>', '<Tab label="C">\n\nTesto di C.\n\n</Tab>\n\n</Tabs>')).toBe(
      DOCUMENT.replace(second, `${second}\n\n<Tab label="C">\n\nTesto di C.\n\n</Tab>`),
    );
  });

  it('of a row leaves the other rows and their width', () => {
    expect(after(/\| b +\| +2 \|/, '| b | 12 |\n| c | 3 |')).toBe(
      DOCUMENT.replace('| b    |      2 |', '| b    |     12 |\n| c    |      3 |'),
    );
    expect(after('Valore', 'Valori')).toBe(DOCUMENT.replace('| Valore |', '| Valori |'));
  });

  it('that inserts a list beside a list keeps them apart', () => {
    const text = 'Uno.\n\n- a\n- b\n';
    expect(keptBlocks(text, 'Uno.\n\n* a\n* b\n\n- c\n')).toBe('Uno.\n\n- a\n- b\n\n* c\n');
  });

  it('moves a block with its bytes', () => {
    const text = '__a__ b\n\n* uno\n\n`fine`\n';
    expect(keptBlocks(text, '- uno\n\n**a** b\n\n`fine`\n')).toBe('* uno\n\n__a__ b\n\n`fine`\n');
  });

  it('keeps a footnote whose marks were escaped in what changed', () => {
    const given = written(treeOf(DOCUMENT))
      .replaceAll('[^', '\\[^')
      .replace('Prima', 'Seconda')
      .replace('La nota', 'Una nota');
    expect(keptBlocks(DOCUMENT, given)).toBe(DOCUMENT.replace('Prima', 'Seconda').replace('La nota', 'Una nota'));
  });

  it('keeps an address written once for the links that use it', () => {
    const given = written(treeOf(DOCUMENT))
      .replace('[una voce][v]', '[una voce](https://example.org/)')
      .replace(/\n\n\[v\]: .*/, '');
    expect(keptBlocks(DOCUMENT, given)).toBe(DOCUMENT);
    expect(keptBlocks(DOCUMENT, given.replace('Ultima', 'Infine'))).toBe(
      DOCUMENT.replace(
        /Ultima.*/,
        'Infine, con [una voce](https://example.org/) e <Ref id="guides/picchi" />.',
      ).replace(/\n\[v\]: .*\n/, ''),
    );
  });

  it('writes bare addresses as they are', () => {
    const text = 'Si veda https://example.org/a_b, o rete@example.org.\n';
    expect(after('Si veda', 'Vedi', text)).toBe(text.replace('Si veda', 'Vedi'));
    const escaped = 'Vedi https://example.org/a\\_b, o rete@example.org.\n';
    expect(keptBlocks(text, escaped)).toBe(text.replace('Si veda', 'Vedi'));
  });

  it('keeps line ends', () => {
    const windows = DOCUMENT.replaceAll('\n', '\r\n');
    expect(after('Prima', 'Seconda\n', windows)).toBe(
      windows.replace('Prima', 'Seconda\r\n').replace('\r\n riga', '\r\nriga'),
    );
  });

  it('of everything, or of nothing, is what was given', () => {
    expect(keptBlocks(DOCUMENT, '')).toBe('');
    expect(keptBlocks('', 'Uno *due*.\n\n* tre\n')).toBe('Uno _due_.\n\n- tre');
    expect(keptBlocks('\n', 'Uno.')).toBe('Uno.\n');
    expect(keptBlocks('<Aside>\n\nNon chiuso', 'Uno')).toBe('Uno');
    expect(keptBlocks('Uno', '<Aside>\n\nNon chiuso')).toBe('<Aside>\n\nNon chiuso');
    for (const text of ['', '\n', ' ', '{', '\uFEFFa', 'a\r\nb\n\n\n']) expect(keptBlocks(text, text)).toBe(text);
  });
});

describe('a new text', () => {
  it('is in the house style', () => {
    const given =
      '* a\n* [ ] b\n\n***\n\n~~~js\nx\n~~~\n\n<Tabs>\n  <Tab label="A">\n    Testo\n  </Tab>\n</Tabs>\n\n<Aside>\n  * x\n    1. y\n\n  Fine.\n</Aside>\n';
    expect(keptBlocks('', given)).toMatchInlineSnapshot(`
      "- a
      - [ ] b

      ---

      \`\`\`js
      x
      \`\`\`

      <Tabs>

      <Tab label="A">

      Testo

      </Tab>

      </Tabs>

      <Aside>

      - x
        1. y

      Fine.

      </Aside>"
    `);
    expect(parseMdx(keptBlocks('', given)).problems).toEqual([]);
  });
});

describe('generated documents', () => {
  it('are what the site accepts', () => {
    for (const seed of seeds) expect(parseMdx(mdxDocument(seed)).problems, `seed ${seed}`).toEqual([]);
  });
});
