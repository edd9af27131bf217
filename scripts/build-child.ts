/** One build in a process of its own, for a gateway that goes on serving meanwhile. Told by `rebuild.ts`. */
import { once } from 'node:events';
import { readConfig } from '#config';
import type { Diagnostic } from '#content';
import { explained, keepCompiled } from './command.ts';
import { START_SOURCES } from './rebuild.ts';

/** What a build tells who asked for it. */
export type Told = { line: string } | { published: boolean; diagnostics: readonly Diagnostic[] } | { failed: string };

const tell = (told: Told) => new Promise<void>((resolve) => process.send?.(told, () => resolve()));

// Without the gateway nobody wants the site any more. What is being published is finished by the next build.
process.once('disconnect', () => process.exit(1));

try {
  const config = readConfig(process.env, START_SOURCES);
  keepCompiled(config.state);
  // What is asked for while the code is still being loaded is heard all the same.
  const asked = once(process, 'message');
  const [{ buildSite }, { preload }] = await Promise.all([import('./build-site.ts'), import('./program.ts')]);
  await preload(config);
  await asked;
  const { published, diagnostics } = await buildSite(config, (line) => void tell({ line }));
  await tell({ published, diagnostics });
} catch (error) {
  await tell({ failed: explained(error) ?? String((error as Error).stack) });
}
process.disconnect();
