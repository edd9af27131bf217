/** GitHub's sign-in: an authorization code with PKCE and the gateway's secret, since GitHub gives a page alone none. */
import { hash } from 'node:crypto';
import { z } from 'zod';
import { newSecret } from '../state/secrets.ts';
import type { Forge } from './settings.ts';

/** How long GitHub may take to answer, in milliseconds. */
const TIMEOUT = 10_000;

/** What a return is held against. */
export interface Departure {
  state: string;
  verifier: string;
}

export const depart = (): Departure => ({
  state: newSecret(),
  verifier: newSecret(),
});

/** Where to send the browser. @param back where it comes back to */
export function authorizeUrl({ url, clientId, openAuthoring }: Forge, { state, verifier }: Departure, back: string) {
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: back,
    // A copy of one's own is public; the network's repository may not be.
    scope: openAuthoring ? 'public_repo' : 'repo',
    state,
    code_challenge: hash('sha256', verifier, 'base64url'),
    code_challenge_method: 'S256',
  });
  return `${url}/login/oauth/authorize?${query}`;
}

/** Why there is no token: GitHub is away, does not know the gateway, or does not take the code. */
export type NoToken = { kind: 'unreachable' | 'misconfigured' | 'failed'; reason: string };

const token = z.object({
  access_token: z.string().regex(/^[\x21-\x7e]{1,1000}$/),
  token_type: z.string().regex(/^bearer$/i),
});
const refusal = z.object({ error: z.string().regex(/^[a-z_]{1,60}$/) });
const MISCONFIGURED = ['incorrect_client_credentials', 'redirect_uri_mismatch', 'application_suspended'];

/** Redeems a code. @returns the token, or why there is none: in codes, and never what was sent */
export async function redeem(
  { url, clientId }: Forge,
  clientSecret: string,
  { code, verifier, back }: { code: string; verifier: string; back: string },
): Promise<{ token: string } | NoToken> {
  let answer: unknown;
  try {
    const response = await fetch(`${url}/login/oauth/access_token`, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams({
        client_id: clientId,
        client_secret: clientSecret,
        code,
        redirect_uri: back,
        code_verifier: verifier,
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT),
    });
    if (response.status === 404) return { kind: 'misconfigured', reason: 'status 404' };
    if (response.status >= 500) return { kind: 'unreachable', reason: `status ${response.status}` };
    answer = await response.json();
  } catch (error) {
    return { kind: 'unreachable', reason: (error as Error).name };
  }
  const refused = refusal.safeParse(answer);
  if (refused.success) {
    const { error } = refused.data;
    return { kind: MISCONFIGURED.includes(error) ? 'misconfigured' : 'failed', reason: error };
  }
  const given = token.safeParse(answer);
  return given.success ? { token: given.data.access_token } : { kind: 'failed', reason: 'strange answer' };
}
