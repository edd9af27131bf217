import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { readConfig } from '#config';

/**
 * The site is built as a program that renders any page of an edition (`src/site/program.ts`); `scripts/render.ts` asks
 * it for those that have changed. Base and folders come from `scripts/`.
 */
const program = {
  name: 'polinet-program',
  hooks: {
    'astro:config:done': ({ setAdapter }) =>
      setAdapter({
        name: 'polinet-program',
        entrypointResolution: 'auto',
        serverEntrypoint: new URL('./src/site/program.ts', import.meta.url),
        supportedAstroFeatures: { serverOutput: 'stable', sharpImageService: 'stable' },
      }),
  },
};

export default defineConfig({
  site: readConfig(process.env).url,
  output: 'server',
  adapter: program,
  integrations: [mdx({ syntaxHighlight: false })],
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  compressHTML: true,
  devToolbar: { enabled: false },
  security: { checkOrigin: false },
  vite: { build: { assetsInlineLimit: 0 } },
});
