import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { messages } from '#i18n';
import { components, parseMdx } from '#mdx';
import { launchBrowser } from '../support/browser.ts';
import type { EditorPage } from '../support/mdx-editor/main.tsx';
import { servedEditor } from '../support/mdx-editor/serve.ts';

declare const editorPage: EditorPage;

const require = createRequire(import.meta.url);
const words = messages('it').mdxEditor;

let served: Awaited<ReturnType<typeof servedEditor>>;
let browser: Browser;
let page: Page;
/** Errors, refusals of the page's policy, and requests that left the page's own address. */
const troubles: string[] = [];

beforeAll(async () => {
  served = await servedEditor();
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(3000);
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(served.url) && !/^(?:data|blob):/.test(url)) troubles.push(url);
  });
  await page.goto(served.url);
});
beforeEach(() => {
  troubles.length = 0;
});
afterAll(async () => {
  await browser.close();
  served.close();
});

const settled = () => page.waitForTimeout(60);

async function open(mdx: string, readOnly = false) {
  await page.evaluate(([text, only]) => editorPage.open(text, only), [mdx, readOnly] as const);
  await page.waitForSelector('.mdx-text, .cm-content');
  await settled();
}
const told = () => page.evaluate(() => editorPage.told);
const last = async () => (await told()).at(-1) ?? '';
const notice = () => page.locator('.mdx-notice').innerText();
const dialog = () => page.locator('dialog[open]').last();
const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
const field = (label: string | RegExp) => dialog().getByLabel(label);
const confirm = () => dialog().locator('button[type=submit]').click();

async function insert(name: string) {
  await page.locator('.mdx-text').first().click();
  await page.keyboard.press('Control+End');
  await page.locator('.mdx-insert').click();
  await dialog().locator(`[data-inserts=${name}]`).click();
}

const bodyOf = (path: string) => readFileSync(path, 'utf8').replace(/^---\n[\s\S]*?\n---\n?/, '');
const bodies = ['content', 'examples/demo'].flatMap((source) =>
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.mdx'))
    .map((path) => join(source, path)),
);

/** What the check says of a text, by rule. */
const problemsOf = (mdx: string) => parseMdx(mdx).problems.map(({ rule, message }) => `${rule}: ${message}`);

describe('a text that is opened', () => {
  it('is held by the rich text and told of by nobody, for each entry of the network and of the demonstration', async () => {
    expect(bodies.length).toBeGreaterThan(70);
    for (const path of bodies) {
      await open(bodyOf(path));
      expect(await page.locator('.mdx-text').count(), path).toBeGreaterThan(0);
      expect(await told(), path).toEqual([]);
    }
    expect(troubles).toEqual([]);
  });

  const lost: [string, string][] = [
    ['an import', 'Testo.\n\nimport x from "y"\n'],
    ['HTML', 'Un <b>testo</b>.\n'],
    ['a component that is not known', '<Ignoto />\n'],
    ['a tag that is not closed', '<Aside>\n\nTesto.\n'],
    ['an expression that is not closed', 'Un { testo.\n'],
    ['a link by reference', 'Si veda [qui][a].\n\n[a]: https://example.org\n'],
    ['tasks among other items', '- uno\n- [ ] due\n'],
  ];
  it.each(lost)('opens as source, with a sentence and untouched, where it holds %s', async (_, mdx) => {
    await open(mdx);
    await page.waitForSelector('.cm-content');
    expect(await notice()).toBe(words.unfit);
    expect(await told()).toEqual([]);
    await press(words.text);
    await page.waitForSelector('.cm-content');
    expect(await page.locator('.cm-content').innerText()).toContain(mdx.trim().split('\n').at(-1));
    expect(await notice()).toBe(words.unfitAgain);
    expect(await told()).toEqual([]);
  });

  it('cannot be changed where it is for reading only', async () => {
    await open('Testo.\n\n<Aside>\n\nDentro.\n\n</Aside>\n', true);
    expect(await page.locator('.mdxeditor-toolbar').count()).toBe(0);
    expect(await page.locator('.mdx-block button').count()).toBe(0);
    expect(await page.locator('[contenteditable=true]').count()).toBe(0);
  });
});

