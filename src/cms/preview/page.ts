/** A page of the site in a frame: it looks as it will, runs nothing, and leads away only into another tab. */

const SCRIPT = /<script\b[^>]*>[\s\S]*?<\/script>/g;

/**
 * The page for the frame, without the scripts that it would not run. An anchor stays in it: without the frame's own
 * address it would lead to the editor.
 */
const framed = (html: string): string =>
  html
    .replaceAll(SCRIPT, '')
    .replace('<head>', '<head><base target="_blank">')
    .replaceAll('href="#', 'target="_self" href="about:srcdoc#');

/**
 * Shows a page. Where the frame shows one already, only what the reader sees is exchanged, so that she stays where she
 * is.
 */
export function showIn(frame: HTMLIFrameElement, html: string): void {
  const page = framed(html);
  const shown = frame.contentDocument?.querySelector('main');
  const next = shown && new DOMParser().parseFromString(page, 'text/html').querySelector('main');
  if (shown && next) shown.replaceChildren(...shown.ownerDocument.adoptNode(next).childNodes);
  else frame.srcdoc = page;
}
