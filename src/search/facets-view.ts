/** Facets as a choice each, with counts. */
import type { Found, PanelWords } from './pagefind.ts';

/** Draws the facets anew; the one that has the focus keeps it. */
export function renderFacets(
  place: HTMLElement,
  counts: Found['filters'],
  chosen: Record<string, string>,
  words: PanelWords,
  choose: (chosen: Record<string, string>) => void,
): void {
  const focused = document.activeElement?.id;
  const fields = Object.entries(words.facets).flatMap(([name, label]) => {
    const values = Object.entries(counts[name] ?? {}).filter(([value, count]) => count > 0 || value === chosen[name]);
    return values.length > 0 ? [field(name, label, values, chosen, words, choose)] : [];
  });
  place.replaceChildren(...fields);
  if (focused) document.getElementById(focused)?.focus();
}

function field(
  name: string,
  label: string,
  values: [string, number][],
  chosen: Record<string, string>,
  words: PanelWords,
  choose: (chosen: Record<string, string>) => void,
): HTMLElement {
  const wrapper = document.createElement('div');
  wrapper.className = 'search-facet';
  const caption = document.createElement('label');
  const select = document.createElement('select');
  select.id = `facet-${name}`;
  caption.htmlFor = select.id;
  caption.textContent = label;
  select.append(new Option(words.any, ''));
  const sorted = values.sort(([a], [b]) =>
    name === 'anno' ? b.localeCompare(a) : a.localeCompare(b, document.documentElement.lang),
  );
  for (const [value, count] of sorted) select.append(new Option(`${value} (${count})`, value));
  select.value = chosen[name] ?? '';
  select.addEventListener('change', () => {
    const { [name]: _, ...others } = chosen;
    choose(select.value ? { ...others, [name]: select.value } : others);
  });
  wrapper.append(caption, select);
  return wrapper;
}
