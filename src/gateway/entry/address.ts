/** E-mail addresses, read strictly. */
import { z } from 'zod';

/** RFC 5321, section 4.5.3.1.3, less the angle brackets. */
const schema = z.email().max(254);

/** The address in lower case; nothing where the text is none. */
export function readAddress(text: unknown): string | undefined {
  const parsed = schema.safeParse(text);
  return parsed.success ? parsed.data.toLowerCase() : undefined;
}

/** What follows the last `@` of an address. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
