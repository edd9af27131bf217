import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decapBackend } from '../../src/cms/backend/decap-backend.ts';
import { forgeOf, originsOf } from '../../src/gateway/forge/settings.ts';
import { ask } from '../support/ask.ts';
import { type Edited, type Editor, runEdited } from '../support/edited.ts';
import { quiet } from '../support/gateway.ts';
import { CLIENT, type FakeGitHub, REPO, startGitHub, type Trouble } from '../support/github.ts';
import { settingsFrom } from '../support/settings.ts';
import { type Answer, alertIn, newVisitor, type Visitor } from '../support/visitor.ts';

const ADMIN = { 'admin/index.html': '<!doctype html><title>Redazione</title>' };
const ORIGIN = 'https://rete.example.org';
const logged: string[] = [];
const log = { ...quiet, warn: (...said: unknown[]) => logged.push(JSON.stringify(said)) } as typeof quiet;

let github: FakeGitHub;
let edited: Edited;
let elena: Editor;
beforeAll(async () => {
  github = await startGitHub();
  const editor = { backend: 'github', repo: REPO, url: github.url, ...CLIENT };
  edited = await runEdited({}, { settings: settingsFrom({ editor }), log }, ADMIN);
  elena = edited.person('elena', 'editor');
});
afterAll(async () => {
  await edited?.close();
  await github?.close();
});
beforeEach(() => {
  github.trouble = undefined;
});

const start = () => `${edited.gateway.origin}/admin/oauth/github`;

/** A browser that is signed in. */
function browserOf({ cookie }: Editor): Visitor {
  const visitor = newVisitor();
  visitor.setCookie(edited.gateway.origin, 'polinet-session', cookie.slice(cookie.indexOf('=') + 1));
  return visitor;
}

/** Somebody goes off to GitHub. @returns the way back, not gone yet */
async function wayBack(visitor: Visitor): Promise<string> {
  const { location = '' } = await visitor.get(start());
  return (await visitor.get(location)).location ?? '';
}

/** What the page in the popup hands to the editor. */
const handed = ({ text }: Answer) => /data-message="([^"]*)"/.exec(text)?.[1]?.replaceAll('&quot;', '"') ?? '';

describe('what participants hand in', () => {
  it('would be a draft that nobody reads, and is not taken', async () => {
    const editor = { backend: 'gitlab', repo: 'rete/sito', clientId: 'x' };
    const { person, close } = await runEdited({}, { settings: settingsFrom({ editor }) }, ADMIN);
    const reply = await person('paolo', 'participant').get('/riservato/consegna/');
    expect([reply.status, reply.text.includes('non si possono consegnare materiali')]).toEqual([503, true]);
    await close();
  });
});

