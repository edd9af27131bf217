/** Reading what was built again: only what has changed is read, and all of that. */
import { renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadFiles } from '../../src/gateway/serving/files.ts';
import { temporaryFolder, writeFiles } from '../support/sources.ts';

const folder = temporaryFolder();
afterAll(folder.remove);
const at = (name: string) => join(folder.path, name);
const textOf = (file: { encodings: { identity: { body: Buffer } } } | undefined) =>
  file?.encodings.identity.body.toString();

it('a file that is the same stays as it was read; one in its place is read, whatever its size and date', async () => {
  writeFiles(folder.path, { 'same.txt': 'same', 'edited.txt': 'old', 'replaced.txt': 'old', 'gone.txt': 'gone' });
  const date = () => {
    for (const name of ['edited.txt', 'replaced.txt']) utimesSync(at(name), 1e9, 1e9);
  };
  date();
  const before = await loadFiles(folder.path, '/');
  writeFileSync(at('edited.txt'), 'new');
  writeFileSync(at('new.txt'), 'new');
  renameSync(at('new.txt'), at('replaced.txt'));
  date();
  renameSync(at('gone.txt'), at('moved.txt'));
  const after = await loadFiles(folder.path, '/', before);
  expect(after.get('/same.txt')).toBe(before.get('/same.txt'));
  expect([...after].map(([url, file]) => [url, textOf(file)]).sort()).toEqual([
    ['/edited.txt', 'new'],
    ['/moved.txt', 'gone'],
    ['/replaced.txt', 'new'],
    ['/same.txt', 'same'],
  ]);
});
