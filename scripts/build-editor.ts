/** The editor under `/admin/`: made of the code alone, so it is bundled again only when that changes. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { codeDigest } from '#content';
import { type Finished, filesOf } from './publish.ts';

const root = join(import.meta.dirname, '..');
/** What is bundled, as folders of the project. */
const CODE = ['src/cms', 'src/mdx', 'src/model', 'src/i18n', 'src/styles'];
/** Beside Astro's own: whatever state or content a build has, the code's bundle is the same. */
const CACHE = join(root, 'node_modules', '.polinet-editor');

/**
 * Bundles the editor, where what was bundled before is of other code.
 *
 * @param made called with the seconds that it took, where it was bundled
 */
export async function buildEditor(made: (seconds: number) => void): Promise<Finished> {
  const [folder, stamp] = [join(CACHE, 'files'), join(CACHE, 'digest')];
  const digest = codeDigest(CODE, ['scripts/build-editor.ts']);
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== digest) {
    const start = performance.now();
    rmSync(CACHE, { recursive: true, force: true });
    await asForReaders(() => bundle(folder));
    writeFileSync(stamp, digest, { flush: true });
    made((performance.now() - start) / 1000);
  }
  return { files: new Map(filesOf(folder).map((path) => [path, join(folder, path)])), kept: [] };
}

const bundle = (outDir: string) =>
  build({
    root: join(root, 'src', 'cms', 'admin'),
    base: '/admin/',
    configFile: false,
    logLevel: 'error',
    build: {
      outDir,
      assetsDir: '_astro',
      assetsInlineLimit: 0,
      target: 'es2022',
      chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
    },
  });

/** Does some work in the environment that libraries take for that of a finished site, whatever it is otherwise. */
async function asForReaders(work: () => Promise<unknown>): Promise<void> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}
