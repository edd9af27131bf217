/** Breaks the shipped content one thing at a time, at random, and asks that nothing broken passes in silence. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Content, type Diagnostic, loadContent, memoryCaches } from '#content';
import { collectionOf } from '#model';
import { placeOfField } from '../../src/content/entries.ts';
import { temporaryFolder } from '../support/sources.ts';

const SEEDS = 2_000;
/** No single check may take longer, in milliseconds: a hundred times what one takes. */
const PATIENCE = 5_000;

const root = join(import.meta.dirname, '../..');
const folder = temporaryFolder();
afterAll(folder.remove);
const sources = ['content', 'examples/demo'].map((name) => join(folder.path, name.replace('/', '-')));
const caches = memoryCaches();
const load = () => loadContent({ sources, caches, today: '2026-11-24' });
let good: Content;

beforeAll(async () => {
  cpSync(join(root, 'content'), sources[0] as string, { recursive: true });
  cpSync(join(root, 'examples/demo'), sources[1] as string, { recursive: true });
  good = await load();
  expect(good.diagnostics).toEqual([]);
});

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

interface Draw {
  number(below: number): number;
  one<Value>(values: readonly Value[]): Value | undefined;
}

interface Target {
  absolute: string;
  file: string;
  text: string;
}

/** A change of one file; `breaks`: the rules of which at least one has to speak, in that file. */
interface Mutation {
  absolute: string;
  file: string;
  /** New content; the file is taken away where there is none. */
  content?: string | Uint8Array;
  breaks?: string[] | undefined;
  /** Where the fault shows in other files. */
  elsewhere?: boolean;
}

const anEntry = (draw: Draw, filter: (target: Target) => boolean = () => true): Target | undefined => {
  const entry = draw.one(good.graph.entries);
  if (!entry) return undefined;
  const target = { absolute: entry.absolute, file: entry.file, text: readFileSync(entry.absolute, 'utf8') };
  return filter(target) ? target : undefined;
};

/** The fields of a file as lines, with where they begin in the text. */
const fieldsOf = ({ text, file }: Target): string =>
  file.endsWith('.mdx') ? text.slice(0, text.indexOf('\n---', 4) + 1) : text;

const changed = ({ absolute, file }: Target, content: string | Uint8Array, ...breaks: string[]): Mutation => ({
  absolute,
  file,
  content,
  breaks: breaks.length > 0 ? breaks : undefined,
});

const topKeys = (target: Target) => [...fieldsOf(target).matchAll(/^([A-Za-z]+):.*(?:\n[ -].*)*\n?/gm)];

/** Puts a text at the start of a document's own. */
const withText = (target: Target | undefined, text: string, ...breaks: string[]) => {
  if (!target?.file.endsWith('.mdx')) return undefined;
  const at = fieldsOf(target).length + 4;
  return changed(target, `${target.text.slice(0, at)}\n\n${text}\n\n${target.text.slice(at)}`, ...breaks);
};

const replaced = (target: Target | undefined, pattern: RegExp, by: string, ...breaks: string[]) =>
  target && pattern.test(target.text) ? changed(target, target.text.replace(pattern, by), ...breaks) : undefined;

