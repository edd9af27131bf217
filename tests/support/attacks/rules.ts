/** What no reply to an attack may be. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { type Exchange, type RawReply, valuesOf } from '../raw.ts';
import type { Attack } from './attack.ts';
import type { Ground } from './ground.ts';

/** What is wrong, in a few words. */
export type Rule =
  | 'restricted bytes'
  | 'restricted validator'
  | 'told apart'
  | 'leads elsewhere'
  | 'injected'
  | 'open to other sites'
  | 'cookie given'
  | 'server error'
  | 'cacheable'
  | 'unexpected status'
  | 'too many replies'
  | 'too long'
  | 'no reply to read'
  | 'session ended'
  | 'session made'
  | 'state changed'
  | 'not alive';

export interface Fault {
  rule: Rule;
  /** What shows it: a status, a header, a mark of what is restricted. */
  detail: string;
}

/** Statuses of replies to what is no request that could be answered: nothing keeps them. */
const REFUSED = [400, 408, 413, 414, 417, 431, 505];
/** Pieces of what attacks bring along, as they must not come back. */
const INJECTED = ['<script>alert(1)', '" onmouseover="', "'><script", '\nx-injected'];

/** The faults of one exchange. */
export function faultsOf(attack: Attack, { replies, rest, timedOut, broken }: Exchange, ground: Ground): Fault[] {
  const sent = typeof attack.send === 'string' ? attack.send : attack.send.join('');
  const faults = replies.flatMap((reply, index) => replyFaults({ attack, reply, sent, first: index === 0, ground }));
  const add = (rule: Rule, detail: string) => faults.push({ rule, detail });
  const [first] = replies;
  if (timedOut || (rest.length > 0 && !broken)) add('no reply to read', rest.subarray(0, 80).toString('latin1'));
  const lost = broken && first === undefined;
  if (attack.statuses && !lost && !attack.statuses.includes(first?.status ?? 0))
    add('unexpected status', String(first?.status));
  if (replies.length > (attack.most ?? Number.POSITIVE_INFINITY)) add('too many replies', String(replies.length));
  if (attack.keeps !== undefined && !ground.gateway.state.sessions.find(attack.keeps, Date.now()))
    add('session ended', '');
  return faults;
}

interface Case {
  attack: Attack;
  reply: RawReply;
  sent: string;
  first: boolean;
  ground: Ground;
}

function replyFaults(one: Case): Fault[] {
  const { attack, reply, sent, first, ground } = one;
  const faults: Fault[] = [];
  const add = (rule: Rule, detail: string) => faults.push({ rule, detail });
  const head = reply.headers.map(([name, value]) => `${name}: ${value}`).join('\n');
  const body = bodyOf(reply);
  // Of several requests on one connection only the first carries the session.
  const maySee = attack.signedIn && first;
  const found = ground.restricted.find(body, sent) ?? ground.restricted.find(head, sent);
  const [etag] = valuesOf(reply, 'etag');
  if (found !== undefined && !maySee) add('restricted bytes', found);
  if (etag !== undefined && ground.etags.has(etag) && !maySee) add('restricted validator', etag);
  if (reply.status >= 500) add('server error', String(reply.status));
  if (attack.longest !== undefined && body.length > attack.longest) add('too long', String(body.length));
  const kept = found !== undefined || isProtected(sent, reply, first);
  const cache = valuesOf(reply, 'cache-control').join(', ');
  if (kept && !REFUSED.includes(reply.status) && !(/\bprivate\b/.test(cache) && /\bno-store\b/.test(cache)))
    add('cacheable', cache);
  for (const piece of INJECTED) if (`${head}\n${body}`.toLowerCase().includes(piece)) add('injected', piece);
  for (const [name] of reply.headers) if (name.startsWith('access-control-allow')) add('open to other sites', name);
  return [...faults, ...cookieFaults(one), ...leadFaults(one, body)];
}

/** The body, decompressed, one character a byte. */
function bodyOf(reply: RawReply): string {
  const [coding] = valuesOf(reply, 'content-encoding');
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync }[coding ?? ''];
  return (unpack && reply.body.length > 0 ? unpack(reply.body) : reply.body).toString('latin1');
}

/** True for a reply under a protected address, from a page that signs in, and to somebody who may not see. */
function isProtected(sent: string, { status }: RawReply, first: boolean): boolean {
  const target = /^\S+ (\S+) HTTP\/1\.1\r\n/.exec(sent)?.[1] ?? '';
  const path = target.replace(/%([2-7][0-9a-f])/gi, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  const own = /^\/accesso\/[a-z/]*(\?|$)/.test(target);
  return status === 401 || status === 403 || (first && (own || /^\/(riservato|admin)(\/|\?|$)/.test(path)));
}

function cookieFaults({ attack, reply, first }: Case): Fault[] {
  const given = first ? (attack.gives ?? []) : [];
  return (
    valuesOf(reply, 'set-cookie')
      .filter((cookie) => !given.some((name) => cookie.startsWith(`${name}=`)))
      // The return from a provider takes its own cookie away, whatever comes of it.
      .filter((cookie) => !cookie.startsWith('polinet-journey=;'))
      .map((detail) => ({ rule: 'cookie given' as const, detail }))
  );
}

/** Where a reply leads, read like a browser does: by its headers, and by what its page has taken from the request. */
function leadFaults({ attack, reply, sent, ground }: Case, body: string): Fault[] {
  const target = /^\S+ (\/\S*) /.exec(sent)?.[1] ?? '/';
  const base = URL.canParse(target, ground.origin) ? new URL(target, ground.origin) : new URL(ground.origin);
  const allowed = [ground.origin, ground.gateway.origin, ...(attack.leadsTo ? [attack.leadsTo] : [])];
  const leads = [
    ...['location', 'content-location', 'refresh', 'link'].flatMap((name) => valuesOf(reply, name)),
    ...[...body.matchAll(/(?:name="verso" value|formaction|action|href|src|data)="([^"]*evil\.example[^"]*)"/g)].map(
      ([, value = '']) => value,
    ),
  ];
  const urls = leads.map((lead) => (URL.canParse(lead, base) ? new URL(lead, base) : undefined));
  // Where a provider sends people back to is an address of this site as well.
  const returns = urls.map((url) => url?.searchParams.get('redirect_uri') ?? `${ground.gateway.origin}/`);
  return leads
    .filter((_, index) => {
      const back = returns[index] as string;
      return !allowed.includes(urls[index]?.origin ?? '') || !back.startsWith(`${ground.gateway.origin}/`);
    })
    .map((detail) => ({ rule: 'leads elsewhere', detail }));
}
