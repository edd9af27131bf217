/** What the editor asks the gateway, under `/admin/api/`: Decap's proxy protocol, uploads, and files to look at. */
import type { Readable } from 'node:stream';
import { Hono, type Context as HonoContext } from 'hono';
import { type Messages, messages } from '#i18n';
import type { Context } from '../context.ts';
import { forgeOf } from '../forge/settings.ts';
import { findDraft } from '../repository/drafts.ts';
import { faultOf } from '../repository/faults.ts';
import { fileIn, readBlobs } from '../repository/objects.ts';
import { entryFile, placeIn } from '../repository/places.ts';
import { unlock } from '../repository/recover.ts';
import { published } from '../repository/repository.ts';
import { mayAs } from '../roles.ts';
import { cookieOf, type Env, isFromHere } from '../routes/route.ts';
import { common, PAGE_POLICY, PRIVATE, policyOf } from '../serving/headers.ts';
import { typeOf } from '../serving/types.ts';
import { linksOf } from '../status/entry-links.ts';
import { noPreviewPage, previewPage } from '../views/preview.ts';
import { type Action, type Asking, type Reason, Refused } from './action.ts';
import * as checks from './check.ts';
import * as previewing from './previewing.ts';
import { draftPreview } from './previewing.ts';
import * as publishing from './publishing.ts';
import * as reading from './reading.ts';
import * as renaming from './renaming.ts';
import * as saving from './saving.ts';
import { type Uploads, upload, wasUploaded } from './uploads.ts';

/** Where it answers. */
export const EDITING = '/admin/api/';

const actions = new Map<string, Action>(
  [reading, saving, publishing, previewing, renaming, checks]
    .flatMap((file) => Object.values(file))
    .flatMap((found) => (typeof found === 'object' && 'run' in found ? [[found.name, found]] : [])),
);

/** Where the pages are that drafts would have. */
export const PREVIEWS = '/admin/anteprima/';

/** A text with its fields, and no more; files are uploaded. In bytes. */
const LONGEST = 2_000_000;
const MEGABYTE = 1_000_000;

const STATUS: Record<Reason, 400 | 403 | 404 | 409 | 413 | 422 | 503 | 507> = {
  'bad-request': 400,
  'not-editable': 403,
  'not-yours': 403,
  'no-draft': 404,
  'too-large': 413,
  errors: 422,
  cited: 409,
  'cited-elsewhere': 409,
  conflict: 409,
  gone: 409,
  merge: 409,
  'by-hand': 409,
  moved: 409,
  empty: 409,
  'no-upload': 409,
  'no-preview': 409,
  'not-movable': 409,
  taken: 409,
  'has-draft': 409,
  'too-much': 413,
  full: 507,
  busy: 503,
  forge: 409,
};

