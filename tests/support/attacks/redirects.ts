/** Values that lead elsewhere, in every place from which the gateway might take an address to go to. */
import { exchange } from '../raw.ts';
import { type Attack, allEncoded, type Family, FORM, FROM_HERE, form, request, utf8 } from './attack.ts';
import { destinationsOf, EVIL, TELLING } from './destinations.ts';
import type { Ground } from './ground.ts';
import { PROVIDER } from './neighbours.ts';

/** A value as a header can carry it. */
const inHeader = (value: string): string => utf8(value.replace(/[^\P{Cc}\t]/gu, ''));

const inPlace = (ground: Ground, place: string, target: string, asked = {}): Attack => ({
  name: place,
  send: request(ground, target, asked),
});

/** Before anybody has signed in: where an address to return to is taken from. */
function before(ground: Ground, name: string, value: string): Attack[] {
  const sent = allEncoded(value);
  const referer = inHeader(value);
  return [
    inPlace(ground, `${name}, in verso`, `/accesso/?verso=${sent}`),
    inPlace(ground, `${name}, in the page before`, '/accesso/', { lines: [`Referer: ${referer}`] }),
    inPlace(ground, `${name}, in the path of the page before`, '/accesso/', {
      lines: [`Referer: ${ground.origin}${referer}`],
    }),
    {
      ...inPlace(ground, `${name}, on the way to a provider`, `/accesso/con/${PROVIDER}/?verso=${sent}`),
      gives: ['polinet-journey'],
      leadsTo: ground.neighbours.provider,
      statuses: [303, 400],
    },
  ];
}

/** Other parameters and places, which take no address. */
function besides(ground: Ground, name: string, value: string, next: () => string): Attack[] {
  const sent = allEncoded(value);
  const signedIn = { signedIn: true, statuses: [200, 400, 431] } as const;
  return [
    inPlace(ground, `${name}, in esito and da`, `/accesso/?esito=uscita&da=${sent}&esito=${sent}`),
    inPlace(ground, `${name}, in the code of the set-up`, `/accesso/avvio/?codice=${sent}`),
    inPlace(ground, `${name}, in the code of an invitation`, `/accesso/invito/?codice=${sent}`),
    inPlace(ground, `${name}, in the code of a mail`, `/accesso/posta/?codice=${sent}`),
    inPlace(
      ground,
      `${name}, in the return from a provider`,
      `/accesso/ritorno/${PROVIDER}/?code=${sent}&state=${sent}&iss=${sent}`,
    ),
    inPlace(ground, `${name}, as the name of a provider`, `/accesso/con/${sent}/`),
    inPlace(ground, `${name}, as an address of the gateway's own`, `/accesso/${sent}`),
    inPlace(ground, `${name}, as an address`, `/${sent}`),
    inPlace(ground, `${name}, in the query of a moved address`, `/guide?x=${sent}`),
    ...[
      `/accesso/registro/?pagina=${sent}`,
      `/accesso/persone/?esito=${sent}`,
      `/accesso/?esito=${sent}&verso=${sent}`,
    ].map(
      (target, index): Attack => ({
        ...inPlace(ground, `${name}, signed in, ${index + 1}`, target, { session: next() }),
        ...signedIn,
      }),
    ),
  ];
}

const GIVEN = ['polinet-session', 'polinet-browser'];

/** After a sign-in with the right password. */
function after(ground: Ground, name: string, value: string): Attack[] {
  const who = { indirizzo: ground.addresses.visitor, password: ground.password };
  const signIn = { gives: GIVEN, statuses: [303] };
  const referer = inHeader(value);
  return [
    { name: `${name}, after signing in`, send: form(ground, '/accesso/', { ...who, verso: value }), ...signIn },
    {
      name: `${name}, after signing in, in the page before`,
      send: form(ground, '/accesso/', who, { lines: [FORM, FROM_HERE, `Referer: ${ground.origin}${referer}`] }),
      ...signIn,
    },
    {
      name: `${name}, after a wrong password`,
      send: form(ground, '/accesso/', { ...who, password: 'sbagliata', verso: value }),
      statuses: [401],
    },
  ];
}

/** Hosts that a request says it is for: no address is made from them. */
function hosts(ground: Ground): Attack[] {
  const who = { indirizzo: ground.addresses.visitor, password: ground.password };
  const said: Record<string, { host?: string; lines: string[] }> = {
    'a foreign host': { host: EVIL, lines: [] },
    'a foreign host with a port': { host: `${EVIL}:${ground.port}`, lines: [] },
    'a forwarded host': { lines: [`X-Forwarded-Host: ${EVIL}`, `X-Host: ${EVIL}`, 'X-Forwarded-Proto: https'] },
    'a forwarded server': { lines: [`X-Forwarded-Server: ${EVIL}`, `X-HTTP-Host-Override: ${EVIL}`] },
    'a forwarded host of the standard': { lines: [`Forwarded: for=${EVIL};host=${EVIL};proto=https`] },
    'a forwarded prefix': { lines: [`X-Forwarded-Prefix: //${EVIL}`, `X-Forwarded-Path: //${EVIL}/`] },
  };
  return Object.entries(said).flatMap(([name, { host, lines }]): Attack[] => {
    const asked = { ...(host ? { host } : {}), lines };
    const posted = { ...asked, lines: [FORM, FROM_HERE, ...lines] };
    const moved = ['/guide', '/accesso', '/guide?x=1'].map(
      (target): Attack => ({ name: `${name}, ${target}`, send: request(ground, target, asked), statuses: [308] }),
    );
    const session = ground.session('participant');
    return [
      ...moved,
      {
        name: `${name}, moved for a participant`,
        send: request(ground, '/riservato', { ...asked, session }),
        signedIn: true,
        statuses: [308],
      },
      {
        name: `${name}, after signing in`,
        send: form(ground, '/accesso/', who, posted),
        gives: GIVEN,
        statuses: [303],
      },
      {
        name: `${name}, after signing out`,
        send: form(ground, '/accesso/uscita/', {}, { ...posted, session: ground.session('participant') }),
        gives: ['polinet-session'],
        signedIn: true,
        statuses: [303],
      },
      {
        name: `${name}, to a provider`,
        send: request(ground, `/accesso/con/${PROVIDER}/`, asked),
        gives: ['polinet-journey'],
        leadsTo: ground.neighbours.provider,
        statuses: [303],
      },
      {
        name: `${name}, in a mail`,
        send: form(ground, '/accesso/posta/', { indirizzo: ground.addresses.visitor }, posted),
        gives: ['polinet-mail'],
        statuses: [200],
      },
    ];
  });
}

/** All values in all places, before and after signing in. */
export const redirectFamily: Family = {
  name: 'redirects',
  async attacks(ground: Ground): Promise<Attack[]> {
    // The provider describes itself once: the first request to it would wait for that.
    await exchange(ground.port, request(ground, `/accesso/con/${PROVIDER}/`));
    const next = ground.sessions('coordinator');
    const all = Object.entries(destinationsOf(ground));
    return [
      ...all.flatMap(([name, value]) => [
        ...before(ground, name, value),
        ...(TELLING.has(name) ? besides(ground, name, value, next) : []),
        ...after(ground, name, value),
      ]),
      ...hosts(ground),
    ];
  },
};
