/** One result: its page, and under it the headings where the words stand. */
import type { Hit, PanelWords } from './pagefind.ts';

const SUB_RESULTS = 3;
/** Marks that a result carries as its page does. */
const MARKS = ['draft', 'limited', 'demo'] as const;

/** A list item for a result. */
export function renderResult(hit: Hit, words: PanelWords): HTMLLIElement {
  const item = document.createElement('li');
  item.className = 'search-result';
  const [kind] = hit.filters.raccolta ?? [];
  if (kind) item.append(textElement('p', 'search-kind', kind));
  const title = linkLine('search-title', hit.meta.title ?? hit.url, hit.url);
  for (const mark of MARKS) if (hit.meta[mark]) title.append(textElement('span', `badge badge-${mark}`, words[mark]));
  item.append(title);
  const subs = hit.sub_results.filter(({ url }) => url.includes('#')).slice(0, SUB_RESULTS);
  if (subs.length === 0) item.append(excerpt(hit.excerpt));
  else {
    const list = document.createElement('ul');
    for (const sub of subs) {
      const entry = document.createElement('li');
      entry.append(linkLine('search-heading', sub.title, sub.url), excerpt(sub.excerpt));
      list.append(entry);
    }
    item.append(list);
  }
  return item;
}

function textElement(tag: 'p' | 'span', className: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

function linkLine(className: string, text: string, url: string): HTMLElement {
  const line = textElement('p', className, '');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = text;
  line.append(link);
  return line;
}

/** An excerpt with its marked words; of its markup nothing but the marks is taken over. */
function excerpt(html: string): HTMLElement {
  const element = textElement('p', 'search-excerpt', '');
  for (const node of new DOMParser().parseFromString(html, 'text/html').body.childNodes) {
    const marked = node.nodeName === 'MARK';
    const copy = marked ? document.createElement('mark') : document.createTextNode(node.textContent ?? '');
    if (marked) copy.textContent = node.textContent;
    element.append(copy);
  }
  return element;
}
