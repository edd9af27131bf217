/** The audit log, the newest first. */
import type { Context } from '../context.ts';
import type { Role } from '../roles.ts';
import { type Event, OPERATOR, SERVICE } from '../state/events.ts';
import { html, ownPage, table, type Words, wordsOf } from './page.ts';

const A_PAGE = 50;

/** A page of the log, from 1. */
export function eventsPage({ site, state, settings }: Context, number: number): string {
  const words = wordsOf(site);
  const { events: texts } = words;
  const pages = Math.max(1, Math.ceil(state.events.count() / A_PAGE));
  const at = Math.min(number, pages);
  const events = state.events.page(A_PAGE, (at - 1) * A_PAGE);
  const link = (to: number, text: string) => html`<a href="/accesso/registro/?pagina=${to}">${text}</a>`;
  return ownPage(
    site,
    texts.title,
    html`<p class="lead">${texts.lead(settings.audit.days)}</p>`,
    events.length === 0
      ? html`<p>${texts.empty}</p>`
      : table(
          texts.title,
          [texts.at, texts.who, texts.what, texts.about, texts.origin],
          events.map((event) => cells(words, event)),
        ),
    pages > 1 &&
      html`<p class="own-paging">${at > 1 && link(at - 1, texts.newer)} ${at < pages && link(at + 1, texts.older)}</p>`,
  );
}

/** Who did it: a person, an operator, the gateway itself; nothing for somebody unknown. */
function whoOf({ events: texts }: Words, { who }: Event): string {
  if (who === OPERATOR) return texts.operator;
  return who === SERVICE ? texts.system : (who ?? '');
}

/** What it was done to, and what was given: a role has its name. */
const aboutOf = ({ roles }: Words, { about, detail }: Event): string =>
  [about, detail !== null && Object.hasOwn(roles, detail) ? roles[detail as Role] : detail].filter(Boolean).join(': ');

const cells = (words: Words, event: Event): string[] => [
  words.when(event.at),
  whoOf(words, event),
  words.events.kinds[event.event],
  aboutOf(words, event),
  event.origin ?? '',
];
