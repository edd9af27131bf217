/** Passwords: argon2id, kept as PHC strings. */
import { argon2 as argon2WithCallback, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import pLimit from 'p-limit';

/** RFC 9106, section 4, the second recommended option: 64 MiB, three passes, four lanes. */
const COST = { memory: 65_536, passes: 3, parallelism: 4, tagLength: 32 };
const NONCE_LENGTH = 16;
/** How many hashes are computed at once, and how many may wait. */
const AT_ONCE = 2;
const WAITING = 50;

/** NIST SP 800-63B-4, section 3.1.1.2, asks for fifteen characters where a password is the only factor; no rules on which. */
export const PASSWORD_LENGTH = { least: 15, most: 200 };

/** Too many sign-ins at once. */
export class BusyError extends Error {}

const argon2 = promisify(argon2WithCallback);
const limit = pLimit(AT_ONCE);

type Cost = typeof COST;

function tagOf(password: string, nonce: Buffer, cost: Cost): Promise<Buffer> {
  if (limit.pendingCount >= WAITING) throw new BusyError();
  const message = password.normalize('NFC');
  return limit(() => argon2('argon2id', { message, nonce, ...cost }));
}

const plain = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

/**
 * Hashes a password.
 *
 * @returns a PHC string
 * @throws BusyError when too many are under way
 */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(NONCE_LENGTH);
  const tag = await tagOf(password, nonce, COST);
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${plain(nonce)}$${plain(tag)}`;
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;
/** Nobody's: what a password is held against where there is no account, so that it takes as long. */
const NOBODY = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/**
 * True when a password is the one that was hashed. Takes as long, and is false, where there is no hash.
 *
 * @throws BusyError when too many are under way
 */
export async function verifyPassword(password: string, hash: string | null | undefined): Promise<boolean> {
  const [, memory, passes, parallelism, nonce = '', tag = ''] = PHC.exec(hash ?? NOBODY) ?? [];
  const expected = Buffer.from(tag, 'base64');
  const cost = {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  };
  const found = await tagOf(password, Buffer.from(nonce, 'base64'), cost);
  return timingSafeEqual(found, expected) && hash !== null && hash !== undefined;
}
