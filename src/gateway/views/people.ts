/** The table of people, and the form to invite one more. */
import type { Context } from '../context.ts';
import { roles } from '../roles.ts';
import type { Account } from '../state/accounts.ts';
import { button, choice, field, type Html, html, notice, ownPage, table, type Words, wordsOf } from './page.ts';

/** What the page says of what was just tried. */
export interface PeopleSaid {
  good?: string | undefined;
  bad?: string | undefined;
  /** An invitation that was just made: shown this once. */
  link?: { address: string; url: string };
  tried?: { address: string; name: string };
}

/** Who may sign in. */
export function peoplePage(context: Context, { good, bad, link, tried }: PeopleSaid = {}): string {
  const { site } = context;
  const words = wordsOf(site);
  const { people: texts } = words;
  return ownPage(
    site,
    texts.title,
    html`<p class="lead">${texts.lead}</p>`,
    good !== undefined && notice('good', good),
    bad !== undefined && notice('bad', bad),
    link && linkNotice(texts, link),
    peopleTable(context, words),
    html`<section aria-labelledby="invitare"><h2 id="invitare">${texts.invite}</h2>
      <p>${texts.inviteHelp}</p>
      <form class="way" method="post" action="/accesso/persone/">
        <input type="hidden" name="azione" value="nuovo">
        ${field({ name: 'indirizzo', label: texts.address, type: 'email', value: tried?.address })}
        ${field({ name: 'nome', label: texts.name, value: tried?.name })}
        <p class="field"><span>${texts.role}</span>${choice('ruolo', texts.role, roleOptions(words).slice(1), 'participant')}</p>
        <p class="field"><span>${texts.participant}</span>${choice('comune', texts.participant, municipalities(context, words), '')}</p>
        ${button(texts.inviteSubmit)}
      </form></section>`,
  );
}

const linkNotice = (texts: Words['people'], { address, url }: { address: string; url: string }): Html =>
  html`<div class="said said-good" role="status">
    <p><strong>${texts.link(address)}</strong></p>
    <p><code class="secret">${url}</code></p>
    <p>${texts.linkHelp}</p>
  </div>`;

const roleOptions = ({ roles: names }: Words) => roles.map((role) => [role, names[role]] as const);

/** The participants to choose from; one that the site does not know is named where an account has it. */
function municipalities({ site: { participants } }: Context, { people }: Words, chosen: string | null = null) {
  const isStray = chosen !== null && !participants.some(({ id }) => id === chosen);
  return [
    ['', people.none] as const,
    ...(isStray ? [[chosen, people.stray(chosen)] as const] : []),
    ...participants.map(({ id, name }) => [id, name] as const),
  ];
}

function peopleTable(context: Context, words: Words): Html {
  const { people: texts } = words;
  const counts = context.state.sessions.counts(context.now());
  const rows = context.state.accounts
    .all()
    .map((account) => [
      html`${account.name}<br><small>${account.address}</small>`,
      rightsForm(context, words, account),
      lastOf(words, account),
      actionsOf(words, account, counts.get(account.id) ?? 0),
    ]);
  const heads = [texts.name, `${texts.role}, ${texts.participant.toLowerCase()}`, texts.last, texts.openSessions];
  return table(texts.title, heads, rows);
}

function rightsForm(context: Context, words: Words, { id, address, role, participant, granted }: Account): Html {
  const { people: texts } = words;
  return html`<form class="row-form" method="post" action="/accesso/persone/">
    <input type="hidden" name="azione" value="ruolo"><input type="hidden" name="conto" value="${id}">
    ${choice('ruolo', texts.roleOf(address), roleOptions(words), role)}
    ${choice('comune', texts.participantOf(address), municipalities(context, words, participant), participant ?? '')}
    <button class="button-plain" type="submit" aria-label="${texts.changeFor(address)}">${texts.change}</button>
    ${texts.granted[granted] && html`<small>${texts.granted[granted]}</small>`}
  </form>`;
}

function lastOf({ people: texts, when }: Words, { signedIn, granted }: Account): string {
  if (signedIn !== null) return when(signedIn);
  return granted === 'hand' ? texts.invited : texts.never;
}

function actionsOf({ people: texts }: Words, { id, address, role }: Account, count: number): Html {
  const action = (name: string, text: string, label: string) => html`<form method="post" action="/accesso/persone/">
    <input type="hidden" name="azione" value="${name}"><input type="hidden" name="conto" value="${id}">
    <button class="button-plain" type="submit" aria-label="${label}">${text}</button>
  </form>`;
  return html`${texts.sessions(count)}
    ${count > 0 && action('sessioni', texts.revoke, texts.revokeFor(address))}
    ${role !== 'none' && action('invito', texts.newLink, texts.newLinkFor(address))}`;
}