/** The app that answers the editor. */
export function editingApp(context: Context): Hono<Env> {
  const app = new Hono<Env>({ strict: true });
  const uploads: Uploads = new Map();
  const fixed = { ...common(context.secure), 'content-security-policy': policyOf('', ''), 'cache-control': PRIVATE };
  const words = (): Messages['editing'] => messages(context.site.shell.locale).editing;

  app.use(async (request, next) => {
    const id = cookieOf(context, request, 'session');
    const session = id === undefined ? undefined : context.state.sessions.find(id, context.now());
    request.set('session', session);
    const { method } = request.req;
    const isReading = method === 'GET' || method === 'HEAD';
    if (!isReading && !isFromHere(context, request))
      request.res = request.json({ error: 'foreign', message: words().foreign }, 403);
    else if (!session) request.res = request.json({ error: 'session', message: words().session }, 401);
    else if (!mayAs(session.role, 'editor')) request.res = request.json({ error: 'role', message: words().role }, 403);
    else if (typeof context.repository !== 'object')
      request.res = request.json({ error: context.repository, message: words().repository[context.repository] }, 503);
    else await next();
    for (const [name, value] of Object.entries(fixed))
      if (!request.res.headers.has(name)) request.res.headers.set(name, value);
  });

  const askingOf = (request: HonoContext<Env>): Asking => {
    const session = request.get('session');
    const { repository } = context;
    if (!session || typeof repository !== 'object') throw new Error('Asked without a session.');
    return { context, repository, session, uploads };
  };
  const answer = (request: HonoContext<Env>, outcome: object | Refused) =>
    outcome instanceof Refused
      ? request.json(
          { error: outcome.reason, message: words().reasons[outcome.reason], ...outcome.detail },
          STATUS[outcome.reason],
        )
      : request.json(outcome);

  app.get(`${EDITING}me`, (request) => {
    const { repository, session } = askingOf(request);
    const { name, address, role, participant } = session;
    const sources = repository.sources.map(({ prefix, label, access }) => ({
      path: prefix.replace(/\/$/, ''),
      label,
      access,
    }));
    const { editor } = context.settings;
    const checkedOut = repository.main.split('/').at(-1);
    return request.json({
      ...{ name, address, role, participant, sources },
      branch: editor?.branch ?? checkedOut,
      previews: context.preview !== undefined,
      ...(editor && { forge: forgeOf(editor) }),
    });
  });

  app.post(`${EDITING}v1`, async (request) => {
    const asking = askingOf(request);
    if (request.req.header('content-type')?.split(';')[0]?.trim() !== 'application/json')
      return answer(request, new Refused('bad-request'));
    const body = await readJson(request, LONGEST);
    if (body instanceof Refused) return answer(request, body);
    const action = actions.get(body.action);
    if (!action) return answer(request, new Refused('bad-request'));
    if (action.role && !mayAs(asking.session.role, action.role)) return answer(request, new Refused('not-yours'));
    if (action.saves && context.settings.editor) return answer(request, new Refused('forge'));
    const params = action.params.safeParse(body.params);
    if (!params.success) return answer(request, new Refused('bad-request', { at: params.error.issues[0]?.path }));
    return answer(request, await action.run(asking, params.data));
  });

  app.put(`${EDITING}upload`, async (request) => {
    const limit = askingOf(request).repository.megabytes * MEGABYTE;
    if (Number(request.req.header('content-length') ?? 0) > limit) return answer(request, new Refused('too-large'));
    return answer(request, await upload(askingOf(request), request.env.incoming, limit));
  });

  // The address is looked up among the files of a commit.
  app.get(`${EDITING}file`, async (request) => {
    const { repository } = askingOf(request);
    const { path = '', collection = '', slug = '', blob = '' } = request.req.query();
    if (!placeIn(repository.sources, path)) return answer(request, new Refused('no-draft'));
    const draft = collection === '' ? undefined : await findDraft(repository.git, { collection, slug });
    const commit = draft?.tip ?? (await published(repository));
    const isSent = wasUploaded(askingOf(request), blob);
    const file = isSent ? { blob } : await fileIn(repository.git, commit, path);
    const bytes = file && (await readBlobs(repository.git, [file.blob])).get(file.blob);
    if (!bytes) return answer(request, new Refused('no-draft'));
    const type = typeOf(path);
    const headers = { 'content-type': type, 'content-security-policy': policyOf(type, policyOf('', '')) };
    return request.body(new Uint8Array(bytes), 200, headers);
  });

  app.get(`${PREVIEWS}:collection/:slug{.+}/`, async (request) => {
    const named = request.req.param();
    const asking = askingOf(request);
    const seen = await draftPreview(asking, named);
    if (seen instanceof Refused && seen.reason === 'no-draft') {
      const { page } = linksOf(context, asking.repository, entryFile(asking.repository.sources, named) ?? '');
      if (page) return request.redirect(page, 303);
    }
    request.header('content-security-policy', PAGE_POLICY);
    if (seen instanceof Refused)
      return request.html(noPreviewPage(context, words().reasons[seen.reason]), STATUS[seen.reason]);
    return request.html(previewPage(context, seen.draft, seen.previewed));
  });

  app.notFound((request) => answer(request, new Refused('bad-request')));
  app.onError((error, request) => {
    context.log.error({ reason: error.stack }, 'editing failed');
    const fault = faultOf(error);
    // A lock that a killed process has left is gone when it is tried again.
    if (fault === 'busy' && typeof context.repository === 'object')
      void unlock(context.repository).catch(() => undefined);
    if (fault) return answer(request, new Refused(fault));
    return request.json({ error: 'failed', message: words().failed }, 500);
  });
  return app;
}

/** The action that a request asks for. */
async function readJson(
  request: HonoContext<Env>,
  limit: number,
): Promise<{ action: string; params: unknown } | Refused> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Destroyed, it would take the answer with it.
  for await (const chunk of (request.env.incoming as Readable).iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length;
    if (size > limit) return new Refused('too-large');
    chunks.push(chunk as Buffer);
  }
  try {
    const { action, params } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
    return { action: String(action), params };
  } catch {
    return new Refused('bad-request');
  }
}
