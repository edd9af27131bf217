/** Branches that somebody has pushed, and that hold what no save would. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { guide } from '#content/examples';
import { type Attempt, type Family, refused } from './attempt.ts';
import { closed, type Ground } from './ground.ts';

interface Pushed {
  /** Its slug; its branch has the same name. */
  slug: string;
  /** What is put into its tree: mode, object and path each. */
  entries: readonly [mode: string, object: string, path: string][];
  /** The whole message; a well-formed one where absent. */
  message?: string;
  /** True where it begins at no published commit. */
  orphan?: boolean;
}

const trailers = (slug: string, review = 'draft') =>
  `Polinet-Entry: guides/${slug}\nPolinet-Review: ${review}\nPolinet-Begun-By: editor@comune.example\n`;

/** Pushes branches, as somebody with the right to would. */
function push({ edited: { made }, outside }: Ground): Pushed[] {
  const piped = (args: string[], input: string, env = {}) =>
    execFileSync('git', ['-C', made.path, ...args], {
      input,
      encoding: 'utf8',
      env: { ...process.env, ...env },
    }).trim();
  const blob = (text: string) => piped(['hash-object', '-w', '--stdin'], text);
  const [head, text, secret] = [made.git('rev-parse', 'HEAD').trim(), blob(closed()), blob('SEGRETO in un ramo')];
  const file = (slug: string, mode = '100644', object = text) =>
    [mode, object, `content/guides/${slug}.mdx`] as const satisfies [string, string, string];
  const pushed: Pushed[] = [
    { slug: 'ramo-link', entries: [file('ramo-link', '120000')] },
    { slug: 'ramo-programma', entries: [file('ramo-programma', '100755')] },
    { slug: 'ramo-modulo', entries: [file('ramo-modulo', '160000', head)] },
    { slug: 'ramo-fuori', entries: [['120000', blob(join(outside, 'segreto.mdx')), 'content/guides/ramo-fuori.mdx']] },
    { slug: 'ramo-env', entries: [file('ramo-env'), ['100644', secret, '.env']] },
    { slug: 'ramo-rete', entries: [file('ramo-rete'), ['100644', secret, 'content/network.yaml']] },
    { slug: 'ramo-fonte', entries: [file('ramo-fonte'), ['100644', secret, 'other/guides/altrui.mdx']] },
    { slug: 'ramo-attributi', entries: [file('ramo-attributi'), ['100644', secret, '.gitattributes']] },
    { slug: 'ramo-moduli', entries: [file('ramo-moduli'), ['100644', secret, '.gitmodules']] },
    { slug: 'ramo-strano', entries: [file('ramo-strano'), ['100644', secret, 'content/guides/a\nb.mdx']] },
    { slug: 'ramo-orfano', entries: [file('ramo-orfano')], orphan: true },
    { slug: 'ramo-errori', entries: [file('ramo-errori', '100644', blob(guide('nothing: 1')))] },
    { slug: 'ramo-vuoto', entries: [] },
    { slug: 'ramo-enorme', entries: [], message: `${'x'.repeat(3_000_000)}\n\n${trailers('ramo-enorme')}` },
    { slug: 'ramo-molti', entries: [], message: `x\n\n${trailers('ramo-molti').repeat(5_000)}` },
    { slug: 'ramo-stato', entries: [file('ramo-stato')], message: `x\n\n${trailers('ramo-stato', 'published')}` },
    { slug: 'ramo-nome', entries: [], message: 'x\n\nPolinet-Entry: guides/../../x\nPolinet-Review: draft\n' },
    { slug: 'ramo-html', entries: [], message: 'x\n\nPolinet-Entry: guides/<b>x\nPolinet-Review: draft\n' },
    { slug: 'ramo-senza', entries: [], message: 'x' },
  ];
  for (const { slug, entries, message, orphan } of pushed) {
    const index = { GIT_INDEX_FILE: join(made.path, '.git', 'pushed-index') };
    piped(['read-tree', ...(orphan ? ['--empty'] : ['HEAD'])], '', index);
    const lines = entries.map(([mode, object, path]) => `${mode} ${object}\t${path}\0`).join('');
    piped(['update-index', '-z', '--index-info'], lines, index);
    const tree = piped(['write-tree'], '', index);
    const parents = orphan ? [] : ['-p', 'HEAD'];
    const commit = piped(['commit-tree', tree, ...parents, '-F', '-'], message ?? `x\n\n${trailers(slug)}`);
    piped(['update-ref', `refs/heads/cms/guides/${slug}`, commit], '');
  }
  // What git itself puts into no branch.
  const refs = join(made.path, '.git/refs/heads/cms/guides');
  writeFileSync(join(refs, 'ramo-blob'), `${text}\n`);
  writeFileSync(join(refs, 'ramo-albero'), `${made.git('rev-parse', 'HEAD^{tree}').trim()}\n`);
  writeFileSync(join(refs, 'ramo-mezzo'), head.slice(0, 20));
  writeFileSync(join(refs, 'ramo-nulla'), '');
  return [
    ...pushed,
    ...['ramo-blob', 'ramo-albero', 'ramo-mezzo', 'ramo-nulla'].map((slug) => ({ slug, entries: [] })),
  ];
}

const attemptsOn = ({ slug }: Pushed): Attempt[] => {
  const named = { collection: 'guides', slug };
  const path = `content/guides/${slug}.mdx`;
  return [
    refused('editor', 'unpublishedEntry', named, [200]),
    refused('editor', 'unpublishedEntryDataFile', { ...named, path: '.env' }, [403, 404]),
    refused('editor', 'unpublishedEntryDataFile', { ...named, path }, [200, 404, 409]),
    refused('editor', 'publishUnpublishedEntry', named, [403]),
    refused('coordinator', 'publishUnpublishedEntry', named, [403, 404, 409, 422]),
    refused('other', 'deleteUnpublishedEntry', named, [403, 404]),
    refused('editor', 'unpublishedEntries', {}, [200], slug),
  ];
};

export const branchFamily: Family = { name: 'branches', attempts: (ground) => push(ground).flatMap(attemptsOn) };
