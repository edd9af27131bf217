/** Which entries have a draft: the gateway knows, or the forge that drafts are saved to. */
import { act } from './gateway-api.ts';

type Ask = () => Promise<string[]>;
let ask: Ask = () => act<string[]>('unpublishedEntries');

/** Drafts as `collection/slug`. */
export const draftKeys: Ask = () => ask();

/** Has drafts looked up elsewhere. */
export function askForDrafts(other: Ask): void {
  ask = other;
}
