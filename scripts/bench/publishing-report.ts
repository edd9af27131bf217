/** What publications took, as tables, and whether that is little enough beside a peer's build. */
import type { Published } from './publishing.ts';
import { median, table } from './report.ts';

/** What a publication may take of the time that the peer builds the same documents in. */
const ALLOWED = 0.25;

const seconds = (value: number) => value.toFixed(2);

/** What each part of a publication waits for. */
const parts: Record<keyof Published['parts'], string> = {
  answered: 'publish answered: the check, and git',
  checked: 'build: noticed, started, content read and checked',
  made: 'build: both editions compiled, rendered and indexed',
  served: 'build: put in place and loaded by the gateway',
  seen: 'pages asked for again',
};

/** @param peer what the peer's builds of the same documents took, in seconds, in the order they were made */
export function publishingReport(
  documents: number,
  published: readonly Published[],
  peer: { name: string; seconds: readonly number[] } | undefined,
): string {
  const row = (label: string, of: (one: Published) => number, among = published) => {
    const values = among.map(of);
    return [label, seconds(median(values)), seconds(Math.max(...values))];
  };
  const kinds = [...new Set(published.map(({ what }) => what))];
  const total = (one: Published) => one.total;
  // The first one also starts what later ones find running.
  const later = published.slice(1);
  return [
    `From «publish» to the public and the participants’ page with the new text, ${published.length} publications over ${documents} documents.`,
    '',
    table([
      ['', 'median s', 'worst s'],
      row('publish to served', total),
      ...kinds.map((kind) =>
        row(
          `  ${kind}`,
          total,
          published.filter(({ what }) => what === kind),
        ),
      ),
      ...Object.entries(parts).map(([name, label]) =>
        row(`  ${label}`, (one) => one.parts[name as keyof Published['parts']]),
      ),
      row('save, the first one apart', ({ save }) => save, later),
      row('preview, the first one apart', ({ preview }) => preview, later),
    ]),
    '',
    `The first preview took ${seconds(published[0]?.preview ?? Number.NaN)} s, the first save ${seconds(published[0]?.save ?? Number.NaN)} s: each starts a process or a thread that later ones find running.`,
    `Each publication, s: ${published.map(({ total }) => seconds(total)).join(', ')}.`,
    ...(peer ? ['', judgement(published.map(total), peer)] : []),
  ].join('\n');
}

function judgement(own: readonly number[], peer: { name: string; seconds: readonly number[] }): string {
  const other = median(peer.seconds);
  // The worst of many, beside the middle of the other's, tells of the machine as much as of the site.
  const row = (label: string, value: number, allowed?: number) => [
    label,
    (value / other).toFixed(2),
    allowed === undefined ? '' : String(allowed),
    allowed === undefined ? '' : value / other <= allowed ? 'pass' : 'FAIL',
  ];
  return [
    `${peer.name}, cold build of the same documents, s: ${peer.seconds.map(seconds).join(', ')}.`,
    table([
      ['ratio', '', 'allowed', ''],
      row(`publish to served, median / ${peer.name}`, median(own), ALLOWED),
      row(`publish to served, worst / ${peer.name}`, Math.max(...own)),
    ]),
  ].join('\n');
}
