/** `npm start`: builds, serves, and builds again whenever the content changes. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, readConfig } from '#config';
import {
  freePort,
  type Gateway,
  participantsIn,
  readSettings,
  type Settings,
  startGateway,
  strayGrants,
} from '#gateway';
import { commandMessages } from '#i18n';
import { nearName } from '#mdx';
import { editions } from '#model';
import { keepCompiled, runCommand } from './command.ts';
import { openPreviews, type Previews } from './preview.ts';
import { type Builds, openBuilds, START_SOURCES } from './rebuild.ts';
import { watchSources } from './watch.ts';

/** True where an earlier build has left all editions. */
const isBuilt = ({ dist }: Config) => Object.keys(editions).every((id) => existsSync(join(dist, id, 'index.html')));

/** Builds again after changes, and says how it went. */
async function rebuild(gateway: Gateway, builds: Builds): Promise<void> {
  const report = await gateway.rebuild(() => builds.build(console.log));
  if (report.reason) console.error(report.reason);
  const { rebuilt, notRebuilt } = commandMessages;
  console.log(report.result === 'published' ? rebuilt(report.seconds) : notRebuilt);
}

/** Builds and serves. @returns the exit code where there is nothing that can be served */
async function start(
  config: Config,
  settings: Settings,
  { preview }: Previews,
  builds: Builds,
): Promise<Gateway | number> {
  // Asked before the build, which takes longer than one likes to wait for a refusal.
  await freePort(config.host, config.port);
  const first = await builds.build(console.log);
  if (first.reason) console.error(first.reason);
  if (first.result !== 'published') {
    if (!isBuilt(config)) return first.result === 'refused' ? 1 : 2;
    console.log(commandMessages.lastGood);
  }
  const gateway = await startGateway({
    dist: config.dist,
    sources: config.sources,
    state: config.state,
    remote: config.remote,
    url: config.urlGiven || config.port !== 0 ? config.url : undefined,
    host: config.host,
    port: config.port,
    settings,
    preview,
    prepareBuild: builds.prepare,
  });
  await gateway.report(first);
  const participants = participantsIn(config.dist);
  for (const { place, id } of strayGrants(settings, participants))
    console.error(
      commandMessages.unknownParticipant(
        place,
        id,
        nearName(
          id,
          participants.map((one) => one.id),
        ),
      ),
    );
  console.log(commandMessages.serving(gateway.url));
  if (gateway.setupUrl) console.log(commandMessages.setup(gateway.setupUrl));
  console.log(commandMessages.stop);
  return gateway;
}

await runCommand(async () => {
  const config = readConfig(process.env, START_SOURCES);
  const settings = readSettings(config.gateway);
  keepCompiled(config.state);
  // Watched from before the first build, so that no change of its content falls between the two.
  const started = Promise.withResolvers<Gateway>();
  const previews = openPreviews();
  const builds = openBuilds();
  const unwatch = watchSources(config.sources, async () => rebuild(await started.promise, builds));
  try {
    const gateway = await start(config, settings, previews, builds);
    if (typeof gateway === 'number') {
      unwatch();
      return gateway;
    }
    started.resolve(gateway);
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        unwatch();
        previews.close();
        builds.close();
        void gateway.close().then(() => console.log(commandMessages.stopped));
      });
    return 0;
  } catch (error) {
    unwatch();
    throw error;
  }
});
