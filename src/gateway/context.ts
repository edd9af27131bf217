/** What all parts of a running gateway share. */
import type { IncomingMessage } from 'node:http';
import type { Diagnostic } from '#content';
import type { Checker } from './editing/checking.ts';
import type { Preview } from './editing/previewing.ts';
import type { Limits } from './entry/limits.ts';
import type { SendMail } from './entry/mail.ts';
import type { Provider } from './entry/providers.ts';
import type { Log } from './log.ts';
import type { Mirror } from './mirror.ts';
import type { NoRepository, Repository } from './repository/repository.ts';
import type { Settings } from './settings.ts';
import type { Site } from './site.ts';
import type { State } from './state/index.ts';

/** How the last build of the site went. */
export interface BuildReport {
  /** When it ended, in milliseconds since 1970. */
  at: number;
  seconds: number;
  /** `refused`: the content has errors. `failed`: something else went wrong. */
  result: 'published' | 'refused' | 'failed';
  diagnostics: readonly Diagnostic[];
  /** What went wrong, where it was not the content. */
  reason?: string;
}

export interface Context {
  settings: Settings;
  state: State;
  /** The public address, without a slash at its end. */
  url: string;
  /** True where the public address is https. */
  secure: boolean;
  limits: Limits;
  providers: ReadonlyMap<string, Provider>;
  sendMail: SendMail | undefined;
  log: Log;
  /** Where editors' changes go, or why there is no editing. */
  repository: Repository | NoRepository;
  /** Says what the build would say of a change. */
  checker: Checker;
  /** Renders the page that an entry would have; absent where nothing can. */
  preview: Preview | undefined;
  /** Says that a build may be asked for soon. */
  prepareBuild(): void;
  /** What is served at this moment. */
  site: Site;
  /** Since when a build is under way, in milliseconds since 1970. */
  building: number | undefined;
  report: BuildReport | undefined;
  /** The last build that was put in place. */
  lastGood: BuildReport | undefined;
  /** The exchange with a remote, where one is set. */
  mirror: Mirror | undefined;
  /** Milliseconds since 1970. */
  now(): number;
  /** The network address of who asks. */
  originOf(request: IncomingMessage): string;
}
