/** Sign-in links by e-mail. */
import { createTransport } from 'nodemailer';
import type { Settings } from '../settings.ts';

export type SendMail = (to: string, subject: string, text: string) => Promise<void>;

/** How long a mail server may take, in milliseconds. */
const TIMEOUT = 10_000;

/** A sender through the configured server; nothing where there is none. */
export function openMail({ mail }: Settings): SendMail | undefined {
  if (!mail?.server) return undefined;
  const transport = createTransport({ url: mail.server, connectionTimeout: TIMEOUT, socketTimeout: TIMEOUT });
  return async (to, subject, text) => {
    // An object, not a header line: an address can bring no further ones.
    await transport.sendMail({ from: mail.from, to: { name: '', address: to }, subject, text });
  };
}
