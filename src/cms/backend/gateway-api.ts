/** What the editor asks the gateway. */

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
}

/** Who is signed in, and what can be edited. */
export interface Me {
  name: string;
  address: string;
  role: 'editor' | 'coordinator';
  participant: string | null;
  sources: { path: string; label: string; access: 'public' | 'participants' }[];
  branch: string;
}

const BASE = '/admin/api/';

async function answerOf<Answer>(response: Response): Promise<Answer> {
  const body = (await response.json()) as Record<string, unknown>;
  if (!response.ok) throw new GatewayError(response.status, body);
  return body as Answer;
}

/** Who is signed in. */
export const whoAmI = async (): Promise<Me> => answerOf(await fetch(`${BASE}me`));

/**
 * Asks for an action.
 *
 * @throws GatewayError where it is not done
 */
export const act = async <Answer>(action: string, params: object = {}): Promise<Answer> =>
  answerOf(
    await fetch(`${BASE}v1`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ action, params }),
    }),
  );

/** Sends a file as it is. @returns the object that a save can cite */
export const sendFile = async (file: Blob): Promise<string> =>
  (await answerOf<{ blob: string }>(await fetch(`${BASE}upload`, { method: 'PUT', body: file }))).blob;

/** Where a file beside an entry can be looked at. */
export const fileUrl = (path: string, draft?: { collection: string; slug: string }): string =>
  `${BASE}file?${new URLSearchParams({ path, ...draft })}`;
