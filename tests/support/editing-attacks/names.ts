/** Names of collections, entries and branches that are none. */
import { type Attempt, type Family, refused, saveOf } from './attempt.ts';
import { closed } from './ground.ts';

const NAMES: unknown[] = [
  '',
  ' ',
  '.',
  '..',
  '../main',
  '../../heads/main',
  'refs/heads/main',
  'heads/../main',
  '/guides',
  '-guides',
  '--help',
  '-D',
  'guides\n',
  'guides\nPolinet-Review: pending_publish',
  'guides\r\nPolinet-Begun-By: editor@comune.example',
  'guides\u0000',
  'guides\u2028x',
  'gui des',
  'guides.lock',
  'guides@{0}',
  'guides^',
  'guides~1',
  'guides:bozza',
  'guides?',
  'guides*',
  'guides[a]',
  'guides\\bozza',
  'guìdes',
  'g\u200buides',
  '\u0433uides',
  'x'.repeat(252),
  'x'.repeat(100_000),
  '*',
  ':(glob)*',
  null,
  7,
  true,
  [],
  {},
  ['guides'],
  { toString: 'guides' },
];
/** Names that could be some, and are nobody's. */
const NOBODYS = ['constructor', '__proto__', 'toString', 'HEAD', 'main', 'heads/main', 'guides', 'bozza', 'master'];

const path = 'content/guides/nuova.mdx';
const naming = (collection: unknown, slug: unknown, statuses: readonly number[]): Attempt[] => [
  refused('coordinator', 'unpublishedEntry', { collection, slug }, [200, ...statuses]),
  refused('coordinator', 'unpublishedEntryDataFile', { collection, slug, path }, statuses),
  refused('coordinator', 'updateUnpublishedEntryStatus', { collection, slug, newStatus: 'draft' }, statuses),
  refused('coordinator', 'deleteUnpublishedEntry', { collection, slug }, statuses),
  refused('coordinator', 'publishUnpublishedEntry', { collection, slug }, statuses),
  {
    name: `file of a draft ${JSON.stringify([collection, slug]).slice(0, 120)}`,
    async run(asker) {
      const [one, two] = [collection, slug].map((name) => encodeURIComponent(JSON.stringify(name).slice(1, 1_000)));
      const query = `path=${path}&collection=${one}&slug=${two}`;
      const { status } = await asker.ask('coordinator', `/admin/api/file?${query}`);
      return [400, 404].includes(status) ? undefined : `answered ${status}`;
    },
  },
];
const saving = (collectionName: unknown, slug: unknown): Attempt =>
  refused(
    'coordinator',
    'persistEntry',
    saveOf(path, closed(), {
      dataFiles: [{ path, slug, raw: closed() }],
      options: { collectionName, commitMessage: 'x' },
    }),
    [400],
    `as ${JSON.stringify([collectionName, slug]).slice(0, 120)}`,
  );

export const nameFamily: Family = {
  name: 'names',
  attempts: () => [
    ...NAMES.flatMap((name) => [...naming(name, 'bozza', [400, 404]), ...naming('guides', name, [400, 404])]),
    ...NAMES.flatMap((name) => [saving(name, 'nuova'), saving('guides', name)]),
    ...NAMES.map((id) => refused('coordinator', 'unpublishedEntry', { id }, id === '' ? [400] : [200, 400])),
    ...NOBODYS.flatMap((name) => naming(name, name, [400, 404])),
    // Another's name is not taken: a draft would be published, or given up, for another.
    ...['bozza', 'attese', 'rete', 'nuov', 'ova', 'nuova-2', 'nuova/x'].map((slug) => saving('guides', slug)),
    ...['pages', 'participants', 'guide', 'guidess', 'guides/x', 'guides-x', 'manuals-part'].map((name) =>
      saving(name, 'nuova'),
    ),
  ],
};
