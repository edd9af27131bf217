/** What an attempt on the editor's backend is, and what no answer may ever be. */
import type { Role } from '#gateway';
import { type Asked, ask, type Reply } from '../ask.ts';
import type { Ground } from './ground.ts';

export type Who = 'nobody' | 'visitor' | 'participant' | 'editor' | 'other' | 'coordinator';

/** Who there is, and what they may: «other» is an editor of a municipality of the example. */
export const ROLES: Record<Exclude<Who, 'nobody'>, Role> = {
  visitor: 'none',
  participant: 'participant',
  editor: 'editor',
  other: 'editor',
  coordinator: 'coordinator',
};

/** An attempt. */
export interface Attempt {
  /** What is tried, in words. */
  name: string;
  /** Tries it. @returns what is wrong with the outcome; nothing where it held */
  run(asker: Asker): Promise<string | undefined>;
}

export interface Family {
  name: string;
  /** The attempts, after whatever they need has been put in place. */
  attempts(ground: Ground): Attempt[] | Promise<Attempt[]>;
}

/** Asks the backend, and notes what no answer may be. */
export interface Asker {
  /** What a page of the site says it comes from. */
  site: string;
  act(who: Who, action: string, params: unknown, asked?: Asked): Promise<Answer>;
  ask(who: Who, path: string, asked?: Asked): Promise<Answer>;
  /** How many requests there were. */
  count(): number;
  /** Notes a request that goes another way. */
  counts(): void;
}

// biome-ignore lint/suspicious/noExplicitAny: whatever the gateway answers; the attempts say what they expect of it.
export type Answer = Reply & { json: any };

export const V1 = '/admin/api/v1';

/** @param note takes what is wrong with an answer, whatever was asked */
export function askerOf(ground: Ground, note: (fault: string) => void): Asker {
  let count = 0;
  const asker: Asker = {
    site: ground.site,
    count: () => count,
    counts: () => void count++,
    act: (who, action, params, asked = {}) =>
      asker.ask(who, V1, {
        method: 'POST',
        body: JSON.stringify({ action, params }),
        ...asked,
        headers: { origin: ground.site, 'content-type': 'application/json', ...asked.headers },
      }),
    async ask(who, path, asked = {}) {
      count++;
      const cookie: Record<string, string> = who === 'nobody' ? {} : { cookie: ground.cookies[who] };
      const length: Record<string, string> =
        asked.body === undefined ? {} : { 'content-length': `${Buffer.byteLength(asked.body)}` };
      const headers = { ...cookie, ...length, ...asked.headers };
      const reply = await ask(ground.origin, path, { agent: ground.agent, ...asked, headers });
      if (reply.text.includes(ground.secret)) note('secret bytes');
      if (reply.status >= 500) note(`broken: ${reply.status} ${reply.text.slice(0, 200)}`);
      // An address that is too long is refused before it is read.
      const isRead = reply.status !== 400 || reply.text !== '';
      if (isRead && !/no-store/.test(reply.headers['cache-control'] ?? '')) note('cacheable');
      return { ...reply, json: jsonOf(reply.text) };
    },
  };
  return asker;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An attempt of one action that has to be answered with one of some statuses. */
export const refused = (
  who: Who,
  action: string,
  params: unknown,
  statuses: readonly number[],
  about = '',
): Attempt => ({
  name: `${action} by ${who}: ${about || JSON.stringify(params)?.slice(0, 160)}`,
  async run(asker) {
    const { status, text } = await asker.act(who, action, params);
    return statuses.includes(status) ? undefined : `answered ${status}: ${text.slice(0, 160)}`;
  },
});

/** What a save asks for. */
export const saveOf = (path: string, raw: string, more: object = {}) => ({
  dataFiles: [{ path, slug: 'nuova', raw }],
  options: { collectionName: 'guides', commitMessage: 'x' },
  read: {},
  ...more,
});
