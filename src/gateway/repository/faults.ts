/** Why git or the disk did not do what it was asked, where that is nobody's mistake and passes. */

/** `full`: the disk has no room. `busy`: another process, or one that was killed, holds a lock. */
export type Fault = 'full' | 'busy';

const FULL = /No space left on device|Disk quota exceeded|File too large|\b(?:ENOSPC|EDQUOT|EFBIG)\b/;
/** Git does not always say why it could not write. */
const UNWRITTEN = /(?:unable to|could not|couldn't|cannot|failed to) write/;
const FORBIDDEN = /[Pp]ermission|Read-only file system/;
const BUSY = /\.lock'?: File exists/;

/** What kind of fault an error is; nothing where it is another. */
export function faultOf(error: unknown): Fault | undefined {
  const { message = '', code = '' } = (error ?? {}) as { message?: string; code?: unknown };
  const text = `${message} ${code}`;
  const isFull = FULL.test(text) || (UNWRITTEN.test(text) && !FORBIDDEN.test(text));
  return isFull ? 'full' : BUSY.test(text) ? 'busy' : undefined;
}
