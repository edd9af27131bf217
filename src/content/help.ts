/** What the help pages are made of: the model, the components and the rules, told as data. */
import { statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type Component, components, type Link, type Lookup, parseMdx, type ResolvedPart, resolveBody } from '#mdx';
import {
  type CollectionId,
  collectionIds,
  collections,
  describeFields,
  type EditionId,
  editions,
  type Field,
  slug,
  template,
} from '#model';
import type { Severity } from './diagnostics.ts';
import { rules } from './rules.ts';

export interface CollectionHelp {
  id: CollectionId;
  labels: { one: string; many: string };
  purpose: string;
  /** Where its files are, within a source. */
  files: string;
  fields: Field[];
  /** The parts of an entry, where it has some. */
  part?: { labels: { one: string; many: string }; files: string; fields: Field[] } | undefined;
  /** What `npm run new` writes. */
  template: string;
}

export interface ComponentHelp {
  name: string;
  purpose: string;
  attributes: Field[];
  example: string;
  parts: ResolvedPart[];
}

export interface RuleHelp {
  id: string;
  severity: Severity;
  title: string;
  explanation: string;
  /** Files of text by path. */
  valid: [path: string, text: string][];
  invalid: [path: string, text: string][];
  says: readonly string[];
}

export interface Help {
  collections: CollectionHelp[];
  components: ComponentHelp[];
  rules: RuleHelp[];
}

/** The last segment of the address of a collection's help page. */
export const helpSegment = (id: CollectionId): string => slug(collections[id].labels.many);

/** Addresses of all help pages, without edition prefix. */
export const helpUrls: readonly string[] = [
  ...['', 'scrivere/', 'componenti/', 'ciclo/', 'controllo/', 'regole/'].map((path) => `/aiuto/${path}`),
  ...collectionIds.map((id) => `/aiuto/contenuti/${helpSegment(id)}/`),
  ...[...rules.keys()].map((id) => `/aiuto/regole/${id}/`),
];

/** Files that examples show. */
const SAMPLES = join(import.meta.dirname, '..', '..', 'public', 'aiuto');

/** The day on which sample entries were made: the examples' own. */
const SAMPLE_DAY = '2026-01-10';

const made = new Map<EditionId, Help>();

/** The help as an edition shows it; made once a process. */
export function helpOf(edition: EditionId): Help {
  const help = made.get(edition) ?? makeHelp(editions[edition].base);
  made.set(edition, help);
  return help;
}

function makeHelp(base: string): Help {
  return {
    collections: collectionIds.map(collectionHelp),
    components: [...components.values()].map((component) => componentHelp(component, base)),
    rules: [...rules].map(([id, { severity, title, explanation, valid, invalid, says }]) => ({
      id,
      severity,
      title,
      explanation,
      valid: textsOf(valid),
      invalid: textsOf(invalid),
      says,
    })),
  };
}

function collectionHelp(id: CollectionId): CollectionHelp {
  const { labels, purpose, format, schema, part } = collections[id];
  return {
    id,
    labels,
    purpose,
    files: part ? `${id}/identificativo/index.${format}` : `${id}/identificativo.${format}`,
    fields: describeFields(schema),
    part: part && {
      labels: part.labels,
      files: `${id}/identificativo/capitolo.${format}`,
      fields: describeFields(part.schema),
    },
    template: template(collections[id] as never, labels.one, SAMPLE_DAY),
  };
}

function componentHelp({ name, purpose, attributes, example }: Component, base: string): ComponentHelp {
  const { body, problems } = parseMdx(example);
  if (problems.length > 0) throw new Error(`The example of ${name} is wrong: ${problems[0]?.message}`);
  const { parts } = resolveBody(body, () => sampleLookup(`#esempio-${name}`, base));
  return { name, purpose, attributes: describeFields(attributes), example, parts };
}

/** Answers for examples: entries that look like real ones, and lead back to their example. */
function sampleLookup(url: string, base: string): Lookup {
  const link = (ref: string, title: string): Exclude<Link, { restricted: true }> => ({
    ref,
    collection: ref.split('/')[0] as CollectionId,
    url,
    title,
    summary: 'Così si vede la definizione o il riassunto della voce.',
  });
  const minutes = link('minutes/primo', 'Un incontro di esempio');
  const item = {
    text: 'Provare la lista per tre mesi.',
    url,
    minutes,
    theme: link('themes/picchi', 'Gestire i picchi'),
  };
  // Files of `public/aiuto/`.
  const file = (name: string) => ({
    url: `${base}aiuto/${name}`,
    name,
    type: posix.extname(name).slice(1).toUpperCase(),
    bytes: statSync(join(SAMPLES, name)).size,
    sha256: '',
  });
  return {
    entry: (ref, collection) =>
      link(
        `${collection ?? 'guides'}/${ref}`,
        collection === 'glossary' ? 'front office' : 'Gestire i picchi di utenza',
      ),
    decision: (id) => ({ ...item, id }),
    action: (id) => ({
      ...item,
      id,
      owner: link('participants/roccafinta', 'Roccafinta'),
      due: '2024-09',
      state: 'open',
    }),
    indicator: () => {
      const values = SAMPLE_VALUES.map(([name, value]) => ({ participant: link('participants/esempio', name), value }));
      const set = { period: '2024-06', provisional: false, demo: true, restricted: false, values };
      return { indicator: link('indicators/attesa', 'Tempo medio di attesa'), unit: 'minutes', sets: [set] };
    },
    trials: () => [
      {
        trial: link('trials/prova', 'La lista a Roccafinta'),
        practice: link('tools/lista', 'Lista di controllo della giornata di picco'),
        participant: link('participants/roccafinta', 'Roccafinta'),
        state: 'trialling',
        themes: [],
      },
    ],
    file,
    image: (name) => ({ ...file(name), width: 320, height: 120 }),
    href: () => ({ url }),
    network: { contact: 'prova@example.org', coordinator: 'Coordinatore', locale: 'it' },
  };
}

/** Invented municipalities and values. */
const SAMPLE_VALUES: readonly [string, number][] = [
  ['Borgofinto', 14.5],
  ['Pievefinta', 11.3],
  ['Roccafinta', 19.4],
];

const textsOf = (files: Record<string, unknown>): [string, string][] =>
  Object.entries(files).flatMap(([path, content]) => (typeof content === 'string' ? [[path, content]] : []));
