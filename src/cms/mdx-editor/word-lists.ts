/** Lists as Word pastes them: paragraphs that say in their style which list and level they are of. */

const LEVEL = /mso-list:[^;]*level(\d+)/i;

const levelOf = (node: Element | null) => Number(LEVEL.exec(node?.getAttribute('style') ?? '')?.[1] ?? 0);

/** The bullet or number that Word writes before an item, which it marks to be ignored. */
function takeMarker(item: Element): string {
  const marker = [...item.querySelectorAll('span')].find((span) =>
    /mso-list:\s*ignore/i.test(span.getAttribute('style') ?? ''),
  );
  const text = (marker?.textContent ?? '').trim();
  marker?.remove();
  return text;
}

/** Makes real lists of a page's paragraphs that are items of Word's lists. */
export function listsOfWord(page: Document): void {
  for (const first of page.querySelectorAll('p')) {
    if (!first.isConnected || levelOf(first) === 0) continue;
    const items: Element[] = [];
    for (let item: Element | null = first; item && levelOf(item) > 0; item = item.nextElementSibling) items.push(item);
    const place = page.createComment('');
    first.before(place);
    place.replaceWith(...nested(items, page));
  }
}

/** Items as lists in lists, by their levels. */
function nested(items: Element[], page: Document): Element[] {
  const roots: Element[] = [];
  const open: { level: number; list: Element }[] = [];
  for (const item of items) {
    const level = levelOf(item);
    const name = /^[\da-z]{1,4}[.)]/i.test(takeMarker(item)) ? 'ol' : 'ul';
    while ((open.at(-1)?.level ?? 0) > level) open.pop();
    let last = open.at(-1);
    if (!last || last.level < level) {
      const list = page.createElement(name);
      if (last) (last.list.lastElementChild ?? last.list).append(list);
      else roots.push(list);
      last = { level, list };
      open.push(last);
    }
    const entry = page.createElement('li');
    entry.append(...item.childNodes);
    last.list.append(entry);
    item.remove();
  }
  return roots;
}
