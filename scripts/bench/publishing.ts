/** From «publish» to the new page being served: a real site over a repository, asked what the editor asks. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkMessages, commandMessages } from '#i18n';
import { generateSource } from '../generate.ts';
import { guideId } from './guides.ts';
import { CommandFailed } from './measure.ts';
import { type Running, sessionIn, startSite } from './running.ts';

/** What one publication took, in seconds. */
export interface Published {
  what: 'one word' | 'new guide';
  preview: number;
  save: number;
  /** From the request to publish, to the first reply of the public and of the participants' page with the new text. */
  total: number;
  /** The same, by what was waited for. */
  parts: { answered: number; checked: number; made: number; served: number; seen: number };
}

interface Site {
  running: Running;
  cookie: string;
  heard: { at: number; text: string }[];
}

/** How often the pages are asked for, in milliseconds: more often would itself slow the build down. */
const PAUSE = 50;
/** After so long a publication has failed, in milliseconds. */
const PATIENCE = 120_000;

/**
 * Publishes in turn a change of one word and a new guide, so many times each.
 *
 * @param folder where repository and site go
 */
export async function measurePublishing(
  folder: string,
  { documents, seed, rounds }: { documents: number; seed: number; rounds: number },
  progress: (text: string) => void,
): Promise<Published[]> {
  const content = editableSource(folder, documents, seed);
  progress(`POLI-NET: npm start over ${documents} guides`);
  const heard: Site['heard'] = [];
  const running = await startSite(folder, content, (text) => heard.push({ at: performance.now(), text }));
  try {
    const site: Site = { running, cookie: sessionIn(join(folder, 'state'), 'coordinator'), heard };
    const published: Published[] = [];
    for (let round = 1; round <= rounds; round++) {
      const known = guideId(1 + ((round * 97) % documents));
      const text = readFileSync(join(content, 'guides', `${known}.mdx`), 'utf8');
      const word = `parola${round}cambiata`;
      for (const [what, id, raw, mark] of [
        ['one word', known, text.replace(/\p{L}+(?=\.\s*$)/u, word), word],
        [
          'new guide',
          `guida-nuova-${round}`,
          text.replace(/^title: .*$/m, `title: Guida nuova ${round}`),
          `Guida nuova ${round}`,
        ],
      ] as const) {
        progress(`publication ${published.length + 1} of ${2 * rounds}: ${what}`);
        published.push({ what, ...(await publishOne(site, id, raw, mark)) });
      }
    }
    return published;
  } finally {
    running.process.kill();
  }
}

/** A repository with generated content that the editor may change. */
function editableSource(folder: string, documents: number, seed: number): string {
  const repository = join(folder, 'repository');
  const content = join(repository, 'content');
  mkdirSync(repository, { recursive: true });
  generateSource(content, { documents, seed });
  const settings = join(content, 'source.yaml');
  writeFileSync(settings, readFileSync(settings, 'utf8').replace('editable: false', 'editable: true'));
  const git = (...args: string[]) => execFileSync('git', ['-C', repository, ...args]);
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Bench');
  git('config', 'user.email', 'bench@example.org');
  git('add', '-A');
  git('commit', '-q', '-m', 'Content');
  return content;
}

/** Previews, saves and publishes one guide. @param mark a text that only its new page has */
async function publishOne(site: Site, id: string, raw: string, mark: string): Promise<Omit<Published, 'what'>> {
  const path = `content/guides/${id}.mdx`;
  const { found } = await act<{ found: { file: { id: string } } | null }>(site, 'getEntry', { path });
  const preview = await timed(() => act<{ html: string | null }>(site, 'preview', { path, raw }));
  if (!preview.value.html?.includes(mark)) throw new CommandFailed(`The preview of ${id} does not show its change.`);
  const save = await timed(() =>
    act(site, 'persistEntry', {
      dataFiles: [{ path, slug: id, raw }],
      options: { collectionName: 'guides', commitMessage: id },
      read: found ? { [path]: found.file.id } : {},
    }),
  );
  const start = performance.now();
  const from = site.heard.length;
  await act(site, 'publishUnpublishedEntry', { collection: 'guides', slug: id });
  const answered = performance.now();
  await Promise.all(['', '/riservato'].map((base) => shows(site, `${base}/guide/${id}/`, mark, start)));
  const seen = performance.now();
  await rested(site, from);
  const at = (told: string) => site.heard.slice(from).find(({ text }) => text.startsWith(told))?.at ?? Number.NaN;
  const [checked, made, served] = [at(CHECKED), at(MADE), at(SERVED)];
  const ends = { answered, checked, made, served: Math.min(served, seen), seen };
  let last = start;
  const parts = Object.entries(ends).map(([name, end]) => {
    const taken = (end - last) / 1000;
    last = end;
    return [name, taken];
  });
  return {
    preview: preview.seconds,
    save: save.seconds,
    total: (seen - start) / 1000,
    parts: Object.fromEntries(parts) as Published['parts'],
  };
}

/** How the lines begin that a build prints: after its check, after both editions, and once they are served. */
const CHECKED = checkMessages.summary(0, 0, 0).split('0')[0] as string;
const MADE = commandMessages.built('participants', 0, 0).split(':')[0] as string;
const SERVED = commandMessages.rebuilt(0).split('(')[0] as string;

/** Waits until a build has ended, from a line on. */
async function rested({ heard }: Site, from: number): Promise<void> {
  const ended = () => heard.slice(from).some(({ text }) => text.startsWith(SERVED));
  while (!ended()) await sleep(PAUSE);
}

/** Asks for an action, as the editor does. */
async function act<Answer>({ running, cookie }: Site, action: string, params: object): Promise<Answer> {
  const response = await fetch(`${running.url}/admin/api/v1`, {
    method: 'POST',
    headers: { cookie, origin: running.url, 'content-type': 'application/json' },
    body: JSON.stringify({ branch: 'main', action, params }),
  });
  if (!response.ok) throw new CommandFailed(`${action}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}

/** Asks for a page until it has a text. */
async function shows({ running, cookie }: Site, path: string, text: string, start: number): Promise<void> {
  while (performance.now() - start < PATIENCE) {
    const response = await fetch(running.url + path, { headers: { cookie } });
    if ((await response.text()).includes(text)) return;
    await sleep(PAUSE);
  }
  throw new CommandFailed(`${path} does not show what was published.`);
}

async function timed<Value>(work: () => Promise<Value>): Promise<{ value: Value; seconds: number }> {
  const start = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - start) / 1000 };
}
