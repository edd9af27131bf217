/** What the editor can ask for: one action each, by the names of Decap's proxy protocol. */
import { z } from 'zod';
import type { Context } from '../context.ts';
import type { Repository } from '../repository/repository.ts';
import type { Role } from '../roles.ts';
import type { Session } from '../state/sessions.ts';
import type { Uploads } from './uploads.ts';

/** Why an action is not done; nothing is changed then. */
export type Reason =
  | 'bad-request'
  | 'not-editable'
  | 'not-yours'
  | 'too-large'
  | 'conflict'
  | 'gone'
  | 'no-draft'
  | 'merge'
  | 'by-hand'
  | 'moved'
  | 'empty'
  | 'errors'
  | 'cited'
  | 'cited-elsewhere'
  | 'no-upload'
  | 'no-preview'
  | 'not-movable'
  | 'taken'
  | 'has-draft'
  | 'too-much'
  | 'full'
  | 'busy'
  | 'forge';

/** An action that is not done. */
export class Refused {
  readonly reason: Reason;
  readonly detail: object;

  /** @param detail what the editor shows with it: paths, the other version, diagnostics */
  constructor(reason: Reason, detail: object = {}) {
    this.reason = reason;
    this.detail = detail;
  }
}

/** Who asks, of what, and what they may. */
export interface Asking {
  context: Context;
  repository: Repository;
  session: Session;
  uploads: Uploads;
}

export interface Action<Schema extends z.ZodType = z.ZodType> {
  name: string;
  /** Who may ask for it; every editor where absent. */
  role?: Role;
  /** True where it changes the gateway's own repository: not for editors who save to a forge. */
  saves?: true;
  params: Schema;
  run(asking: Asking, params: z.output<Schema>): Promise<object | Refused>;
}

/** Declares an action; it only fixes the types. */
export const defineAction = <Schema extends z.ZodType>(action: Action<Schema>): Action => action as unknown as Action;

/** What becomes the first line of a commit's message. */
export const line = z.string().transform((text) =>
  text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 200),
);
