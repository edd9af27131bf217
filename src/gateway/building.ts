/** Builds of the site, and what was published in the repository when each began. */
import type { BuildReport, Context } from './context.ts';
import { published, type Repository } from './repository/repository.ts';
import { loadSite } from './site.ts';
import { SERVICE } from './state/events.ts';

/** Leads to the commit of the last build that was put in place: kept over a restart, in the repository itself. */
export const SERVED = 'refs/polinet/served';

/**
 * Builds, and serves what came of it. What cannot be built leaves everything as it is.
 *
 * @param dist the folder of the editions
 * @param run builds into it
 */
export async function rebuild(context: Context, dist: string, run: () => Promise<BuildReport>): Promise<BuildReport> {
  // What is read by then counts as built: no publication is half written to the working tree.
  const commit = await noted(context, (repository) => repository.alone(() => published(repository)));
  context.building = context.now();
  try {
    const report = await run();
    if (report.result === 'published') context.site = await loadSite(dist, context.site);
    await noteBuild(context, report, commit);
    return report;
  } finally {
    context.building = undefined;
  }
}

/** Notes how a build went. @param commit what was published when it began; nothing where that is not known */
export async function noteBuild(context: Context, report: BuildReport, commit: string | undefined): Promise<void> {
  context.report = report;
  if (report.result !== 'published') return;
  context.lastGood = report;
  context.state.events.add({ at: report.at, event: 'published', who: SERVICE });
  if (commit) await noted(context, ({ git }) => git(['update-ref', SERVED, commit]));
}

/** What the repository says, if there is one. Where it cannot, the site is built all the same. */
async function noted<Result>(
  { repository, log }: Context,
  work: (repository: Repository) => Promise<Result>,
): Promise<Result | undefined> {
  try {
    return typeof repository === 'object' ? await work(repository) : undefined;
  } catch (error) {
    log.error({ reason: (error as Error).stack }, 'repository out of order');
    return undefined;
  }
}