describe('a word that is typed', () => {
  it('changes its own line and nothing else that the text says', async () => {
    const before = bodyOf('content/guides/picchi-di-utenza.mdx');
    await open(before);
    await page.locator('.mdx-text > p').nth(1).click();
    await page.keyboard.press('End');
    await page.keyboard.type(' Parola.');
    await expect.poll(last).toContain(' Parola.');
    const [now, was] = [(await last()).split('\n'), before.split('\n')];
    expect(now.filter((line, index) => line !== was[index])).toHaveLength(1);
    await page.keyboard.press('Control+z');
    await expect.poll(last).toBe(before);
  });

  it('keeps what there is besides components: footnotes, tables, lists, code, comments, breaks', async () => {
    const before = [
      'Prima.[^1] E dopo.[^due]\n\n## Due\n\n> Citazione\n\n- a\n  - b\n\n3. tre\n4. quattro\n\n| a   |   b |\n| :-- | --: |\n',
      '| 1   |   2 |\n\n---\n\n```js\nconst a = 1;\n```\n\n![Alt](img.png "T")\n\n{/* commento */}\n\n',
      'Riga *uno* **due** `tre` [link](https://example.org/a_b "t"){/* x */} fine\\\ncapo\n\n',
      '[^1]: Nota *ricca* [l](https://example.org).\n\n    Secondo paragrafo.\n\n[^due]: parola\n',
    ].join('');
    await open(before);
    await page.locator('.mdx-text > p').first().click();
    await page.keyboard.press('Home');
    await page.keyboard.type('X');
    await expect
      .poll(last)
      .toBe(
        `X${before.replace('| a   |   b |\n| :-- | --: |\n| 1   |   2 |', '| a  |  b |\n| :- | -: |\n| 1  |  2 |')}`,
      );
  });

  it('is told of while it is typed within a cell of a table, which is not left by that', async () => {
    await open('| Giorno | Persone |\n| --- | --- |\n| lunedì | 12 |\n');
    await page.locator('.mdx-text td', { hasText: 'lunedì' }).click();
    await page.keyboard.press('End');
    await page.keyboard.type(' matt');
    await expect.poll(last).toContain('lunedì matt |');
    await page.keyboard.type('ina');
    await expect.poll(last).toContain('lunedì mattina |');
    await page.keyboard.press('Tab');
    await page.keyboard.type('0');
    await expect.poll(last).toMatch(/lunedì mattina *\| *(?:012|120) *\|/);
  });

  it('is told of while it is typed within a component', async () => {
    await open('<Aside kind="tip">\n\nDentro.\n\n</Aside>\n');
    await page.locator('.mdx-inside').click();
    await page.keyboard.press('End');
    await page.keyboard.type(' Ancora');
    await expect.poll(last).toBe('<Aside kind="tip">\n\nDentro. Ancora\n\n</Aside>\n');
    await page.keyboard.type(' e poi.');
    await expect.poll(last).toBe('<Aside kind="tip">\n\nDentro. Ancora e poi.\n\n</Aside>\n');
  });
});

/** What a person fills in to insert each component, by the names of the attributes' labels. */
const filled: Record<string, Record<string, string>> = {
  Action: { Impegno: 'a-2024-05-1' },
  Decision: { Decisione: 'd-2024-05-1' },
  Faq: { Domanda: 'Serve l’appuntamento?' },
  Figure: { File: 'fila.svg', 'Testo alternativo': 'Una fila "sola"' },
  FileDownload: { File: 'modulo.txt', Descrizione: 'Modulo' },
  IndicatorChart: { Indicatore: 'attesa' },
  IndicatorTable: { Indicatore: 'attesa' },
  Ref: { Voce: 'guides/picchi-di-utenza' },
  Term: { Termine: 'front-office' },
  Video: { 'Indirizzo del video': 'https://example.org/video', Titolo: 'Il numero' },
};

describe('the menu of insertions', () => {
  const names = [...components.values()].filter(({ inside }) => !inside).map(({ name }) => name);

  it.each(names)('inserts %s as the check wants it', async (name) => {
    await open('Testo.\n');
    await insert(name);
    const purpose = components.get(name)?.purpose ?? '';
    if (await dialog().locator('form').count()) {
      expect(await dialog().innerText()).toContain(purpose);
      for (const [label, value] of Object.entries(filled[name] ?? {}))
        await field(new RegExp(`^${label}(?: \\(|$)`)).fill(value);
      await confirm();
    }
    await expect.poll(last).toContain(`<${name}`);
    await expect.poll(() => page.locator(`[data-component=${name}]`).count()).toBeGreaterThan(0);
    expect(problemsOf(await last())).toEqual([]);
    expect(troubles).toEqual([]);
  });

  it('refuses a form with what the check would say, at its field', async () => {
    await open('Testo.\n');
    await insert('Video');
    await field(/^Indirizzo/).fill('non un indirizzo');
    await confirm();
    expect(await dialog().locator('.mdx-fault').allInnerTexts()).toHaveLength(2);
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true');
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    expect(await told()).toEqual([]);
  });

  it('finds an entry by its words, among those that the field may name', async () => {
    await open('Testo.\n');
    await insert('Term');
    await press(words.chooseEntry);
    await dialog().getByLabel(words.searchEntry).fill('FRÓNT');
    expect(await dialog().getByRole('status').innerText()).toBe(words.entryCount(1));
    await dialog()
      .getByRole('button', { name: /front office/ })
      .click();
    await confirm();
    await expect.poll(last).toContain('<Term id="front-office" />');
  });
});

