/** The order in which things are measured. */
import type { Taken } from './measure.ts';
import type { OurSite } from './ours.ts';
import { type Built, buildCold, type Site } from './site.ts';

/** What one round measured. */
export interface Round {
  ours: Built;
  /** Rebuilds of POLI-NET after one edit each, one after the other. */
  body: Taken;
  title: Taken;
  /** The content check alone, cold. */
  check: Taken;
  peer?: Built | undefined;
}

export interface Plan {
  ours: OurSite;
  peer?: Site | undefined;
  /** How many guides. */
  documents: number;
  /** The id of the guide that is edited, and whose page is weighed. */
  guide: string;
  /** Told what is being done. */
  progress: (text: string) => void;
}

/** Cold builds that are not timed: they put each side's program files in the disk cache. */
export async function warmUp({ ours, peer, documents, guide, progress }: Plan): Promise<Built[]> {
  const built: Built[] = [];
  for (const site of peer ? [ours, peer] : [ours]) {
    progress(`${site.name}: ${documents} guides, to warm up`);
    built.push(await buildCold(site, documents, guide));
  }
  return built;
}

/** One round; every other one begins with the peer. */
export async function measureRound(plan: Plan, number: number): Promise<Round> {
  const { peer, documents, guide, progress } = plan;
  const measurePeer = async () => {
    if (!peer) return undefined;
    progress(`round ${number}, ${peer.name}: cold build`);
    return buildCold(peer, documents, guide);
  };
  const early = number % 2 === 0 ? await measurePeer() : undefined;
  const own = await measureOurs(plan, number);
  return { ...own, peer: early ?? (await measurePeer()) };
}

async function measureOurs({ ours, documents, guide, progress }: Plan, number: number): Promise<Round> {
  const say = (what: string) => progress(`round ${number}, ${ours.name}: ${what}`);
  say('cold build');
  const built = await buildCold(ours, documents, guide);
  say('rebuild after an edit of a body');
  const body = await ours.rebuild(guide, 'body');
  say('rebuild after an edit of a title');
  const title = await ours.rebuild(guide, 'title');
  say('check of the content');
  const check = await ours.check();
  return { ours: built, body, title, check };
}
