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

export default async function setup(project: TestProject): Promise<() => void> {
  const { path, remove } = temporaryFolder();
  const env = { ...process.env, POLINET_DIST: join(path, 'dist'), POLINET_STATE: join(path, 'state') };
  const messages: string[] = [];
  if (!(await buildSite(readConfig(env, 'content:examples/demo'), (text) => messages.push(text))).published)
    throw new Error(messages.join('\n'));
  project.provide('dist', env.POLINET_DIST);
  return remove;
}
