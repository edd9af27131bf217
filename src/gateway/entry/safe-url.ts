/** Addresses to which secrets and tokens may be sent. */
import { z } from 'zod';

/** Secrets and tokens cross no network in the open: plain http only to this machine itself. */
export const safeUrl = z.url({ protocol: /^https?$/ }).refine((url) => {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
});
