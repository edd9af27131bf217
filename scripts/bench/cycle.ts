/** A large benchmarking cycle, and one of half its size: what a build takes, and how heavy its pages are. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { programs } from '../program.ts';
import { type CycleSize, generateCycle } from './cycle-source.ts';
import { run } from './measure.ts';

const WHOLE: CycleSize = {
  participants: 200,
  practices: 300,
  indicators: 40,
  periods: 20,
  trials: 12,
  meetings: 60,
  commitments: 80,
};
/** Half of all files and half of all values. */
const HALF: CycleSize = { ...WHOLE, participants: 100, practices: 150, indicators: 40, meetings: 30 };

const root = join(import.meta.dirname, '..', '..');
const HEAVIEST = 5;

interface Measured {
  files: number;
  values: number;
  cold: number;
  again: number;
  pages: number;
  /** The heaviest pages, in gzip bytes. */
  heaviest: [path: string, bytes: number][];
}

/**
 * Builds both, one after the other, and tells what was seen.
 *
 * @param folder where sources and sites go
 */
export async function cycleReport(folder: string, progress: (text: string) => void): Promise<string> {
  const measured: [string, Measured][] = [];
  for (const [name, size] of [
    ['half', HALF],
    ['whole', WHOLE],
  ] as const) {
    progress(
      `${name}: ${size.participants} participants × ${size.practices} practices × ${size.indicators} indicators × ${size.periods} periods`,
    );
    measured.push([name, await measure(join(folder, name), size)]);
  }
  const [half, whole] = measured.map(([, found]) => found) as [Measured, Measured];
  const row = ([name, { files, values, pages, cold, again }]: [string, Measured]) =>
    `| ${name} | ${files} | ${values} | ${pages} | ${cold.toFixed(1)} | ${again.toFixed(1)} |`;
  const ratio = (of: (one: Measured) => number) => (of(whole) / of(half)).toFixed(2);
  return [
    '| cycle | files | values | pages | cold s | nothing changed s |',
    '| --- | --- | --- | --- | --- | --- |',
    ...measured.map(row),
    `| whole ÷ half | ${ratio(({ files }) => files)} | ${ratio(({ values }) => values)} | ${ratio(({ pages }) => pages)} | ${ratio(({ cold }) => cold)} | ${ratio(({ again }) => again)} |`,
    '',
    'Heaviest pages of the whole, gzip:',
    ...whole.heaviest.map(([path, bytes]) => `- ${path}: ${(bytes / 1000).toFixed(1)} KB`),
  ].join('\n');
}

async function measure(folder: string, size: CycleSize): Promise<Measured> {
  const [content, dist, state] = [join(folder, 'content'), join(folder, 'dist'), join(folder, 'state')];
  generateCycle(content, size);
  rmSync(programs, { recursive: true, force: true });
  const build = () =>
    run([process.execPath, join(root, 'scripts', 'build.ts'), '--edition', 'public'], {
      cwd: root,
      env: { POLINET_CONTENT: content, POLINET_DIST: dist, POLINET_STATE: state },
    });
  const cold = await build();
  const again = await build();
  const site = join(dist, 'public');
  const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));
  const weighed = pages.map((path): [string, number] => [path, gzipSync(readFileSync(join(site, path))).length]);
  return {
    files: readdirSync(content, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length,
    values: size.indicators * size.periods * size.participants,
    cold: cold.seconds,
    again: again.seconds,
    pages: pages.length,
    heaviest: weighed.sort((a, b) => b[1] - a[1]).slice(0, HEAVIEST),
  };
}
