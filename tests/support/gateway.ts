/** A gateway over built editions, on a free port of loopback, with a state of its own. */
import {
  defaultSettings,
  type Gateway,
  type GatewayOptions,
  openStateWith,
  type Role,
  type State,
  startGateway,
} from '#gateway';
import { temporaryFolder } from './sources.ts';

/** A log that says nothing. */
export const quiet = { request() {}, warn() {}, error() {}, flush() {} } as unknown as NonNullable<
  GatewayOptions['log']
>;

export interface RunningGateway extends Gateway {
  /** The address without a slash at its end. */
  origin: string;
  /** The state, opened a second time: as an operator's command does. */
  state: State;
  /** Makes an account. @returns its id */
  account(address: string, role: Role): string;
  /** A session of an account, as the value of a `cookie` header. */
  session(account: string): string;
}

/** Starts a gateway; its state goes away with it. */
export async function runGateway({
  dist,
  ...options
}: Partial<GatewayOptions> & { dist: string }): Promise<RunningGateway> {
  const folder = temporaryFolder();
  const settings = options.settings ?? defaultSettings();
  const gateway = await startGateway({
    dist,
    state: folder.path,
    host: '127.0.0.1',
    port: 0,
    settings,
    log: quiet,
    ...options,
  });
  const state = openStateWith(options.state ?? folder.path, settings);
  const now = options.now ?? Date.now;
  return {
    ...gateway,
    origin: gateway.url.slice(0, -1),
    state,
    account: (address, role) =>
      state.accounts.add({ address, name: address, role, participant: null, granted: 'hand' }, now()).id,
    session: (account) => `polinet-session=${state.sessions.begin(account, 'password', now())}`,
    async close() {
      state.close();
      await gateway.close();
      folder.remove();
    },
  };
}
