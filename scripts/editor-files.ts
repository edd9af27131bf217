/** The files of `.vscode/`, made from the model. */
import { fileSchemas } from '#model';

const NOTE = 'Generated from src/model by `npm run schemas`: do not edit.';

/** Sources whose files editors check while one types. */
const SOURCES = ['content', 'examples/*'];

const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;

/** The generated files by path from the project's root. */
export function editorFiles(): Record<string, string> {
  const schemas = fileSchemas();
  const pathOf = (name: string) => `.vscode/schemas/${name}.schema.json`;
  const yaml = schemas
    .filter(({ format }) => format === 'yaml')
    .map(({ name, files }) => [`./${pathOf(name)}`, SOURCES.map((source) => `${source}/${files}`)]);
  const settings = { 'yaml.schemas': Object.fromEntries(yaml), 'astro.content-intellisense': true };
  const extensions = { recommendations: ['astro-build.astro-vscode', 'redhat.vscode-yaml', 'biomejs.biome'] };
  return {
    ...Object.fromEntries(schemas.map(({ name, schema }) => [pathOf(name), json({ $comment: NOTE, ...schema })])),
    '.vscode/settings.json': `// ${NOTE}\n${json(settings)}`,
    '.vscode/extensions.json': `// ${NOTE}\n${json(extensions)}`,
  };
}
