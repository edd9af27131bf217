/** A participant hands in a material: what becomes of it, and what is refused at which field. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { docx, exampleBase, pdf } from '#content/examples';
import { defaultSettings } from '#gateway';
import { messages } from '#i18n';
import { parseMdx } from '#mdx';
import { aYearAfter } from '#model';
import { hashPassword } from '../../src/gateway/entry/passwords.ts';
import { fileName, fileNames, idsFor } from '../../src/gateway/handing-in/entry.ts';
import { asMarkdown } from '../../src/gateway/handing-in/plain-text.ts';
import { ask, type Reply } from '../support/ask.ts';
import { type Edited, type Editor, runEdited } from '../support/edited.ts';
import { runGateway } from '../support/gateway.ts';
import { handMade } from '../support/hand-made.ts';
import { linkIn, startMailbox } from '../support/mailbox.ts';

const PATH = '/riservato/consegna/';
const PASSWORD = 'una frase lunga per entrare';
const words = messages('it').handingIn;
const PDF = pdf(true);

type Chosen = [name: string, bytes: Uint8Array | string];
type Values = Record<string, string | string[] | Chosen | undefined>;

/** What tells one form from the next, as long as the server's. */
const tokenOf = (name: string) => name.padEnd(43, '-');

const NOW = Date.parse('2026-03-02T23:30:00Z');
const site = handMade({ 'participants/dati/partecipanti.json': '[{"id":"roccafinta","nome":"Roccafinta"}]' });
const mailbox = await startMailbox();
const settings = { ...defaultSettings(), mail: { server: mailbox.url, from: 'rete@comune.example' } };

let edited: Edited;
let paolo: Editor;
let piera: Editor;
let carla: Editor;
let number = 0;

beforeAll(async () => {
  const inContent = Object.entries(exampleBase).map(([path, text]) => [`content/${path}`, text]);
  edited = await runEdited(
    {
      ...Object.fromEntries(inContent),
      'content/themes/attese.mdx': '---\ntitle: Attese\nsummary: In breve.\nstatus: proposed\n---\n',
      'content/network.yaml': `${exampleBase['network.yaml']}maxFileMegabytes: 1\n`,
    },
    { dist: site.dist, now: () => NOW, settings },
  );
  carla = edited.person('carla', 'coordinator');
  paolo = edited.person('paolo', 'participant');
  piera = edited.person('piera', 'participant');
  const { accounts } = edited.gateway.state;
  accounts.grant(accounts.byAddress(paolo.address)?.id ?? '', 'participant', 'roccafinta', 'hand');
});
afterAll(async () => {
  await edited.close();
  await mailbox.close();
  site.remove();
});
beforeEach(() => number++);

/** A form that is in order, changed in some fields; those that are undefined are left out. */
const filled = (changes: Values = {}): Values => ({
  modulo: tokenOf(String(number)),
  titolo: `Scheda ${number}`,
  scopo: 'Serve a provare.',
  tipo: 'form',
  temi: ['tema', 'attese'],
  file: ['Scheda di prova (2).PDF', PDF],
  lettura: 'yes',
  alternativa: ['', ''],
  note: '',
  ...changes,
});

/** The form as a browser sends it. */
async function encoded(values: Values): Promise<{ body: Buffer; type: string }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) {
    const isFile = name === 'file' || name === 'alternativa';
    if (isFile && value) form.append(name, new File([value[1] as string], value[0] as string));
    else for (const one of [value ?? []].flat()) form.append(name, one as string);
  }
  const response = new Response(form);
  return { body: Buffer.from(await response.arrayBuffer()), type: response.headers.get('content-type') ?? '' };
}

async function send(values: Values, who: Editor | null = paolo, headers: Record<string, string> = {}) {
  const { body, type } = await encoded(values);
  const cookie = who ? { cookie: who.cookie } : undefined;
  const own = { origin: edited.gateway.origin, 'content-type': type, ...cookie };
  return ask(edited.gateway.origin, PATH, { method: 'POST', headers: { ...own, ...headers }, body });
}

/** Hands in, and reads what the answer leads to. */
async function handedIn(values: Values, who = paolo): Promise<Reply> {
  const { status, headers, text } = await send(values, who);
  expect(text).toBe('');
  expect(status).toBe(303);
  return who.get(headers.location ?? '');
}

