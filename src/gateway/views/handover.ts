/** The page in the popup that ends a sign-in at GitHub: it says how that went, and tells the page that opened it. */
import type { Site } from '../site.ts';
import { html, wordsOf } from './page.ts';

/** How a sign-in at the forge went. */
export type Outcome = { token: string } | { error: string };

/** What Decap waits for: its own format. */
function messageOf(outcome: Outcome): string {
  return 'token' in outcome
    ? `authorization:github:success:${JSON.stringify({ token: outcome.token, provider: 'github' })}`
    : `authorization:github:error:${JSON.stringify({ message: outcome.error })}`;
}

/** The page. It stands apart from the site's frame: nothing else runs beside a token. */
export function handoverPage({ shell }: Site, script: string, outcome: Outcome): string {
  const { forge: words } = wordsOf({ shell } as Site);
  const isDone = 'token' in outcome;
  const title = isDone ? words.done : words.notDone;
  return `${html`<!doctype html>
<html lang="${shell.locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body data-message="${messageOf(outcome)}">
<main>
<h1>${title}</h1>
<p role="${isDone ? 'status' : 'alert'}">${isDone ? words.handing : outcome.error}</p>
<p id="sola" role="alert" hidden>${words.alone}</p>
</main>
<script src="${script}"></script>
</body>
</html>`}\n`;
}

/** Greets the page that opened the popup, and answers it alone, where it is of this very site. */
export const handoverScript = `'use strict';
const { opener, location: { origin } } = window;
const { message } = document.body.dataset;
delete document.body.dataset.message;
const GREETING = 'authorizing:github';
if (opener === null) {
  document.getElementById('sola').hidden = false;
} else {
  addEventListener('message', function answer(event) {
    if (event.origin !== origin || event.source !== opener || event.data !== GREETING) return;
    removeEventListener('message', answer);
    opener.postMessage(message, origin);
  });
  opener.postMessage(GREETING, origin);
}
`;
