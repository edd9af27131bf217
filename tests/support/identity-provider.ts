/** A real OpenID provider on loopback, with people and clients of a test. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { type ClientMetadata, type Configuration, type JWK, Provider } from 'oidc-provider';
import { generateJwk } from './keys.ts';
import { listen, stop } from './ports.ts';
import type { Answer, Visitor } from './visitor.ts';

/** What the provider says of somebody, besides who they are. */
export type PersonClaims = Record<string, unknown>;

export interface IdentityProviderOptions {
  clients: ClientMetadata[];
  /** By what they are called at the provider: the claim `sub`, and what they type to sign in. */
  people: Record<string, PersonClaims>;
  /** Where the claims are said: in the ID token, or only when asked for. */
  claimsIn?: 'id-token' | 'userinfo';
  /** The name in its address: on loopback, but another site than `127.0.0.1`. */
  host?: '127.0.0.1' | 'localhost';
  port?: number;
}

export interface IdentityProvider {
  issuer: string;
  /** People, to be changed while it runs. */
  people: Map<string, PersonClaims>;
  close(): Promise<void>;
}

const SCOPES = { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups', 'roles'] };
const HOUR = 3600;

/** Does what would write to the console without that. The provider warns of what is right for tests. */
function quietly<Result>(work: () => Result): Result {
  const { info, warn } = console;
  console.info = console.warn = () => undefined;
  try {
    return work();
  } finally {
    Object.assign(console, { info, warn });
  }
}

const page = (title: string, content: string): string =>
  `<!doctype html><html lang="it"><meta charset="utf-8"><title>${title}</title><main><h1>${title}</h1>${content}</main></html>`;

const FORM = `<form method="post"><p><label>Nome utente <input name="utente" autofocus></label></p>
  <button name="esito" value="entra">Entra</button> <button name="esito" value="annulla">Annulla</button></form>`;

function configurationOf(
  { clients, claimsIn }: IdentityProviderOptions,
  keys: JWK[],
  people: Map<string, PersonClaims>,
) {
  const ttl = Object.fromEntries(
    ['AccessToken', 'AuthorizationCode', 'Grant', 'IdToken', 'Interaction', 'Session'].map((name) => [name, HOUR]),
  );
  const configuration: Configuration = {
    clients,
    jwks: { keys },
    claims: SCOPES,
    conformIdTokenClaims: claimsIn === 'userinfo',
    cookies: { keys: ['test'] },
    ttl,
    pkce: { required: () => true },
    clientBasedCORS: () => false,
    enabledJWA: { idTokenSigningAlgValues: ['RS256', 'PS256', 'ES256', 'Ed25519'] },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        logoutSource: (context, form) => {
          context.body = page('Uscita', `${form}<button name="logout" value="yes" form="op.logoutForm">Esci</button>`);
        },
        postLogoutSuccessSource: (context) => {
          context.body = page('Uscita', '<p>Uscita avvenuta.</p>');
        },
      },
    },
    findAccount: (_, sub) => {
      const claims = people.get(sub);
      return claims && { accountId: sub, claims: () => ({ ...claims, sub }) };
    },
    /** Nobody is asked what may be passed on. */
    async loadExistingGrant({ oidc }) {
      const { client, session, provider, params } = oidc;
      const clientId = client?.clientId ?? '';
      const known = session?.grantIdFor(clientId);
      const found = known && (await provider.Grant.find(known));
      if (found) return found;
      const grant = new provider.Grant({ clientId, accountId: session?.accountId ?? '' });
      grant.addOIDCScope(String(params?.scope));
      await grant.save();
      return grant;
    },
    renderError: (context, out) => {
      context.type = 'html';
      context.body = page('Errore', `<p>${out.error}</p>`);
    },
  };
  return configuration;
}

/** The provider's own page: asks who it is, and believes it. */
async function signInPage(
  provider: Provider,
  people: Map<string, PersonClaims>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const show = (status: number) => {
    response.writeHead(status, { 'content-type': 'text/html' }).end(page('Accesso', FORM));
  };
  if (request.method !== 'POST') return show(200);
  const form = new URLSearchParams(await text(request));
  const accountId = form.get('utente') ?? '';
  if (form.get('esito') === 'annulla')
    return provider.interactionFinished(request, response, { error: 'access_denied' });
  if (!people.has(accountId)) return show(401);
  return provider.interactionFinished(request, response, { login: { accountId } });
}

/** Starts a provider. */
export async function startIdentityProvider(options: IdentityProviderOptions): Promise<IdentityProvider> {
  const people = new Map(Object.entries(options.people));
  const server = createServer();
  const port = await listen(server, options.port);
  const issuer = `http://${options.host ?? '127.0.0.1'}:${port}`;
  const keys = [generateJwk('RS256'), generateJwk('ES256')] as JWK[];
  const provider = quietly(() => new Provider(issuer, configurationOf(options, keys, people)));
  const answer = provider.callback();
  server.on('request', (request, response) => {
    const own = request.url?.startsWith('/interaction/');
    const work = own ? signInPage(provider, people, request, response) : answer(request, response);
    work.catch(() => response.writeHead(500).end());
  });
  return { issuer, people, close: () => stop(server) };
}

/** Somebody signs in on the provider's page. @returns where that leads, which is back to the gateway */
export async function signInAt(visitor: Visitor, page: Answer, person: string): Promise<Answer> {
  const { origin } = new URL(page.url);
  const sent = await visitor.submit(page, { utente: person, esito: 'entra' });
  return visitor.follow(sent, ({ location }) => new URL(location ?? '').origin !== origin);
}
