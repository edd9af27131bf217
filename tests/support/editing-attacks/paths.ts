/** Paths that lead out of the editable folders, in every spelling, asked of every action that takes a path. */
import { type Attempt, type Family, refused, saveOf } from './attempt.ts';
import { closed, GUIDE } from './ground.ts';

/** What lies outside, by its path from the root of the repository. */
const HIDDEN = [
  '.git/config',
  '.git/HEAD',
  '.git/hooks/post-commit',
  '.env',
  'astro.config.mjs',
  'README.md',
  'content/network.yaml',
  'content/source.yaml',
  'other/guides/altrui.mdx',
  'other/source.yaml',
];

const encoded = (text: string, digits: (byte: number) => string) => [...Buffer.from(text)].map(digits).join('');
const percent = (text: string) => text.replaceAll('.', '%2e').replaceAll('/', '%2f');

/** One hidden path in many spellings. */
const spellingsOf = (path: string): string[] => [
  path,
  `/${path}`,
  `./${path}`,
  `content/../${path}`,
  `content/guides/../../${path}`,
  `content/guides/./../../${path}`,
  `content/guides/a/../../../${path}`,
  `content//guides/../../${path}`,
  `content/guides/..;/../${path}`,
  `content/guides/....//....//${path}`,
  `content/guides/${percent(`../../${path}`)}`,
  `content/guides/${percent(percent(`../../${path}`))}`,
  `content/guides/%252e%252e%252f${path}`,
  `content/guides/..%c0%af..%c0%af${path}`,
  `content/guides/${encoded(`../../${path}`, (byte) => `%${byte.toString(16)}`)}`,
  `content\\guides\\..\\..\\${path.replaceAll('/', '\\')}`,
  `content/guides/..\\..\\${path}`,
  `content/guides/\uff0e\uff0e/\uff0e\uff0e/${path}`,
  `content/guides/\u2025/\u2025/${path}`,
  `content/guides/..\u2215..\u2215${path}`,
  `content/guides/..\uff0f..\uff0f${path}`,
  `content/guides/..\u0000/../${path}`,
  `${path}\u0000.mdx`,
  `${path}\u0000`,
  `${path} `,
  `${path}.`,
  `${path}/`,
  `${path}::$DATA`,
  `${path}\n`,
  path.toUpperCase(),
  `\u200b${path}`,
  `\ufeff${path}`,
  `:(top)${path}`,
  `:(literal)${path}`,
  `:/${path}`,
  `HEAD:${path}`,
  `main:${path}`,
  `file:///${path}`,
];

/** Spellings that are strange in themselves. */
const STRANGE = [
  '',
  ' ',
  '.',
  '..',
  '/',
  '//',
  '*',
  '**',
  'content',
  'content/',
  'content/guides',
  'content/guides/',
  'content/*.mdx',
  'content/guides/*.mdx',
  'content/guides/[a-z]*.mdx',
  ':(glob)content/**',
  ':(glob)**/.env',
  ':(exclude)content',
  ':!content',
  ':^content',
  ':(attr:foo)content',
  ':(icase)CONTENT/GUIDES/ATTESE.MDX',
  '-x',
  '--',
  '--help',
  '--output=/tmp/polinet-evil',
  '--upload-pack=touch /tmp/polinet-evil',
  '-c core.pager=evil',
  'content/guides/--help',
  'content/guides/-x.mdx',
  'refs/heads/main',
  'HEAD',
  'HEAD^{tree}',
  '@{u}',
  'main@{0}',
  '/etc/passwd',
  '/proc/self/environ',
  'C:\\Windows\\win.ini',
  '\\\\server\\share\\x.mdx',
  'GIT~1/config',
  'git~1/config',
  '.GIT/config',
  '.git /config',
  '.git./config',
  '.g\u200cit/config',
  'content/.git/config',
  'content/guides/.git/config',
  'content/guides/.git/hooks/post-commit.mdx',
  'content/guides/GIT~1/a.mdx',
  'content/guides/.g\u200cit/a.mdx',
  'content/guides/.gitmodules',
  'content/guides/.gitattributes',
  'content/.gitattributes',
  '.gitmodules',
  '.gitattributes',
  'content/guides/.env',
  'content/guides/.htaccess',
  'content/guides/attese.md',
  'content/guides/attese.MDX',
  'content/guides/attese.yaml',
  'content/guides/attese.mdx.js',
  'content/guides/attese.mjs',
  'content/guides/attese.html',
  'content/guides/attese.sh',
  'content/guides/attese',
  'content/guides/.mdx',
  'content/guides/index.mdx',
  'content/guides/a b.mdx',
  'content/guides/è.mdx',
  'content/guides/\u0430ttese.mdx',
  'content/guides/atte\u017fe.mdx',
  'content/guides/attese\u202e.mdx',
  'content/guides/attese.mdx/',
  'content/guides/attese.mdx/x',
  'content/guides/attese.mdx/x.mdx',
  'content/guides/a\u0301.png',
  'content/guides/foto.png\u0000.mdx',
  'content/guides/foto .png ',
  'content/guides/.foto.png',
  'content/guides/-foto.png',
  'content/guides/fo:to.png',
  'content/guides/fo|to.png',
  'content/guides/fo\nto.png',
  'content/guides/a/b/c/d/e.mdx',
  'content/guides//a.mdx',
  'content/Guides/attese.mdx',
  'CONTENT/guides/attese.mdx',
  'Content/guides/attese.mdx',
  'contents/guides/attese.mdx',
  'content /guides/attese.mdx',
  'content/constructor/a.mdx',
  'content/__proto__/a.mdx',
  'content/toString/a.yaml',
  'content/nothing/a.mdx',
  'content/participants/castello.mdx',
  `content/guides/${'a'.repeat(101)}.mdx`,
  `content/guides/${'a'.repeat(5_000)}.mdx`,
  `content/guides/${'à'.repeat(140)}.png`,
  `content/guides/${'a/'.repeat(2_000)}a.mdx`,
  `${'../'.repeat(200)}etc/passwd`,
];

