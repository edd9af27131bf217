import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { readConfig } from '#config';

/** One configuration for both editions: base, output and cache folders come from `scripts/`. */
export default defineConfig({
  site: readConfig(process.env).url,
  output: 'static',
  integrations: [mdx({ syntaxHighlight: false })],
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 8 },
  compressHTML: true,
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  vite: { build: { assetsInlineLimit: 0 } },
});
