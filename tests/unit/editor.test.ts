import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { fileSchemas } from '#model';
import { editorFiles } from '../../scripts/editor-files.ts';

const root = join(import.meta.dirname, '../..');

describe('the files for code editors', () => {
  it.each(Object.entries(editorFiles()))('%s is what the model makes: run `npm run schemas`', (path, text) => {
    expect(existsSync(join(root, path))).toBe(true);
    expect(readFileSync(join(root, path), 'utf8')).toBe(text);
  });

  it('are no more than those', () => {
    const found = readdirSync(join(root, '.vscode'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
    expect(found.sort()).toEqual(Object.keys(editorFiles()).sort());
  });
});

describe.each(fileSchemas())('the JSON Schema of $name', ({ name, schema }) => {
  const ajv = new Ajv({ strict: false, allErrors: true, formats: { uri: true, email: true } });
  const validate = ajv.compile(schema);
  const [folder = name, part] = name.split('-');
  const files = ['content', 'examples/demo'].flatMap((source) =>
    existsSync(join(root, source, folder))
      ? readdirSync(join(root, source, folder), { recursive: true, encoding: 'utf8' })
          .filter((path) => /\.(?:mdx|yaml)$/.test(path))
          .filter((path) => folder !== 'manuals' || path.endsWith('index.mdx') === !part)
          .map((path) => join(root, source, folder, path))
      : [`${name}.yaml`].map((path) => join(root, source, path)).filter(existsSync),
  );
  const fields = (path: string): Record<string, unknown> =>
    parse(readFileSync(path, 'utf8').split(/^---$/m)[path.endsWith('.mdx') ? 1 : 0] ?? '');

  it('accepts every file of the shipped content', () => {
    expect(files.length).toBeGreaterThan(0);
    for (const path of files) expect([path, validate(fields(path)), validate.errors]).toEqual([path, true, null]);
  });

  it('refuses an unknown field', () => {
    expect(validate({ ...fields(files[0] as string), titolo: 'x' })).toBe(false);
  });
});
