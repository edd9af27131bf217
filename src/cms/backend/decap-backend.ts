/** Decap's settings of where entries are saved. */
import type { Me } from './gateway-api.ts';

/** A forge, as the gateway tells of it. */
export interface Forge {
  backend: 'github' | 'gitlab' | 'gitea' | 'forgejo';
  repo: string;
  clientId: string;
  url: string;
  api: string;
  openAuthoring: boolean;
}

/** Where the gateway answers to Decap's popup for GitHub. */
const POPUP = 'admin/oauth/github';

/** How a backend of Decap's is called here, where files and checks are this site's. */
export const ownNameOf = (backend: Forge['backend']): string => `polinet-${backend}`;

/** What each forge needs besides the repository: GitHub a place that fetches tokens, the others PKCE with an id. */
function signInAt({ backend, clientId, url, openAuthoring }: Forge, origin: string): object {
  if (backend === 'github') return { base_url: origin, auth_endpoint: POPUP, open_authoring: openAuthoring };
  const pkce = { app_id: clientId, base_url: url };
  if (backend === 'gitlab') return { ...pkce, auth_type: 'pkce' };
  return backend === 'forgejo' ? { ...pkce, open_authoring: openAuthoring } : pkce;
}

/**
 * The settings.
 *
 * @param origin of the editor's own page
 */
export function decapBackend({ branch, forge }: Pick<Me, 'branch' | 'forge'>, origin: string) {
  if (!forge) return { backend: { name: 'polinet', branch }, publish_mode: 'editorial_workflow' };
  const { backend, repo, api } = forge;
  return {
    backend: { name: ownNameOf(backend), repo, branch, api_root: api, ...signInAt(forge, origin) },
    // Decap has no drafts at Gitea.
    publish_mode: backend === 'gitea' ? 'simple' : 'editorial_workflow',
  };
}
