/** What a gateway talks to: an identity provider that only describes itself, and a mail server that keeps all mail. */
import { createServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { defaultSettings, type Settings } from '#gateway';

export interface Neighbours {
  /** Settings of a gateway that has both, and in which nobody has to wait after many attempts. */
  settings: Settings;
  /** The provider's origin. */
  provider: string;
  /** Mails, as they were written. */
  mails: string[];
  close(): Promise<void>;
}

/** The id of the provider. */
export const PROVIDER = 'prova';
const MANY = 1_000_000;

const listening = (server: Pick<Server, 'listen' | 'address'>): Promise<number> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));

/** Starts both on loopback. */
export async function startNeighbours(): Promise<Neighbours> {
  const provider = createServer((_, response) => {
    const issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
    const place = (path: string) => `${issuer}/${path}`;
    response.setHeader('content-type', 'application/json').end(
      JSON.stringify({
        issuer,
        authorization_endpoint: place('entrare'),
        token_endpoint: place('gettone'),
        end_session_endpoint: place('uscire'),
        jwks_uri: place('chiavi'),
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      }),
    );
  });
  const mails: string[] = [];
  const mail = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _session, done) =>
      void text(stream).then((content) => {
        // Lines that were broken to be sent, and equals signs, as they were written (RFC 2045, section 6.7).
        mails.push(content.replace(/=\r?\n/g, '').replaceAll('=3D', '='));
        done();
      }),
  });
  const issuer = `http://127.0.0.1:${await listening(provider)}`;
  const server = `smtp://127.0.0.1:${await listening(mail.server)}`;
  const standard = defaultSettings();
  return {
    provider: issuer,
    mails,
    settings: {
      ...standard,
      providers: [
        { id: PROVIDER, name: 'Prova', issuer, clientId: 'rete', scope: 'openid email', emailVerified: 'claim' },
      ],
      mail: { server, from: 'rete@example.org' },
      signIn: { ...standard.signIn, attempts: MANY, perOrigin: MANY },
    },
    async close() {
      provider.closeAllConnections();
      await new Promise((resolve) => provider.close(resolve));
      await new Promise<void>((resolve) => mail.close(() => resolve()));
    },
  };
}
