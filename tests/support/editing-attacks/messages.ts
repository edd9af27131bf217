/** Texts and names that would say something else in a commit. Those that are saved are given up again. */
import { type Attempt, type Family, saveOf } from './attempt.ts';
import { closed, type Ground } from './ground.ts';

const TRAILERS = 'Polinet-Entry: pages/rete\nPolinet-Review: pending_publish\nPolinet-Begun-By: evil@comune.example';
const TEXTS = [
  '',
  ' ',
  '\n\n\n',
  '\u0000',
  'a\u0000b',
  `x\n\n${TRAILERS}`,
  `x\r\n\r\n${TRAILERS.replaceAll('\n', '\r\n')}`,
  TRAILERS,
  TRAILERS.replaceAll('\n', '\u2028'),
  TRAILERS.replaceAll('\n', '\u0085'),
  'Polinet-Review: pending_publish',
  'Polinet-Begun-By: evil@comune.example',
  'Co-authored-by: Evil <evil@evil.example>',
  '---',
  '--- x',
  '# comment',
  '# ------------------------ >8 ------------------------',
  '; comment',
  'diff --git a/x b/x',
  'fixup! x',
  '-m',
  '--amend',
  '-F/etc/passwd',
  '$(touch /tmp/polinet-evil)',
  '`touch /tmp/polinet-evil`',
  '%(refname)%00',
  '\u001b[31mred',
  '\u202egnp',
  '\ud800',
  'x'.repeat(100_000),
  '<script>alert(1)</script>',
  'author Evil <evil@evil.example> 0 +0000',
  'tree 0000',
  'gpgsig x',
];
const NAMES = [
  'Evil <evil@evil.example>',
  '<>',
  '<',
  '>',
  '.',
  '...',
  ',;:',
  '"\'',
  ' ',
  'a\nauthor Evil <evil@evil.example> 0 +0000',
  'a\r\nb',
  'a\u0000b',
  'a\u0085b',
  'a\u2028b',
  `a\n\n${TRAILERS}`,
  '-x',
  '%(refname)',
  '\ud800',
  'x'.repeat(5_000),
  '\u202eevil',
  '李',
];

/** What is said where it is the name that matters. */
const PLAIN = 'x';

interface Given {
  about: string;
  text: string;
  cookie: string;
  address: string;
}

/** Saves, looks at what has been said by it, and gives it up. */
const said = ({ edited: { made } }: Ground, { about, text, cookie, address }: Given, at: number): Attempt => ({
  name: about.slice(0, 120),
  async run(asker) {
    const named = { collection: 'guides', slug: `detta-${at}` };
    const path = `content/guides/detta-${at}.mdx`;
    const asked = { headers: { cookie } };
    const dataFiles = [{ path, slug: named.slug, raw: closed() }];
    const params = saveOf(path, '', { dataFiles, options: { collectionName: 'guides', commitMessage: text } });
    const saved = await asker.act('nobody', 'persistEntry', params, asked);
    if (saved.status !== 200) return `not saved: ${saved.status} ${saved.text.slice(0, 160)}`;
    const commit = made.git('cat-file', 'commit', `refs/heads/cms/guides/detta-${at}`);
    const [head = '', subject = '', ...rest] = commit.split('\n\n');
    const changed =
      text === PLAIN
        ? undefined
        : await asker.act(
            'nobody',
            'updateUnpublishedEntryStatus',
            { ...named, newStatus: 'pending_review', text },
            asked,
          );
    const given = await asker.act('nobody', 'deleteUnpublishedEntry', named, asked);
    if (head.split('\n').length !== 4) return `headers: ${head}`;
    if (!/^author [^<>\n]+ <[^<>\n]+> \d+ [+-]\d{4}$/m.test(head)) return `author: ${head}`;
    if (subject.includes('\n') || subject.length > 220 || rest.length !== 1) return `message: ${commit.slice(0, 300)}`;
    const trailers = `Polinet-Entry: guides/detta-${at}\nPolinet-Review: draft\nPolinet-Begun-By: ${address}\n`;
    if (rest[0] !== trailers) return `trailers: ${rest[0]}`;
    if (changed && changed.json?.status !== 'pending_review') return `status: ${changed.text}`;
    return given.status === 200 ? undefined : `not given up: ${given.text}`;
  },
});

export const messageFamily: Family = {
  name: 'messages',
  attempts(ground) {
    const { gateway } = ground.edited;
    const address = 'editor@comune.example';
    const texts = TEXTS.map((text) => ({
      about: `the text ${JSON.stringify(text)}`,
      text,
      cookie: ground.cookies.editor,
      address,
    }));
    const names = NAMES.map((name, at) => {
      const account = {
        address: `nome-${at}@comune.example`,
        name,
        role: 'editor',
        participant: null,
        granted: 'hand',
      } as const;
      const { id } = gateway.state.accounts.add(account, Date.now());
      return {
        about: `the name ${JSON.stringify(name)}`,
        text: PLAIN,
        cookie: gateway.session(id),
        address: account.address,
      };
    });
    return [...texts, ...names].map((given, at) => said(ground, given, at));
  },
};
