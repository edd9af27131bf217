/** A small site of which every page says which version of its content it was made from. */
import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { join, relative } from 'node:path';
import { expect } from 'vitest';
import { ask } from './ask.ts';
import { guide, network, participant, temporaryFolder, theme, writeFiles } from './sources.ts';

const SECRET = 'Titolo riservato';
const BROKEN = 'guides/rotta.mdx';

/** Makes the content, in a folder that goes away with `remove`. */
export function versionedSite() {
  const folder = temporaryFolder();
  const at = (name: string) => join(folder.path, name);
  const paths = { content: at('fonte'), dist: at('dist'), state: at('stato') };
  const { content, dist } = paths;
  writeFiles(content, {
    'themes/tema.mdx': theme,
    'participants/este.yaml': participant('Este'),
    'guides/aperta.mdx': guide('related: [guides/riservata]'),
    'guides/riservata.mdx': guide('related: [guides/aperta]')
      .replace('Una guida', SECRET)
      .replace('access: public', 'access: participants'),
  });

  /** The addresses of all pages that an edition has in its folder. */
  const pagesOf = (edition: string, base: string): string[] =>
    readdirSync(join(dist, edition), { recursive: true, withFileTypes: true })
      .filter(({ name }) => name.endsWith('.html'))
      .map((entry) => relative(join(dist, edition), join(entry.parentPath, entry.name)))
      .map((path) => base + path.replace(/index\.html$/, ''));

  const site = {
    paths,
    /** Folders for another site of the same content. */
    beside: () => ({ content, dist: at('altro-dist'), state: at('altro-stato') }),
    /** The version that the content is of. */
    version: 0,
    /** Brings the content to its next version, in one step. */
    edit(): void {
      site.version++;
      const text = network.replace(/^tagline:.*$/m, `tagline: La versione ${site.version} della prova`);
      writeFileSync(at('network.yaml'), text);
      renameSync(at('network.yaml'), join(content, 'network.yaml'));
    },
    /** Puts an entry with an error among the others. @returns its path in the source */
    breakIt(): string {
      writeFiles(content, { [BROKEN]: guide('related: [guides/nessuna]') });
      return BROKEN;
    },
    mendIt: () => rmSync(join(content, BROKEN)),
    /**
     * Reads every page of what is served.
     *
     * @param cookie of somebody who may read the participants' edition; without one only the other is read
     * @returns the one version that all pages are of
     */
    async served(origin: string, cookie: string | undefined): Promise<number> {
      const pages = [...pagesOf('public', '/'), ...(cookie ? pagesOf('participants', '/riservato/') : [])];
      const agent = new Agent({ keepAlive: true, maxSockets: 4 });
      const get = (path: string) => ask(origin, path, { agent, headers: cookie ? { cookie } : {} });
      const found = await Promise.all(
        pages.map(async (path) => {
          const { status, text } = await get(path);
          const isPublic = !path.startsWith('/riservato/') && path !== '/accesso/';
          if (isPublic) expect(text, path).not.toContain(SECRET);
          const versions = [...text.matchAll(/La versione (\d+) della prova/g)].map(([, number]) => number);
          return [path, status, [...new Set(versions)].join()] as const;
        }),
      );
      expect((await get('/guide/riservata/')).status).toBe(404);
      expect((await get('/riservato/guide/riservata/')).status).toBe(cookie ? 200 : 401);
      agent.destroy();
      const one = found[0]?.[2] ?? '';
      expect(found.filter(([, status, version]) => status !== 200 || version !== one)).toEqual([]);
      return Number(one);
    },
    remove: folder.remove,
  };
  site.edit();
  return site;
}
