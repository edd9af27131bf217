/** A dishonest OpenID provider on loopback: it issues whatever a test asks for, and fails in any way. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { hs256, newKey, publicJwk, rs256, token } from './keys.ts';
import { listen, stop } from './ports.ts';

/** What is wrong with the next sign-ins; nothing where absent. */
export interface Forgery {
  /** Claims of the ID token in place of the right ones; `undefined` leaves one out. Times are seconds since 1970. */
  claims?: Record<string, unknown>;
  signature?: 'of another key' | 'none' | 'HS256 with the public key' | 'of an unknown key id' | 'of altered claims';
  /** What userinfo says; it says who it is of, and no more, where absent. */
  userinfo?: Record<string, unknown>;
  /** The issuer that the authorization response names; `null` for none. */
  responseIssuer?: string | null;
  /** The token endpoint's answer in place of tokens. */
  tokens?: Record<string, unknown>;
}

/** How an endpoint answers, where it does not answer well. */
export type Failure = 'hangs' | 'garbage' | 'error' | 'hangs in the middle' | 'redirects' | object;
export type Endpoint = 'discovery' | 'keys' | 'token' | 'userinfo';

export interface ForgingProvider {
  issuer: string;
  forgery: Forgery;
  /** What is wrong with which endpoint; an object is what it answers. */
  failures: Partial<Record<Endpoint, Failure>>;
  close(): Promise<void>;
}

export interface ForgingOptions {
  clientId: string;
  /** Whom it vouches for, unless told otherwise: `sub`, and the local part of the address at `comune.example`. */
  person?: string;
  port?: number;
  /** What the description of the provider says besides. */
  metadata?: Record<string, unknown>;
  /** The client's secret is taken in a header alone, as the standard has it where the description says nothing. */
  secretInHeader?: boolean;
}

/** The person it vouches for, unless told otherwise. */
const vouchedFor = (person: string) => ({ sub: person, email: `${person}@comune.example`, email_verified: true });
const KEY_ID = 'the-key';

const nowInSeconds = (): number => Math.floor(Date.now() / 1000);

function sendJson(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function fail(response: ServerResponse, failure: Failure): void {
  if (failure === 'hangs') return;
  if (failure === 'garbage') response.writeHead(200, { 'content-type': 'application/json' }).end('<html>{"');
  else if (failure === 'error') response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>Oops</h1>');
  else if (failure === 'redirects') response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end();
  else if (failure === 'hangs in the middle')
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 }).write('{');
  else sendJson(response, failure);
}

/** Starts a dishonest provider. Whoever comes is sent back at once. */
export async function startForgingProvider(options: ForgingOptions): Promise<ForgingProvider> {
  const { clientId, person = 'anna', port, metadata, secretInHeader = false } = options;
  const key = newKey('RS256');
  const other = newKey('RS256');
  const server = createServer();
  const issuer = `http://127.0.0.1:${await listen(server, port)}`;
  const provider: ForgingProvider = { issuer, forgery: {}, failures: {}, close: () => stop(server) };
  /** Nonces by code. */
  const nonces = new Map<string, string>();

  function idToken(nonce: string | undefined): string {
    const now = nowInSeconds();
    const right = { iss: issuer, aud: clientId, iat: now, exp: now + 300, nonce, ...vouchedFor(person) };
    const claims = { ...right, ...provider.forgery.claims };
    switch (provider.forgery.signature) {
      case 'of another key':
        return token({ alg: 'RS256', kid: KEY_ID }, claims, rs256(other));
      case 'none':
        return token({ alg: 'none' }, claims, () => '');
      case 'HS256 with the public key':
        return token({ alg: 'HS256', kid: KEY_ID }, claims, hs256(key));
      case 'of an unknown key id':
        return token({ alg: 'RS256', kid: 'unknown' }, claims, rs256(other));
      case 'of altered claims': {
        const [header, , signature] = token({ alg: 'RS256', kid: KEY_ID }, claims, rs256(key)).split('.');
        const altered = Buffer.from(JSON.stringify({ ...claims, sub: 'bruno' })).toString('base64url');
        return [header, altered, signature].join('.');
      }
      default:
        return token({ alg: 'RS256', kid: KEY_ID }, claims, rs256(key));
    }
  }

  function describe(): object {
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      userinfo_endpoint: `${issuer}/userinfo`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      ...metadata,
    };
  }

  function authorize(query: URLSearchParams, response: ServerResponse): void {
    const code = `code-${nonces.size}`;
    nonces.set(code, query.get('nonce') ?? '');
    const back = new URL(query.get('redirect_uri') ?? '');
    back.searchParams.set('code', code);
    back.searchParams.set('state', query.get('state') ?? '');
    const { responseIssuer = issuer } = provider.forgery;
    if (responseIssuer !== null) back.searchParams.set('iss', responseIssuer);
    response.writeHead(302, { location: back.href }).end();
  }

  async function redeem(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await text(request));
    if (secretInHeader && !request.headers.authorization?.startsWith('Basic '))
      return void response.writeHead(401, { 'content-type': 'application/json' }).end('{"error":"invalid_client"}');
    const nonce = nonces.get(form.get('code') ?? '');
    const tokens = { access_token: 'access', token_type: 'Bearer', expires_in: 300, id_token: idToken(nonce) };
    sendJson(response, provider.forgery.tokens ?? tokens);
  }

  server.on('request', (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer);
    const answers: Record<string, [Endpoint | undefined, () => void | Promise<void>]> = {
      '/.well-known/openid-configuration': ['discovery', () => sendJson(response, describe())],
      '/keys': ['keys', () => sendJson(response, { keys: [publicJwk(key, KEY_ID)] })],
      '/authorize': [undefined, () => authorize(searchParams, response)],
      '/token': ['token', () => redeem(request, response)],
      '/userinfo': ['userinfo', () => sendJson(response, provider.forgery.userinfo ?? { sub: person })],
    };
    const [name, answer] = answers[pathname] ?? [undefined, () => void response.writeHead(404).end()];
    const failure = name && provider.failures[name];
    if (failure) fail(response, failure);
    else void answer();
  });
  return provider;
}
