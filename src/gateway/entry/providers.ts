/** OpenID Connect: authorization code with PKCE, state and nonce, for several providers at once. */
import * as openid from 'openid-client';
import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { ProviderSettings } from '../settings.ts';
import type { TicketPayloads } from '../state/tickets.ts';
import type { Claims } from './grants.ts';

/** How long a provider may take to answer, in seconds. */
const TIMEOUT = 10;

type Journey = Omit<TicketPayloads['provider'], 'provider' | 'returnTo' | 'link'>;

/** A person, as a provider vouches for them. */
export interface Vouched {
  issuer: string;
  claims: Claims;
}

/** One provider. Its description is fetched when it is first needed, and again after a failure. */
export function openProvider(settings: ProviderSettings, redirectUri: string) {
  let known: Promise<Configuration> | undefined;
  const configuration = () => {
    known ??= discover(settings).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
  return {
    settings,
    /** Where a session at the provider is ended; nothing where it has no such place. */
    async signOutUrl(): Promise<string | undefined> {
      const config = await configuration().catch(() => undefined);
      return config?.serverMetadata().end_session_endpoint ? buildEndSessionUrl(config).href : undefined;
    },
    /** Where to send a browser, and what to hold its return against. */
    async leave(): Promise<{ url: string; journey: Journey }> {
      const journey = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const url = buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: settings.scope,
        state: journey.state,
        nonce: journey.nonce,
        code_challenge: await calculatePKCECodeChallenge(journey.verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, journey };
    },
    /**
     * Redeems what a browser came back with.
     *
     * @param query of the return, with its `?`
     * @throws whatever does not fit: state, nonce, issuer, audience, signature, times, or a code that was used
     */
    async comeBack({ state, nonce, verifier }: Journey, query: string): Promise<Vouched> {
      const config = await configuration();
      const tokens = await authorizationCodeGrant(config, new URL(query, redirectUri), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims() as Claims & { iss: string };
      const lacks = claims.email === undefined || (settings.roles && claims[settings.roles.claim] === undefined);
      if (!lacks || !config.serverMetadata().userinfo_endpoint) return { issuer: claims.iss, claims };
      const more = await fetchUserInfo(config, tokens.access_token, claims.sub);
      // An address and the word that it is verified come from the same place.
      const { email, email_verified } = claims.email === undefined ? more : claims;
      return { issuer: claims.iss, claims: { ...more, ...claims, email, email_verified } };
    },
  };
}

export type Provider = ReturnType<typeof openProvider>;

/** Marked as deprecated only to make people look twice: settings allow http to this machine itself alone. */
// biome-ignore lint/performance/noDynamicNamespaceImportAccess: its static name is marked as deprecated.
const allowHttp = openid['allowInsecureRequests' as 'enableNonRepudiationChecks'];

async function discover({ issuer, clientId, clientSecret }: ProviderSettings): Promise<Configuration> {
  const url = new URL(issuer);
  const execute = [enableNonRepudiationChecks, ...(url.protocol === 'http:' ? [allowHttp] : [])];
  const found = await discovery(url, clientId, clientSecret, clientSecret ? secretWhere(clientSecret) : undefined, {
    execute,
    timeout: TIMEOUT,
  });
  const { authorization_endpoint, token_endpoint, jwks_uri } = found.serverMetadata();
  const lacking = [authorization_endpoint, token_endpoint, jwks_uri].some((one) => !URL.canParse(one ?? ''));
  if (lacking) throw new Error('incomplete description');
  return found;
}

/** Sends the secret where the provider takes it: in a header, the standard's default, unless it says that a form will do. */
const secretWhere =
  (secret: string): ClientAuth =>
  (server, client, body, headers) => {
    const { token_endpoint_auth_methods_supported: methods = ['client_secret_basic'] } = server;
    const send = methods.includes('client_secret_post') ? ClientSecretPost(secret) : ClientSecretBasic(secret);
    return send(server, client, body, headers);
  };
