/** The gateway's settings, from the file that `POLINET_GATEWAY` names: it stays outside the public repository. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import proxyAddress from 'proxy-addr';
import { type Document, LineCounter, parseDocument, visit } from 'yaml';
import { z } from 'zod';
import { ConfigError } from '#config';
import { commandMessages } from '#i18n';
import { readAddress } from './entry/address.ts';
import { safeUrl } from './entry/safe-url.ts';
import { editorSettings } from './forge/settings.ts';
import { roles } from './roles.ts';

const grant = z
  .union([
    z.enum(roles).transform((role) => ({ role, participant: null })),
    z.strictObject({ role: z.enum(roles), participant: z.string().min(1).nullable().default(null) }),
  ])
  .describe('A role, or a role with the id of a participant.');

const provider = z
  .strictObject({
    /** Part of its addresses: `/accesso/con/ID/` and `/accesso/ritorno/ID/`. */
    id: z.string().regex(/^[a-z0-9-]+$/),
    /** What the button says. */
    name: z.string().min(1),
    issuer: safeUrl,
    clientId: z.string().min(1),
    clientSecret: z.string().min(1).optional(),
    clientSecretFile: z.string().min(1).optional(),
    scope: z.string().default('openid email profile'),
    /** `always` for a directory whose addresses are all its own; else an address counts where `email_verified` is true. */
    emailVerified: z.enum(['claim', 'always']).default('claim'),
    roles: z.strictObject({ claim: z.string().min(1), grants: z.record(z.string(), grant) }).optional(),
  })
  .refine(({ scope }) => scope.split(' ').includes('openid'));

const schema = z.strictObject({
  providers: z
    .array(provider)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length)
    .refine((all) => all.every(({ id }) => id !== 'password' && id !== 'mail'))
    .default([]),
  people: z.record(z.string().transform(asAddress), grant).default({}),
  domains: z.record(z.string().toLowerCase(), grant).default({}),
  mail: z
    .strictObject({
      server: z.url({ protocol: /^smtps?$/ }).optional(),
      serverFile: z.string().min(1).optional(),
      from: z.string().min(3),
    })
    .refine(({ server, serverFile }) => server !== undefined || serverFile !== undefined)
    .optional(),
  /** Addresses or networks whose `X-Forwarded-For` is believed. */
  proxies: z.array(z.string().refine(isNetwork)).default([]),
  sessions: z
    .strictObject({ idleHours: z.number().positive().default(12), absoluteHours: z.number().positive().default(168) })
    .prefault({}),
  /** Failed sign-ins allowed in a time: for one account from one place, and in all from one place. */
  signIn: z
    .strictObject({
      attempts: z.int().positive().default(10),
      perOrigin: z.int().positive().default(60),
      minutes: z.number().positive().default(15),
    })
    .prefault({}),
  audit: z.strictObject({ days: z.int().positive().default(365) }).prefault({}),
  /** Where the editor saves; into the gateway's own repository where absent. */
  editor: editorSettings.optional(),
});

export type Settings = z.output<typeof schema>;
export type ProviderSettings = Settings['providers'][number];
export type Grant = z.output<typeof grant>;

/** True for what the reader of `X-Forwarded-For` takes for addresses. */
function isNetwork(text: string): boolean {
  try {
    proxyAddress.compile(text);
    return true;
  } catch {
    return false;
  }
}

function asAddress(text: string, context: z.RefinementCtx): string {
  const address = readAddress(text);
  if (address === undefined) context.addIssue({ code: 'custom', message: text });
  return address ?? z.NEVER;
}

/** The settings of a gateway for which none are given: local accounts alone. */
export const defaultSettings = (): Settings => schema.parse({});

/**
 * Reads the settings.
 *
 * @param path of the YAML file; the defaults where absent
 * @throws ConfigError naming each wrong place
 */
export function readSettings(path: string | undefined): Settings {
  if (path === undefined) return defaultSettings();
  const parsed = parsedBy(path, yamlOf(path));
  // What stands in files of their own is held to the same.
  return parsedBy(path, withSecrets(parsed, dirname(path)));
}

function yamlOf(path: string): unknown {
  const lineCounter = new LineCounter();
  const document = parseDocument(textOf(path), { lineCounter });
  const [fault] = document.errors;
  if (fault) throw new ConfigError(commandMessages.settings.syntax(path, fault.linePos?.[0].line ?? 1));
  try {
    return document.toJS() ?? {};
  } catch {
    throw new ConfigError(commandMessages.settings.syntax(path, lineCounter.linePos(aliasOf(document)).line));
  }
}

/** Where the first alias of nothing stands. */
function aliasOf(document: Document): number {
  let offset = 0;
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document)) return undefined;
      offset = alias.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

function parsedBy(path: string, value: unknown): Settings {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const place = [...issue.path.map(String), ...unknown.slice(0, 1)].join('.');
    const { noSettings, problem } = commandMessages.settings;
    return place === '' ? noSettings(path) : problem(path, place, unknown.length > 0);
  });
  throw new ConfigError([...new Set(problems)].join('\n'));
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new ConfigError(commandMessages.settings.unreadable(path));
  }
}

/** Secrets that stand in files of their own are read from there. */
function withSecrets(settings: Settings, folder: string): unknown {
  const secret = (file: string | undefined) => (file === undefined ? undefined : textOf(resolve(folder, file)).trim());
  return {
    ...settings,
    providers: settings.providers.map((one) => ({
      ...one,
      clientSecret: one.clientSecret ?? secret(one.clientSecretFile),
    })),
    editor: settings.editor && {
      ...settings.editor,
      clientSecret: settings.editor.clientSecret ?? secret(settings.editor.clientSecretFile),
    },
    mail: settings.mail && { ...settings.mail, server: settings.mail.server ?? secret(settings.mail.serverFile) },
  };
}
