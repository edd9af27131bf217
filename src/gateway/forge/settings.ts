/** The forge that the editor saves to, where that is not the gateway's own repository. */
import { z } from 'zod';
import { safeUrl } from '../entry/safe-url.ts';

/** Where the forges that everybody uses are. */
const PUBLIC = { github: 'https://github.com', gitlab: 'https://gitlab.com' } as const;
/** Forges with one place for all of their clients, and where their API is below it. */
const API = { github: '/api/v3', gitlab: '/api/v4', gitea: '/api/v1', forgejo: '/api/v1' } as const;
/** What is asked of GitHub alone: the others need no secret, and Gitea and GitLab know no open authoring here. */
const OPEN = ['github', 'forgejo'];

/** An address without a slash at its end, and with nothing after its path. */
const place = safeUrl
  .refine((url) => URL.canParse(url) && !/[?#@;,\s]/.test(url))
  .transform((url) => url.replace(/\/+$/, ''));

export const editorSettings = z
  .strictObject({
    backend: z.enum(['github', 'gitlab', 'gitea', 'forgejo']),
    /** `owner/name`; at GitLab groups may lie in groups. */
    repo: z.string().regex(/^[\w.-]+(?:\/[\w.-]+)+$/),
    /** The branch that the site is made from; the one that is checked out where absent. */
    branch: z.string().min(1).optional(),
    /** What the gateway is registered as at the forge. */
    clientId: z.string().min(1),
    /** For GitHub, which hands out no token without it. The others take none. */
    clientSecret: z.string().min(1).optional(),
    clientSecretFile: z.string().min(1).optional(),
    /** The forge; `https://github.com` and `https://gitlab.com` where absent. */
    url: place.optional(),
    /** Its API; the usual place of such a forge where absent. */
    api: place.optional(),
    /** Lets those write who may not: in a copy of their own, with a pull request. */
    openAuthoring: z.boolean().default(false),
  })
  .superRefine(({ backend, repo, url, clientSecret, clientSecretFile, openAuthoring }, context) => {
    const wrong = (name: string) => context.addIssue({ code: 'custom', path: [name] });
    const isSecret = clientSecret !== undefined || clientSecretFile !== undefined;
    if (isSecret !== (backend === 'github')) wrong('clientSecret');
    if (!(backend in PUBLIC) && url === undefined) wrong('url');
    if (backend !== 'gitlab' && repo.split('/').length !== 2) wrong('repo');
    if (openAuthoring && !OPEN.includes(backend)) wrong('openAuthoring');
  });

export type EditorSettings = z.output<typeof editorSettings>;

/** A forge as the editor is told of it: nothing here is secret. */
export interface Forge {
  backend: EditorSettings['backend'];
  repo: string;
  branch: string | undefined;
  clientId: string;
  url: string;
  api: string;
  openAuthoring: boolean;
}

/** The forge that settings name, with what they leave to be known. */
export function forgeOf({ backend, repo, branch, clientId, url, api, openAuthoring }: EditorSettings): Forge {
  const home = url ?? (PUBLIC as Partial<Record<typeof backend, string>>)[backend] ?? '';
  const usual = home === PUBLIC.github ? 'https://api.github.com' : home + API[backend];
  return { backend, repo, branch, clientId, url: home, api: api ?? usual, openAuthoring };
}

/** Where somebody looks through what waits to be merged. */
export const requestsUrl = ({ backend, url, repo }: Forge): string =>
  `${url}/${repo}/${backend === 'gitlab' ? '-/merge_requests' : 'pulls'}`;

/** Where the editor itself sends requests: to GitHub's API alone, since the gateway fetches the token from there. */
export function originsOf({ backend, url, api }: Forge): string[] {
  const places = backend === 'github' ? [api] : [api, url];
  return [...new Set(places.map((one) => new URL(one).origin))];
}
