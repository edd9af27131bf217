/** POLI-NET over a generated source, and two edits of it. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateSource } from '../generate.ts';
import { programs } from '../program.ts';
import { CommandFailed, run, type Taken } from './measure.ts';
import { htmlOf, type Site } from './site.ts';

const root = join(import.meta.dirname, '..', '..');

export interface OurSite extends Site {
  /** Checks all of the content, with nothing remembered from before. */
  check(): Promise<Taken>;
  /** Changes the file of a guide, and builds over the last build. */
  rebuild(id: string, edit: Edit): Promise<Taken>;
}

/** A change of a guide's file that its page shows. */
export type Edit = keyof typeof edits;

const ADDED = 'Frase aggiunta per misurare una ricostruzione.';
const RENAMED = 'Titolo cambiato per misurare una ricostruzione';

const edits = {
  body: { shows: ADDED, change: (text: string) => `${text}\n${ADDED}\n` },
  title: { shows: RENAMED, change: (text: string) => text.replace(/^title: .*$/m, `title: ${RENAMED}`) },
};

/** The public edition, with everything it reads and writes in a folder of its own. */
export function ourSite(folder: string, seed: number): OurSite {
  const [content, dist, state] = [join(folder, 'content'), join(folder, 'dist'), join(folder, 'state')];
  const env = { POLINET_CONTENT: content, POLINET_DIST: dist, POLINET_STATE: state };
  const site: Site = {
    name: 'POLI-NET',
    prepare: (documents) => {
      rmSync(folder, { recursive: true, force: true });
      rmSync(programs, { recursive: true, force: true });
      generateSource(content, { documents, seed });
    },
    build: () => run([process.execPath, join(root, 'scripts', 'build.ts'), '--edition', 'public'], { cwd: root, env }),
    guides: join(dist, 'public', 'guide'),
  };
  return {
    ...site,
    check: () => {
      rmSync(state, { recursive: true, force: true });
      return run([process.execPath, join(root, 'scripts', 'check.ts')], { cwd: root, env });
    },
    rebuild: async (id, edit) => {
      const path = join(content, 'guides', `${id}.mdx`);
      writeFileSync(path, edits[edit].change(readFileSync(path, 'utf8')));
      const taken = await site.build();
      if (!htmlOf(site, id).includes(edits[edit].shows))
        throw new CommandFailed(`The page of ${id} does not show the change of its ${edit}.`);
      return taken;
    },
  };
}
