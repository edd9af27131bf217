/** Files that are not what their names say, and objects that nobody has uploaded. */
import { strToU8, zipSync } from 'fflate';
import { docx, pdf, svg } from '#content/examples';
import { type Asker, type Attempt, type Family, refused, saveOf, type Who } from './attempt.ts';
import { closed, type Ground, GUIDE, PICTURE } from './ground.ts';

const bytes = (text: string) => Buffer.from(text);
const HTML = bytes('<!doctype html><script>alert(1)</script>');
const BOMB = Buffer.from(
  zipSync({ 'word/document.xml': new Uint8Array(40_000_000), '[Content_Types].xml': strToU8('x') }),
);

/** Contents, and the names that they are not of. */
const FALSE: [name: string, contents: Buffer, as: string[]][] = [
  ['HTML', HTML, ['png', 'jpg', 'svg', 'pdf', 'docx', 'xlsx', 'odt']],
  ['a text', bytes('only a text'), ['png', 'jpg', 'webp', 'svg', 'pdf', 'docx', 'xlsx', 'zip']],
  ['a script', bytes('#!/bin/sh\nrm -rf /\n'), ['png', 'pdf', 'docx', 'zip']],
  ['a program', bytes('MZ\u0090\u0000\u0003'), ['png', 'pdf', 'docx', 'csv', 'txt', 'zip']],
  ['a program of Linux', bytes('\u007fELF\u0002\u0001\u0000'), ['png', 'pdf', 'txt', 'zip']],
  ['a picture', PICTURE, ['pdf', 'docx', 'svg', 'csv', 'txt', 'zip', 'jpg']],
  ['a PDF', Buffer.from(pdf(true)), ['png', 'docx', 'svg', 'zip', 'csv', 'txt']],
  ['an office file with macros', Buffer.from(docx(true)), ['docx', 'pdf', 'png']],
  ['an office file', Buffer.from(docx(false)), ['pdf', 'png', 'svg', 'txt']],
  ['an archive that unpacks to much', BOMB, ['docx', 'pdf', 'png']],
  ['nothing', Buffer.alloc(0), ['png', 'pdf', 'docx', 'svg']],
  ['half a picture', PICTURE.subarray(0, 4), ['png']],
  ['half an archive', Buffer.from(docx(false)).subarray(0, 60), ['docx', 'zip']],
  ['a PDF header alone', bytes('%PDF-1.7\n'), ['pdf']],
  ['HTML after a PDF header', Buffer.concat([bytes('%PDF-1.7\n'), HTML]), ['pdf']],
  ...[
    '<script>alert(1)</script>',
    '<a xlink:href="javascript:alert(1)"><text>x</text></a>',
    '<foreignObject><iframe src="/"/></foreignObject>',
    '<g onload="alert(1)"/>',
    '<image href="https://evil.example/x.png"/>',
    '<style>@import "https://evil.example"</style>',
    '<use href="https://evil.example#x"/>',
    '<set attributeName="onload" to="alert(1)"/>',
  ].map((more): [string, Buffer, string[]] => [`a drawing with ${more}`, Buffer.from(svg(more)), ['svg']]),
  [
    'a drawing with an entity',
    bytes(`<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${svg('<text>&x;</text>')}`),
    ['svg'],
  ],
];

const ending = (extension: string) => `content/guides/nuova/allegato.${extension}`;
const raw = (extension: string) =>
  closed(
    /^(png|jpg|webp|svg)$/.test(extension)
      ? `![Uno](nuova/allegato.${extension})`
      : `[Uno](nuova/allegato.${extension})`,
  );

const send = async (asker: Asker, who: Who, contents: Buffer | string): Promise<string> => {
  const headers = { origin: asker.site };
  const { json } = await asker.ask(who, '/admin/api/upload', { method: 'PUT', headers, body: contents });
  return String(json?.blob);
};

const citing = (
  about: string,
  extension: string,
  ways: (asker: Asker) => Promise<object>,
  statuses: number[],
): Attempt => ({
  name: about,
  async run(asker) {
    const assets = [{ path: ending(extension), ...(await ways(asker)) }];
    const params = saveOf('content/guides/nuova.mdx', raw(extension), { assets });
    const { status, text } = await asker.act('editor', 'persistEntry', params);
    return statuses.includes(status) ? undefined : `answered ${status}: ${text.slice(0, 200)}`;
  },
});

const contents = (): Attempt[] =>
  FALSE.flatMap(([name, found, as]) =>
    as.flatMap((extension) => [
      citing(
        `${name} as ${extension}, uploaded`,
        extension,
        async (asker) => ({ blob: await send(asker, 'editor', found) }),
        [422],
      ),
      citing(
        `${name} as ${extension}, sent along`,
        extension,
        async () => ({ content: found.toString('base64'), encoding: 'base64' }),
        [422],
      ),
    ]),
  );

/** Objects that are there, and that who cites them has not sent. */
function objects({ edited: { made } }: Ground): Attempt[] {
  const id = (name: string) => made.git('rev-parse', name).trim();
  const known = [
    id('HEAD'),
    id('HEAD^{tree}'),
    id('HEAD:content'),
    id('HEAD:.env'),
    id('HEAD:content/network.yaml'),
    id(`HEAD:${GUIDE}`),
    '0'.repeat(40),
    'f'.repeat(40),
    '0'.repeat(64),
  ];
  const odd = [
    'HEAD',
    id('HEAD').slice(0, 12),
    id('HEAD:.env').toUpperCase(),
    `${id('HEAD:.env')}\n`,
    ` ${id('HEAD:.env')}`,
    '-x',
    '',
    `HEAD:.env`,
    `${id('HEAD:.env')} x`,
  ];
  return [
    ...known.flatMap((blob) =>
      ['pdf', 'png'].map((as) => citing(`the object ${blob} as ${as}`, as, async () => ({ blob }), [409])),
    ),
    ...odd.map((blob) => citing(`the object «${blob}»`, 'pdf', async () => ({ blob }), [400])),
    ...(['other', 'coordinator'] as const).map((who) =>
      citing(
        `what ${who} has uploaded`,
        'pdf',
        async (asker) => ({ blob: await send(asker, who, `of ${who}`) }),
        [409],
      ),
    ),
  ];
}

/** Names that no attachment has. */
const NAMES = [
  'a.html',
  'a.js',
  'a.mjs',
  'a.exe',
  'a.php',
  'a.sh',
  'a.htm',
  'a.svgz',
  'a.docm',
  'a.xlsm',
  'a.jar',
  'a',
  '.htaccess',
  'a.pdf.exe',
  'a.pdf\u0000.html',
  'a.PDF/',
  'a.wasm',
  'a.css',
  'a.xml',
  'a.mdx',
  'a.yaml',
];

export const uploadFamily: Family = {
  name: 'uploads',
  attempts: (ground) => [
    ...contents(),
    ...objects(ground),
    ...NAMES.map((name) =>
      refused(
        'editor',
        'persistEntry',
        saveOf('content/guides/nuova.mdx', closed(), {
          assets: [{ path: `content/guides/nuova/${name}`, content: 'eA==', encoding: 'base64' }],
        }),
        [403],
        name,
      ),
    ),
  ],
};