describe('a component that is there', () => {
  it('gets other attributes by its form, and keeps the rest', async () => {
    await open('<Aside kind="tip" title="Uno">\n\nDentro.\n\n</Aside>\n');
    await press(words.editNamed('Riquadro'));
    await field('Titolo').fill('Due');
    await confirm();
    await expect.poll(last).toBe('<Aside kind="tip" title="Due">\n\nDentro.\n\n</Aside>\n');
  });

  it('gets and loses components that stand in it', async () => {
    const tab = (label: string, text: string) => `<Tab label="${label}">\n\n${text}\n\n</Tab>`;
    await open(`<Tabs>\n\n${tab('A', 'Uno.')}\n\n${tab('B', 'Due.')}\n\n</Tabs>\n`);
    await press(words.addChild('Scheda'));
    await field(/^Etichetta/).fill('C');
    await confirm();
    await expect.poll(last).toContain('<Tab label="C">');
    expect(problemsOf(await last())).toEqual([]);
    await press(words.removeNamed('Scheda'));
    await expect.poll(last).not.toContain('label="A"');
    await page.locator('.mdx-inside').first().click();
    await page.keyboard.press('End');
    await page.keyboard.type(' Tre.');
    await expect.poll(last).toContain(tab('B', 'Due. Tre.'));
  });

  it('within a line gets other words', async () => {
    await open('Si veda <Ref id="guides/picchi-di-utenza" />, poi.\n');
    await page.locator('.mdx-inline button').first().click();
    await field(words.shownWords).fill('i picchi');
    await confirm();
    await expect.poll(last).toBe('Si veda <Ref id="guides/picchi-di-utenza">i picchi</Ref>, poi.\n');
  });
});

describe('a component in a component', () => {
  it('is inserted where the cursor is, and told of at once', async () => {
    await open('<Faq question="Perché?">\n\nPerché sì.\n\n</Faq>\n');
    await page.locator('.mdx-inside').click();
    await page.keyboard.press('End');
    await page.locator('.mdx-insert').click();
    await dialog().locator('[data-inserts=Steps]').click();
    await expect
      .poll(last)
      .toMatch(/^<Faq question="Perché\?">\n\nPerché sì\.\n\n<Steps>\n\n1\. [\s\S]*<\/Steps>\n\n<\/Faq>\n$/);
    expect(problemsOf(await last())).toEqual([]);
    await page.locator('.mdx-inside .mdx-inside li').first().click();
    await page.keyboard.press('End');
    await page.keyboard.type(' Subito.');
    await press(words.source);
    expect(await page.locator('.cm-content').innerText()).toContain(' Subito.');
    expect(await last()).toContain(' Subito.');
  });
});

describe('a footnote', () => {
  it('is asked for, marked, and put at the end with the next number', async () => {
    await open('Testo.[^1]\n\n[^1]: Prima.\n');
    await page.locator('.mdx-text > p').first().click();
    await page.keyboard.press('End');
    await page.getByRole('button', { name: words.insertFootnote }).click();
    await field(/^Testo della nota/).fill('Seconda.');
    await confirm();
    await expect.poll(last).toBe('Testo.[^1][^2]\n\n[^1]: Prima.\n\n[^2]: Seconda.\n');
    expect(problemsOf(await last())).toEqual([]);
  });
});

describe('the source', () => {
  it('is what was written, byte for byte, until somebody changes it', async () => {
    const before = '* uno\n* due\n\n__Tre__\n';
    await open(before);
    await press(words.source);
    expect(await page.locator('.cm-line').allTextContents()).toEqual(['* uno', '* due', '', '__Tre__', '']);
    await press(words.text);
    expect(await told()).toEqual([]);
  });

  it('and the rich text show what was changed in the other', async () => {
    await open('Uno.\n');
    await press(words.source);
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('Due.');
    expect(await last()).toBe('Uno.\nDue.');
    await press(words.text);
    await page.locator('.mdx-text > p').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Tre.');
    await expect.poll(last).toBe('Uno.\nDue. Tre.');
    await press(words.source);
    expect(await page.locator('.cm-line').allTextContents()).toEqual(['Uno.', 'Due. Tre.']);
  });
});

