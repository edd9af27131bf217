/** A running gateway. */
import { noteBuild, rebuild } from './building.ts';
import type { BuildReport, Context } from './context.ts';
import { openChecker } from './editing/checking.ts';
import type { Preview } from './editing/previewing.ts';
import { grantOfAddress } from './entry/grants.ts';
import { signInLimits } from './entry/limits.ts';
import { openMail } from './entry/mail.ts';
import { originReader } from './entry/origin.ts';
import { openProvider } from './entry/providers.ts';
import { type Log, openLog } from './log.ts';
import { openMirror } from './mirror.ts';
import { recover } from './repository/recover.ts';
import { openRepository, published } from './repository/repository.ts';
import { makeServer } from './server.ts';
import { listen } from './serving/listen.ts';
import type { Settings } from './settings.ts';
import { loadSite } from './site.ts';
import { SERVICE } from './state/events.ts';
import { openState, type State } from './state/index.ts';

export interface GatewayOptions {
  /** The folder with the built editions. */
  dist: string;
  /** Absolute folders of the sources; those that say so can be edited. None where absent. */
  sources?: readonly string[];
  /** What the repository of the content is exchanged with: an address, an absolute path, or a remote's name. */
  remote?: string | undefined;
  /** The folder of what the gateway remembers. */
  state: string;
  /** The public address, without a slash at its end; that at which it listens where absent. */
  url?: string | undefined;
  host: string;
  /** 0 for any free one. */
  port: number;
  settings: Settings;
  /** Renders the page that an entry would have; without it there are no previews. */
  preview?: Preview;
  /** Told that a build may be asked for soon. */
  prepareBuild?: () => void;
  log?: Log;
  /** The clock, in milliseconds since 1970. */
  now?: () => number;
}

export interface Gateway {
  /** Where it is reached, with a slash at its end. */
  url: string;
  /** The link that makes the first coordinator; nothing where there is one, or the settings name one. */
  setupUrl: string | undefined;
  /** Puts what is now in the folder of editions in place of what is served, as one. */
  reload(): Promise<void>;
  /** Says that a build is under way, or how one went that was made elsewhere. */
  report(report: 'building' | BuildReport): Promise<void>;
  /** Builds, and serves what came of it; what cannot be built leaves everything as it is. */
  rebuild(run: () => Promise<BuildReport>): Promise<BuildReport>;
  /** Answers what was asked for, and ends. */
  close(): Promise<void>;
}

const HOUR = 3_600_000;
const SECOND = 1_000;

export const openStateWith = (folder: string, { sessions, audit }: Settings): State =>
  openState(folder, {
    sessions: { idle: sessions.idleHours * HOUR, absolute: sessions.absoluteHours * HOUR },
    retention: audit.days,
  });

/** Starts a gateway over built editions. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { settings, now = Date.now } = options;
  const state = openStateWith(options.state, settings);
  const site = await loadSite(options.dist);
  const context: Context = {
    settings,
    state,
    url: options.url ?? '',
    secure: options.url?.startsWith('https:') ?? false,
    limits: signInLimits(settings.signIn),
    providers: new Map(),
    sendMail: openMail(settings),
    log: options.log ?? openLog(),
    checker: openChecker(options.sources ?? []),
    preview: options.preview,
    prepareBuild: options.prepareBuild ?? (() => undefined),
    repository: await openRepository(options.sources ?? []),
    site,
    building: undefined,
    report: undefined,
    lastGood: undefined,
    mirror: undefined,
    now,
    originOf: originReader(settings.proxies),
  };
  const { repository } = context;
  // What keeps editing from going on keeps nobody from reading.
  if (typeof repository === 'object')
    await recover(repository).catch((error: Error) => context.log.error({ reason: error.stack }, 'not recovered'));
  const atStart = typeof repository === 'object' ? await published(repository) : undefined;
  const listening = await listen(makeServer(context), options.host, options.port);
  context.url ||= listening.url;
  context.providers = providersOf(context);
  if (options.remote && typeof repository === 'object')
    context.mirror = openMirror({
      repository,
      named: options.remote,
      sources: options.sources ?? [],
      url: context.url,
      log: context.log,
      now,
    });
  followList(context);
  const tidy = setInterval(() => state.expire(now()), HOUR);
  const flush = setInterval(() => context.log.flush(), SECOND);
  state.expire(now());
  return {
    url: `${context.url}/`,
    setupUrl: setupUrl(context),
    async reload() {
      context.site = await loadSite(options.dist, context.site);
    },
    async report(report) {
      context.building = report === 'building' ? now() : undefined;
      if (report !== 'building') await noteBuild(context, report, atStart);
    },
    rebuild: (run) => rebuild(context, options.dist, run),
    async close() {
      clearInterval(tidy);
      clearInterval(flush);
      await context.mirror?.close();
      await listening.stop();
      await context.checker.close();
      context.log.flush();
      state.close();
    },
  };
}

const providersOf = ({ settings, url }: Context) =>
  new Map(settings.providers.map((one) => [one.id, openProvider(one, `${url}/accesso/ritorno/${one.id}/`)]));

/** Whoever has a role by the list of people, or a domain, and is there no more, has none from now on. */
function followList({ state, settings, now }: Context): void {
  for (const { id, address, role, participant, granted } of state.accounts.all()) {
    if (granted !== 'address' && granted !== 'domain') continue;
    const found = grantOfAddress(address, settings);
    const next = { role: found?.role ?? ('none' as const), participant: found?.participant ?? null };
    if (next.role === role && next.participant === participant) continue;
    state.together(() => {
      state.accounts.grant(id, next.role, next.participant, found?.granted ?? granted);
      state.events.add({
        at: now(),
        event: 'role-changed',
        who: SERVICE,
        about: address,
        detail: next.role,
      });
    });
  }
}

/** A new set-up link where nobody is coordinator; the one printed before is void. */
function setupUrl({ state, settings, url, now }: Context): string | undefined {
  const named = [
    ...Object.values(settings.people),
    ...Object.values(settings.domains),
    ...settings.providers.flatMap(({ roles }) => Object.values(roles?.grants ?? {})),
  ].some(({ role }) => role === 'coordinator');
  state.tickets.revoke('setup', '');
  if (named || state.accounts.hasOtherCoordinator()) return undefined;
  return `${url}/accesso/avvio/?codice=${state.tickets.issue('setup', '', {}, now())}`;
}
