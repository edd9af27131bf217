/** A repository with much that nobody may read or write, and everybody who may ask. */
import { writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { exampleBase, guide, indicator, measurement, participant } from '#content/examples';
import { type Edited, runEdited } from '../edited.ts';
import { temporaryFolder } from '../sources.ts';
import { ROLES, type Who } from './attempt.ts';

export interface Ground {
  edited: Edited;
  /** Where the attempts go; the gateway itself, or a broken one before it. */
  origin: string;
  /** What a browser on the site would say it comes from. */
  site: string;
  agent: Agent;
  cookies: Record<Exclude<Who, 'nobody'>, string>;
  /** Stands in every file that nobody may read. */
  secret: string;
  /** A folder beside the repository, which links lead to. */
  outside: string;
  close(): Promise<void>;
}

export const SECRET = 'SEGRETO-7f3a91';
/** The file of the published guide. */
export const GUIDE = 'content/guides/attese.mdx';
/** The smallest picture: one pixel. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
/** A guide as an editor may begin one. */
export const closed = (body = 'Testo.') => guide('', body).replace('access: public', 'access: participants');

const FILES = {
  ...Object.fromEntries(Object.entries(exampleBase).map(([path, text]) => [`content/${path}`, text])),
  'content/network.yaml': `# ${SECRET}\n${exampleBase['network.yaml']}maxFileMegabytes: 1\n`,
  'content/source.yaml': `# ${SECRET}\nlabel: Rete\neditable: true\n`,
  [GUIDE]: guide('', 'Attese. ![Uno sportello](attese/foto.png)'),
  'content/guides/attese/foto.png': PICTURE,
  'content/participants/castello.yaml': participant('Castello'),
  'content/indicators/pratiche.yaml': indicator(),
  'content/measurements/attesa-2025.yaml': measurement('value: 10'),
  '.env': `${SECRET}=1\n`,
  'README.md': `${SECRET}\n`,
  'astro.config.mjs': `export default {}; // ${SECRET}\n`,
  'other/source.yaml': `label: Altra # ${SECRET}\n`,
  'other/guides/altrui.mdx': guide('', SECRET),
};

/** Starts it. */
export async function makeGround(): Promise<Ground> {
  const beside = temporaryFolder();
  const edited = await runEdited(FILES);
  const { git } = edited.made;
  writeFileSync(join(beside.path, 'segreto.mdx'), guide('', SECRET));
  writeFileSync(join(beside.path, 'segreto.pdf'), SECRET);
  git('config', 'polinet.secret', SECRET);
  const cookies = Object.fromEntries(
    Object.entries(ROLES).map(([name, role]) => [name, edited.person(name, role).cookie]),
  ) as Ground['cookies'];
  const { accounts } = edited.gateway.state;
  accounts.grant(accounts.byAddress('other@comune.example')?.id ?? '', 'editor', 'castello', 'hand');
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const { origin } = edited.gateway;
  return {
    edited,
    origin,
    site: origin,
    agent,
    cookies,
    secret: SECRET,
    outside: beside.path,
    async close() {
      agent.destroy();
      await edited.close();
      beside.remove();
    },
  };
}
