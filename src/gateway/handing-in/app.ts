/** Where participants hand in a material: a form, and what becomes of it. */
import { Hono } from 'hono';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { messages } from '#i18n';
import type { Context } from '../context.ts';
import type { Repository } from '../repository/repository.ts';
import { cookieOf, type Env, isFromHere, type Request } from '../routes/route.ts';
import { common, PAGE_POLICY, PRIVATE } from '../serving/headers.ts';
import { newSecret } from '../state/secrets.ts';
import type { Session } from '../state/sessions.ts';
import { entryHtml, forbiddenPage, refusedPage } from '../views/entry.ts';
import { formPage, type HandingInForm, handedPage, unavailablePage } from '../views/handing-in.ts';
import { wordsOf } from '../views/page.ts';
import { HANDING_IN } from './address.ts';
import { fileProblems } from './files.ts';
import { NOTHING, problemsOf, typedIn, type Words } from './form.ts';
import { handIn, mayHandIn, type Outcome } from './hand-in.ts';
import { onceEach } from './once.ts';
import { readSent } from './sent.ts';
import { tellCoordinators } from './tell.ts';
import { themesOf } from './themes.ts';

const FORM = 'multipart/form-data';
const MEGABYTE = 1_000_000;
/** What the server gives out to tell one form from the next. */
const TOKEN = /^[\w-]{43}$/;
/** How often one may hand in an hour, mended forms among them. */
const LIMIT = { points: 60, duration: 3600 };

/** The app that answers there. */
export function handingInApp(context: Context): Hono<Env> {
  const app = new Hono<Env>({ strict: true });
  const fixed = { ...common(context.secure), 'content-security-policy': PAGE_POLICY, 'cache-control': PRIVATE };
  const limiter = new RateLimiterMemory(LIMIT);
  const once = onceEach<Outcome>((outcome) => 'handed' in outcome);
  const wordsHere = (): Words => messages(context.site.shell.locale).handingIn;
  const sessionOf = (request: Request) => {
    const id = cookieOf(context, request, 'session');
    return id === undefined ? undefined : context.state.sessions.find(id, context.now());
  };
  const refuse = (request: Request, status: 400 | 403 | 415 | 429 | 500, text: string) =>
    request.html(refusedPage(context.site, text), status);

  app.use(async (request, next) => {
    const session = sessionOf(request);
    request.set('session', session);
    const { method } = request.req;
    const isReading = method === 'GET' || method === 'HEAD';
    if (!session) request.res = request.html(entryHtml(context, { returnTo: HANDING_IN }), 401);
    else if (!mayHandIn(session))
      request.res = request.html(forbiddenPage(context).encodings.identity.body.toString(), 403);
    else if (!isReading && method !== 'POST') request.res = request.body(null, 405, { allow: 'GET, HEAD, POST' });
    else if (!isReading && !isFromHere(context, request))
      request.res = refuse(request, 403, wordsOf(context.site).refused.foreign);
    // Where the editor saves to a forge, a draft here would be read by nobody.
    else if (typeof context.repository !== 'object' || context.settings.editor)
      request.res = request.html(unavailablePage(context, wordsHere()), 503);
    else await next();
    for (const [name, value] of Object.entries(fixed)) request.res.headers.set(name, value);
  });

  const show = (
    request: Request,
    form: Pick<HandingInForm, 'token' | 'typed' | 'problems' | 'themes' | 'hadFiles'>,
    status: 200 | 422 | 500,
  ) => {
    const session = request.get('session') as Session;
    const { megabytes } = repositoryOf(context);
    return request.html(formPage(context, wordsHere(), { ...form, megabytes, session }), status);
  };

  app.get(HANDING_IN.slice(0, -1), (request) => request.redirect(HANDING_IN, 308));

  app.get(HANDING_IN, async (request) => {
    const outcome = await once.outcome(`${request.get('session')?.account} ${request.req.query('consegna')}`);
    if (outcome && 'handed' in outcome) return request.html(handedPage(context, wordsHere(), outcome.handed));
    const themes = await themesOf(repositoryOf(context));
    return show(request, { token: newSecret(), typed: NOTHING, problems: {}, themes, hadFiles: false }, 200);
  });

  app.post(HANDING_IN, async (request) => {
    const words = wordsHere();
    const account = request.get('session')?.account ?? '';
    if (!request.req.header('content-type')?.toLowerCase().startsWith(FORM))
      return refuse(request, 415, wordsOf(context.site).refused.kind);
    if (!(await mayGoOn(limiter, account))) return refuse(request, 429, words.tooOften);
    const repository = repositoryOf(context);
    const themes = await themesOf(repository);
    let typed = NOTHING;
    let token = newSecret();
    let hadFiles = true;
    try {
      const sent = await readSent(request.env.incoming, repository.git, repository.megabytes * MEGABYTE);
      if (!sent) return refuse(request, 400, wordsOf(context.site).refused.kind);
      typed = typedIn(sent.values);
      token = TOKEN.exec(sent.values.get('modulo')?.[0] ?? '')?.[0] ?? token;
      if (sent.fault) throw sent.fault;
      hadFiles = sent.files.size > 0;
      // What was so when the form began to come may not be so at its end.
      const session = sessionOf(request);
      if (!mayHandIn(session)) return request.html(entryHtml(context, { returnTo: HANDING_IN }), 401);
      const outcome = await once.do(`${account} ${token}`, context.now(), async () => {
        const problems = {
          ...problemsOf(typed, new Set(themes.map(([id]) => id)), words),
          ...fileProblems(sent.files, typed, repository.megabytes * MEGABYTE, words),
        };
        if (Object.keys(problems).length > 0) return { problems };
        const came = await handIn({ context, repository, session, words }, typed, sent.files);
        // After the answer: whoever hands in does not wait for a mail server.
        if ('handed' in came) setImmediate(() => void tellCoordinators(context, session, came.handed, words.mail));
        return came;
      });
      if ('problems' in outcome)
        return show(request, { token, typed, problems: outcome.problems, themes, hadFiles }, 422);
      return request.redirect(`${HANDING_IN}?consegna=${encodeURIComponent(token)}`, 303);
    } catch (error) {
      context.log.error({ reason: (error as Error).stack }, 'handing in failed');
      return show(request, { token, typed, problems: { form: words.failed }, themes, hadFiles }, 500);
    }
  });

  app.onError((error, request) => {
    context.log.error({ reason: error.stack }, 'handing in failed');
    return refuse(request, 500, wordsOf(context.site).refused.error);
  });
  return app;
}

/** Nothing here is asked without one. */
function repositoryOf({ repository }: Context): Repository {
  if (typeof repository !== 'object') throw new Error('Handed in without a repository.');
  return repository;
}

const mayGoOn = (limiter: RateLimiterMemory, account: string): Promise<boolean> =>
  limiter.consume(account).then(
    () => true,
    () => false,
  );
