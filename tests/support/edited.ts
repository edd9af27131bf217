/** A gateway over a repository with editable content, and people who ask it what the editor asks. */
import type { GatewayOptions, Role } from '#gateway';
import { ask, type Reply } from './ask.ts';
import { type RunningGateway, runGateway } from './gateway.ts';
import { handMade } from './hand-made.ts';
import { type MadeRepository, makeRepository } from './repository.ts';
import type { Files } from './sources.ts';

export interface Said {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the gateway answers; the tests say what they expect of it.
  body: any;
  headers: Reply['headers'];
}

/** Somebody with an account and a session. */
export interface Editor {
  cookie: string;
  address: string;
  /** Asks for an action. */
  act(action: string, params?: object): Promise<Said>;
  /** Sends a file. */
  upload(bytes: Buffer | string): Promise<Said>;
  get(path: string): Promise<Reply>;
}

export interface Edited {
  gateway: RunningGateway;
  made: MadeRepository;
  person(name: string, role: Role): Editor;
  close(): Promise<void>;
}

/** Starts it. @param files of the repository, by path @param built those of the editions */
export async function runEdited(
  files: Files,
  options: Partial<GatewayOptions> = {},
  built: Files = {},
): Promise<Edited> {
  const site = handMade(built);
  const made = await makeRepository(files);
  const gateway = await runGateway({ dist: site.dist, sources: [`${made.path}/content`], ...options });
  const said = ({ status, text, headers }: Reply): Said => ({
    status,
    headers,
    body: text === '' ? undefined : JSON.parse(text),
  });
  return {
    gateway,
    made,
    person(name, role) {
      const address = `${name}@comune.example`;
      const cookie = gateway.session(gateway.account(address, role));
      const headers = { cookie, origin: gateway.origin };
      return {
        cookie,
        address,
        act: async (action, params = {}) =>
          said(
            await ask(gateway.origin, '/admin/api/v1', {
              method: 'POST',
              headers: { ...headers, 'content-type': 'application/json' },
              body: JSON.stringify({ branch: 'main', action, params }),
            }),
          ),
        upload: async (body) => said(await ask(gateway.origin, '/admin/api/upload', { method: 'PUT', headers, body })),
        get: (path) => ask(gateway.origin, path, { headers: { cookie } }),
      };
    },
    async close() {
      await gateway.close();
      made.remove();
      site.remove();
    },
  };
}
