/** Opens search in a dialog at «/», Ctrl-K or the header's link; all else loads only then. */
const link = document.querySelector<HTMLAnchorElement>('.search-open');

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

async function open(event: Event) {
  if (!link || document.querySelector('[data-search-panel]:not(dialog *)')) return;
  event.preventDefault();
  const { openSearch } = await import('./dialog.ts');
  await openSearch(link.href);
}

link?.addEventListener('click', (event) => {
  if (!event.ctrlKey && !event.metaKey && !event.shiftKey) void open(event);
});
document.addEventListener('keydown', (event) => {
  const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target);
  const ctrlK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
  if (slash || ctrlK) void open(event);
});