const draftsNow = async (): Promise<string[]> => (await carla.act('unpublishedEntries')).body;
const fileOf = (id: string, path = 'index.mdx') => `content/tools/${id}/${path}`;
const textOf = async (id: string): Promise<string> =>
  (await carla.act('unpublishedEntryDataFile', { collection: 'tools', slug: `${id}/index`, path: fileOf(id) })).body
    .data;
const problemAt = ({ text }: Reply, field: string) => parse(text).querySelector(`#f-${field}-problem`)?.text;

describe('what is handed in', () => {
  it('becomes a draft that waits for the coordinator, and a tool once she publishes it', async () => {
    const form = await paolo.get(PATH);
    expect(form.status).toBe(200);
    expect(parse(form.text).querySelector('input[name=modulo]')?.getAttribute('value')).toMatch(/^[\w-]{43}$/);
    const thanks = await handedIn(filled({ titolo: 'Scheda per il «colloquio»: prova', note: 'Da adattare.' }));
    expect(parse(thanks.text).querySelector('[role=status]')?.text).toContain('Scheda per il «colloquio»: prova');
    const id = 'scheda-per-il-colloquio-prova';
    expect(thanks.text).toContain(id);
    const named = { collection: 'tools', slug: `${id}/index` };
    expect(await draftsNow()).toContain(`tools/${id}/index`);
    expect((await carla.act('unpublishedEntry', named)).body.draft).toMatchObject({
      status: 'pending_review',
      pusherAuthor: paolo.address,
    });
    expect(await textOf(id)).toMatchInlineSnapshot(`
      "---
      title: "Scheda per il «colloquio»: prova"
      summary: Serve a provare.
      access: participants
      kind: form
      themes:
        - tema
        - attese
      contributedBy: roccafinta
      version: "1.0"
      updated: 2026-03-03
      reviewBy: 2027-03-03
      files:
        - path: scheda-di-prova-2.pdf
          label: "Scheda per il «colloquio»: prova"
          accessible: true
      ---

      Da adattare.
      "
    `);
    expect((await carla.act('publishUnpublishedEntry', named)).status).toBe(200);
    expect(readFileSync(join(edited.made.path, fileOf(id, 'scheda-di-prova-2.pdf'))).equals(PDF)).toBe(true);
    expect(edited.made.status()).toBe('');
    expect(edited.gateway.state.events.page(9, 0)).toContainEqual(
      expect.objectContaining({ event: 'handed-in', who: paolo.address, about: `tools/${id}` }),
    );
  });

  it('takes the next name where an entry, or a draft, has the first', async () => {
    await handedIn(filled({ titolo: 'Sempre uguale', modulo: tokenOf('a') }));
    await carla.act('publishUnpublishedEntry', { collection: 'tools', slug: 'sempre-uguale/index' });
    await handedIn(filled({ titolo: 'Sempre uguale', modulo: tokenOf('b') }));
    await Promise.all(
      ['c', 'd'].map((modulo) => handedIn(filled({ titolo: 'Sempre Uguale!', modulo: tokenOf(modulo) }))),
    );
    const ids = (await draftsNow()).filter((draft) => draft.includes('sempre'));
    expect(ids.sort()).toEqual([2, 3, 4].map((count) => `tools/sempre-uguale-${count}/index`));
  });

  it('is one draft, however often the button is pressed', async () => {
    const before = await draftsNow();
    const [first, second] = await Promise.all([send(filled()), send(filled())]);
    const third = await send(filled());
    expect([first.status, second.headers.location, third.headers.location]).toEqual([
      303,
      first.headers.location,
      first.headers.location,
    ]);
    expect((await draftsNow()).length).toBe(before.length + 1);
    expect((await carla.get(first.headers.location ?? '')).text).not.toContain(`Scheda ${number}`);
  });

  it('may have an accessible version beside it, also of the same name', async () => {
    const answer = { lettura: 'no', file: ['scheda.pdf', pdf(false)] as Chosen };
    await handedIn(filled({ ...answer, alternativa: ['Scheda.pdf', PDF] }));
    expect(await textOf(`scheda-${number}`)).toMatch(
      /- path: scheda\.pdf\n.*\n +accessible: false\n +alternative: scheda-accessibile\.pdf\n/,
    );
  });

  it('is taken with advice where its file could be better', async () => {
    const thanks = await handedIn(filled({ lettura: 'unknown', file: ['scheda.pdf', pdf(false)] }));
    expect(thanks.text).toContain('Il PDF non ha tag, né un titolo.');
    expect(await textOf(`scheda-${number}`)).not.toContain('accessible');
  });

  it('is told to the coordinators by mail', async () => {
    const before = mailbox.mails.length;
    await handedIn(filled({ titolo: 'Con un avviso\r\nBcc: altri@example.org' }));
    const mail = await mailbox.after(before + 1);
    expect(mail.to).toEqual([carla.address]);
    expect(mail.headers).not.toHaveProperty('bcc');
    expect(linkIn(mail)).toBe(`${edited.gateway.origin}/admin/#/workflow`);
  });
});

