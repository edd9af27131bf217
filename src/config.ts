/** The environment, read once. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { messages } from '#i18n';

const DEFAULT_PORT = 4321;

const schema = z.object({
  POLINET_CONTENT: z.string().min(1).optional(),
  POLINET_DIST: z.string().min(1).default('dist'),
  POLINET_STATE: z.string().min(1).default('.polinet'),
  POLINET_URL: z
    .url({ protocol: /^https?$/ })
    .refine((url) => URL.canParse(url) && new URL(url).href === `${new URL(url).origin}/`)
    .optional(),
  POLINET_GATEWAY: z.string().min(1).optional(),
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
  host: string;
  port: number;
}

/** A setting that cannot be used: `message` names the variable and says why. */
export class ConfigError extends Error {}

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
    problems.push(...named.map((name) => messages('it').config.bad(name, env[name] ?? '')));
  }
  if (problems.length > 0 || !parsed.success) throw new ConfigError(problems.join('\n'));
  const { POLINET_CONTENT, POLINET_DIST, POLINET_STATE, POLINET_URL, POLINET_GATEWAY, HOST, PORT } = parsed.data;
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
    host: HOST,
    port: PORT,
  };
}
