/** One result: its page, and under it the headings where the words stand. */
import type { Hit } from './pagefind.ts';

const SUB_RESULTS = 3;

/** A list item for a result. */
export function renderResult(hit: Hit): HTMLLIElement {
  const item = document.createElement('li');
  item.className = 'search-result';
  const subs = hit.sub_results.filter(({ url }) => url.includes('#')).slice(0, SUB_RESULTS);
  const [kind] = hit.filters.raccolta ?? [];
  item.append(
    ...(kind ? [paragraph('search-kind', kind)] : []),
    heading('p', 'search-title', hit.meta.title ?? hit.url, hit.url),
  );
  if (subs.length === 0) item.append(excerpt(hit.excerpt));
  else {
    const list = document.createElement('ul');
    for (const sub of subs) {
      const entry = document.createElement('li');
      entry.append(heading('p', 'search-heading', sub.title, sub.url), excerpt(sub.excerpt));
      list.append(entry);
    }
    item.append(list);
  }
  return item;
}

function paragraph(className: string, text: string): HTMLElement {
  const element = document.createElement('p');
  element.className = className;
  element.textContent = text;
  return element;
}

function heading(tag: string, className: string, text: string, url: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  const link = document.createElement('a');
  link.href = url;
  link.textContent = text;
  element.append(link);
  return element;
}

/** An excerpt with its marked words; of its markup nothing but the marks is taken over. */
function excerpt(html: string): HTMLElement {
  const element = document.createElement('p');
  element.className = 'search-excerpt';
  for (const node of new DOMParser().parseFromString(html, 'text/html').body.childNodes) {
    const marked = node.nodeName === 'MARK';
    const copy = marked ? document.createElement('mark') : document.createTextNode(node.textContent ?? '');
    if (marked) copy.textContent = node.textContent;
    element.append(copy);
  }
  return element;
}
