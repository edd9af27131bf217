/** The popup by which an editor signs in at GitHub: leaves, comes back, and hands the token to the editor's page. */
import { Hono } from 'hono';
import type { Context } from '../context.ts';
import { cookieOf, type Env, giveCookie, type Request, takeCookie } from '../routes/route.ts';
import { common, HANDOVER_POLICY, PRIVATE } from '../serving/headers.ts';
import { handoverPage, handoverScript, type Outcome } from '../views/handover.ts';
import { wordsOf } from '../views/page.ts';
import { authorizeUrl, depart, redeem } from './github.ts';
import { forgeOf } from './settings.ts';

/** Where it answers, to editors alone. */
export const FORGE = '/admin/oauth/';
/** Where Decap opens its popup. */
const START = `${FORGE}github`;
const BACK = `${FORGE}ritorno/`;
const SCRIPT = `${FORGE}consegna.js`;

/** True where the popup is what the settings need. */
export const hasPopup = ({ settings }: Context): boolean => settings.editor?.backend === 'github';

/** The app of the popup. */
export function forgeApp(context: Context): Hono<Env> {
  const app = new Hono<Env>({ strict: true });
  const { editor } = context.settings;
  if (editor?.backend !== 'github') return app;
  const forge = forgeOf(editor);
  const fixed = {
    ...common(context.secure),
    // The page that opened this one stays within reach only where it is not set apart from it.
    'cross-origin-opener-policy': 'unsafe-none',
    'content-security-policy': HANDOVER_POLICY,
    // The address of the return holds a code.
    'referrer-policy': 'no-referrer',
    'cache-control': PRIVATE,
  };
  const back = () => context.url + BACK;
  const words = () => wordsOf(context.site).forge;

  app.use(async (request, next) => {
    const id = cookieOf(context, request, 'session');
    request.set('session', id === undefined ? undefined : context.state.sessions.find(id, context.now()));
    await next();
    for (const [name, value] of Object.entries(fixed)) request.res.headers.set(name, value);
  });

  const say = (request: Request, status: 200 | 400 | 403 | 502, outcome: Outcome) =>
    request.html(handoverPage(context.site, SCRIPT, outcome), status);

  app.get(START, (request) => {
    const session = request.get('session');
    // The editor's page opens it, and nobody else's.
    if (!session || (request.req.header('sec-fetch-site') ?? 'same-origin') !== 'same-origin')
      return say(request, 403, { error: words().foreign });
    const departure = depart();
    const payload = { ...departure, session: session.hash };
    giveCookie(context, request, 'forge', context.state.tickets.issue('forge', '', payload, context.now()));
    return request.redirect(authorizeUrl(forge, departure, back()), 303);
  });

  app.get(BACK, async (request) => {
    const { code = '', state = '', error = '' } = request.req.query();
    const secret = cookieOf(context, request, 'forge');
    takeCookie(context, request, 'forge');
    const ticket = secret === undefined ? undefined : context.state.tickets.take('forge', secret, context.now());
    const isOurs = ticket && ticket.state === state && ticket.session === request.get('session')?.hash;
    if (!isOurs) return say(request, 400, { error: words().expired });
    if (error === 'access_denied') return say(request, 403, { error: words().denied });
    if (error !== '' || code === '') return say(request, 502, { error: words().failed });
    const given = await redeem(forge, editor.clientSecret ?? '', { code, verifier: ticket.verifier, back: back() });
    if ('token' in given) return say(request, 200, given);
    context.log.warn({ forge: forge.url, reason: given.reason }, 'forge sign-in not confirmed');
    return say(request, 502, { error: words()[given.kind] });
  });

  app.get(SCRIPT, (request) => request.body(handoverScript, 200, { 'content-type': 'text/javascript; charset=utf-8' }));
  app.notFound((request) => say(request, 400, { error: words().expired }));
  app.onError((error, request) => {
    context.log.error({ reason: error.stack }, 'forge sign-in failed');
    return say(request, 502, { error: words().failed });
  });
  return app;
}