describe('what is typed is text and nothing else', () => {
  const shownOf = (text: string) => {
    const { body, problems } = parseMdx(asMarkdown(text));
    return {
      problems,
      html: (body?.parts ?? []).map((part) => (typeof part === 'string' ? part : '<component>')).join(''),
    };
  };

  it('whatever it is', () => {
    const piece = fc.constantFrom(
      ...[
        '{a}',
        '<x>',
        '</p>',
        'import a',
        'export const a',
        '# ',
        '- ',
        '1. ',
        '2) ',
        '> ',
        '***',
        '```',
        '    ',
        '\n',
        '\n\n',
      ],
      ...[
        '[a](b)',
        '![a](b)',
        '[^1]: ',
        '|a|\n|-|',
        '---',
        '===',
        '\\',
        '&lt;',
        '~~a~~',
        ':::nota',
        '<Aside>',
        'parola',
        '<!--',
      ],
    );
    const texts = fc.oneof(
      fc.array(piece, { maxLength: 8 }).map((all) => all.join('')),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { problems, html } = shownOf(text);
        expect(problems).toEqual([]);
        const page = parse(html);
        expect(
          new Set(page.querySelectorAll('*').map(({ tagName }) => tagName)).difference(new Set(['P', 'BR', 'A'])),
        ).toEqual(new Set());
        const bare = (one: string) => one.replace(/\s+/g, '');
        expect(bare(page.text)).toBe(bare(text));
      }),
      { numRuns: 500 },
    );
  });

  it('also in the fields, and in what is published of it', async () => {
    const nasty = '{process.exit()} <script>alert(1)</script>\r\nimport x from "y"\r\n\r\n---\r\naccess: public\r\n---';
    await handedIn(filled({ titolo: `---{x} <b> # "A": ${number}`, scopo: nasty, note: nasty }));
    const id = `x-b-a-${number}`;
    const text = await textOf(id);
    expect(text.match(/^---$/gm)).toHaveLength(2);
    expect(text.split('\n---\n')[0]?.match(/^access: .*$/gm)).toEqual(['access: participants']);
    expect((await carla.act('publishUnpublishedEntry', { collection: 'tools', slug: `${id}/index` })).status).toBe(200);
  });
});

