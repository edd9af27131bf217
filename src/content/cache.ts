/** Parsed documents kept between runs, by the digest of their bytes and of the code that parses. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { codeDigest } from './code.ts';
import type { Document } from './document.ts';

/** Remembers documents; `parsed` counts those that were not remembered. */
export interface DocumentCache {
  get(key: string, parse: () => Document): Document;
  readonly parsed: number;
  /** Writes what this run used, and only that. */
  save(): void;
}

/** Folders whose change can change how a document parses. */
const CODE = ['model', 'mdx', 'i18n', 'content'].map((folder) => `src/${folder}`);

let code: string | undefined;

/** Opens the cache in a file; a missing, torn or older file is an empty cache. */
export function openCache(path: string): DocumentCache {
  code ??= codeDigest(CODE);
  const known = read(path, code);
  const used = new Map<string, Document>();
  let parsed = 0;
  return {
    get(key, parse) {
      let document = used.get(key) ?? known.get(key);
      if (!document) {
        document = parse();
        parsed++;
      }
      used.set(key, document);
      return document;
    },
    get parsed() {
      return parsed;
    },
    save() {
      if (parsed === 0 && used.size === known.size) return;
      mkdirSync(dirname(path), { recursive: true });
      const temporary = `${path}.${process.pid}`;
      writeFileSync(temporary, serialize({ code, documents: used }));
      renameSync(temporary, path);
    },
  };
}

function read(path: string, expected: string | undefined): Map<string, Document> {
  try {
    const stored = deserialize(readFileSync(path)) as { code: string; documents: Map<string, Document> };
    return stored.code === expected ? stored.documents : new Map();
  } catch {
    return new Map();
  }
}

/** A cache for one run, kept nowhere. */
export const memoryCache = (): DocumentCache => {
  let parsed = 0;
  return {
    get: (_, parse) => {
      parsed++;
      return parse();
    },
    get parsed() {
      return parsed;
    },
    save: () => undefined,
  };
};
