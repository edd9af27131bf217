/** A few pages of the built site: a gateway that is started often reads no more. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './sources.ts';

/** A guide that only participants may read. */
export const RESTRICTED = '/riservato/guide/demo-turni-di-punta/';

const KEPT = [
  'public/accesso/index.html',
  'public/guide/picchi-di-utenza/index.html',
  'participants/index.html',
  'participants/404.html',
  'participants/accesso/index.html',
  'participants/guide/demo-turni-di-punta/index.html',
  'participants/guide/picchi-di-utenza/index.html',
  'participants/dati/partecipanti.json',
];

/** Copies them. @param dist the built site */
export function fewPages(dist: string): { path: string; remove(): void } {
  const folder = temporaryFolder();
  for (const file of KEPT) cpSync(join(dist, file), join(folder.path, file), { recursive: true });
  return folder;
}
