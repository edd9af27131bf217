/** `npm run accounts`: who may sign in, for operators. A running gateway follows at its next request. */
import { parseArgs } from 'node:util';
import { type Config, readConfig } from '#config';
import {
  changeRole,
  hasState,
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
  roles,
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

function asRole(text: string | undefined): Role {
  if (text === undefined) usage();
  if (!isRole(text)) throw new UsageError(words.noRole(text, roles));
  return text;
}

/** The id of a participant. @throws UsageError where the built site has none of that id */
function asParticipant(id: string | undefined, dist: string): string | null {
  if (id === undefined) return null;
  const known = participantsIn(dist);
  if (known.length === 0) console.error(words.notBuilt(id, dist));
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
  list(state, config, args) {
    if (args.length > 0) usage();
    const rows = state.accounts
      .all()
      .map(({ address, name, role, participant, signedIn }) => [
        address,
        name,
        role,
        participant ?? '',
        signedIn === null ? words.never : new Date(signedIn).toISOString(),
      ]);
    // The heading is for people; what is read on by a program has rows alone.
    const shown = process.stdout.isTTY ? [words.columns, ...rows] : rows;
    return said(rows.length === 0 ? words.none(config.state) : shown.map((row) => row.join('\t')).join('\n'));
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
  const settings = readSettings(config.gateway);
  // Only an invitation may be what a state begins with; anything else has been given the wrong folder.
  if (!hasState(config.state) && !(name === 'invite' && args.length > 1))
    throw new UsageError(words.noState(config.state));
  const state = openStateWith(config.state, settings);
  try {
    return command?.(state, config, args) ? 0 : 1;
  } finally {
    state.close();
  }
});
