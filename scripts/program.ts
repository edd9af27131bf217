/** The site's program, built by Astro once for each version of the code, and kept. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '#config';
import { codeDigest } from '#content';
import { type EditionId, editions } from '#model';

/** What `src/site/program.ts` offers. */
type Program = typeof import('../src/site/program.ts');

/** A program that renders pages of one edition, and the folder with the files that its pages ask for. */
export interface LoadedProgram extends Pick<Program, 'pages' | 'render'> {
  client: string;
  /** Changes with the code, the libraries and the public address: whatever else pages are made with than content. */
  version: string;
}

const root = join(import.meta.dirname, '..');

/** Where programs are kept: within the project, since they import its libraries. */
export const programs = join(root, '.astro', 'programs');

/** The digest of the code when it was first asked for: this process goes on running that. */
let code: string | undefined;

function placeOf({ url }: Config, id: EditionId): { version: string; folder: string } {
  code ??= codeDigest(['src', 'scripts', 'public'], ['astro.config.mjs', 'package.json', 'tsconfig.json']);
  const version = createHash('sha256').update(`${code} ${url}`).digest('hex');
  return { version, folder: join(programs, id, version) };
}

/** Builds the program of an edition, where its code has changed, and loads it. */
export async function loadProgram(config: Config, id: EditionId): Promise<LoadedProgram> {
  const { version, folder } = placeOf(config, id);
  if (!existsSync(folder)) await buildProgram(config.url, id, folder);
  const { pages, render } = (await import(join(folder, 'server', 'entry.mjs'))) as Program;
  return { pages, render, client: join(folder, 'client'), version };
}

/** Loads those programs that are built: to be ready before there is anything to build. */
export async function preload(config: Config): Promise<void> {
  for (const id of Object.keys(editions) as EditionId[])
    if (existsSync(placeOf(config, id).folder)) await loadProgram(config, id);
}

async function buildProgram(url: string, id: EditionId, folder: string): Promise<void> {
  const { build } = await import('astro');
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  await build({ root, site: url, base: editions[id].base, outDir: unfinished, logLevel: 'warn' });
  // Those of other versions are of no more use, but for the address of another state beside this one.
  const all = readdirSync(join(programs, id));
  if (all.length > KEPT)
    for (const name of all)
      if (join(programs, id, name) !== unfinished) rmSync(join(programs, id, name), { recursive: true, force: true });
  renameSync(unfinished, folder);
}

/** How many versions are kept before the old ones are removed. */
const KEPT = 4;
