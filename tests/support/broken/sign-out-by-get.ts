/** Broken on purpose: whoever only follows a link to the sign-out is signed out. */
import { type Front, type Header, startFront } from './front.ts';

const SIGN_OUT = /^\/accesso\/uscita\/(\?|$)/;
/** What the gateway asks of a form. */
const AS_A_FORM: readonly Header[] = [
  ['Sec-Fetch-Site', 'same-origin'],
  ['Content-Type', 'application/x-www-form-urlencoded'],
  ['Content-Length', '0'],
];
const isOfAForm = ([name]: Header): boolean => /^(sec-fetch-site|content-.*|transfer-encoding)$/i.test(name);

/** Starts it in front of a gateway. @param gateway its origin */
export const startSignOutByGet = (gateway: string): Promise<Front> =>
  startFront(gateway, {
    passOn({ method, url = '' }, headers) {
      if (method !== 'GET' || !SIGN_OUT.test(url)) return undefined;
      return { method: 'POST', headers: [...headers.filter((header) => !isOfAForm(header)), ...AS_A_FORM] };
    },
  });
