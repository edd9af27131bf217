/** The map from canonical address to bytes, made once from a folder: no path is built from a request. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

export interface ServedFile {
  body: Buffer;
  type: string;
  /** A strong validator, quoted. */
  etag: string;
  /** True where the name has the digest of the content in it. */
  immutable: boolean;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.jsonld': 'application/ld+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.odt': 'application/vnd.oasis.opendocument.text',
  '.ods': 'application/vnd.oasis.opendocument.spreadsheet',
};

/** The media type of a file, by its extension. */
export const typeOf = (path: string): string => types[extname(path).toLowerCase()] ?? 'application/octet-stream';

/** The address at which a file is served: a folder's `index.html` at the folder's own, with a slash. */
const addressOf = (base: string, path: string): string =>
  base +
  path
    .replace(/(^|\/)index\.html$/, '$1')
    .split('/')
    .map((segment) => encodeURIComponent(segment))
    .join('/');

/** Every file of a folder by its address under a base, which begins and ends with a slash. */
export function filesOf(folder: string, base: string): Map<string, ServedFile> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    found.map((entry) => {
      const path = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/');
      const body = readFileSync(join(folder, path));
      const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
      return [addressOf(base, path), { body, type: typeOf(path), etag, immutable: path.startsWith('_astro/') }];
    }),
  );
}
