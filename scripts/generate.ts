/** `node scripts/generate.ts FOLDER N`: a source with N invented guides, to measure and to try things on. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { type Guide, generateGuides, guideId } from './bench/guides.ts';
import { capitalise, drawFrom, paragraph } from './bench/words.ts';
import { runCommand, UsageError } from './command.ts';

export interface SourceSize {
  /** How many guides. */
  documents: number;
  /** Another seed gives other texts; 1 where absent. */
  seed?: number | undefined;
}

/** Far enough that a source generated today has no overdue review on any day. */
const REVIEW_BY = '2099-12-31';

const themes = [
  { id: 'accoglienza', title: 'Accoglienza', status: 'comparing' },
  { id: 'telefono', title: 'Telefono', status: 'acting' },
  { id: 'servizi-in-rete', title: 'Servizi in rete', status: 'trialling' },
  { id: 'organizzazione', title: 'Organizzazione', status: 'proposed' },
  { id: 'misure', title: 'Misure', status: 'concluded' },
];

/** Municipalities that do not exist, in provinces that do (with the first three digits of their ISTAT codes). */
const participants = [
  { name: 'Vallefinta', province: 'PD', region: 'Veneto', code: '028' },
  { name: 'Montesogno', province: 'VI', region: 'Veneto', code: '024' },
  { name: 'Rocca Immaginaria', province: 'VR', region: 'Veneto', code: '023' },
  { name: 'Borgo Ipotesi', province: 'MI', region: 'Lombardia', code: '015' },
  { name: 'Castel Congettura', province: 'BG', region: 'Lombardia', code: '016' },
  { name: 'Pieve Presunta', province: 'BO', region: 'Emilia-Romagna', code: '037' },
  { name: 'San Verosimile', province: 'MO', region: 'Emilia-Romagna', code: '036' },
  { name: 'Torre Probabile', province: 'PR', region: 'Emilia-Romagna', code: '034' },
  { name: 'Villa Fantasia', province: 'TO', region: 'Piemonte', code: '001' },
  { name: 'Ponte Inventato', province: 'CN', region: 'Piemonte', code: '004' },
].map((participant, index) => ({
  ...participant,
  id: `comune-${index + 1}`,
  istat: `${participant.code}${901 + index}`,
}));

/**
 * Writes a whole source. The same size gives the same bytes, whenever and wherever.
 *
 * @param folder where it goes; made where it is missing
 * @throws UsageError where the folder has something in it: what it held would be taken as part of the source
 */
export function generateSource(folder: string, { documents, seed = 1 }: SourceSize): void {
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0) throw new UsageError(`${folder} is not empty: choose a new folder.`);
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('network.yaml', stringify(network(documents)));
  write('source.yaml', stringify({ label: 'Contenuti generati', demo: true, editable: false }));
  for (const { id, name, province, region, istat } of participants)
    write(
      `participants/${id}.yaml`,
      stringify({ name, municipality: name, province, region, istat, joined: '2015-03' }),
    );
  themes.forEach(({ id, ...theme }, index) => {
    const draw = drawFrom(seed + index);
    const fields = { ...theme, order: index + 1, summary: paragraph(draw, 14), proposedBy: [`comune-${index + 1}`] };
    write(`themes/${id}.mdx`, withFields(fields, `${paragraph(draw, 80)}\n`));
  });
  for (const guide of generateGuides(documents, seed)) write(`guides/${guide.id}.mdx`, guideFile(guide));
}

/** A file's text: fields on top, then the body. */
export const withFields = (fields: object, body: string): string =>
  `---\n${stringify(fields, { lineWidth: 0 })}---\n\n${body}`;

function guideFile({ title, summary, updated, share, body }: Guide): string {
  const from = <T extends { id: string }>(list: readonly T[], count: number) =>
    Array.from({ length: count }, (_, at) => list[(Math.floor(share * list.length) + at) % list.length]?.id);
  const fields = {
    title,
    summary,
    access: 'public',
    themes: from(themes, share * 100 > 50 ? 2 : 1),
    authors: from(participants, 1),
    updated,
    reviewBy: REVIEW_BY,
    status: 'current',
  };
  return withFields(fields, body);
}

function network(documents: number) {
  const shown = ['Da dove cominciare', 'Accogliere chi arriva', 'Rispondere al telefono', 'Contare le pratiche'];
  return {
    name: 'Rete generata',
    tagline: 'Contenuti inventati per le prove di carico',
    description: capitalise(paragraph(drawFrom(0), 20)),
    locale: 'it',
    coordinator: { name: 'Nessun coordinatore' },
    contact: 'redazione@rete-generata.example',
    licence: 'CC0-1.0',
    needs: shown.slice(0, documents).map((label, index) => ({ label, guide: `guides/${guideId(index + 1)}` })),
  };
}

const usage = 'Usage: node scripts/generate.ts FOLDER N [--seed SEED]';

if (import.meta.main) {
  await runCommand(() => {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { seed: { type: 'string', default: '1' } },
    });
    const [folder, documents] = [positionals[0], Number(positionals[1])];
    const seed = Number(values.seed);
    if (!folder || positionals.length !== 2 || !Number.isSafeInteger(documents) || documents < 1)
      throw new UsageError(usage);
    if (!Number.isSafeInteger(seed)) throw new UsageError(usage);
    generateSource(folder, { documents, seed });
    return 0;
  });
}
