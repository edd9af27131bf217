/** Every action and address, by everybody who may not. */
import { type Answer, type Attempt, type Family, refused, saveOf, type Who } from './attempt.ts';
import { closed, GUIDE } from './ground.ts';

const draft = { collection: 'guides', slug: 'bozza' };
const options = { collectionName: 'guides', commitMessage: 'x' };
const path = 'content/guides/bozza.mdx';

const ACTIONS: Record<string, object> = {
  info: {},
  titles: {},
  entriesByFolder: { folder: 'content/guides', extension: 'mdx' },
  entriesByFiles: { files: [{ path: GUIDE }] },
  getEntry: { path: GUIDE },
  getMedia: { mediaFolder: 'content/guides' },
  unpublishedEntries: {},
  unpublishedEntry: draft,
  unpublishedEntryDataFile: { ...draft, path },
  persistEntry: saveOf('content/guides/nuova.mdx', closed()),
  updateUnpublishedEntryStatus: { ...draft, newStatus: 'pending_review' },
  deleteUnpublishedEntry: draft,
  publishUnpublishedEntry: draft,
  deleteFiles: { paths: [GUIDE], options },
  nothing: {},
  constructor: {},
};
const OUTSIDERS: [Who, number][] = [
  ['nobody', 401],
  ['visitor', 403],
  ['participant', 403],
];
const ADDRESSES = [
  ['GET', 'me'],
  ['HEAD', 'me'],
  ['GET', `file?path=${GUIDE}`],
  ['GET', 'file?path=.env'],
  ['GET', 'nothing'],
  ['PUT', 'upload'],
  ['POST', 'v1'],
  ['POST', 'nothing'],
  ['DELETE', 'v1'],
  ['PATCH', 'upload'],
  ['OPTIONS', 'v1'],
] as const;

/** Says where an answer is another than is due, or says anything of what is there. */
const withheld = ({ status, text }: Answer, due: number) =>
  status === due && !/title:|content\//.test(text) ? undefined : `answered ${status}: ${text.slice(0, 120)}`;

const fromOutside = ([who, due]: [Who, number]): Attempt[] => [
  ...Object.entries(ACTIONS).map(([action, params]) => ({
    name: `${action} by ${who}`,
    run: async (asker: Parameters<Attempt['run']>[0]) => withheld(await asker.act(who, action, params), due),
  })),
  ...ADDRESSES.map(([method, address]) => ({
    name: `${method} ${address} by ${who}`,
    run: async (asker: Parameters<Attempt['run']>[0]) =>
      withheld(await asker.ask(who, `/admin/api/${address}`, { method, headers: { origin: asker.site } }), due),
  })),
];

/** What an editor may not: only the coordinator, or who began it. */
const byEditors = (who: Who): Attempt[] => [
  refused(who, 'publishUnpublishedEntry', draft, [403]),
  refused(who, 'publishUnpublishedEntry', { collection: 'guides', slug: 'nothing' }, [403]),
  refused(who, 'deleteFiles', { paths: [GUIDE], options }, [403]),
  refused(who, 'deleteFiles', { paths: ['content/guides/nothing.mdx'], options }, [403]),
  refused(who, 'updateUnpublishedEntryStatus', { ...draft, newStatus: 'pending_publish' }, [403]),
  refused(who, 'deleteUnpublishedEntry', draft, [403]),
  ...['Publishunpublishedentry', 'publishUnpublishedEntry ', 'publishing', 'persistMedia', 'deleteFile'].map((action) =>
    refused(who, action, { ...draft, paths: [GUIDE], options }, [400]),
  ),
  refused(who, ['publishUnpublishedEntry'] as unknown as string, draft, [403]),
  ...['role', 'session', 'who', 'begunBy', 'author'].map((name) =>
    refused(who, 'deleteUnpublishedEntry', { ...draft, [name]: 'coordinator' }, [403]),
  ),
  ...[
    ['pages', 'content/pages/nuova.mdx'],
    ['pages', 'content/pages/rete.mdx'],
    ['participants', 'content/participants/roccafinta.yaml'],
    ['participants', 'content/participants/nuovo.yaml'],
    ['participants', 'content/participants/roccafinta/index.yaml'],
    ['participants', 'content/participants/castello/index.yaml'],
  ].map(([collectionName, file = '']) => {
    const slug = file.replace(/^content\/\w+\/|(\/index)?\.\w+$/g, '');
    const asked = { options: { collectionName, commitMessage: 'x' }, dataFiles: [{ path: file, slug, raw: closed() }] };
    // Whatever they say to have read: who has not read it is told so first.
    return refused(who, 'persistEntry', saveOf(file, '', asked), [403, 409], file);
  }),
  ...['content/pages/rete/a.pdf', 'content/participants/roccafinta/a.png', 'content/guides/attese/foto.png'].map(
    (beside) =>
      refused(
        who,
        'persistEntry',
        saveOf('content/guides/nuova.mdx', closed(), {
          assets: [{ path: beside, content: 'eA==', encoding: 'base64' }],
        }),
        [403],
        beside,
      ),
  ),
];

export const roleFamily: Family = {
  name: 'roles',
  attempts: () => [...OUTSIDERS.flatMap(fromOutside), ...(['editor', 'other'] as const).flatMap(byEditors)],
};
