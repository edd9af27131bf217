/** The search dialog: the panel of the search page, brought here. */
import { startSearch } from './client.ts';

let dialog: Promise<HTMLDialogElement> | undefined;

/** Opens the dialog; goes to the search page itself where its panel cannot be fetched. */
export async function openSearch(page: string): Promise<void> {
  dialog ??= build(page);
  try {
    const opened = await dialog;
    if (!opened.open) opened.showModal();
    opened.querySelector('input')?.select();
  } catch {
    location.assign(page);
  }
}

async function build(page: string): Promise<HTMLDialogElement> {
  const response = await fetch(page);
  const panel = new DOMParser()
    .parseFromString(await response.text(), 'text/html')
    .querySelector<HTMLElement>('[data-search-panel]');
  if (!panel) throw new Error('The search page has no panel');
  const element = document.createElement('dialog');
  element.className = 'search-dialog';
  element.setAttribute('aria-label', panel.dataset.title ?? '');
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'search-close';
  close.textContent = panel.dataset.close ?? '×';
  close.addEventListener('click', () => element.close());
  element.addEventListener('click', (event) => {
    if (event.target === element) element.close();
  });
  // A search field would spend the first Escape on emptying itself.
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') element.close();
  });
  element.append(document.adoptNode(panel), close);
  document.body.append(element);
  startSearch(panel, { address: false });
  return element;
}
