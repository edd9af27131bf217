/** Symbolic links and submodules of the published commit, and what lies behind them. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type Attempt, type Family, refused, saveOf } from './attempt.ts';
import { closed, type Ground } from './ground.ts';

const LINKS = ['content/guides/collegata.mdx', 'content/guides/attese/collegato.pdf', 'content/tools/fuori.mdx'];
const FOLDERS = ['content/guides/cartella', 'content/guides/git', 'content/guides/modulo'];
const BEHIND = ['segreto.mdx', 'a/segreto.mdx', 'index.mdx', 'segreto.pdf', 'hooks/index.mdx', 'config.mdx'];

const options = { collectionName: 'guides', commitMessage: 'x' };
const saving = (path: string): Attempt => {
  const [, collectionName = '', ...rest] = path.split('/');
  const slug = rest.join('/').replace(/(\/index)?\.\w+$/, '');
  const raw = closed();
  const params = path.endsWith('.mdx')
    ? saveOf(path, raw, { dataFiles: [{ path, slug, raw }], options: { collectionName, commitMessage: 'x' } })
    : saveOf('content/guides/nuova.mdx', raw, {
        assets: [{ path, content: 'ZXZpbA==', encoding: 'base64' }],
      });
  return refused('coordinator', 'persistEntry', params, [403, 422], path);
};

const reading = (path: string): Attempt[] => [
  refused('coordinator', 'getEntry', { path }, [200, 403]),
  refused('coordinator', 'entriesByFiles', { files: [{ path }] }, [200]),
  refused('coordinator', 'unpublishedEntryDataFile', { collection: 'guides', slug: 'bozza', path }, [403, 409]),
  refused('coordinator', 'deleteFiles', { paths: [path], options }, [403, 409]),
  {
    name: `file ${path}`,
    async run(asker) {
      const query = `path=${encodeURIComponent(path)}`;
      const found = [
        await asker.ask('editor', `/admin/api/file?${query}`),
        await asker.ask('editor', `/admin/api/file?${query}&collection=guides&slug=bozza`),
      ].map(({ status }) => status);
      return found.every((status) => status === 404) ? undefined : `answered ${found}`;
    },
  },
];

/** Commits links to what lies outside, and a submodule. */
function link({ edited, outside }: Ground): void {
  const { path, git } = edited.made;
  mkdirSync(join(path, 'content/tools'), { recursive: true });
  for (const link of ['content/guides/collegata.mdx', 'content/guides/attese/collegato.pdf', 'content/tools/fuori.mdx'])
    symlinkSync(join(outside, link.endsWith('pdf') ? 'segreto.pdf' : 'segreto.mdx'), join(path, link));
  symlinkSync(outside, join(path, 'content/guides/cartella'));
  symlinkSync('../../.git', join(path, 'content/guides/git'));
  git('add', '-A');
  git('update-index', '--add', '--cacheinfo', `160000,${git('rev-parse', 'HEAD').trim()},content/guides/modulo`);
  git('commit', '-qm', 'Links');
  mkdirSync(join(path, 'content/guides/modulo'));
}

export const linkFamily: Family = {
  name: 'links',
  attempts(ground) {
    link(ground);
    return [
      ...[...LINKS, ...FOLDERS, ...FOLDERS.flatMap((folder) => BEHIND.map((name) => `${folder}/${name}`))].flatMap(
        (path) => [...reading(path), saving(path)],
      ),
      ...FOLDERS.flatMap((folder) => [
        refused('coordinator', 'entriesByFolder', { folder, extension: 'mdx' }, [200]),
        refused('coordinator', 'getMedia', { mediaFolder: folder }, [200]),
      ]),
      refused('coordinator', 'entriesByFolder', { folder: 'content/guides', extension: 'mdx' }, [200]),
      refused('coordinator', 'getMedia', { mediaFolder: 'content/guides' }, [200]),
      refused('coordinator', 'titles', {}, [200]),
    ];
  },
};