const mutations: Record<string, (draw: Draw) => Mutation | undefined> = {
  'drop a field': (draw) => {
    const target = anEntry(draw);
    const match = target && draw.one(topKeys(target));
    if (!target || !match) return undefined;
    const [folderName = '', id = ''] = target.file.split('/');
    const collection = collectionOf(folderName);
    const part = collection?.part && id !== '' && !target.file.endsWith('/index.mdx');
    const schema = (part ? collection?.part?.schema : collection?.schema) as unknown as {
      shape: Record<string, { safeParse(value: unknown): { success: boolean } }>;
    };
    const required = schema.shape[match[1] as string]?.safeParse(undefined).success === false;
    return changed(
      target,
      target.text.replace(match[0], ''),
      ...(required ? ['required-field', 'front-matter', 'file-readable'] : []),
    );
  },
  'misspell a key': (draw) => {
    const target = anEntry(draw);
    const match = target && draw.one(topKeys(target));
    return (
      target &&
      match &&
      changed(target, target.text.replace(match[0], `${match[1]}x${match[0].slice(match[1]?.length)}`), 'unknown-field')
    );
  },
  'retarget a reference': (draw) => {
    const edge = draw.one(good.graph.edges.filter(({ path }) => path[0] !== 'body'));
    if (!edge) return undefined;
    const { absolute, file } = edge.from;
    const text = readFileSync(absolute, 'utf8');
    const { line, column } = placeOfField(edge.from, edge.path);
    const lines = text.split('\n');
    const old = lines[line - 1] as string;
    lines[line - 1] = `${old.slice(0, column - 1)}zz${old.slice(column - 1)}`;
    return changed({ absolute, file, text }, lines.join('\n'), 'reference-exists', 'field-value', 'yaml-syntax');
  },
  'retarget a reference of the text': (draw) =>
    replaced(anEntry(draw), /<(Ref|Term|Decision|Action) id="/, '<$1 id="zz', 'reference-exists'),
  'retarget a link': (draw) =>
    replaced(anEntry(draw), /\]\((?=[a-z./])(?!https?:|mailto:|tel:)/, '](zz', 'link-exists', 'attachment-exists'),
  'a day that does not exist': (draw) =>
    replaced(anEntry(draw), /^( *[A-Za-z]+: )\d{4}-\d\d-\d\d$/m, '$12026-02-31', 'field-value', 'reference-exists'),
  'shuffle dates': (draw) => replaced(anEntry(draw), /^reviewBy: .*$/m, 'reviewBy: 1999-01-01', 'dates-in-order'),
  'an access that is none': (draw) => replaced(anEntry(draw), /^access: .*$/m, 'access: tutti', 'field-value'),
  'an access forgotten': (draw) => replaced(anEntry(draw), /^access: .*\n/m, '', 'required-field'),
  'a key written twice': (draw) => {
    const target = anEntry(draw);
    const match = target && draw.one(topKeys(target).filter(([text]) => text.endsWith('\n')));
    return target && match && changed(target, target.text.replace(match[0], match[0] + match[0]), 'yaml-syntax');
  },
  'a tab for indentation': (draw) =>
    replaced(anEntry(draw), /^([A-Za-z]+:)\n {2}/m, '$1\n\t', 'yaml-syntax', 'field-value', 'required-field'),
  'cut a file': (draw) => {
    const target = anEntry(draw);
    if (!target) return undefined;
    const at = draw.number(target.text.length);
    const inFields = target.file.endsWith('.mdx') && at < fieldsOf(target).length;
    return changed(target, target.text.slice(0, at), ...(inFields ? ['front-matter', 'file-readable'] : []));
  },
  'empty a file': (draw) => {
    const target = anEntry(draw);
    return target && changed(target, '', 'file-readable');
  },
  'swap bytes': (draw) => {
    const target = anEntry(draw);
    if (!target) return undefined;
    const bytes = Buffer.from(target.text);
    const [a, b] = [draw.number(bytes.length), draw.number(bytes.length)];
    [bytes[a], bytes[b]] = [bytes[b] as number, bytes[a] as number];
    return changed(target, bytes);
  },
  'a byte of no text': (draw) => {
    const target = anEntry(draw);
    if (!target) return undefined;
    const bytes = Buffer.from(target.text);
    bytes[draw.number(bytes.length)] = 0xff;
    return changed(target, bytes, 'file-utf8');
  },
  'a random byte': (draw) => {
    const target = anEntry(draw);
    if (!target) return undefined;
    const bytes = Buffer.from(target.text);
    bytes[draw.number(bytes.length)] = draw.number(128);
    return changed(target, bytes);
  },
  'code in the text': (draw) =>
    withText(
      anEntry(draw),
      draw.one([
        'import fs from "node:fs"',
        'export const a = 1',
        '{1 + 1}',
        '<script>alert(1)</script>',
        '<Aside>{a}</Aside>',
      ]) ?? '',
      ...['mdx-code', 'mdx-expression', 'mdx-html', 'mdx-syntax', 'component-place'],
    ),
  'a component misspelt': (draw) =>
    replaced(anEntry(draw), /<(\/?)(Aside|Steps|Tabs|Figure|FileDownload|Faq)\b/g, '<$1$2x', 'component-exists'),
  'a component left open': (draw) =>
    replaced(anEntry(draw), /<\/(?:Aside|Steps|Tabs|Tab|Faq)>/, '', 'mdx-syntax', 'component-place'),
  'a number for a word': (draw) => replaced(anEntry(draw), /^(title|name|term): .*$/m, '$1: 12', 'field-value'),
  'a heading too deep': (draw) => withText(anEntry(draw), '##### Titolo', 'heading-order'),
  'an image without words': (draw) => withText(anEntry(draw), '![](figura.png)', 'image-alternative'),
  'delete an entry that others cite': (draw) => {
    const edge = draw.one(good.graph.edges.filter(({ from, to }) => from !== to));
    return (
      edge && {
        absolute: edge.to.absolute,
        file: edge.from.file,
        breaks: ['reference-exists', 'link-exists', 'part-of-whole'],
        elsewhere: true,
      }
    );
  },
  'the same entry in other letters': (draw) => {
    const target = anEntry(draw, ({ file }) => !file.includes('/index'));
    if (!target) return undefined;
    const name = target.file.split('/').at(-1) as string;
    const upper = target.file.slice(0, -name.length) + name.charAt(0).toUpperCase() + name.slice(1);
    if (upper === target.file) return undefined;
    return {
      absolute: target.absolute.slice(0, -target.file.length) + upper,
      file: upper,
      content: target.text,
      breaks: ['unique-id'],
      elsewhere: true,
    };
  },
  'break an attachment': (draw) => {
    const attachment = draw.one(good.attachments.files);
    if (!attachment) return undefined;
    const content = draw.one(['', Buffer.from('PK\u0003\u0004 altro'), Buffer.from([0, 1, 2, 3])]) ?? '';
    return { absolute: attachment.absolute, file: attachment.file, content, breaks: ['attachment-content'] };
  },
  'take an attachment away': (draw) => {
    const attachment = draw.one(good.attachments.files);
    return (
      attachment && {
        absolute: attachment.absolute,
        file: attachment.file,
        breaks: ['attachment-exists'],
        elsewhere: true,
      }
    );
  },
};

/** Words of libraries and of JavaScript that an Italian message never has outside what it quotes. */
const FOREIGN =
  /\b(?:undefined|null|NaN|expected|invalid|unexpected|unknown|error|string|received|required|must|cannot|token|parse|failed|too|missing|key|map)\b|\[object|\bat .*:\d+:\d+/i;

function faults({ message, fix = '', line, column, rule }: Diagnostic): string[] {
  const said = `${message} ${fix}`.replace(/«[^»]*»|<[^>]*>/g, '');
  return [
    ...(FOREIGN.test(said) ? [`foreign words: ${said}`] : []),
    ...(line >= 1 && column >= 1 ? [] : [`no place: ${line}:${column}`]),
    ...(/^\p{Lu}|^«|^</u.test(message) ? [] : [`no sentence: ${message}`]),
    ...(rule === '' ? ['no rule'] : []),
  ];
}

it(`nothing broken passes in silence, for ${SEEDS} seeds`, async () => {
  const kinds = Object.entries(mutations);
  const seen = new Map<string, number>();
  const wrong: string[] = [];
  for (let seed = 0; seed < SEEDS; seed++) {
    const random = drawing(seed);
    const number = (below: number) => Math.floor(random() * below);
    const draw: Draw = { number, one: (values) => values[number(values.length)] };
    const [kind, mutate] = kinds[seed % kinds.length] as (typeof kinds)[number];
    // Not every entry has what a mutation changes: it is tried on others.
    let mutation: Mutation | undefined;
    for (let tries = 0; tries < 50 && !mutation; tries++) mutation = mutate(draw);
    if (!mutation) continue;
    const { absolute, file, content, breaks, elsewhere } = mutation;
    const before = read(absolute);
    if (content === undefined) rmSync(absolute);
    else {
      mkdirSync(dirname(absolute), { recursive: true });
      writeFileSync(absolute, content);
    }
    const start = performance.now();
    const { diagnostics } = await load();
    const took = performance.now() - start;
    if (before) writeFileSync(absolute, before);
    else rmSync(absolute);
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    const report = (what: string) => wrong.push(`seed ${seed}, ${kind}, ${file}: ${what}`);
    if (took > PATIENCE) report(`took ${took} ms`);
    for (const diagnostic of diagnostics) for (const fault of faults(diagnostic)) report(fault);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    const named = errors.filter((diagnostic) => elsewhere || diagnostic.file === file).map(({ rule }) => rule);
    if (breaks && !breaks.some((rule) => named.includes(rule)))
      report(
        `no ${breaks.join(' or ')}, but ${errors.map((error) => `${error.file} ${error.rule}`).join(', ') || 'nothing'}`,
      );
  }
  expect(wrong).toEqual([]);
  expect([...seen.keys()].sort()).toEqual(Object.keys(mutations).sort());
  expect((await load()).diagnostics).toEqual([]);
}, 600_000);

function read(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
