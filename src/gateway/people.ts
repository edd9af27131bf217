/** What coordinators, and operators at the command line, do with people. Each change holds from the next request. */
import { type Role, roles } from './roles.ts';
import type { Account } from './state/accounts.ts';
import type { State } from './state/index.ts';

/** What stops a change: a name for the words that say it. */
export type Problem = 'last1' | 'gone';

export interface Doer {
  /** The address of the coordinator, or `OPERATOR`. */
  who: string;
  now: number;
}

/** True when a text is the name of a role. */
export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text);

/** Makes an account, and the invitation for it. @returns the invitation's secret; nothing where the address has an account */
export function invite(
  state: State,
  person: Pick<Account, 'address' | 'name' | 'role' | 'participant'>,
  { who, now }: Doer,
): string | undefined {
  return state.together(() => {
    if (state.accounts.byAddress(person.address)) return undefined;
    const account = state.accounts.add({ ...person, granted: 'hand' }, now);
    state.events.add({ at: now, event: 'invited', who, about: account.address, detail: account.role });
    return state.tickets.issue('invitation', account.id, { account: account.id }, now);
  });
}

/** A new invitation for an account that exists; older ones end. @returns the invitation's secret */
export function inviteAgain(
  state: State,
  id: string,
  { who, now }: Doer,
): { secret: string; account: Account } | Problem {
  return state.together(() => {
    const account = state.accounts.byId(id);
    if (!account || account.role === 'none') return 'gone';
    state.tickets.revoke('invitation', id);
    state.events.add({ at: now, event: 'invited', who, about: account.address });
    return { secret: state.tickets.issue('invitation', id, { account: id }, now), account };
  });
}

/** Gives an account another role, or another participant; with the role `none` it is out at once. */
export function changeRole(
  state: State,
  id: string,
  { role, participant }: Pick<Account, 'role' | 'participant'>,
  { who, now }: Doer,
): Problem | undefined {
  return state.together(() => {
    const account = state.accounts.byId(id);
    if (!account) return 'gone';
    if (account.role === 'coordinator' && role !== 'coordinator' && !state.accounts.hasOtherCoordinator(id))
      return 'last1';
    state.accounts.grant(id, role, participant, 'hand');
    if (role === 'none') {
      state.sessions.endAll(id);
      state.tickets.revoke('invitation', id);
    }
    state.events.add({ at: now, event: 'role-changed', who, about: account.address, detail: role });
    return undefined;
  });
}

/** Ends all sessions of an account, its open invitation, and what its browsers are known by. */
export function revokeSessions(state: State, id: string, { who, now }: Doer): Problem | undefined {
  return state.together(() => {
    const account = state.accounts.byId(id);
    if (!account) return 'gone';
    state.sessions.endAll(id);
    state.sessions.forgetBrowsers(id);
    state.tickets.revoke('invitation', id);
    state.events.add({ at: now, event: 'sessions-revoked', who, about: account.address });
    return undefined;
  });
}
