/** `npm run bench`: measures the project, and Starlight beside it, over the same invented guides. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cycleReport } from './bench/cycle.ts';
import { gatewayReport } from './bench/gateway.ts';
import { guideId } from './bench/guides.ts';
import { SAMPLING } from './bench/measure.ts';
import { ourSite } from './bench/ours.ts';
import { measurePublishing } from './bench/publishing.ts';
import { publishingReport } from './bench/publishing-report.ts';
import { roundsReport, sizesReport, timesReport } from './bench/report.ts';
import { measureRound, type Round, warmUp } from './bench/rounds.ts';
import { buildCold, type Site } from './bench/site.ts';
import { starlightSite } from './bench/starlight.ts';
import { runCommand, UsageError } from './command.ts';

/** How many guides the small site has, beside which page sizes are held. */
const FEW = 50;
const SEED = 1;
/** How often a change and a new guide are published, one of each. */
const PUBLICATIONS = 5;

function readOptions() {
  const { values } = parseArgs({
    options: {
      documents: { type: 'string', default: '1000' },
      rounds: { type: 'string', default: '1' },
      'without-peers': { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      cycle: { type: 'boolean', default: false },
      gateway: { type: 'boolean', default: false },
      publish: { type: 'boolean', default: false },
    },
  });
  return {
    documents: positive('documents', values.documents),
    rounds: positive('rounds', values.rounds),
    withPeers: !values['without-peers'],
    keep: values.keep,
    cycle: values.cycle,
    gateway: values.gateway,
    publish: values.publish,
  };
}

function positive(name: string, value: string): number {
  if (/^[1-9]\d{0,5}$/.test(value)) return Number(value);
  throw new UsageError(`--${name} must be a whole number from 1 to 999999, not «${value}».`);
}

/** Where one is in a long run: kept apart from the result, which goes to standard output. */
const progress = (text: string) => console.error(`… ${text}`);

/** A folder that goes away with this process, however it ends. */
function temporaryFolder(keep: boolean): string {
  const folder = mkdtempSync(join(tmpdir(), 'polinet-bench-'));
  process.once('exit', () => {
    if (keep) console.error(`Kept: ${folder}`);
    else rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  return folder;
}

/** The version of a package that a project's folder has installed. */
const versionOf = (folder: string, name: string): string =>
  (JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version;

function versions(peer: string | undefined): string {
  const ours = `POLI-NET on Astro ${versionOf(join(import.meta.dirname, '..'), 'astro')}`;
  if (!peer) return ours;
  return `${ours}; Starlight ${versionOf(peer, '@astrojs/starlight')} on Astro ${versionOf(peer, 'astro')}`;
}

const machine = () =>
  `Node ${process.version}, ${process.platform} ${process.arch}, ${availableParallelism()} cores, ${Math.round(totalmem() / 1e9)} GB`;

/** Publications on a running site. */
const publications = (folder: string, documents: number) =>
  measurePublishing(join(folder, 'publishing'), { documents, seed: SEED, rounds: PUBLICATIONS }, progress);

/** Those alone, between cold builds of the peer: how far these lie apart is the machine's noise. */
async function publishReport(folder: string, documents: number, peer: Site | undefined): Promise<string> {
  const built: number[] = [];
  const buildPeer = async (size: number, times: number) => {
    for (let time = 0; peer && time < times; time++) {
      progress(`${peer.name}: cold build of ${size} guides`);
      const { taken } = await buildCold(peer, size, guideId(1));
      if (size === documents) built.push(taken.seconds);
    }
  };
  await buildPeer(FEW, 1);
  await buildPeer(documents, 1);
  const published = await publications(folder, documents);
  await buildPeer(documents, 2);
  return publishingReport(documents, published, peer && { name: peer.name, seconds: built });
}

await runCommand(async () => {
  const { documents, rounds, withPeers, keep, cycle, gateway, publish } = readOptions();
  const folder = temporaryFolder(keep);
  if (cycle) {
    console.log(await cycleReport(folder, progress));
    return 0;
  }
  if (gateway) {
    console.log(await gatewayReport(folder, progress));
    return 0;
  }
  const ours = ourSite(join(folder, 'polinet'), SEED);
  const peerFolder = withPeers ? join(folder, 'starlight') : undefined;
  if (peerFolder) progress('Starlight: npm install');
  const peer = peerFolder ? await starlightSite(peerFolder, SEED) : undefined;
  if (publish) {
    console.log([`${machine()}.`, `${versions(peerFolder)}.`, await publishReport(folder, documents, peer)].join('\n'));
    return 0;
  }
  const plan = { ours, peer, documents, guide: guideId(Math.min(25, documents)), progress };
  const few = await warmUp({ ...plan, documents: FEW });
  const measured: Round[] = [];
  for (let number = 1; number <= rounds; number++) measured.push(await measureRound(plan, number));
  const published = await publications(folder, documents);
  const peers = measured.flatMap(({ peer }) => peer ?? []);
  const beside = peers[0] && { name: peers[0].site, seconds: peers.map(({ taken }) => taken.seconds) };
  const [first] = measured;
  const sizes = [few[0], first?.ours, few[1], first?.peer].filter((built) => built !== undefined);
  console.log(
    [
      `${documents} documents, ${rounds === 1 ? '1 round' : `medians of ${rounds} rounds`}. ${machine()}.`,
      `${versions(peerFolder)}.`,
      `Wall: the whole command. Peak: resident memory of its processes together, looked at every ${SAMPLING} ms.`,
      'Cold: no output and no cache from before.',
      '',
      timesReport(measured),
      ...(rounds > 1 ? ['', roundsReport(measured)] : []),
      '',
      sizesReport(plan.guide, sizes),
      '',
      publishingReport(documents, published, beside),
    ].join('\n'),
  );
  return 0;
});
