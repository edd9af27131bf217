/** Tells the coordinators by mail that something waits for them. */
import type { Context } from '../context.ts';
import type { Session } from '../state/sessions.ts';
import type { Words } from './form.ts';
import type { Handed } from './hand-in.ts';

/** Where drafts are read. */
const DRAFTS = '/admin/#/workflow';

/** Sends it to each coordinator but whoever handed in; what cannot be sent is noted and no more. */
export async function tellCoordinators(
  { state, sendMail, log, url }: Context,
  { name, account }: Session,
  { title }: Handed,
  words: Words['mail'],
): Promise<void> {
  if (!sendMail) return;
  const coordinators = state.accounts.all().filter(({ role, id }) => role === 'coordinator' && id !== account);
  for (const { address } of coordinators) {
    try {
      await sendMail(address, words.subject(title), words.text(name, title, `${url}${DRAFTS}`));
    } catch (error) {
      log.error({ reason: (error as Error).message }, 'mail not sent');
    }
  }
}
