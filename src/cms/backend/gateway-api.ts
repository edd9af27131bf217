/** What the editor asks the gateway. */
import { messages } from '#i18n';
import { tell } from '../refusals/refusal.ts';
import type { Forge } from './decap-backend.ts';

const words = messages('it').forms;

/** What the check says of a place in a file. */
export interface Found {
  file: string;
  line: number;
  severity: 'error' | 'warning';
  message: string;
  fix: string;
}

/** The gateway has not done what was asked: `message` says why, in the site's language. */
export class GatewayError extends Error {
  readonly status: number;
  /** What kind of refusal it is, and what comes with it: paths, the other version, problems. */
  readonly detail: Record<string, unknown>;

  constructor(status: number, detail: Record<string, unknown>) {
    super(String(detail.message ?? detail.error ?? status));
    this.status = status;
    this.detail = detail;
  }

  /** True where it was said already, whatever was asked for. */
  get isTold(): boolean {
    return this.status === 0 || this.status === 401;
  }
}

/** Who is signed in, and what can be edited. */
export interface Me {
  name: string;
  address: string;
  role: 'editor' | 'coordinator';
  participant: string | null;
  sources: { path: string; label: string; access: 'public' | 'participants' }[];
  branch: string;
  /** True where the service can show pages as they would be. */
  previews: boolean;
  /** Where entries are saved, where that is not the gateway's own repository. */
  forge?: Forge;
}

const BASE = '/admin/api/';

/** The gateway cannot be reached, or no longer knows who asks: it is said whatever was asked for. */
function apart(status: number, detail: { error?: unknown; message?: unknown }): GatewayError {
  tell({ reason: String(detail.error), message: String(detail.message) });
  return new GatewayError(status, detail);
}

/** Asks, and reads what is answered. */
async function answered<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  const away = () => Promise.reject(apart(0, { error: 'away', message: words.away }));
  const response = await fetch(`${BASE}${path}`, init).catch(away);
  const body = (await response.json().catch(away)) as Record<string, unknown>;
  if (response.status === 401) throw apart(401, body);
  if (!response.ok) throw new GatewayError(response.status, body);
  return body as Answer;
}

/** Who is signed in. */
export const whoAmI = (): Promise<Me> => answered('me');

/**
 * Asks for an action.
 *
 * @throws GatewayError where it is not done
 */
export const act = <Answer>(action: string, params: object = {}): Promise<Answer> =>
  answered('v1', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ action, params }),
  });

const sent = new WeakMap<Blob, Promise<string>>();

/** Sends a file as it is, once: a preview sends what the save then cites. @returns the object that a save can cite */
export function sendFile(file: Blob): Promise<string> {
  const known = sent.get(file);
  if (known) return known;
  const sending = answered<{ blob: string }>('upload', { method: 'PUT', body: file }).then(({ blob }) => blob);
  sent.set(file, sending);
  sending.catch(() => sent.delete(file));
  return sending;
}

/** Where a file beside an entry can be looked at. */
export const fileUrl = (path: string, draft?: { collection: string; slug: string }): string =>
  `${BASE}file?${new URLSearchParams({ path, ...draft })}`;