describe('what is not in order', () => {
  const long = 'a'.repeat(10_000);
  const cases: [string, Values, string, string | RegExp][] = [
    ['without a title', { titolo: ' ' }, 'titolo', words.missing.titolo],
    ['with a title of signs only', { titolo: '🎉🎉' }, 'titolo', words.nameless],
    ['with an endless title', { titolo: long }, 'titolo', words.tooLong(300, 10_000)],
    ['with a title of invisible signs', { titolo: 'Nascosto \u202e' }, 'titolo', words.characters],
    ['without a purpose', { scopo: undefined }, 'scopo', words.missing.scopo],
    ['with an endless purpose', { scopo: long }, 'scopo', words.tooLong(5000, 10_000)],
    ['without a kind', { tipo: '' }, 'tipo', words.missing.tipo],
    ['of a kind that is none', { tipo: 'toString' }, 'tipo', words.missing.tipo],
    ['without a theme', { temi: undefined }, 'temi', words.missing.temi],
    ['about a theme that is none', { temi: ['tema', 'altro'] }, 'temi', words.missing.temi],
    ['with an endless note', { note: long }, 'note', words.tooLong(5000, 10_000)],
    ['without a file', { file: ['', ''] }, 'file', words.missing.file],
    ['with an empty file', { file: ['vuoto.pdf', ''] }, 'file', words.empty('vuoto.pdf')],
    ['with a program', { file: ['conta.exe', 'MZ'] }, 'file', /^«conta.exe» non è di un tipo/],
    [
      'with another file that was renamed',
      { file: ['a.pdf', docx(false)] },
      'file',
      /il suo contenuto è di tipo «.docx»/,
    ],
    ['with macros', { file: ['a.docx', docx(true)] }, 'file', /macro|programm/],
    ['with a file that is too large', { file: ['a.txt', 'a'.repeat(1_000_001)] }, 'file', words.tooLarge('a.txt', 1)],
    ['not accessible', { lettura: 'no' }, 'alternativa', words.missing.alternativa],
    [
      'with a broken accessible version',
      { lettura: 'no', alternativa: ['b.odt', 'no'] },
      'alternativa',
      /contenuto non è di quel tipo/,
    ],
  ];

  let before: string;
  beforeAll(() => {
    before = edited.made.git('for-each-ref');
  });

  it.each(cases)('is refused %s: it says so at the field, and keeps the text', async (_, changes, field, said) => {
    const reply = await send(filled({ titolo: `Ripreso ${number}`, note: '</textarea><b>', ...changes }), piera);
    expect(reply.status).toBe(422);
    const page = parse(reply.text);
    expect(problemAt(reply, field)).toMatch(said);
    expect(page.querySelectorAll('[role=alert] li a').map((link) => link.getAttribute('href'))).toEqual([
      `#f-${field}`,
    ]);
    const control = page.querySelector(`#f-${field}`);
    expect(control?.getAttribute('aria-invalid')).toBe('true');
    expect(control?.getAttribute('aria-describedby')).toContain(`f-${field}-problem`);
    const again = page.querySelector('[role=alert]')?.text.includes(words.fileAgain);
    expect(again).toBe(said !== words.missing.file);
    const typed = { titolo: `Ripreso ${number}`, note: '</textarea><b>', ...changes };
    expect(page.querySelector('#f-titolo')?.getAttribute('value')).toBe(String(typed.titolo).trim());
    expect(page.querySelector('#f-note')?.text.slice(1)).toBe(typed.note);
    expect(page.querySelectorAll('[name=temi][checked]').length).toBe(
      [filled(changes).temi ?? []].flat().filter((one) => one !== 'altro').length,
    );
  });

  it('changes nothing', () => expect(edited.made.git('for-each-ref')).toBe(before));

  it('is refused at all fields at once, and can be mended and sent again', async () => {
    const reply = await send({ modulo: tokenOf(String(number)) });
    expect(parse(reply.text).querySelectorAll('[role=alert] li')).toHaveLength(5);
    await handedIn(filled());
  });

  it('is kept as text where the disk is full', async () => {
    edited.made.git('repack', '-adq');
    edited.made.git('prune', '--expire=now');
    const folders = Array.from({ length: 256 }, (_, at) =>
      join(edited.made.repository.gitFolder, 'objects', at.toString(16).padStart(2, '0')),
    );
    // Where a folder would have to be made there is a file.
    const blocked = folders.filter((folder) => !existsSync(folder));
    expect(blocked).toHaveLength(256);
    for (const folder of blocked) writeFileSync(folder, '');
    try {
      const reply = await send(filled());
      expect(reply.status).toBe(500);
      expect(reply.text).toContain(words.failed);
      expect(parse(reply.text).querySelector('#f-titolo')?.getAttribute('value')).toBe(`Scheda ${number}`);
    } finally {
      for (const folder of blocked) rmSync(folder);
    }
    await handedIn(filled());
  });
});

