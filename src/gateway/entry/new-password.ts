/** What a new password has to be. NIST SP 800-63B-4, section 3.1.1.2: long, not on a list, and nothing else. */
import type { Words } from '../views/page.ts';
import { PASSWORD_LENGTH } from './passwords.ts';

/**
 * Why a password cannot be used; nothing where it can.
 *
 * @param address of the account, which a guesser tries first
 */
export function passwordProblem(
  password: string,
  again: string,
  address: string,
  words: Words['password'],
): string | undefined {
  const length = [...password].length;
  if (length < PASSWORD_LENGTH.least) return words.short(PASSWORD_LENGTH.least);
  if (length > PASSWORD_LENGTH.most) return words.long(PASSWORD_LENGTH.most);
  const lower = password.toLowerCase();
  const local = address.slice(0, address.lastIndexOf('@'));
  if (
    lower.includes(address) ||
    (local.length > 3 && lower.replace(local, '').length < PASSWORD_LENGTH.least / 2) ||
    new Set(lower).size < 4
  )
    return words.simple;
  return password === again ? undefined : words.different;
}
