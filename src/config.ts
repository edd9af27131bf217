/** The environment, read once. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { messages } from '#i18n';

const DEFAULT_PORT = 4321;

/** What git takes for a repository, and what of it runs no command: no option, no `ext::`, no control character. */
const REMOTE = {
  url: /^(?:https?|ssh|git|file):\/\/(?!-)[^\s\p{Cc}]+$/u,
  /** `person@host:path`, by ssh. */
  host: /^(?:[A-Za-z0-9_][\w.-]*@)?[A-Za-z0-9][\w.-]*:(?!:|\/\/|-)[^\s\p{Cc}]+$/u,
  path: /^\.{0,2}\/[^\p{Cc}]*$/u,
  name: /^[A-Za-z0-9_][\w.-]*$/,
};

function isRemote(value: string): boolean {
  if (!value.includes('://')) return [REMOTE.host, REMOTE.path, REMOTE.name].some((form) => form.test(value));
  if (!REMOTE.url.test(value) || !URL.canParse(value)) return false;
  const { hostname, username, protocol } = new URL(value);
  return ![hostname, username].some((one) => /^(?:-|%2d)/i.test(one)) && (hostname !== '' || protocol === 'file:');
}

const schema = z.object({
  POLINET_CONTENT: z.string().min(1).optional(),
  POLINET_DIST: z.string().min(1).default('dist'),
  POLINET_STATE: z.string().min(1).default('.polinet'),
  POLINET_URL: z
    .url({ protocol: /^https?$/ })
    .refine((url) => URL.canParse(url) && new URL(url).href === `${new URL(url).origin}/`)
    .optional(),
  POLINET_GATEWAY: z.string().min(1).optional(),
  POLINET_REMOTE: z.string().refine(isRemote).optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(DEFAULT_PORT),
});

/** The project's own folder: its `public/` is not an edition's. */
const ROOT = resolve(import.meta.dirname, '..');

export interface Config {
  /** Absolute folders of the sources, in the order given. */
  sources: string[];
  /** Absolute folder of the built editions. */
  dist: string;
  /** Absolute folder of caches, sessions and accounts. */
  state: string;
  /** The public address, without a trailing slash. Without one given it is where the gateway listens by default. */
  url: string;
  /** True where the public address was given. */
  urlGiven: boolean;
  /** Absolute path of the gateway's settings. */
  gateway: string | undefined;
  /** Where the content's repository is pushed to and pulled from: a URL, an absolute path, or a remote's name. */
  remote: string | undefined;
  host: string;
  port: number;
}

/** A setting that cannot be used: `message` names the variable and says why. */
export class ConfigError extends Error {}

/** A value without what an address in it says before the host: it may let somebody in. */
const shown = (value = ''): string => value.replace(/\/\/[^/\s]*@/g, '//');

const isOurs = (name: string) => name.startsWith('POLINET_');

/**
 * Reads the settings from environment variables.
 *
 * @param env the variables, usually `process.env`
 * @param defaultSources used where `POLINET_CONTENT` is not set; paths separated by `:`
 * @throws ConfigError naming every unknown `POLINET_*` variable or bad value, and folders that are not there
 */
export function readConfig(env: NodeJS.ProcessEnv, defaultSources = 'content'): Config {
  const problems = Object.keys(env)
    .filter((name) => isOurs(name) && !(name in schema.shape))
    .map((name) => messages('it').config.unknown(name, Object.keys(schema.shape).join(', ')));
  const parsed = schema.safeParse(env);
  if (!parsed.success) {
    const named = parsed.error.issues.map(({ path }) => String(path[0]));
    problems.push(...named.map((name) => messages('it').config.bad(name, shown(env[name]))));
  }
  if (problems.length > 0 || !parsed.success) throw new ConfigError(problems.join('\n'));
  const { POLINET_CONTENT, POLINET_DIST, POLINET_STATE, POLINET_URL, POLINET_GATEWAY, POLINET_REMOTE, HOST, PORT } =
    parsed.data;
  const sources = (POLINET_CONTENT ?? defaultSources).split(':').filter(Boolean);
  if (sources.length === 0) throw new ConfigError(messages('it').config.bad('POLINET_CONTENT', POLINET_CONTENT ?? ''));
  const missing = sources.filter((path) => !statSync(path, { throwIfNoEntry: false })?.isDirectory());
  if (missing.length > 0)
    throw new ConfigError(missing.map((path) => messages('it').config.noFolder('POLINET_CONTENT', path)).join('\n'));
  if (resolve(POLINET_DIST) === ROOT) throw new ConfigError(messages('it').config.bad('POLINET_DIST', POLINET_DIST));
  return {
    sources: sources.map((path) => resolve(path)),
    dist: resolve(POLINET_DIST),
    state: resolve(POLINET_STATE),
    url: POLINET_URL?.replace(/\/$/, '') ?? `http://127.0.0.1:${PORT || DEFAULT_PORT}`,
    urlGiven: POLINET_URL !== undefined,
    gateway: POLINET_GATEWAY === undefined ? undefined : resolve(POLINET_GATEWAY),
    remote: POLINET_REMOTE && REMOTE.path.test(POLINET_REMOTE) ? resolve(POLINET_REMOTE) : POLINET_REMOTE,
    host: HOST,
    port: PORT,
  };
}