describe('what the editor is told of the forge', () => {
  const told = async (editor: object) => {
    const { gateway, person, close } = await runEdited({}, { settings: settingsFrom(editor) }, ADMIN);
    const { cookie } = person('anna', 'editor');
    const me = await ask(gateway.origin, '/admin/api/me', { headers: { cookie } });
    // Where GitLab and Gitea send the editor back to.
    const page = await ask(gateway.origin, '/admin/?code=a1&state=%7B%22nonce%22%3A%221%22%7D', {
      headers: { cookie },
    });
    expect(page.status).toBe(200);
    const popup = await ask(gateway.origin, '/admin/oauth/github', { headers: { cookie } });
    await close();
    const { headers } = page;
    return { me: JSON.parse(me.text), text: me.text, headers, popup: popup.status };
  };
  const connect = (policy: unknown) => /connect-src ([^;]*)/.exec(String(policy))?.[1];

  it('is nothing where none is set, and the editor asks nobody else', async () => {
    const { me, headers, popup } = await told({});
    expect(me.forge).toBeUndefined();
    expect(connect(headers['content-security-policy'])).toBe("'self'");
    expect(String(headers['content-security-policy'])).not.toMatch(/https?:/);
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(popup).toBe(404);
    expect(decapBackend(me, ORIGIN)).toEqual({
      backend: { name: 'polinet', branch: 'main' },
      publish_mode: 'editorial_workflow',
    });
  });

  it('is for GitHub where its API is and who fetches the token, and never the secret', async () => {
    const { me, text, headers, popup } = await told({ editor: { backend: 'github', repo: REPO, ...CLIENT } });
    expect(text).not.toContain(CLIENT.clientSecret);
    expect(connect(headers['content-security-policy'])).toBe("'self' https://api.github.com");
    expect(headers['cross-origin-opener-policy']).toBe('same-origin-allow-popups');
    expect(popup).toBe(303);
    expect(decapBackend(me, ORIGIN)).toEqual({
      backend: {
        name: 'polinet-github',
        repo: REPO,
        branch: 'main',
        api_root: 'https://api.github.com',
        base_url: ORIGIN,
        auth_endpoint: 'admin/oauth/github',
        open_authoring: false,
      },
      publish_mode: 'editorial_workflow',
    });
  });

  it.each([
    ['gitlab', {}, 'https://gitlab.com', 'https://gitlab.com/api/v4', { auth_type: 'pkce' }, 'editorial_workflow'],
    ['gitea', { url: 'https://git.example/' }, 'https://git.example', 'https://git.example/api/v1', {}, 'simple'],
    [
      'forgejo',
      { url: 'https://git.example', openAuthoring: true },
      'https://git.example',
      'https://git.example/api/v1',
      { open_authoring: true },
      'editorial_workflow',
    ],
  ])('is for %s what a sign-in with PKCE needs', async (backend, given, url, api, own, publish_mode) => {
    const editor = { backend, repo: REPO, branch: 'sito', clientId: 'id-there', ...given };
    const { me, headers, popup } = await told({ editor });
    expect(connect(headers['content-security-policy'])).toBe(`'self' ${url}`);
    expect(popup).toBe(404);
    expect(decapBackend(me, ORIGIN)).toEqual({
      backend: {
        ...{ name: `polinet-${backend}`, repo: REPO, branch: 'sito', api_root: api },
        ...{ app_id: 'id-there', base_url: url, ...own },
      },
      publish_mode,
    });
  });

  it('names an API of another host beside the forge', () => {
    const { editor } = settingsFrom({
      editor: { backend: 'gitlab', repo: 'rete/sito/testi', clientId: 'x', api: 'https://api.git.example/v4' },
    });
    expect(editor && originsOf(forgeOf(editor))).toEqual(['https://api.git.example', 'https://gitlab.com']);
  });
});

describe('an editor with a forge', () => {
  it('still asks the gateway for titles, and for the check before a save', async () => {
    expect((await elena.act('titles')).status).toBe(200);
    const raw = 'term: Coda\n';
    const wrong = await elena.act('check', { path: 'content/glossary/coda.yaml', raw });
    expect([wrong.status, wrong.body.error]).toEqual([422, 'errors']);
    expect(wrong.body.diagnostics[0].file).toBe('glossary/coda.yaml');
    const elsewhere = await elena.act('check', { path: '.git/config', raw });
    expect([elsewhere.status, elsewhere.body.error]).toEqual([403, 'not-editable']);
    expect((await elena.act('checkDeletion', { paths: ['README.md'] })).status).toBe(403);
  });

  it('is shown where drafts are', async () => {
    const { text } = await elena.get('/accesso/stato/');
    expect(text).toContain(`<a href="${github.url}/${REPO}/pulls">Bozze di ${REPO}</a>`);
  });

  it.each(['persistEntry', 'updateUnpublishedEntryStatus', 'deleteUnpublishedEntry'])(
    'changes nothing here: %s',
    async (action) => {
      const { status, body } = await elena.act(action);
      expect([status, body.error]).toEqual([409, 'forge']);
    },
  );

  it.each(['publishUnpublishedEntry', 'deleteFiles'])('nor does a coordinator: %s', async (action) => {
    expect((await edited.person(`carla-${action}`, 'coordinator').act(action)).body.error).toBe('forge');
  });
});

