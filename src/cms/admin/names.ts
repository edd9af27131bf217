/** Decap leaves some of its controls without a name: whoever cannot see their signs hears one from here. */
import { messages } from '#i18n';

const words = messages('it').forms.controls;

/** What has no name, by what Decap calls it in its classes, and how it is called. */
const NAMED: readonly [selector: string, name: string][] = [
  ['[class*="ListItemTopBar"] > button:first-of-type', words.fold],
  ['[class*="ListItemTopBar"] > button:last-of-type', words.removeItem],
  ['[class*="ListItemTopBar"] [aria-roledescription="sortable"]', words.moveItem],
  ['iframe#preview-pane', words.preview],
];

function nameAll(): void {
  for (const [selector, name] of NAMED)
    for (const element of document.querySelectorAll<HTMLElement>(selector))
      if (!element.hasAttribute('aria-label') && element.textContent === '') element.setAttribute('aria-label', name);
}

/** Names them whenever Decap draws. */
export function nameControls(): void {
  let isAsked = false;
  const observer = new MutationObserver(() => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      nameAll();
    });
  });
  observer.observe(document.body, { childList: true, subtree: true });
}
