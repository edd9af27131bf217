/** The gateway's own pages, all under `/accesso/`. */
import { Hono, type Context as HonoContext } from 'hono';
import type { Context } from '../context.ts';
import { mayAs, type Role } from '../roles.ts';
import { common, PAGE_POLICY, PRIVATE } from '../serving/headers.ts';
import { entryHtml, forbiddenPage, refusedPage } from '../views/entry.ts';
import { html, ownPage, page, wordsOf } from '../views/page.ts';
import { accountRoutes } from './account.ts';
import { eventRoutes } from './events.ts';
import { invitationRoutes } from './invitation.ts';
import { mailRoutes } from './mail.ts';
import { peopleRoutes } from './people.ts';
import { providerRoutes } from './provider.ts';
import { type App, cookieOf, type Env, isFromHere, readForm } from './route.ts';
import { setupRoutes } from './setup.ts';
import { signInRoutes } from './sign-in.ts';
import { statusRoutes } from './status.ts';

const FORM = 'application/x-www-form-urlencoded';

/** Pages that need a role. */
const needed: Record<string, Role> = {
  '/accesso/persone/': 'coordinator',
  '/accesso/registro/': 'coordinator',
  '/accesso/stato/': 'editor',
};

/** The app that answers under `/accesso/`. */
export function routes(context: Context): App {
  const app = new Hono<Env>({ strict: true });
  const refuse = (request: HonoContext<Env>, status: 400 | 403 | 413 | 415 | 500, text: string) =>
    request.html(refusedPage(context.site, text), status);
  const fixed = { ...common(context.secure), 'content-security-policy': PAGE_POLICY, 'cache-control': PRIVATE };

  app.use(async (request, next) => {
    const id = cookieOf(context, request, 'session');
    request.set('session', id === undefined ? undefined : context.state.sessions.find(id, context.now()));
    await next();
    for (const [name, value] of Object.entries(fixed)) request.res.headers.set(name, value);
  });

  // What changes something comes from a form of this very site.
  app.use(async (request, next) => {
    const { method } = request.req;
    if (method === 'GET' || method === 'HEAD') return next();
    const words = wordsOf(context.site).refused;
    if (!isFromHere(context, request)) return refuse(request, 403, words.foreign);
    if (!request.req.header('content-type')?.toLowerCase().startsWith(FORM)) return refuse(request, 415, words.kind);
    const form = await readForm(request.env.incoming);
    if (form === 'large') return refuse(request, 413, words.large);
    if (form === 'broken') return refuse(request, 400, words.kind);
    request.set('form', form);
    return next();
  });

  for (const [path, role] of Object.entries(needed))
    app.use(path, async (request, next) => {
      const session = request.get('session');
      if (!session) return request.html(entryHtml(context, { returnTo: '' }), 401);
      if (mayAs(session.role, role)) return next();
      return request.html(forbiddenPage(context).encodings.identity.body.toString(), 403);
    });

  for (const add of [
    signInRoutes,
    providerRoutes,
    mailRoutes,
    setupRoutes,
    invitationRoutes,
    accountRoutes,
    peopleRoutes,
    eventRoutes,
    statusRoutes,
  ])
    add(app, context);

  app.notFound((request) => {
    const { missing } = wordsOf(context.site);
    const link = html`<p><a href="/accesso/">${missing.next}</a></p>`;
    const inFrame = request.get('session') ? ownPage : page;
    return request.html(inFrame(context.site, missing.title, html`<p class="lead">${missing.text}</p>`, link), 404);
  });
  app.onError((error, request) => {
    context.log.error({ reason: error.stack }, 'request failed');
    return refuse(request, 500, wordsOf(context.site).refused.error);
  });
  return app;
}