const base64 = (text: string) => Buffer.from(text).toString('base64');
const REFUSED = [400, 403];
/** Answers of those that look a path up: refused, or not there. */
const NOTHING = [200, 400, 403, 404];

/** What every action that takes a path is asked of one. */
function attemptsOn(path: string): Attempt[] {
  const about = JSON.stringify(path).slice(0, 120);
  const options = { collectionName: 'guides', commitMessage: 'x' };
  const fresh = { path: 'content/guides/nuova.mdx', slug: 'nuova', raw: closed() };
  const write = (params: object, how: string) =>
    refused('coordinator', 'persistEntry', { options, read: {}, ...params }, REFUSED, `${how} ${about}`);
  return [
    refused('coordinator', 'getEntry', { path }, REFUSED, about),
    refused('coordinator', 'getMedia', { mediaFolder: path }, NOTHING, about),
    refused('coordinator', 'entriesByFolder', { folder: path, extension: 'mdx' }, NOTHING, about),
    refused('editor', 'unpublishedEntryDataFile', { collection: 'guides', slug: 'bozza', path }, REFUSED, about),
    write({ dataFiles: [{ path, slug: 'nuova', raw: closed() }] }, 'as the entry'),
    write({ dataFiles: [fresh], assets: [{ path, content: base64('evil'), encoding: 'base64' }] }, 'beside an entry'),
    refused('coordinator', 'deleteFiles', { paths: [path], options }, REFUSED, about),
    refused('coordinator', 'deleteFiles', { paths: [GUIDE, path], options }, REFUSED, `with another ${about}`),
    {
      name: `file ${about}`,
      async run(asker) {
        const reply = await asker.ask('editor', `/admin/api/file?path=${encodeURIComponent(path)}`);
        // Longer addresses are refused before they are read.
        return [400, 404, 431].includes(reply.status) ? undefined : `answered ${reply.status}`;
      },
    },
  ];
}

/** How many paths are asked for in one go, where that is possible. */
const TOGETHER = 20;

/** Folders of a collection are no entries, but may be listed. */
const LISTED = new Set(['content/guides']);

export const pathFamily: Family = {
  name: 'paths',
  async attempts({ edited }) {
    const params = saveOf('content/guides/bozza.mdx', closed(), {
      dataFiles: [{ path: 'content/guides/bozza.mdx', slug: 'bozza', raw: closed() }],
    });
    const { status } = await edited.person('begins', 'editor').act('persistEntry', params);
    if (status !== 200) throw new Error(`The draft was not begun: ${status}`);
    const all = [...HIDDEN.flatMap(spellingsOf), ...STRANGE];
    const paths = [...new Set(all)].filter((path) => !LISTED.has(path));
    const together = Array.from({ length: Math.ceil(paths.length / TOGETHER) }, (_, at) => {
      const files = [...paths.slice(at * TOGETHER, (at + 1) * TOGETHER), GUIDE].map((path) => ({ path }));
      return refused('editor', 'entriesByFiles', { files }, [200], `${at}`);
    });
    return [...paths.flatMap(attemptsOn), ...together];
  },
};
