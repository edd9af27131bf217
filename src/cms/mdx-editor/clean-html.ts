/** What is pasted from word processors and web pages, reduced to what MDX can say. */
import { listsOfWord } from './word-lists.ts';

/** Elements that stay, each with the name it stays under. */
const KEPT: Record<string, string> = {
  ...Object.fromEntries(
    ['p', 'ul', 'ol', 'li', 'blockquote', 'br', 'hr', 'code', 'pre', 'strong', 'em'].map((name) => [name, name]),
  ),
  ...Object.fromEntries(['h2', 'h3', 'h4', 'h5', 'h6', 'table', 'tr', 'td', 'th', 'a'].map((name) => [name, name])),
  h1: 'h2',
  b: 'strong',
  i: 'em',
};
/** Elements that go with all that is in them. */
const DROPPED =
  'script, style, meta, link, title, head, xml, template, svg, img, object, iframe, form, input, button, select, textarea, noscript';
const BLOCKS = new Set([
  'p',
  'ul',
  'ol',
  'li',
  'blockquote',
  'hr',
  'pre',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'table',
  'tr',
  'td',
  'th',
]);
const PARTS = 'div, section, article, header, footer, main, aside, figure, figcaption, address, dt, dd, caption';

/** Where a link may lead. */
const SAFE = /^(?:https?:|mailto:|tel:)/i;

/** HTML with nothing but paragraphs, headings, lists, tables, links, quotes, code, bold and italic. */
export function cleanHtml(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const node of page.querySelectorAll(DROPPED)) node.remove();
  listsOfWord(page);
  for (const part of page.querySelectorAll(PARTS))
    if (!part.querySelector([...BLOCKS, 'h1', 'div'].join())) rename(part, 'p');
  const clean = document.implementation.createHTMLDocument('');
  clean.body.append(...cleaned(page.body, clean));
  for (const cell of clean.querySelectorAll('td, th'))
    cell.textContent = (cell.textContent ?? '').replace(/\s+/g, ' ').trim();
  for (const node of clean.querySelectorAll('p, li, strong, em, a, h2, h3, h4, h5, h6'))
    if (isEmpty(node)) node.remove();
  return clean.body.innerHTML;
}

const isEmpty = (node: Element) =>
  (node.textContent ?? '').replace(/\u00a0/g, ' ').trim() === '' && !node.querySelector('br + br, code');

function rename(node: Element, name: string): void {
  const other = node.ownerDocument.createElement(name);
  other.append(...node.childNodes);
  node.replaceWith(other);
}

/** Formatting that is said by a style alone. */
function styled(node: Element): string | undefined {
  const style = node.getAttribute('style') ?? '';
  if (node.localName !== 'span') return undefined;
  if (/(?:^|;)\s*font-weight:\s*(?:bold|[6-9]00)/i.test(style)) return 'strong';
  return /(?:^|;)\s*font-style:\s*italic/i.test(style) ? 'em' : undefined;
}

/** True for the `<b>` that a well-known word processor puts around everything. */
const isNoBold = (node: Element) => /(?:^|;)\s*font-weight:\s*(?:normal|400)/i.test(node.getAttribute('style') ?? '');

function nameFor(node: Element): string | undefined {
  if (node.localName === 'a' && !SAFE.test(node.getAttribute('href') ?? '')) return undefined;
  if (node.localName === 'b' && isNoBold(node)) return undefined;
  return Object.hasOwn(KEPT, node.localName) ? KEPT[node.localName] : styled(node);
}

/** The children of a node as they stay; words that are between blocks keep a space. */
function cleaned(node: Node, clean: Document): Node[] {
  return [...node.childNodes].flatMap((child): Node[] => {
    if (child.nodeType === Node.TEXT_NODE) return textOf(child, clean);
    if (!(child instanceof Element) && child.nodeType !== Node.ELEMENT_NODE) return [];
    const element = child as Element;
    const name = nameFor(element);
    const inner = cleaned(element, clean);
    if (!name) return inner;
    const kept = clean.createElement(name);
    if (name === 'a') kept.setAttribute('href', element.getAttribute('href') ?? '');
    kept.append(...inner);
    return [kept];
  });
}

/** A text without the line breaks of its source; none between blocks. */
function textOf(node: Node, clean: Document): Node[] {
  const parent = node.parentElement;
  if (parent?.closest('pre')) return [clean.createTextNode(node.textContent ?? '')];
  const text = (node.textContent ?? '').replace(/[\s\u00a0]+/g, ' ');
  const between =
    ['ul', 'ol', 'table', 'tbody', 'thead', 'tr'].includes(parent?.localName ?? '') ||
    (parent?.localName === 'body' && besideBlock(node));
  return text === '' || (between && text === ' ') ? [] : [clean.createTextNode(text)];
}

/** True where a block stands just before or after a text, so that white space there says nothing. */
const besideBlock = ({ previousSibling, nextSibling }: Node): boolean =>
  [previousSibling, nextSibling].some(
    (node) => !node || (node instanceof Element && node.matches([...BLOCKS, 'h1', PARTS].join())),
  );