describe('what is pasted', () => {
  const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">
    <style><!-- p.MsoNormal {margin:0} --></style></head><body><h1 style='mso-outline-level:1'>Titolo<o:p></o:p></h1>
    <p class=MsoNormal><b style='mso-bidi-font-weight:normal'><span style='color:red'>Forte</span></b> e <u>sotto</u><o:p>&nbsp;</o:p></p>
    <p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>uno</p>
    <p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o</span>due</p>
    <table class=MsoTableGrid><tr><td><p class=MsoNormal>A</p></td><td><p class=MsoNormal>B</p></td></tr>
    <tr><td><p class=MsoNormal>1</p></td><td><p class=MsoNormal>2</p></td></tr></table><script>alert(1)</script></body></html>`;

  it('from a word processor becomes MDX: lists and tables stay, styles go', async () => {
    await open('');
    await page.locator('.mdx-text[contenteditable]').click();
    await page.evaluate((html) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', html);
      clipboardData.setData('text/plain', 'Titolo');
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }, word);
    await expect
      .poll(last)
      .toBe('## Titolo\n\n**Forte** e sotto\n\n- uno\n  - due\n\n| A | B |\n| - | - |\n| 1 | 2 |\n');
  });

  const cleaned: [string, string, string][] = [
    [
      'a frame that is not bold',
      '<b style="font-weight:normal"><p>Testo <span style="font-weight:700">forte</span></p></b>',
      '<p>Testo <strong>forte</strong></p>',
    ],
    [
      'links that lead nowhere safe',
      '<a href="javascript:alert(1)">uno</a> <a href="https://example.org" onclick="x()">due</a>',
      'uno <a href="https://example.org">due</a>',
    ],
    [
      'pictures and frames',
      '<p>Uno<img src="https://example.org/x.png"></p><iframe src="https://example.org"></iframe>',
      '<p>Uno</p>',
    ],
  ];
  it.each(cleaned)('loses %s', async (_, html, clean) => {
    expect(await page.evaluate((text) => editorPage.cleanHtml(text), html)).toBe(clean);
  });

  it('as a picture asks for its alternative text', async () => {
    await open('Testo.\n');
    await page.locator('.mdx-text > p').click();
    await page.keyboard.press('End');
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([new Uint8Array(8)], 'La Fila è qui.PNG', { type: 'image/png' }));
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    });
    await confirm();
    expect(await dialog().locator('.mdx-fault').allInnerTexts()).toContain(words.required);
    await field(/^Testo alternativo/).fill('La fila');
    await confirm();
    await expect.poll(last).toBe('Testo.![La fila](la-fila-e-qui.png)\n');
  });
});

describe('the editor for everyone', () => {
  it('has an Italian word for each key that MDXEditor asks for', () => {
    const home = dirname(require.resolve('@mdxeditor/editor'));
    const unused =
      /^(?:admonitions|frontmatterEditor|codeBlock)\.|admonition|Frontmatter|frontmatter|diffMode|richText|source$|image$|^uploadImage|[hH]ighlight|[uU]nderline|[sS]trikethrough|[sS]u(?:b|per)script/;
    const keys = readdirSync(home, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.js'))
      .flatMap((path) =>
        [...readFileSync(join(home, path), 'utf8').matchAll(/\bt\(\s*"([\w.]+)"/g)].map(([, key]) => key ?? ''),
      );
    expect(keys.length).toBeGreaterThan(60);
    expect([...new Set(keys)].filter((key) => !unused.test(key) && !(key in words.toolbar))).toEqual([]);
  });

  it('has no fault that axe finds, with a form open as well', async () => {
    // MDXEditor's tables have header cells for their tools: of some there are none.
    const axe = readFileSync(require.resolve('axe-core'), 'utf8');
    await open(
      'Testo con <Ref id="guides/x" />.[^1]\n\n<Aside title="T">\n\nDentro.\n\n</Aside>\n\n```js\nx\n```\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n![Fila](fila.png)\n\n[^1]: Nota.\n',
    );
    const faults = async () =>
      (await page.evaluate(
        `${axe}; axe.run({ rules: { 'empty-table-header': { enabled: false } } }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join(' ')))`,
      )) as string[];
    expect(await faults()).toEqual([]);
    await press(words.editNamed('Riquadro'));
    expect(await faults()).toEqual([]);
    await page.keyboard.press('Escape');
    await press(words.source);
    expect(await faults()).toEqual([]);
  });

  it('lets Tab go on from the text to the controls of its components', async () => {
    await open('Testo.\n\n<Aside title="T">\n\nDentro.\n\n</Aside>\n');
    await page.locator('.mdx-text > p').first().click();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      words.editNamed('Riquadro'),
    );
    expect(await told()).toEqual([]);
  });

  it('fits on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    await open(bodyOf('content/guides/picchi-di-utenza.mdx'));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it('gives the focus back where a form was opened from', async () => {
    await open('<Aside title="T">\n\nDentro.\n\n</Aside>\n');
    await page.getByRole('button', { name: words.editNamed('Riquadro') }).focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.press('Escape');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe(words.editNamed('Riquadro'));
  });
});
