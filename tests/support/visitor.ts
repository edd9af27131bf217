/** A browser without a screen: requests with cookies of their own, forms filled in as they stand, redirects by hand. */
import { parse } from 'node-html-parser';

export interface Answer {
  status: number;
  /** The address that was asked for. */
  url: string;
  headers: Headers;
  /** Where a redirect leads, as a whole address. */
  location: string | undefined;
  text: string;
}

type Fields = Record<string, string>;

export interface Visitor {
  get(url: string, headers?: Fields, signal?: AbortSignal | null): Promise<Answer>;
  head(url: string): Promise<Answer>;
  /** Sends a form from a page of the same site. */
  post(url: string, fields: Fields, headers?: Fields): Promise<Answer>;
  /** Asks, and goes where redirects lead. @returns the answer that is none, or the first for which `until` holds */
  walk(url: string, until?: (answer: Answer) => boolean, headers?: Fields): Promise<Answer>;
  /** Goes on from a redirect. */
  follow(answer: Answer, until?: (answer: Answer) => boolean): Promise<Answer>;
  /** Fills in the form of a page: what is hidden in it, and the fields given. @param action the form's, where there are several */
  submit(page: Answer, fields: Fields, action?: string): Promise<Answer>;
  /** Where the link with a text leads; fails where there is none. */
  link(page: Answer, text: string): string;
  /** The value of a cookie of an address. */
  cookie(url: string, name: string): string | undefined;
  /** Puts a cookie in place, or takes it away. */
  setCookie(url: string, name: string, value: string | undefined): void;
}

/** The words of a page, without its tags. */
export const wordsIn = ({ text }: Answer): string => parse(text).querySelector('main')?.structuredText ?? text;

/** What a page warns of; empty where it does not. */
export const alertIn = ({ text }: Answer): string => parse(text).querySelector('[role=alert]')?.text.trim() ?? '';

const MOST_REDIRECTS = 12;

/** Somebody with a browser that has never been anywhere. */
export function newVisitor(): Visitor {
  /** Cookies by origin, unlike a browser's, which do not know ports: providers of tests share nothing. */
  const jar = new Map<string, Map<string, { value: string; path: string }>>();
  const cookiesOf = (url: string) => {
    const { origin } = new URL(url);
    const found = jar.get(origin) ?? new Map<string, { value: string; path: string }>();
    jar.set(origin, found);
    return found;
  };

  function keep(url: string, headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
      const name = pair.slice(0, pair.indexOf('='));
      const attribute = (wanted: string) =>
        attributes.find((one) => one.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1);
      const expires = attribute('expires');
      const over = attribute('max-age') === '0' || (expires !== undefined && Date.parse(expires) <= Date.now());
      if (over) cookiesOf(url).delete(name);
      else cookiesOf(url).set(name, { value: pair.slice(name.length + 1), path: attribute('path') ?? '/' });
    }
  }

  async function ask(url: string, init: RequestInit & { headers?: Fields } = {}): Promise<Answer> {
    const { pathname } = new URL(url);
    const cookie = [...cookiesOf(url)]
      .filter(([, { path }]) => pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
    const headers = { ...(cookie ? { cookie } : {}), ...init.headers };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    keep(url, response.headers);
    const location = response.headers.get('location');
    return {
      status: response.status,
      url,
      headers: response.headers,
      location: location === null ? undefined : new URL(location, url).href,
      text: await response.text(),
    };
  }

  const visitor: Visitor = {
    get: (url, headers = {}, signal = null) => ask(url, { headers, signal }),
    head: (url) => ask(url, { method: 'HEAD' }),
    post: (url, fields, headers = {}) =>
      ask(url, {
        method: 'POST',
        headers: { origin: new URL(url).origin, ...headers },
        body: new URLSearchParams(fields),
      }),
    async walk(url, until = () => false, headers = {}) {
      let answer = await ask(url, { headers });
      for (let count = 0; answer.location && !until(answer); count++) {
        if (count > MOST_REDIRECTS) throw new Error(`Redirects without an end: ${answer.location}`);
        answer = await ask(answer.location);
      }
      return answer;
    },
    follow: async (answer, until = () => false) =>
      answer.location && !until(answer) ? visitor.walk(answer.location, until) : answer,
    submit(page, fields, action) {
      const forms = parse(page.text).querySelectorAll('main form, form');
      const form = forms.find((one) => action === undefined || one.getAttribute('action') === action);
      if (!form) throw new Error(`No form ${action ?? ''} on ${page.url}: ${page.status} ${alertIn(page)}`);
      const hidden = form
        .querySelectorAll('input[type=hidden]')
        .map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? '']);
      const url = new URL(form.getAttribute('action') ?? '', page.url).href;
      return visitor.post(url, { ...Object.fromEntries(hidden), ...fields }, { referer: page.url });
    },
    link(page, text) {
      const found = parse(page.text)
        .querySelectorAll('a')
        .find((one) => one.text.trim() === text);
      if (!found) throw new Error(`No link «${text}» on ${page.url}`);
      return new URL(found.getAttribute('href') ?? '', page.url).href;
    },
    cookie: (url, name) => cookiesOf(url).get(name)?.value,
    setCookie(url, name, value) {
      if (value === undefined) cookiesOf(url).delete(name);
      else cookiesOf(url).set(name, { value, path: '/' });
    },
  };
  return visitor;
}
