/** What entries there are to refer to. */
import { act } from './gateway-api.ts';

export interface Known {
  /** `collection/id`. */
  ref: string;
  collection: string;
  id: string;
  title: string;
}

let asked: Promise<Known[]> | undefined;

/** All entries that are published; asked for once, and again after a failure. */
export function knownEntries(): Promise<Known[]> {
  asked ??= act<Known[]>('titles').catch((error: unknown) => {
    asked = undefined;
    throw error;
  });
  return asked;
}
