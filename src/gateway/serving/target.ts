/** The target of a request, read in one way only: what two parsers could read differently is refused. */

export interface Target {
  /** The path in its one spelling: decoded once, NFC, each segment encoded again. Begins with `/`. */
  path: string;
  /** The path came in that very spelling. */
  canonical: boolean;
  /** What follows the first `?`, with it; empty without one. */
  query: string;
}

/** Longer targets are refused: no address of a site comes near. */
const LONGEST = 4096;
/** Origin-form in printable ASCII, without a fragment. */
const ORIGIN_FORM = /^\/[!-"$-~]*$/;
/** What most addresses are: nothing encoded, nothing that could be read in two ways. */
const PLAIN = /^(?:\/[A-Za-z0-9_~-]+(?:\.[A-Za-z0-9_~-]+)*)*\/?$/;
/** Within a decoded segment: separators of other parsers, a `%` that a second decoding would take, control characters. */
const AMBIGUOUS = /[/\\;%\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]|[. ]$/u;

/**
 * Reads a request's target.
 *
 * @param raw as it stood in the request line
 * @returns nothing where it is refused: absolute or authority form, `\`, `//`, `;`, encoded separators, dot segments,
 *   a trailing dot or space, control characters, raw non-ASCII, malformed UTF-8, or anything still encoded when decoded
 */
export function readTarget(raw: string): Target | undefined {
  if (raw.length > LONGEST || !ORIGIN_FORM.test(raw)) return undefined;
  const mark = raw.indexOf('?');
  const sent = mark < 0 ? raw : raw.slice(0, mark);
  const query = mark < 0 ? '' : raw.slice(mark);
  if (PLAIN.test(sent)) return { path: sent, canonical: true, query };
  if (sent.includes('//')) return undefined;
  const segments: string[] = [];
  for (const segment of sent.slice(1).split('/')) {
    const decoded = decodedOnce(segment);
    if (decoded === undefined || AMBIGUOUS.test(decoded)) return undefined;
    // Normal form makes a separator of some look-alikes.
    const normal = decoded.normalize('NFC');
    if (AMBIGUOUS.test(normal)) return undefined;
    segments.push(encodeURIComponent(normal));
  }
  const path = `/${segments.join('/')}`;
  return { path, canonical: path === sent, query };
}

function decodedOnce(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