describe('signing in at GitHub', () => {
  it('leaves with state and PKCE, and hands the token to the page of this very site alone', async () => {
    const visitor = browserOf(elena);
    const left = await visitor.get(start());
    const query = new URL(left.location ?? '').searchParams;
    expect(left.location).toMatch(`${github.url}/login/oauth/authorize?`);
    expect(query.get('redirect_uri')).toBe(`${edited.gateway.origin}/admin/oauth/ritorno/`);
    expect([query.get('scope'), query.get('code_challenge_method')]).toEqual(['repo', 'S256']);
    expect(query.get('state')).toMatch(/^[\w-]{43}$/);
    const done = await visitor.get((await visitor.get(left.location ?? '')).location ?? '');
    const token = github.tokens.at(-1);
    expect(done.status).toBe(200);
    expect(handed(done)).toBe(`authorization:github:success:{"token":"${token}","provider":"github"}`);
    expect(done.headers.get('cache-control')).toBe('private, no-store');
    expect(done.headers.get('referrer-policy')).toBe('no-referrer');
    expect(done.headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self'; base-uri/);
    for (const { headers } of [left, done]) expect(headers.get('cross-origin-opener-policy')).toBe('unsafe-none');
    const script = await visitor.get(`${edited.gateway.origin}/admin/oauth/consegna.js`);
    expect(script.headers.get('content-type')).toMatch('text/javascript');
    expect(script.text.match(/postMessage\([^)]*\)/g)).toEqual([
      'postMessage(message, origin)',
      'postMessage(GREETING, origin)',
    ]);
  });

  it.each<[Trouble, number, RegExp]>([
    ['denied', 403, /non è stato autorizzato/],
    ['refused', 502, /non ha confermato/],
    ['down', 502, /non risponde/],
    ['redirect', 502, /non risponde/],
    ['strange', 502, /non ha confermato/],
    ['no JSON', 502, /non risponde/],
  ])('says so when GitHub’s answer is: %s', async (trouble, status, said) => {
    github.trouble = trouble;
    const visitor = browserOf(elena);
    const page = await visitor.get(await wayBack(visitor));
    expect(page.status).toBe(status);
    expect(alertIn(page)).toMatch(said);
    expect(handed(page)).toMatch(/^authorization:github:error:\{"message":"/);
  });

  it('says so when the secret is wrong, and shows and logs neither it nor a token', async () => {
    const wrong = { backend: 'github', repo: REPO, url: github.url, ...CLIENT, clientSecret: 'of-another' };
    const other = await runEdited({}, { settings: settingsFrom({ editor: wrong }), log }, ADMIN);
    const visitor = newVisitor();
    visitor.setCookie(other.gateway.origin, 'polinet-session', other.person('elena', 'editor').cookie.split('=')[1]);
    const left = await visitor.get(`${other.gateway.origin}/admin/oauth/github`);
    const page = await visitor.get((await visitor.get(left.location ?? '')).location ?? '');
    await other.close();
    expect(page.status).toBe(502);
    expect(alertIn(page)).toMatch(/non riconosce questo servizio/);
    expect(left.location + page.text).not.toContain('of-another');
    expect(logged.join()).toContain('incorrect_client_credentials');
    expect(logged.join()).not.toMatch(/of-another|secret-of-the-gateway|gho_|code-\d/);
  });

  it('takes a return once', async () => {
    const visitor = browserOf(elena);
    const back = await wayBack(visitor);
    const forge = visitor.cookie(back, 'polinet-forge');
    expect((await visitor.get(back)).status).toBe(200);
    expect(visitor.cookie(back, 'polinet-forge')).toBeUndefined();
    visitor.setCookie(back, 'polinet-forge', forge);
    const again = await visitor.get(back);
    expect([again.status, handed(again)]).toEqual([400, expect.stringContaining('già stato concluso')]);
  });

  it.each<[string, (visitor: Visitor, back: URL) => void]>([
    ['another state', (_, { searchParams }) => searchParams.set('state', 'A'.repeat(43))],
    ['no state', (_, { searchParams }) => searchParams.delete('state')],
    ['no cookie', (visitor, { href }) => visitor.setCookie(href, 'polinet-forge', undefined)],
    [
      'another session',
      (visitor, { href }) => {
        const { cookie } = edited.person('anna', 'editor');
        visitor.setCookie(href, 'polinet-session', cookie.slice(cookie.indexOf('=') + 1));
      },
    ],
  ])('takes no return with %s', async (_, change) => {
    const visitor = browserOf(elena);
    const back = new URL(await wayBack(visitor));
    const before = github.tokens.length;
    change(visitor, back);
    const page = await visitor.get(back.href);
    expect([page.status, github.tokens.length]).toEqual([400, before]);
    expect(alertIn(page)).toMatch(/Accedere di nuovo dall’editor/);
  });

  it('is for editors, from the editor', async () => {
    const paolo = edited.person('paolo', 'participant');
    expect((await browserOf(paolo).get(start())).status).toBe(403);
    expect((await newVisitor().get(start())).status).toBe(401);
    const foreign = await browserOf(elena).get(start(), { 'sec-fetch-site': 'cross-site' });
    expect([foreign.status, foreign.location]).toEqual([403, undefined]);
  });
});
