/** What was read and parsed, kept between runs by the digest of its bytes and of the code that parses. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { codeDigest } from './code.ts';

/** Remembers values; `made` counts those that were not remembered. */
export interface Cache<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  readonly made: number;
  /** Writes what this run used, and only that. */
  save(): void;
}

/** Folders whose change can change what is made of a file. */
const CODE = ['model', 'mdx', 'i18n', 'content'].map((folder) => `src/${folder}`);

let code: string | undefined;

/** Opens a cache in a file; a missing, torn or older file is an empty cache. */
export function openCache<Value>(path: string): Cache<Value> {
  code ??= codeDigest(CODE);
  const known = read<Value>(path, code);
  const cache = memoryCache<Value>(known);
  return {
    get: cache.get,
    set: cache.set,
    get made() {
      return cache.made;
    },
    save() {
      if (cache.made === 0 && cache.used.size === known.size) return;
      mkdirSync(dirname(path), { recursive: true });
      const temporary = `${path}.${process.pid}`;
      writeFileSync(temporary, serialize({ code, values: cache.used }));
      renameSync(temporary, path);
    },
  };
}

function read<Value>(path: string, expected: string): Map<string, Value> {
  try {
    const stored = deserialize(readFileSync(path)) as { code: string; values: Map<string, Value> };
    return stored.code === expected ? stored.values : new Map();
  } catch {
    return new Map();
  }
}

/** A cache that is kept nowhere. `known`: what it knows from the start. */
export function memoryCache<Value>(
  known: ReadonlyMap<string, Value> = new Map(),
): Cache<Value> & { used: Map<string, Value> } {
  const used = new Map<string, Value>();
  let made = 0;
  return {
    used,
    get(key) {
      const value = used.get(key) ?? known.get(key);
      if (value !== undefined) used.set(key, value);
      return value;
    },
    set(key, value) {
      if (!used.has(key)) made++;
      used.set(key, value);
    },
    get made() {
      return made;
    },
    save: () => undefined,
  };
}
