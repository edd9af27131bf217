/** Requests that another site has a coordinator's browser send. */
import { type Attempt, type Family, saveOf, V1 } from './attempt.ts';
import { closed, GUIDE } from './ground.ts';

/** Where requests say to come from; none of it is this site. */
const FROM: Record<string, (site: string) => Record<string, string | string[]>> = {
  nowhere: () => ({}),
  'an opaque origin': () => ({ origin: 'null' }),
  'an empty origin': () => ({ origin: '' }),
  'another site': () => ({ origin: 'https://evil.example' }),
  'another port': (site) => ({ origin: site.replace(/\d+$/, '1') }),
  'another scheme': (site) => ({ origin: site.replace('http:', 'https:') }),
  'a name before': (site) => ({ origin: site.replace('//', '//evil.') }),
  'a name after': (site) => ({ origin: `${site}.evil.example` }),
  'a user before': (site) => ({ origin: site.replace('//', '//evil@') }),
  'a path after': (site) => ({ origin: `${site}/` }),
  'the same in capitals': (site) => ({ origin: site.toUpperCase() }),
  'two origins': (site) => ({ origin: `${site} https://evil.example` }),
  'two origins in a list': (site) => ({ origin: `${site}, https://evil.example` }),
  'another name of loopback': (site) => ({ origin: site.replace('127.0.0.1', 'localhost') }),
  'a referer alone': (site) => ({ referer: `${site}/admin/` }),
  'another site with a referer of this': (site) => ({ origin: 'https://evil.example', referer: `${site}/admin/` }),
  'a host that is forwarded': (site) => ({
    origin: 'https://evil.example',
    'x-forwarded-host': 'evil.example',
    'x-origin': site,
  }),
  'cross-site': () => ({ 'sec-fetch-site': 'cross-site' }),
  'same-site': () => ({ 'sec-fetch-site': 'same-site' }),
  'the address bar': () => ({ 'sec-fetch-site': 'none' }),
  'an empty word': () => ({ 'sec-fetch-site': '' }),
  'a word in capitals': () => ({ 'sec-fetch-site': 'SAME-ORIGIN' }),
  'two words': () => ({ 'sec-fetch-site': 'same-origin, cross-site' }),
  'two headers': () => ({ 'sec-fetch-site': ['same-origin', 'cross-site'] }),
  'cross-site, with the origin of this': (site) => ({ 'sec-fetch-site': 'cross-site', origin: site }),
  'same-site, with the origin of this': (site) => ({ 'sec-fetch-site': 'same-site', origin: site }),
};

const draft = { collection: 'guides', slug: 'bozza' };
const ACTIONS: [string, object][] = [
  ['info', {}],
  ['getEntry', { path: GUIDE }],
  ['persistEntry', saveOf('content/guides/nuova.mdx', closed())],
  ['deleteFiles', { paths: [GUIDE], options: { commitMessage: 'x' } }],
  ['updateUnpublishedEntryStatus', { ...draft, newStatus: 'pending_publish' }],
  ['publishUnpublishedEntry', draft],
  ['deleteUnpublishedEntry', draft],
];
const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** How a form, a beacon or an image sends what only JSON may say. */
const TYPES = [
  '',
  'text/plain',
  'text/plain; application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/jsonp',
  'application/json5',
  'application/x-json',
  'text/json',
  'application/problem+json',
  'application/json, text/plain',
];

const from = (how: string, method: string, path: string, name: string, body?: string): Attempt => ({
  name: `${method} ${path} ${name} from ${how}`,
  async run(asker) {
    const headers = { 'content-type': 'application/json', ...FROM[how]?.(asker.site) };
    const { status, json } = await asker.ask('coordinator', path, {
      method,
      headers,
      ...(body !== undefined && { body }),
    });
    return status === 403 && json?.error === 'foreign' ? undefined : `answered ${status}`;
  },
});

export const siteFamily: Family = {
  name: 'sites',
  attempts: () => [
    ...Object.keys(FROM).flatMap((how) => [
      ...ACTIONS.map(([action, params]) => from(how, 'POST', V1, action, JSON.stringify({ action, params }))),
      ...METHODS.map((method) => from(how, method, '/admin/api/upload', 'bytes', 'evil')),
      from(how, 'POST', `${V1}?_method=POST`, 'with a query', '{}'),
    ]),
    ...TYPES.flatMap((type) =>
      ACTIONS.map(
        ([action, params]): Attempt => ({
          name: `${action} as «${type}»`,
          async run(asker) {
            const headers = { 'content-type': type };
            const { status } = await asker.act('coordinator', action, params, { headers });
            return status === 400 ? undefined : `answered ${status}`;
          },
        }),
      ),
    ),
    // What only reads changes nothing, whatever it says to be.
    ...ACTIONS.flatMap(([action, params]) =>
      ['GET', 'HEAD'].flatMap((method) =>
        ['', `?action=${action}&params=${encodeURIComponent(JSON.stringify(params))}`].map(
          (query): Attempt => ({
            name: `${method} ${action}${query.slice(0, 20)}`,
            async run(asker) {
              const headers = { 'x-http-method-override': 'POST', 'content-type': 'application/json' };
              const { status } = await asker.ask('coordinator', V1 + query, { method, headers });
              return status === 400 ? undefined : `answered ${status}`;
            },
          }),
        ),
      ),
    ),
  ],
};
