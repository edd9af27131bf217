/** A real mail server on loopback, which keeps what it gets. */
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { listen } from './ports.ts';

export interface Mail {
  /** The addresses of the envelope. */
  from: string;
  to: string[];
  /** Headers by their names in lower case. */
  headers: Record<string, string>;
  /** The text, decoded. */
  text: string;
}

export interface Mailbox {
  /** Its address, as settings have it. */
  url: string;
  mails: Mail[];
  /** Waits until there are as many. @returns the last of them */
  after(count: number): Promise<Mail>;
  close(): Promise<void>;
}

/** The link in a mail; fails where there is none, or more than one. */
export function linkIn({ text: body }: Mail): string {
  const [link, ...more] = body.match(/https?:\/\/\S+/g) ?? [];
  if (!link || more.length > 0) throw new Error(`Not one link: ${body}`);
  return link;
}

/** Bytes of quoted-printable text. RFC 2045, section 6.7. */
const unquoted = (body: string): Buffer =>
  Buffer.from(
    body
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  );

function parsed(raw: string): Pick<Mail, 'headers' | 'text'> {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const body = raw.slice(end + 4);
  const bytes = {
    'quoted-printable': () => unquoted(body),
    base64: () => Buffer.from(body, 'base64'),
  }[headers['content-transfer-encoding'] ?? ''];
  return { headers, text: bytes?.().toString('utf8') ?? body };
}

/** Starts a mail server that takes everything, from everybody. */
export async function startMailbox(given?: number): Promise<Mailbox> {
  const mails: Mail[] = [];
  const waiting = new Set<() => void>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onData(stream, { envelope }, done) {
      text(stream).then((raw) => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        mails.push({ from, to: envelope.rcptTo.map(({ address }) => address), ...parsed(raw) });
        done();
        for (const wake of waiting) wake();
      }, done);
    },
  });
  server.on('error', () => undefined);
  const port = await listen(server.server, given);
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    async after(count) {
      while (mails.length < count) {
        await new Promise<void>((resolve) => {
          waiting.add(resolve);
        });
      }
      waiting.clear();
      return mails[count - 1] as Mail;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
