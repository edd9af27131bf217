/** Somebody at the editor who opens one entry after the other, each by its address, in one page. */
import type { Page, Response } from 'playwright-core';
import type { OpenedEntry, Typed } from './entries.ts';

/** What came of a save. */
export interface Saved {
  /** The file as it was sent. */
  raw: string;
  /** The object that the gateway has of the file. */
  blob: string | undefined;
}

interface Asked {
  action: string;
  params: { dataFiles?: { path: string; raw: string }[] };
}

const askedBy = (response: Response): Asked | undefined =>
  response.url().endsWith('/admin/api/v1') ? (response.request().postDataJSON() as Asked) : undefined;

const fieldOf = (page: Page, { name }: Typed) => page.locator(`[id^="${name}-field"]`).first();
const saveButton = (page: Page) => page.getByRole('button', { name: 'Salva', exact: true });

/** Opens an entry, and waits until its fields and its text are there. @returns true where Decap takes it for changed */
export async function open(page: Page, { form, slug, field, hasBody }: OpenedEntry): Promise<boolean> {
  // Decap forgets an entry as it is left.
  await page.evaluate((hash) => location.assign(hash), `#/collections/${form}`);
  await page.waitForFunction(() => document.querySelector('[id*="-field"]') === null);
  await page.evaluate((hash) => location.assign(hash), `#/collections/${form}/entries/${slug}`);
  await fieldOf(page, field).waitFor();
  if (hasBody) await page.locator('.mdx-text, .cm-content').first().waitFor();
  return saveButton(page).isEnabled();
}

/** As much of Decap's store as is used here: React keeps it where it is handed down. */
interface Store {
  getState(): { entryDraft: { getIn(path: string[]): unknown } };
  dispatch(action: object): void;
}
interface Fiber {
  memoizedProps?: { store?: Store };
  child?: Fiber | null;
  sibling?: Fiber | null;
}

/**
 * Gives a field the value that it has, and lets Decap take that for a change: a value that was changed and changed
 * back it does not save, since it compares values.
 */
export const touch = (page: Page, { name }: Typed): Promise<void> =>
  page.evaluate((field) => {
    const storeIn = (fiber: Fiber | null | undefined): Store | undefined =>
      fiber ? (fiber.memoizedProps?.store ?? storeIn(fiber.child) ?? storeIn(fiber.sibling)) : undefined;
    const root = Object.entries(document.querySelector('#nc-root') ?? {}).find(([key]) => key.startsWith('__react'));
    const store = storeIn((root?.[1] as { stateNode: { current: Fiber } } | undefined)?.stateNode.current);
    if (!store) throw new Error('Decap has no store.');
    const value = store.getState().entryDraft.getIn(['entry', 'data', field]);
    const payload = { field: new Map([['name', field]]), value, metadata: {}, entries: [] };
    store.dispatch({ type: 'DRAFT_CHANGE_FIELD', payload });
  }, name);

/** Types at the end of a text, or what is to be chosen. */
export async function typeInto(page: Page, field: Typed): Promise<void> {
  await fieldOf(page, field).focus();
  if (!field.isChoice) await page.keyboard.press('Control+End');
  await page.keyboard.type(field.keys);
  if (field.isChoice) await page.keyboard.press('Enter');
}

/**
 * Puts a word in the place of another one in the rich text, as one does: a double click, and typing.
 *
 * @param turn in which of its paragraphs, items and cells, counted around
 *
 * @returns the word that was there; nothing where the text has none, or is not shown as rich text
 */
export async function writeOver(page: Page, turn: number, word: string): Promise<string | undefined> {
  const found = await page.evaluate((at) => {
    const words = [...document.querySelectorAll<HTMLElement>('.mdx-text :is(p, li) > [data-lexical-text]')].flatMap(
      ({ firstChild: node, isContentEditable }) => {
        const match = isContentEditable && /(?<![\p{L}’])\p{L}{5,}(?![\p{L}’])/u.exec(node?.textContent ?? '');
        return node && match ? [{ node, index: match.index, text: match[0] }] : [];
      },
    );
    const one = words[at % words.length];
    if (!one) return undefined;
    const range = document.createRange();
    range.setStart(one.node, one.index);
    range.setEnd(one.node, one.index + one.text.length);
    one.node.parentElement?.scrollIntoView({ block: 'center' });
    const [box] = range.getClientRects();
    return box && { text: one.text, x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, turn);
  if (!found) return undefined;
  await page.mouse.dblclick(found.x, found.y);
  await page.keyboard.type(word);
  return found.text;
}

/**
 * Saves, and waits until Decap has taken the answer in.
 *
 * @param reopens true where the entry has no draft yet: Decap opens it anew then
 *
 * @throws where it is refused
 */
export async function save(page: Page, reopens: boolean): Promise<Saved> {
  await page.evaluate(() => document.querySelector('[id*="-field"]')?.setAttribute('data-before', ''));
  const [answer] = await Promise.all([
    page.waitForResponse((response) => askedBy(response)?.action === 'persistEntry'),
    saveButton(page).click(),
  ]);
  if (!answer.ok()) throw new Error(`refused: ${await answer.text()}`);
  await page.waitForFunction((anew) => {
    const fields = [...document.querySelectorAll('[id*="-field"]')];
    const isThere = fields.length > 0 && !fields.some((field) => field.hasAttribute('data-before'));
    const button = [...document.querySelectorAll('button')].find(({ innerText }) => innerText === 'Salva');
    return button?.disabled && (isThere || !anew);
  }, reopens);
  const { path = '', raw = '' } = askedBy(answer)?.params.dataFiles?.[0] ?? {};
  const { files = {} } = (await answer.json()) as { files?: Record<string, string> };
  return { raw, blob: files[path] };
}
