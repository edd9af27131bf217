/** Pages that need not be rendered again: those of the edition last published whose cache key is as it was. */
import { readFileSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import type { Config } from '#config';
import { codeDigest } from '#content';
import { type EditionId, editions } from '#model';

/** A page as it was published: only the very same file is used again. */
interface Published {
  key: string;
  /** Bytes. */
  size: number;
  /** When it was written, in milliseconds. */
  time: number;
}

/** What the last build of an edition published, and what it was made with. */
interface Manifest {
  code: string;
  pages: Record<string, Published>;
}

/** One build's share in what the next one need not do. */
export interface Unchanged {
  /** Has Astro render the other pages only. */
  integration: AstroIntegration;
  /** The files of the pages that are left out, relative to the edition's folder: filled when Astro asks for all pages. */
  files: string[];
  /** Their addresses. */
  addresses: string[];
  /** Remembers what is now published, for the next build. */
  remember(): void;
}

type Paths = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>;

/** All that a page is made with besides what its key covers. */
const madeWith = ({ url }: Config) =>
  `${url} ${codeDigest(['src', 'scripts'], ['astro.config.mjs', 'package.json', 'tsconfig.json'])}`;

/** The file of a page, relative to the edition's folder. */
const fileOf = (pathname: string) => join('.', pathname, 'index.html');

/** Compares an edition that is about to be rendered with the one in `config.dist`. */
export function unchangedPages(config: Config, id: EditionId): Unchanged {
  const path = join(config.state, 'cache', id, 'published.json');
  const code = madeWith(config);
  const last = readManifest(path, code);
  const publishedPage = (pathname: string) =>
    statSync(join(config.dist, id, fileOf(pathname)), { throwIfNoEntry: false });
  const keys = new Map<string, string>();
  const files: string[] = [];
  const addresses: string[] = [];
  const toRender = (paths: Paths): Paths => {
    const atPath = Map.groupBy(paths, ({ pathname }) => pathname);
    return paths.filter(({ pathname, cacheKey }) => {
      if (cacheKey === undefined) return true;
      keys.set(pathname, cacheKey);
      const known = last[pathname];
      // Two pages at one address: Astro has to see both, to refuse them.
      if (known?.key !== cacheKey || atPath.get(pathname)?.length !== 1) return true;
      if (!isSame(known, publishedPage(pathname))) return true;
      files.push(fileOf(pathname));
      addresses.push(new URL(editions[id].base + pathname.slice(1), config.url).href);
      return false;
    });
  };
  const integration: AstroIntegration = {
    name: 'polinet-unchanged',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((astro) => ({ ...astro, getStaticPaths: async () => toRender(await astro.getStaticPaths()) })),
    },
  };
  const remember = () => {
    const pages = [...keys].flatMap(([pathname, key]) => {
      const stat = publishedPage(pathname);
      return stat ? [[pathname, { key, size: stat.size, time: stat.mtimeMs }] as const] : [];
    });
    writeFileSync(path, JSON.stringify({ code, pages: Object.fromEntries(pages) } satisfies Manifest));
  };
  return { integration, files, addresses, remember };
}

const isSame = ({ size, time }: Published, stat: Stats | undefined) => stat?.size === size && stat.mtimeMs === time;

/** The pages last published by the same code; none where there is no such record, or a torn one. */
function readManifest(path: string, code: string): Manifest['pages'] {
  try {
    const stored = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
    return stored.code === code ? stored.pages : {};
  } catch {
    return {};
  }
}