describe('who may not, and what is no form', () => {
  const nothingElse = async (reply: Reply, status: number) => {
    expect(reply.status).toBe(status);
    expect((await draftsNow()).filter((draft) => draft.includes(`scheda-${number}`))).toEqual([]);
  };

  it('without a session the address answers like any other that is not there', async () => {
    const get = (path: string) => ask(edited.gateway.origin, path);
    const [here, elsewhere] = [await get(PATH), await get('/riservato/altro/')];
    expect([here.status, here.text]).toEqual([401, elsewhere.text]);
    await nothingElse(await send(filled(), null), 401);
  });

  it('one’s own page leads there, and so does signing in for it', async () => {
    expect((await paolo.get('/accesso/')).text).toContain(`href="${PATH}"`);
    const { gateway } = edited;
    gateway.state.accounts.setPassword(
      gateway.account('sara@comune.example', 'participant'),
      await hashPassword(PASSWORD),
    );
    const form = { indirizzo: 'sara@comune.example', password: PASSWORD, verso: PATH };
    expect((await ask(gateway.origin, '/accesso/', { form })).headers.location).toBe(PATH);
  });

  it('a role that was taken away holds from the next request', async () => {
    const gone = edited.person('gianni', 'participant');
    const { accounts } = edited.gateway.state;
    expect((await gone.get(PATH)).status).toBe(200);
    accounts.grant(accounts.byAddress(gone.address)?.id ?? '', 'none', null, 'hand');
    expect((await gone.get(PATH)).status).toBe(403);
    await nothingElse(await send(filled(), gone), 403);
  });

  it('a form of another site is refused', async () => {
    await nothingElse(await send(filled(), paolo, { origin: 'https://altro.example' }), 403);
    await nothingElse(await send(filled(), paolo, { 'sec-fetch-site': 'cross-site' }), 403);
  });

  it.each([
    ['of another kind', 'application/x-www-form-urlencoded', 415],
    ['without a boundary', 'multipart/form-data', 400],
    ['that does not come to its end', 'multipart/form-data; boundary=altro', 400],
  ])('a form %s is refused', async (_, type, status) => {
    await nothingElse(await send(filled(), paolo, { 'content-type': type }), status);
  });

  it('a form that is cut off is let go', async () => {
    const { body, type } = await encoded(filled({ file: ['a.txt', 'a'.repeat(500_000)] }));
    const { origin } = edited.gateway;
    const headers = { origin, cookie: paolo.cookie, 'content-type': type, 'content-length': body.length };
    const sent = request(`${origin}${PATH}`, { method: 'POST', headers }).on('error', () => undefined);
    await new Promise((done) => sent.write(body.subarray(0, body.length / 2), done));
    sent.destroy();
    await handedIn(filled());
  });

  it('is not sent without an end', async () => {
    const eager = edited.person('ettore', 'participant');
    const headers = { 'content-type': 'multipart/form-data' };
    for (let count = 0; count < 60; count++) await send({}, eager, headers);
    await nothingElse(await send(filled(), eager), 429);
  });

  it('is read and written at one address, and by no other method', async () => {
    expect(await paolo.get('/riservato/consegna')).toMatchObject({ status: 308, headers: { location: PATH } });
    const { origin } = edited.gateway;
    const headers = { cookie: paolo.cookie, origin };
    expect((await ask(origin, PATH, { method: 'PUT', headers })).status).toBe(405);
    expect(await ask(origin, PATH, { method: 'HEAD', headers })).toMatchObject({ status: 200, text: '' });
    expect((await paolo.get(`${PATH}altro/`)).status).toBe(404);
  });

  it('says so where content cannot be changed', async () => {
    const gateway = await runGateway({ dist: site.dist });
    const cookie = gateway.session(gateway.account('paolo@comune.example', 'participant'));
    const reply = await ask(gateway.origin, PATH, { headers: { cookie } });
    expect([reply.status, reply.text.includes(words.unavailable.next)]).toEqual([503, true]);
    await gateway.close();
  });

  it('no page of the site can have the address', async () => {
    const path = 'content/pages/consegna.mdx';
    const reply = await carla.act('persistEntry', {
      dataFiles: [{ path, slug: 'consegna', raw: '---\ntitle: Consegna\naccess: public\n---\n\nTesto.\n' }],
      options: { collectionName: 'pages', commitMessage: 'Pagina' },
      read: {},
    });
    expect(reply.body.diagnostics).toEqual(expect.arrayContaining([expect.objectContaining({ rule: 'unique-url' })]));
  });
});

describe('names', () => {
  it('of files can stand in an address', () => {
    expect(['Scheda (2).PDF', 'è.docx', '日本.txt', '.pdf', 'a/../b.odt'].map(fileName)).toEqual([
      'scheda-2.pdf',
      'e.docx',
      'file.txt',
      'pdf',
      'b.odt',
    ]);
    expect(fileNames('a.pdf', 'A.pdf')).toEqual({ file: 'a.pdf', alternative: 'a-accessibile.pdf' });
  });

  it('of entries are never longer than they may be', () => {
    const ids = idsFor('a'.repeat(300));
    expect([ids.next().value?.length, ids.next().value?.length]).toEqual([100, 97]);
  });

  it('a year after a leap day is a month', () => {
    expect(['2028-02-29', '2026-03-03'].map(aYearAfter)).toEqual(['2029-02', '2027-03-03']);
  });
});
