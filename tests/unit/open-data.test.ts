import { parse } from 'csv-parse/sync';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { benchmarkFiles, datasets, dictionary } from '#benchmark';
import { compileEdition, loadContent } from '#content';
import { indicator, measurement, participant } from '#content/examples';
import { collections, describeFields } from '#model';
import { editionOf, TODAY } from '../support/editions.ts';

const HOME = 'https://rete.example.org/';
const content = await loadContent({ sources: ['content', 'examples/demo'], today: TODAY });
const files = benchmarkFiles(compileEdition(content, 'public', TODAY), HOME);
const text = (path: string) => files.get(path) ?? '';

describe.each(datasets.map(({ id }) => id))('the table «%s»', (id) => {
  const rows = JSON.parse(text(`dati/${id}.json`)) as Record<string, unknown>[];
  const read = parse(text(`dati/${id}.csv`), { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
  const columns = dictionary().find((dataset) => dataset.id === id)?.columns ?? [];

  it('is read back from CSV by another parser as it is in JSON', () => {
    expect(rows.length).toBeGreaterThan(0);
    const written = rows.map((row) =>
      Object.fromEntries(columns.map(({ name }) => [name, row[name] === undefined ? '' : String(row[name])])),
    );
    expect(read).toEqual(written);
  });

  it('holds in each column what the dictionary says', () => {
    for (const { name, type, meaning, values } of columns) {
      expect(meaning.length).toBeGreaterThan(3);
      for (const row of rows) {
        const value = row[name];
        if (value === undefined) continue;
        if (type === 'number') expect(typeof value, name).toBe('number');
        if (type === 'flag') expect(typeof value, name).toBe('boolean');
        if (type === 'date') expect(value, name).toMatch(/^(\.\.\/)?\d{4}(-\d\d(-\d\d)?)?$/);
        if (values && values.length > 0) expect(values, name).toContain(value);
      }
    }
  });
});

it('columns that hold a field of the model say what the model says', () => {
  const [name] = describeFields(collections.participants.schema);
  const column = dictionary()[0]?.columns.find((one) => one.name === 'nome');
  expect(column?.meaning).toBe(`${name?.label}. ${name?.hint}`);
});

it('invented rows say that they are', () => {
  const rows = JSON.parse(text('dati/partecipanti.json')) as { id: string; dimostrativo: boolean }[];
  for (const { id, dimostrativo } of rows) expect(dimostrativo, id).toBe(id.startsWith('demo-'));
});

it('text that a spreadsheet would run stays text, and commas, quotes and line ends come back', async () => {
  const name = '=CMD()';
  const edition = await editionOf({
    'indicators/pratiche.yaml': indicator(),
    'measurements/a.yaml': measurement('value: 1, note: "Uno, \\"due\\"\\ntre"'),
    'participants/borgofinto.yaml': participant('Borgofinto', `notes: x\n`).replace(
      'name: Borgofinto',
      `name: "${name}"`,
    ),
  });
  const made = benchmarkFiles(edition, HOME);
  const rows = (path: string) => parse(made.get(path) ?? '', { columns: true }) as Record<string, string>[];
  expect(rows('dati/partecipanti.csv').find(({ id }) => id === 'borgofinto')?.nome).toBe(`'${name}`);
  expect(rows('dati/rilevazioni.csv')[0]?.nota).toBe('Uno, "due"\ntre');
});

describe('the catalogue', async () => {
  const DCAT = 'http://www.w3.org/ns/dcat#';
  const DCT = 'http://purl.org/dc/terms/';
  type Node = Record<string, { '@id'?: string; '@value'?: string }[]> & { '@id': string; '@type': string[] };
  const nodes = (await jsonld.flatten(JSON.parse(text('dati/catalogo.jsonld')))) as unknown as Node[];
  const ofType = (type: string) => nodes.filter((node) => node['@type']?.includes(type));

  // What the profile demands: DCAT-AP_IT 1.0, mandatory properties of each class.
  it.each([
    [`${DCAT}Catalog`, [`${DCT}title`, `${DCT}description`, `${DCT}publisher`, `${DCT}modified`, `${DCAT}dataset`]],
    [
      `${DCAT}Dataset`,
      [
        `${DCT}identifier`,
        `${DCT}title`,
        `${DCT}description`,
        `${DCT}modified`,
        `${DCAT}theme`,
        `${DCT}rightsHolder`,
        `${DCT}accrualPeriodicity`,
        `${DCAT}distribution`,
      ],
    ],
    [`${DCAT}Distribution`, [`${DCT}format`, `${DCAT}accessURL`, `${DCT}license`]],
    ['http://dati.gov.it/onto/dcatapit#Agent', [`${DCT}identifier`, 'http://xmlns.com/foaf/0.1/name']],
    ['http://dati.gov.it/onto/dcatapit#LicenseDocument', [`${DCT}type`]],
  ])('has all that DCAT-AP_IT demands of a %s', (type, properties) => {
    const found = ofType(type);
    expect(found.length).toBeGreaterThan(0);
    for (const node of found)
      for (const property of properties) expect(node[property], `${node['@id']} ${property}`).toBeDefined();
  });

  it('names a file for every distribution, and that file is there', () => {
    const addresses = ofType(`${DCAT}Distribution`).map((node) => node[`${DCAT}downloadURL`]?.[0]?.['@id'] ?? '');
    expect(addresses).toHaveLength(datasets.length * 2);
    for (const address of addresses) expect(files.has(address.slice(HOME.length)), address).toBe(true);
  });

  it('refers to nothing that it does not say', () => {
    const known = new Set(nodes.map((node) => node['@id']));
    const own = [...JSON.stringify(nodes).matchAll(/"@id":"([^"]*)"/g)]
      .map(([, id = '']) => id)
      .filter((id) => id.startsWith(`${HOME}dati/#`));
    expect(own.length).toBeGreaterThan(datasets.length);
    expect(own.filter((id) => !known.has(id))).toEqual([]);
  });
});
