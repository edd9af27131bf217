/**
 * The catalogue of open data as DCAT-AP_IT metadata in JSON-LD.
 *
 * Source: «Linee guida nazionali per la valorizzazione del patrimonio informativo pubblico», profile DCAT-AP_IT 1.0;
 * frequencies, themes and file types are the European Publications Office's authority tables.
 */
import type { Edition } from '#content';
import type { Dataset } from './dataset.ts';
import { datasets } from './datasets.ts';

const AUTHORITY = 'http://publications.europa.eu/resource/authority';
const FORMATS = [
  { extension: 'csv', type: 'CSV', media: 'text/csv' },
  { extension: 'json', type: 'JSON', media: 'application/json' },
];

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatapit: 'http://dati.gov.it/onto/dcatapit#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const day = (seconds: number) => ({
  '@type': 'xsd:date',
  '@value': new Date(seconds * 1000).toISOString().slice(0, 10),
});
const authority = (table: string, code: string) => ({ '@id': `${AUTHORITY}/${table}/${code}` });

/** When a table's entries last changed, in seconds since 1970; nothing where there are none. */
export function changedAt({ from }: Pick<Dataset, 'from'>, { revised }: Pick<Edition, 'revised'>): number | undefined {
  const times = Object.entries(revised).flatMap(([ref, time]) =>
    from.some((collection) => ref.startsWith(`${collection}/`)) ? [time] : [],
  );
  return times.length === 0 ? undefined : times.reduce((latest, time) => Math.max(latest, time));
}

/**
 * Describes the tables of an edition.
 *
 * @param home the address of the page of open data
 */
export function catalogue(edition: Edition, home: string): object {
  const { network } = edition;
  const text = (value: string) => ({ '@value': value, '@language': network.locale });
  const publisher = {
    '@id': `${home}#titolare`,
    '@type': ['dcatapit:Agent', 'foaf:Agent'],
    'foaf:name': text(network.coordinator.name),
    'dct:identifier': network.coordinator.identifier ?? network.coordinator.name,
  };
  const contact = {
    '@id': `${home}#contatto`,
    '@type': ['dcatapit:Organization', 'vcard:Organization'],
    'vcard:fn': network.name,
    'vcard:hasEmail': { '@id': `mailto:${network.contact}` },
  };
  const licence = {
    '@id': `https://spdx.org/licenses/${network.licence}`,
    '@type': ['dcatapit:LicenseDocument', 'dct:LicenseDocument'],
    'foaf:name': network.licence,
    'dct:type': {
      '@id': `http://purl.org/adms/licencetype/${/BY/.test(network.licence) ? 'Attribution' : 'UnknownIPR'}`,
    },
  };
  const described = datasets.map((dataset) => {
    const changed = changedAt(dataset, edition);
    const modified = changed === undefined ? {} : { 'dct:modified': day(changed) };
    return {
      '@id': `${home}#${dataset.id}`,
      '@type': ['dcatapit:Dataset', 'dcat:Dataset'],
      'dct:identifier': dataset.id,
      'dct:title': text(`${network.name}: ${dataset.title}`),
      'dct:description': text(dataset.description),
      ...modified,
      'dcat:theme': authority('data-theme', 'GOVE'),
      'dct:accrualPeriodicity': authority('frequency', 'IRREG'),
      'dct:language': authority('language', network.locale === 'it' ? 'ITA' : 'ENG'),
      'dct:rightsHolder': { '@id': publisher['@id'] },
      'dct:publisher': { '@id': publisher['@id'] },
      'dcat:contactPoint': { '@id': contact['@id'] },
      'dcat:distribution': FORMATS.map(({ extension, type, media }) => ({
        '@id': `${home}${dataset.id}.${extension}`,
        '@type': ['dcatapit:Distribution', 'dcat:Distribution'],
        'dct:title': text(`${dataset.title} (${type})`),
        'dct:format': authority('file-type', type),
        'dcat:mediaType': media,
        'dcat:accessURL': { '@id': `${home}#${dataset.id}` },
        'dcat:downloadURL': { '@id': `${home}${dataset.id}.${extension}` },
        'dct:license': { '@id': licence['@id'] },
        ...modified,
      })),
    };
  });
  const times = datasets.flatMap((dataset) => changedAt(dataset, edition) ?? []);
  return {
    '@context': CONTEXT,
    '@graph': [
      {
        '@id': home,
        '@type': ['dcatapit:Catalog', 'dcat:Catalog'],
        'dct:title': text(`${network.name}: dati aperti`),
        'dct:description': text(network.description),
        'dct:language': authority('language', network.locale === 'it' ? 'ITA' : 'ENG'),
        'dct:publisher': { '@id': publisher['@id'] },
        'foaf:homepage': { '@id': home },
        ...(times.length > 0 && { 'dct:modified': day(Math.max(...times)) }),
        'dcat:themeTaxonomy': { '@id': `${AUTHORITY}/data-theme` },
        'dcat:dataset': described.map((dataset) => ({ '@id': dataset['@id'] })),
      },
      publisher,
      contact,
      licence,
      ...described,
    ],
  };
}
