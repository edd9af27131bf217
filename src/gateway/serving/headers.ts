/** Headers that tell browsers what a reply may do, and caches whether to keep it. */

/** Directives of a content security policy. */
const policy = (directives: Record<string, string>): string =>
  Object.entries({ 'default-src': "'none'", ...directives, 'base-uri': "'none'", 'frame-ancestors': "'none'" })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

const READING = {
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'form-action': "'self'",
};

/** Pages: nothing inline, nothing from elsewhere. The search engine is a module of WebAssembly. */
export const PAGE_POLICY = policy({ ...READING, 'script-src': "'self' 'wasm-unsafe-eval'" });
/**
 * The editor: Decap compiles its forms' checks and styles its parts itself.
 *
 * @param origins of the forge that it saves to; without one it asks nobody but the gateway
 */
export const editorPolicy = (origins: readonly string[] = []): string =>
  policy({
    ...READING,
    'script-src': "'self' 'unsafe-eval'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'frame-src': "'self' blob:",
    'connect-src': ["'self'", ...origins].join(' '),
  });
/** The page that hands over a token: its one script, and nothing else. */
export const HANDOVER_POLICY = policy({ 'script-src': "'self'" });
/** A drawing opened by itself runs nothing. */
const DRAWING_POLICY = `${policy({ 'style-src': "'unsafe-inline'" })}; sandbox`;
const FILE_POLICY = policy({});

/** The policy of a file: a worker takes that of its script, a page that of its zone. */
export function policyOf(type: string, page: string): string {
  if (type.startsWith('text/html') || type.startsWith('text/javascript')) return page;
  return type.startsWith('image/svg') ? DRAWING_POLICY : FILE_POLICY;
}

/** What every reply carries. */
export const common = (secure: boolean): Record<string, string> => ({
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  ...(secure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
});

/** For what only some may see: no cache keeps it. */
export const PRIVATE = 'private, no-store';
