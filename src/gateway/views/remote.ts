/** How things stand with the remote repository, and what to do where the two are not the same. */
import type { RemoteStatus } from '../status/index.ts';
import type { CommitLine } from '../status/waiting.ts';
import { type Html, html, notice, section, type Words } from './page.ts';

export function remoteSection({ remote: texts, time, when }: Words, state: RemoteStatus): Html {
  const { shown, same, tried, trouble, ours, theirs } = state;
  if (tried === undefined) return section(texts.title, html`<p>${texts.first(shown)}</p>`);
  if (!trouble) return section(texts.title, html`<p>${texts.same(shown, time(same ?? tried))}</p>`);
  const { what, toDo } = texts.troubles[trouble.kind];
  const commit = (label: string, line: CommitLine | undefined) =>
    line &&
    html`<div><dt>${label}</dt><dd><code>${line.id}</code> ${line.text}<br>${line.who}, ${when(line.at)}</dd></div>`;
  const paths = 'paths' in trouble ? trouble.paths : [];
  return section(
    texts.title,
    notice('bad', what),
    html`<p><code>${shown}</code></p>`,
    'said' in trouble && trouble.said !== '' && html`<p>${texts.said} <code>${trouble.said}</code></p>`,
    html`<dl class="own-facts">
      <div><dt>${texts.toDo}</dt><dd>${toDo}</dd></div>
      ${commit(texts.ours, ours)}${commit(texts.theirs, theirs)}
      ${paths.length > 0 && html`<div><dt>${texts.files}</dt><dd><ul class="own-files">${paths.map((path) => html`<li><code>${path}</code></li>`)}</ul></dd></div>`}
    </dl>`,
    same !== undefined && html`<p>${texts.lastSame(time(same))}</p>`,
  );
}
