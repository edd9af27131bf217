/** Builds the shipped content and the demonstration once for all tests of the site, into a temporary folder. */
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { readConfig } from '#config';
import { buildSite } from '../../scripts/build-site.ts';
import { temporaryFolder } from './sources.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder with `public` and `participants`. */
    dist: string;
  }
}

interface Built {
  dist: string;
  remove: () => void;
}

/** Projects of tests have modules of their own, and share the process: the site is built for the first of them. */
const shared = globalThis as { [key: symbol]: Promise<Built> | undefined };
const place = Symbol.for('polinet.built');

async function build(): Promise<Built> {
  const { path, remove } = temporaryFolder();
  const env = { ...process.env, POLINET_DIST: join(path, 'dist'), POLINET_STATE: join(path, 'state') };
  const messages: string[] = [];
  if (!(await buildSite(readConfig(env, 'content:examples/demo'), (text) => messages.push(text))).published)
    throw new Error(messages.join('\n'));
  return { dist: env.POLINET_DIST, remove };
}

export default async function setup(project: TestProject): Promise<() => void> {
  shared[place] ??= build();
  const { dist, remove } = await shared[place];
  project.provide('dist', dist);
  return remove;
}
