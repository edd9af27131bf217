/** What the check says of the entry that is open, as it is written now. */
import type { Found } from '../backend/gateway-api.ts';

export interface Problems {
  /** The entry's file, and its text that the check has read. */
  path: string;
  raw: string;
  diagnostics: readonly Found[];
}

const NAME = 'polinet:problems';
let current: Problems | undefined;

/** Says what is wrong now; nothing where no entry is open. */
export function setProblems(problems: Problems | undefined): void {
  current = problems;
  window.dispatchEvent(new CustomEvent(NAME));
}

export const problems = (): Problems | undefined => current;

/** Calls back at each change. @returns what ends that */
export function onProblems(hear: () => void): () => void {
  window.addEventListener(NAME, hear);
  return () => window.removeEventListener(NAME, hear);
}
