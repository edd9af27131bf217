/** Search as readers use it: a field, facets with counts, results by heading. Pagefind does the finding. */
import { renderFacets } from './facets-view.ts';
import type { Found, Hit, Pagefind, PanelWords } from './pagefind.ts';
import { renderResult } from './results-view.ts';

const PER_PAGE = 10;
const SHORTEST = 2;

/** The parts of the panel that the script fills. */
function partsOf(panel: HTMLElement) {
  const find = <Type extends Element>(selector: string) => panel.querySelector<Type>(selector) as Type;
  return {
    form: find<HTMLFormElement>('form'),
    input: find<HTMLInputElement>('input[type=search]'),
    status: find<HTMLElement>('.search-status'),
    facets: find<HTMLElement>('.search-facets'),
    results: find<HTMLOListElement>('.search-results'),
    words: JSON.parse(panel.dataset.words ?? '{}') as PanelWords,
    index: new URL(panel.dataset.index ?? '/pagefind/', location.href),
  };
}

async function load(index: URL): Promise<Pagefind> {
  const path = new URL('pagefind.js', index).href;
  const pagefind = (await import(/* @vite-ignore */ path)) as Pagefind;
  await pagefind.options({ baseUrl: new URL('..', index).pathname, excerptLength: 24 });
  // Pagefind counts only the facets that it has loaded.
  await pagefind.filters();
  return pagefind;
}

/**
 * Brings a search panel to life.
 *
 * @param options.address keeps query and filters in the page's address
 */
export function startSearch(panel: HTMLElement, options: { address: boolean }): void {
  const parts = partsOf(panel);
  let engine: Promise<Pagefind> | undefined;
  let filters: Record<string, string> = {};
  let turn = 0;

  const say = (text: string) => {
    parts.status.textContent = text;
  };

  /** Shows the next results; the old ones stay until the new ones are there. */
  const show = async (found: Found, from: number, mine: number) => {
    const hits = await Promise.all(found.results.slice(from, from + PER_PAGE).map((result) => result.data()));
    if (mine !== turn) return;
    if (from === 0) parts.results.replaceChildren();
    parts.results.querySelector('.search-more')?.remove();
    parts.results.append(...hits.map((hit: Hit) => renderResult(hit, parts.words)));
    if (found.results.length > from + PER_PAGE)
      parts.results.append(moreButton(() => void show(found, from + PER_PAGE, mine)));
  };

  const moreButton = (act: () => void) => {
    const item = document.createElement('li');
    item.className = 'search-more';
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.textContent = parts.words.more;
    button.addEventListener('click', act);
    item.append(button);
    return item;
  };

  const run = async () => {
    const query = parts.input.value.trim();
    const mine = ++turn;
    if (options.address) history.replaceState(null, '', addressOf(query, filters));
    if (query.length < SHORTEST && Object.keys(filters).length === 0) {
      parts.results.replaceChildren();
      say(query === '' ? '' : parts.words.start);
      return;
    }
    say(parts.words.loading);
    try {
      engine ??= load(parts.index);
      const pagefind = await engine;
      const found = await pagefind.search(query === '' ? null : query, { filters });
      if (mine !== turn) return;
      renderFacets(parts.facets, found.filters, filters, parts.words, (chosen) => {
        filters = chosen;
        void run();
      });
      await show(found, 0, mine);
      if (mine === turn) say(countOf(found.results.length, query, parts.words));
    } catch {
      engine = undefined;
      say(parts.words.failed);
    }
  };

  let waiting: ReturnType<typeof setTimeout> | undefined;
  parts.input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void run(), 150);
  });
  parts.form.addEventListener('submit', (event) => {
    event.preventDefault();
    void run();
  });
  if (options.address) {
    const { q, ...rest } = Object.fromEntries(new URLSearchParams(location.search));
    parts.input.value = q ?? '';
    filters = Object.fromEntries(Object.entries(rest).filter(([name]) => Object.hasOwn(parts.words.facets, name)));
    parts.input.focus();
    void run();
  }
}

const addressOf = (query: string, filters: Record<string, string>) => {
  const parameters = new URLSearchParams({ ...(query && { q: query }), ...filters }).toString();
  return parameters ? `?${parameters}` : location.pathname;
};

function countOf(count: number, query: string, words: PanelWords): string {
  if (count === 0) return `${words.none.replace('{query}', query)} ${words.noneHelp}`;
  return count === 1 ? words.one : words.many.replace('{count}', String(count));
}
