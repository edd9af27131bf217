/** Starlight over the same guides: its own defaults, in Italian, search included. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withFields } from '../generate.ts';
import { generateGuides } from './guides.ts';
import { run } from './measure.ts';
import type { Site } from './site.ts';

/** What is installed. The report prints both sides' versions of Astro. */
const packages = { astro: '7.3.5', '@astrojs/starlight': '0.42.4' };

const config = `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'http://127.0.0.1:4321',
  integrations: [
    starlight({
      title: 'Rete generata',
      locales: { root: { label: 'Italiano', lang: 'it' } },
      sidebar: [{ label: 'Guide', items: [{ autogenerate: { directory: 'guide' } }] }],
    }),
  ],
});
`;

const collections = `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

/**
 * Installs Starlight in a folder.
 *
 * @throws CommandFailed where npm cannot install it
 */
export async function starlightSite(folder: string, seed: number): Promise<Site> {
  mkdirSync(join(folder, 'src'), { recursive: true });
  const manifest = { name: 'starlight-bench', private: true, type: 'module', dependencies: packages };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
  writeFileSync(join(folder, 'astro.config.mjs'), config);
  writeFileSync(join(folder, 'src', 'content.config.ts'), collections);
  await run(['npm', 'install', '--no-audit', '--no-fund'], { cwd: folder });
  return {
    name: 'Starlight',
    prepare: (documents) => {
      for (const left of ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite', 'src/content'])
        rmSync(join(folder, left), { recursive: true, force: true });
      writeGuides(join(folder, 'src', 'content', 'docs', 'guide'), documents, seed);
    },
    build: () => run([process.execPath, join('node_modules', 'astro', 'bin', 'astro.mjs'), 'build'], { cwd: folder }),
    guides: join(folder, 'dist', 'guide'),
  };
}

function writeGuides(folder: string, documents: number, seed: number): void {
  mkdirSync(folder, { recursive: true });
  for (const { id, title, summary, body } of generateGuides(documents, seed)) {
    const links = body.replaceAll(/\((guida-\d+)\.mdx\)/g, '(/guide/$1/)');
    writeFileSync(join(folder, `${id}.mdx`), withFields({ title, description: summary }, links));
  }
}
