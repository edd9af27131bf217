/** A gateway at which people sign in through real identity providers. */
import type { ClientMetadata } from 'oidc-provider';
import type { GatewayOptions } from '#gateway';
import { type RunningGateway, runGateway } from './gateway.ts';
import {
  type IdentityProvider,
  type IdentityProviderOptions,
  signInAt,
  startIdentityProvider,
} from './identity-provider.ts';
import { freePort } from './ports.ts';
import { settingsFrom } from './settings.ts';
import { temporaryFolder } from './sources.ts';
import { type Answer, newVisitor, type Visitor } from './visitor.ts';

export interface ProviderGiven extends Omit<IdentityProviderOptions, 'clients' | 'people'> {
  people?: IdentityProviderOptions['people'];
  /** How the gateway is registered at the provider, besides what it has to be. */
  client?: Partial<ClientMetadata>;
  /** Others who are registered at the provider. */
  others?: ClientMetadata[];
  /** Settings of the provider in the gateway, besides what they have to be. */
  settings?: object;
}

export interface ProvidedOptions extends Partial<Omit<GatewayOptions, 'settings'>> {
  dist: string;
  /** Providers by the name that the gateway has for them. */
  providers: Record<string, ProviderGiven>;
  /** The rest of the gateway's settings. */
  settings?: object;
}

interface Way {
  visitor?: Visitor;
  /** The provider; the first one where absent. */
  by?: string;
  /** Where one wants to go afterwards. */
  wanted?: string;
  /** The page one comes from. */
  referer?: string;
}

export interface Provided {
  gateway: RunningGateway;
  /** Where the gateway is, without a slash at the end. */
  url: string;
  providers: Record<string, IdentityProvider>;
  /** Somebody signs in at a provider. @returns the redirect back to the gateway, not followed yet */
  comeBack(person: string, way?: Way): Promise<Answer>;
  /** Somebody signs in. @returns what the gateway answers to the return */
  enter(person: string, way?: Way): Promise<Answer>;
  /** How many sessions there are in all. */
  sessions(): number;
  /** Starts the gateway anew, with the same state. */
  restart(settings?: object): Promise<void>;
  close(): Promise<void>;
}

/** Where a provider sends people back to. */
export const returnAddress = (url: string, id: string): string => `${url}/accesso/ritorno/${id}/`;

/** Starts providers, and a gateway that knows them. */
export async function runProvided({
  dist,
  providers: given,
  settings,
  ...options
}: ProvidedOptions): Promise<Provided> {
  const port = options.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const state = temporaryFolder();
  const providers: Record<string, IdentityProvider> = {};
  const known: object[] = [];
  for (const [id, { client, others = [], settings: own, people = {}, ...rest }] of Object.entries(given)) {
    const registered: ClientMetadata = {
      client_id: `polinet-at-${id}`,
      client_secret: `secret-of-${id}`,
      token_endpoint_auth_method: 'client_secret_post',
      redirect_uris: [returnAddress(url, id)],
      ...client,
    };
    const provider = await startIdentityProvider({ ...rest, people, clients: [registered, ...others] });
    providers[id] = provider;
    const { client_id: clientId, client_secret: clientSecret } = registered;
    known.push({ id, name: `Ente ${id}`, issuer: provider.issuer, clientId, clientSecret, ...own });
  }
  const start = (rest: object | undefined) =>
    runGateway({
      dist,
      url,
      ...options,
      port,
      state: state.path,
      settings: settingsFrom({ providers: known, ...rest }),
    });
  const [first = ''] = Object.keys(given);
  const provided: Provided = {
    gateway: await start(settings),
    url,
    providers,
    async comeBack(person, { visitor = newVisitor(), by = first, wanted, referer } = {}) {
      const isBack = ({ location }: Answer) => location?.startsWith(returnAddress(url, by)) ?? false;
      const query = wanted === undefined ? '' : `?verso=${encodeURIComponent(wanted)}`;
      const page = await visitor.walk(`${url}/accesso/con/${by}/${query}`, isBack, referer ? { referer } : {});
      return page.location ? page : signInAt(visitor, page, person);
    },
    async enter(person, way = {}) {
      const visitor = way.visitor ?? newVisitor();
      const back = await provided.comeBack(person, { ...way, visitor });
      return visitor.get(back.location ?? '');
    },
    sessions: () => [...provided.gateway.state.sessions.counts(Date.now()).values()].reduce((all, one) => all + one, 0),
    async restart(rest = settings) {
      await provided.gateway.close();
      provided.gateway = await start(rest);
    },
    async close() {
      await provided.gateway.close();
      for (const provider of Object.values(providers)) await provider.close();
      state.remove();
    },
  };
  return provided;
}
