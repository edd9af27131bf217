/** `npm run accounts`: who may sign in, for operators. A running gateway follows at its next request. */
import { parseArgs } from 'node:util';
import { type Config, readConfig } from '#config';
import {
  changeRole,
  invitationUrl,
  invite,
  inviteAgain,
  isRole,
  OPERATOR,
  openStateWith,
  participantsIn,
  type Role,
  readAddress,
  readSettings,
  revokeSessions,
  type State,
} from '#gateway';
import { commandMessages } from '#i18n';
import { runCommand, UsageError } from './command.ts';

const words = commandMessages.accounts;

function usage(): never {
  throw new UsageError(words.usage);
}

/** The account of an address. @throws UsageError where there is none */
function accountOf(state: State, address: string) {
  const account = state.accounts.byAddress(readAddress(address) ?? address);
  if (!account) throw new UsageError(words.unknown(address));
  return account;
}

const asRole = (text: string | undefined): Role => (text !== undefined && isRole(text) ? text : usage());

/** The id of a participant. @throws UsageError where the built site has none of that id */
function asParticipant(id: string | undefined, dist: string): string | null {
  if (id === undefined) return null;
  const known = participantsIn(dist);
  if (known.length > 0 && !known.some((one) => one.id === id))
    throw new UsageError(
      words.noParticipant(
        id,
        known.map((one) => one.id),
      ),
    );
  return id;
}

/** What each sub-command does; it prints, and says whether that was done. */
const commands: Record<string, (state: State, config: Config, args: string[]) => boolean> = {
  list(state, _, args) {
    if (args.length > 0) usage();
    const rows = state.accounts.all().map(({ address, name, role, participant, signedIn }) => ({
      address,
      name,
      role,
      participant: participant ?? '',
      signedIn: signedIn === null ? words.never : new Date(signedIn).toISOString(),
    }));
    console.log(rows.length === 0 ? words.none : rows.map((row) => Object.values(row).join('\t')).join('\n'));
    return true;
  },
  invite(state, { url, dist }, [given, name, role, participant, ...more]) {
    const address = readAddress(given) ?? usage();
    const doer = { who: OPERATOR, now: Date.now() };
    if (more.length > 0 || (name !== undefined && role === undefined) || role === 'none') usage();
    if (name === undefined) {
      const again = inviteAgain(state, accountOf(state, address).id, doer);
      return typeof again === 'string'
        ? failed(words.noAccess(address))
        : said(words.invited(address, invitationUrl(url, again.secret)));
    }
    const person = { address, name, role: asRole(role), participant: asParticipant(participant, dist) };
    const secret = invite(state, person, doer);
    return secret === undefined
      ? failed(words.exists(address))
      : said(words.invited(address, invitationUrl(url, secret)));
  },
  revoke(state, _, [address, ...more]) {
    if (address === undefined || more.length > 0) usage();
    const account = accountOf(state, address);
    revokeSessions(state, account.id, { who: OPERATOR, now: Date.now() });
    return said(words.revoked(account.address));
  },
  role(state, { dist }, [address, given, participant, ...more]) {
    const role = asRole(given);
    if (address === undefined || more.length > 0) usage();
    const account = accountOf(state, address);
    const rights = { role, participant: asParticipant(participant, dist) ?? account.participant };
    const problem = changeRole(state, account.id, rights, { who: OPERATOR, now: Date.now() });
    return problem ? failed(words.last) : said(words.changed(account.address, role));
  },
};

function said(text: string): boolean {
  console.log(text);
  return true;
}

function failed(text: string): boolean {
  console.error(text);
  return false;
}

await runCommand(() => {
  const config = readConfig(process.env, 'content:examples/demo');
  const { positionals } = parseArgs({ allowPositionals: true, options: {} });
  const [name = '', ...args] = positionals;
  const command = Object.hasOwn(commands, name) ? commands[name] : usage();
  const state = openStateWith(config.state, readSettings(config.gateway));
  try {
    return command?.(state, config, args) ? 0 : 1;
  } finally {
    state.close();
  }
});
