/** As much of GitHub as a sign-in and a first look at a repository need: a real server on loopback. */
import { hash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { listen, stop } from './ports.ts';

/** What goes wrong at GitHub. */
export type Trouble = 'denied' | 'refused' | 'down' | 'redirect' | 'strange' | 'no JSON';

export interface FakeGitHub {
  url: string;
  trouble: Trouble | undefined;
  /** What the API was asked, as `GET /user`. */
  asked: string[];
  /** What was written, by where: the bodies of requests. */
  written: [where: string, body: Record<string, unknown>][];
  /** Tokens that were given out. */
  tokens: string[];
  close(): Promise<void>;
}

export const CLIENT = { clientId: 'polinet-at-github', clientSecret: 'secret-of-the-gateway' };
export const REPO = 'rete/contenuti';

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': 'GET, POST, PATCH, PUT, DELETE',
};

const SHA = 'a'.repeat(40);
/** What comes of all that is written. */
const MADE = { sha: SHA, tree: { sha: SHA }, number: 1, labels: [] };

/** What the API answers, by what is asked: a repository with nothing in it. */
const API: Record<string, unknown> = {
  '/user': { login: 'elena', name: 'Elena', avatar_url: 'https://avatars.example.org/elena.png' },
  [`/repos/${REPO}`]: { full_name: REPO, owner: { login: 'rete' }, permissions: { push: true } },
  [`/repos/${REPO}/pulls`]: [],
  [`/repos/${REPO}/branches/main`]: { name: 'main', commit: { sha: SHA } },
};

/** Starts it. */
export async function startGitHub(): Promise<FakeGitHub> {
  const codes = new Map<string, { challenge: string; back: string }>();
  const server = createServer();
  const port = await listen(server);
  const github: FakeGitHub = {
    url: `http://127.0.0.1:${port}`,
    trouble: undefined,
    asked: [],
    written: [],
    tokens: [],
    close: () => stop(server),
  };
  const json = (response: ServerResponse, status: number, body: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json', ...CORS }).end(JSON.stringify(body));

  function authorize(query: URLSearchParams, response: ServerResponse): void {
    const back = query.get('redirect_uri') ?? '';
    const state = query.get('state') ?? '';
    if (query.get('client_id') !== CLIENT.clientId || query.get('code_challenge_method') !== 'S256') {
      json(response, 404, {});
      return;
    }
    const code = `code-${codes.size + 1}`;
    codes.set(code, { challenge: query.get('code_challenge') ?? '', back });
    const said: Record<string, string> =
      github.trouble === 'denied' ? { error: 'access_denied', state } : { code, state };
    response.writeHead(302, { location: `${back}?${new URLSearchParams(said)}` }).end();
  }

  async function redeem(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await text(request));
    const { trouble } = github;
    if (trouble === 'down') return void json(response, 503, {});
    if (trouble === 'redirect') return void response.writeHead(307, { location: '/elsewhere' }).end();
    if (trouble === 'strange') return void json(response, 200, { access_token: '', token_type: 'bearer' });
    if (trouble === 'no JSON') return void response.writeHead(200).end('<p>Sorry</p>');
    if (form.get('client_id') !== CLIENT.clientId || form.get('client_secret') !== CLIENT.clientSecret)
      return void json(response, 200, { error: 'incorrect_client_credentials' });
    const code = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const isOurs =
      code?.back === form.get('redirect_uri') &&
      code.challenge === hash('sha256', form.get('code_verifier') ?? '', 'base64url');
    if (trouble === 'refused' || !isOurs) return void json(response, 200, { error: 'bad_verification_code' });
    const token = `gho_token${github.tokens.length + 1}`;
    github.tokens.push(token);
    json(response, 200, { access_token: token, token_type: 'bearer', scope: 'repo' });
  }

  async function api(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    if (request.method === 'OPTIONS') return void response.writeHead(204, CORS).end();
    github.asked.push(`${request.method} ${path}`);
    const [, token = ''] = request.headers.authorization?.split(' ') ?? [];
    if (!github.tokens.includes(token)) return void json(response, 401, { message: 'Bad credentials' });
    if (request.method !== 'GET') {
      github.written.push([`${request.method} ${path.replace(`/repos/${REPO}`, '')}`, JSON.parse(await text(request))]);
      return void json(response, 201, MADE);
    }
    if (path in API) return void json(response, 200, API[path]);
    if (path.includes('/git/trees/')) return void json(response, 200, { tree: [] });
    json(response, path.includes('/matching-refs/') ? 200 : 404, path.includes('/matching-refs/') ? [] : {});
  }

  server.on('request', (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', github.url);
    if (pathname === '/login/oauth/authorize') authorize(searchParams, response);
    else if (pathname === '/login/oauth/access_token') void redeem(request, response);
    else void api(request, response, pathname.replace('/api/v3', ''));
  });
  return github;
}
