/** Bodies that are no action, or not quite. */
import { type Attempt, type Family, refused, saveOf, V1 } from './attempt.ts';
import { closed, GUIDE } from './ground.ts';

const deep = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth);

/** Bodies as they are sent. */
const RAW: (string | Buffer)[] = [
  '',
  ' ',
  'null',
  'true',
  '7',
  '"getEntry"',
  '[]',
  '[{}]',
  '{}',
  '{',
  '{]',
  "{'action':'info'}",
  '{"action":"info",}',
  '{"action":"info"}{"action":"info"}',
  '{"action":null}',
  '{"action":{}}',
  '{"action":{"toString":1}}',
  '{"action":"__proto__"}',
  '{"action":"constructor","params":{}}',
  '{"action":"hasOwnProperty"}',
  '{"__proto__":{"action":"deleteFiles"}}',
  '{"constructor":{"prototype":{"action":"deleteFiles"}}}',
  '\ufeff{"action":"deleteFiles"}',
  'action=deleteFiles',
  '<action>deleteFiles</action>',
  deep('[', ']', 100_000),
  deep('{"a":', '}', 100_000),
  `{"action":"getEntry","params":${deep('[', ']', 50_000)}}`,
  `{"action":"getEntry","params":{"path":${deep('{"a":', '1}', 20_000)}}}`,
  `{"action":"${'x'.repeat(1_000_000)}"}`,
  `{"action":"getEntry","params":{"path":1e999}}`,
  Buffer.from([0xff, 0xfe, 0x7b, 0x00]),
  Buffer.from('{"action":"info"}', 'utf16le'),
  Buffer.alloc(1_000, 0),
];

const raw = (body: string | Buffer, at: number): Attempt => ({
  name: `body ${at}: ${String(body).slice(0, 60)}`,
  async run(asker) {
    const headers = { origin: asker.site, 'content-type': 'application/json' };
    const { status, text } = await asker.ask('coordinator', V1, { method: 'POST', headers, body });
    return status === 400 ? undefined : `answered ${status}: ${text.slice(0, 100)}`;
  },
});

/** What stands in the place of a parameter. */
const VALUES: unknown[] = [
  null,
  true,
  7,
  -0,
  [],
  [[]],
  {},
  { length: 1 },
  { toString: 'content/guides/attese.mdx' },
  [GUIDE],
  { 0: GUIDE },
  { path: GUIDE },
];
const options = { collectionName: 'guides', commitMessage: 'x' };
const save = (more: object) => saveOf('content/guides/nuova.mdx', closed(), more);
const put = (value: unknown): [string, unknown][] => [
  ['getEntry', value],
  ['getEntry', { path: value }],
  ['getMedia', { mediaFolder: value }],
  ['entriesByFolder', { folder: value, extension: 'mdx' }],
  ['entriesByFolder', { folder: 'content/guides', extension: value }],
  ['entriesByFiles', { files: value }],
  ['unpublishedEntryDataFile', { collection: 'guides', slug: 'bozza', path: value }],
  ['deleteFiles', { paths: value, options }],
  ['deleteFiles', { paths: [value], options }],
  ['deleteFiles', { paths: [GUIDE], options: value }],
  ['updateUnpublishedEntryStatus', { collection: 'guides', slug: 'bozza', newStatus: value }],
  ['persistEntry', value],
  ['persistEntry', save({ dataFiles: value })],
  ['persistEntry', save({ dataFiles: [value] })],
  ['persistEntry', save({ dataFiles: [{ path: value, slug: 'nuova', raw: closed() }] })],
  ['persistEntry', save({ dataFiles: [{ path: 'content/guides/nuova.mdx', slug: 'nuova', raw: value }] })],
  ['persistEntry', save({ assets: [value] })],
  ['persistEntry', save({ assets: [{ path: 'content/guides/nuova/a.pdf', blob: value }] })],
  ['persistEntry', save({ assets: [{ path: 'content/guides/nuova/a.pdf', content: value, encoding: 'base64' }] })],
  ['persistEntry', save({ options: value })],
  ['persistEntry', save({ read: [value] })],
  ['persistEntry', save({ read: { [GUIDE]: value } })],
];
/** Lists that may be empty, and what is only an empty value of the right kind. */
const isRight = (action: string, params: unknown): boolean =>
  (/"(files|assets)":\[\]/.test(JSON.stringify(params)) && action !== 'persistEntry') ||
  JSON.stringify(params) === JSON.stringify({ path: GUIDE }) ||
  JSON.stringify(params) === JSON.stringify({ paths: [GUIDE], options });
const many = Array.from({ length: 20_000 }, () => ({ path: GUIDE }));

export const bodyFamily: Family = {
  name: 'bodies',
  attempts: () => [
    ...RAW.map(raw),
    ...VALUES.flatMap(put)
      .filter(([action, params]) => !isRight(action, params))
      .map(([action, params]) => refused('coordinator', action, params, [400])),
    refused('coordinator', 'entriesByFiles', { files: many }, [400], 'many files'),
    refused('coordinator', 'deleteFiles', { paths: many.map(({ path }) => path), options }, [400], 'many files'),
    refused(
      'coordinator',
      'persistEntry',
      save({ assets: many.slice(0, 5_000).map(({ path }) => ({ path, content: 'eA==', encoding: 'base64' })) }),
      [400],
      'many files',
    ),
    refused('coordinator', 'persistEntry', save({ dataFiles: [] }), [400]),
    refused('coordinator', 'persistEntry', save({ read: { __proto__x: null } }), [400]),
    ...['eA=', 'e A==', '****', 'data:text/plain;base64,eA=='].map((content) =>
      refused(
        'coordinator',
        'persistEntry',
        save({ assets: [{ path: 'content/guides/nuova/a.pdf', content, encoding: 'base64' }] }),
        [400],
      ),
    ),
    refused(
      'coordinator',
      'persistEntry',
      saveOf('content/guides/nuova.mdx', closed('x'.repeat(1_500_000))),
      [422],
      'a long text',
    ),
    refused(
      'coordinator',
      'persistEntry',
      saveOf('content/guides/nuova.mdx', closed('x'.repeat(2_500_000))),
      [413],
      'too long a text',
    ),
    refused(
      'coordinator',
      'persistEntry',
      saveOf('content/guides/nuova.mdx', closed('> '.repeat(40_000))),
      [422],
      'a deep text',
    ),
  ],
};
