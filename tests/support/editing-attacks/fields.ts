/** Fields that only the coordinator changes, by every trick of YAML and of encodings. */
import { guide, measurement, participant } from '#content/examples';
import { type Attempt, type Family, saveOf, type Who } from './attempt.ts';
import { type Ground, GUIDE } from './ground.ts';

/** Ways to say that a new guide is public, where an editor's has to be for participants. */
const OPEN: Record<string, (text: string) => string> = {
  plainly: (text) => text,
  'in quotes': (text) => text.replace('access: public', 'access: "public"'),
  'in simple quotes': (text) => text.replace('access: public', "'access': 'public'"),
  'with an escaped key': (text) => text.replace('access: public', '"acc\\u0065ss": public'),
  'with an escaped value': (text) => text.replace('access: public', 'access: "p\\x75blic"'),
  'by an anchor': (text) => text.replace('In breve.', '&a public').replace('access: public', 'access: *a'),
  'by a merge key': (text) => text.replace('access: public', '<<: { access: public }'),
  'by a merge of an anchor': (text) => text.replace('access: public', 'base: &b { access: public }\n<<: *b'),
  'twice, closed last': (text) => text.replace('access: public', 'access: public\naccess: participants'),
  'twice, closed first': (text) => text.replace('access: public', 'access: participants\naccess: public'),
  'by a tag': (text) => text.replace('access: public', 'access: !!str public'),
  'by a tag of its own': (text) => text.replace('access: public', 'access: !public participants'),
  'by a binary tag': (text) => text.replace('access: public', 'access: !!binary cHVibGlj'),
  'by a block': (text) => text.replace('access: public', 'access: >-\n  public'),
  'by an explicit key': (text) => text.replace('access: public', '? access\n: public'),
  'in flow style': (text) =>
    text.replace('title: Una guida', '"access": "public"\ntitle: Una guida').replace('\naccess: public', ''),
  'after a comment': (text) => text.replace('access: public', 'access: # participants\n  public'),
  'with a byte order mark': (text) => `\ufeff${text}`,
  'with two byte order marks': (text) => `\ufeff\ufeff${text}`,
  'with line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'with line ends of old': (text) => text.replaceAll('\n', '\r'),
  'with line ends of Unicode': (text) => text.replace('access', '\u2028access'),
  'with a NUL': (text) => text.replace('access: public', 'access: public\u0000'),
  'after a second document': (text) => text.replace('access: public', 'access: participants\n...\naccess: public'),
  'in a second document': (text) => `---\naccess: participants\n---\n${text}`,
  'after a directive': (text) => text.replace('---\n', '---\n%YAML 1.1\n---\n'),
  'with a tab': (text) => text.replace('access: public', 'access:\tpublic'),
  'in capitals': (text) => text.replace('access: public', 'access: Public'),
  'in look-alikes': (text) => text.replace('access: public', '\u0430ccess: public'),
  'as a prototype': (text) => text.replace('access: public', '__proto__: { access: public }'),
  'as a list': (text) => text.replace('access: public', 'access: [public]'),
  'as a key of several': (text) => text.replace('access: public', '[access]: public'),
  'as nothing': (text) => text.replace('access: public', 'access:'),
  'not at all': (text) => text.replace('access: public\n', ''),
  'in bytes of UTF-16': (text) => [...text].join('\u0000'),
  'by aliases without end': (text) =>
    text.replace(
      'access: public',
      `a: &a [x]\n${'b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n'.repeat(9)}access: public`,
    ),
};

const saving = (who: Who, how: string, path: string, slug: string, raw: string, read: object): Attempt => ({
  name: `${path} ${how} by ${who}`,
  async run(asker) {
    const collectionName = path.split('/')[1];
    const options = { collectionName, commitMessage: 'x' };
    const { status, text } = await asker.act(
      who,
      'persistEntry',
      saveOf(path, '', { options, read, dataFiles: [{ path, slug, raw }] }),
    );
    return [403, 422].includes(status) ? undefined : `answered ${status}: ${text.slice(0, 200)}`;
  },
});

/** Ways to close a published guide. */
const SHUT = [
  'access: participants',
  '"access": participants',
  'access: "participants"',
  "access: 'p\u0061rticipants'",
  'access: "p\\x61rticipants"',
  '? access\n: participants',
  '<<: { access: participants }',
  'access: !!str participants',
  'access: >-\n  participants',
  'access: public\naccess: participants',
  'access: participants\naccess: public',
  'access: # public\n  participants',
  'base: &b { access: participants }\n<<: *b',
  'access: !!binary cGFydGljaXBhbnRz',
  'access:',
  '',
];

/** Changes of published entries that are the coordinator's to make. */
function changes({ edited: { made } }: Ground): Attempt[] {
  const blob = (path: string) => ({ [path]: made.git('rev-parse', `HEAD:${path}`).trim() });
  const own = participant('Castello');
  const published = guide('', 'Attese. ![Uno sportello](attese/foto.png)');
  const ownPath = 'content/participants/castello.yaml';
  const values = 'content/measurements/attesa-2025.yaml';
  const founders = [
    'founder: true',
    'founder: yes',
    '"founder": true',
    'left: 2020',
    '<<: { founder: true }',
    'left: !!str 2020',
  ];
  return [
    ...SHUT.map((lines) =>
      saving('editor', lines, GUIDE, 'attese', published.replace('access: public', lines), blob(GUIDE)),
    ),
    ...['joined: 2012', 'joined: "2010"', 'joined: 2011-01', '? joined\n: 2013', 'joined:'].map((line) =>
      saving('other', line, ownPath, 'castello', own.replace('joined: 2011', line), blob(ownPath)),
    ),
    ...founders.map((line) => saving('other', line, ownPath, 'castello', `${own}${line}\n`, blob(ownPath))),
    ...['editor', 'other'].map((who) =>
      saving(
        who as Who,
        'names',
        values,
        'attesa-2025',
        `${measurement('value: 10')}names: participants\n`,
        blob(values),
      ),
    ),
  ];
}

export const fieldFamily: Family = {
  name: 'fields',
  attempts: (ground) => [
    ...(['editor', 'other'] as const).flatMap((who) =>
      Object.entries(OPEN).map(([how, trick]) =>
        saving(who, `open ${how}`, 'content/guides/nuova.mdx', 'nuova', trick(guide()), {}),
      ),
    ),
    ...changes(ground),
  ],
};
