/** Editions made by hand: the least that a gateway serves. */
import { join } from 'node:path';
import { type Files, temporaryFolder, writeFiles } from './sources.ts';

/** A page of the network «Rete». */
export const handMadePage = (title: string, main = ''): string =>
  `<!doctype html><html lang="it"><head><title>${title} · Rete</title></head><body><main id="contenuto"><h1>${title}</h1>${main}</main></body></html>\n`;

/** The page that the gateway's own pages are framed by, and a first page for participants. */
const LEAST: Files = {
  'public/accesso/index.html': handMadePage('Area dei partecipanti', '<div data-forms></div>'),
  'participants/accesso/index.html': handMadePage('Area dei partecipanti', '<div data-forms></div>'),
  'participants/index.html': handMadePage('Per i partecipanti'),
};

/** A folder with editions. @param files by path, which begins with the edition's folder */
export function handMade(files: Files = {}): { dist: string; remove(): void } {
  const { path, remove } = temporaryFolder();
  const dist = join(path, 'dist');
  writeFiles(dist, { ...LEAST, ...files });
  return { dist, remove };
}
