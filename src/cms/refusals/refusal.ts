/** A save that was refused: told to whoever shows it, beside Decap's own short notice. */
import type { Found, GatewayError } from '../backend/gateway-api.ts';
import { setProblems } from '../problems/problems.ts';

export interface Refusal {
  /** What kind it is, and what it says. */
  reason: string;
  message: string;
  /** The file, and its text as it was to be saved; none where it did not come to that. */
  path: string;
  mine: string;
  diagnostics: readonly Found[];
  /** What somebody else has saved meanwhile; without a text where the entry was taken away. */
  theirs?: { id?: string; data?: string } | undefined;
  /** Lets the next save go over what the other has saved; absent where that is another entry. */
  keepMine?: (() => void) | undefined;
}

const NAME = 'polinet:refused';

/** Tells of a refusal. */
export function announce(
  { detail }: GatewayError,
  { path, mine, keepMine }: Pick<Refusal, 'path' | 'mine' | 'keepMine'>,
): void {
  const refusal: Refusal = {
    path,
    mine,
    keepMine,
    reason: String(detail.error),
    message: String(detail.message ?? ''),
    diagnostics: (detail.diagnostics as Found[] | undefined) ?? [],
    theirs: detail.theirs as Refusal['theirs'],
  };
  if (refusal.diagnostics.length > 0) setProblems({ path, raw: mine, diagnostics: refusal.diagnostics });
  send(refusal);
}

/** Tells of a refusal that nobody was asked for. */
export const tell = ({
  diagnostics = [],
  ...said
}: Pick<Refusal, 'reason' | 'message'> & Partial<Pick<Refusal, 'diagnostics'>>): void =>
  send({ ...said, diagnostics, path: '', mine: '' });

function send(detail: Refusal): void {
  window.dispatchEvent(new CustomEvent(NAME, { detail }));
}

/** Calls back at each refusal. @returns what ends that */
export function onRefusal(hear: (refusal: Refusal) => void): () => void {
  const listener = (event: Event) => hear((event as CustomEvent<Refusal>).detail);
  window.addEventListener(NAME, listener);
  return () => window.removeEventListener(NAME, listener);
}
