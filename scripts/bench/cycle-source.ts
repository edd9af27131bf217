/** A source with a whole benchmarking cycle of municipalities that do not exist: trials, measurements, meetings. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { generateGuides } from './guides.ts';
import { drawFrom, paragraph } from './words.ts';

/** How large it is. */
export interface CycleSize {
  participants: number;
  practices: number;
  indicators: number;
  periods: number;
  /** Trials of each participant. */
  trials: number;
  meetings: number;
  /** Commitments of each meeting. */
  commitments: number;
}

const THEMES = 10;
const REVIEW_BY = '2099-12-31';
const PROVINCES = ['PD028', 'VI024', 'VR023', 'MI015', 'BG016', 'BO037', 'MO036', 'PR034', 'TO001', 'CN004'];
const UNITS = ['percent', 'minutes', 'score', 'count'];

const participant = (index: number) => `comune-${index + 1}`;
const theme = (index: number) => `tema-${(index % THEMES) + 1}`;
const withFields = (fields: object, body: string) => `---\n${stringify(fields, { lineWidth: 0 })}---\n\n${body}\n`;

/** Writes the source. The same size gives the same bytes. */
export function generateCycle(folder: string, size: CycleSize): void {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const draw = drawFrom(7);
  write('source.yaml', stringify({ demo: true }));
  write(
    'network.yaml',
    stringify({
      name: 'Rete generata',
      tagline: 'Contenuti inventati per le prove di carico',
      description: 'Un ciclo di confronto inventato.',
      locale: 'it',
      coordinator: { name: 'Nessun coordinatore' },
      contact: 'redazione@rete-generata.example',
      licence: 'CC0-1.0',
    }),
  );
  for (let index = 0; index < size.participants; index++) {
    const [province = '', code = ''] = [PROVINCES[index % 10]?.slice(0, 2), PROVINCES[index % 10]?.slice(2)];
    write(
      `participants/${participant(index)}.yaml`,
      stringify({
        name: `Comune ${paragraph(draw, 1)} ${index + 1}`.replace(/[.,]/g, ''),
        municipality: `Comune ${index + 1}`,
        province,
        region: 'Regione di prova',
        istat: `${code}${String(400 + Math.floor(index / 10)).padStart(3, '0')}`,
        joined: '2010',
        population: { value: 1000 + index * 977, year: 2024 },
      }),
    );
  }
  for (let index = 0; index < THEMES; index++)
    write(
      `themes/${theme(index)}.mdx`,
      withFields(
        { title: `Tema numero ${index + 1}`, summary: 'In breve.', status: 'trialling', order: index + 1 },
        'Testo.',
      ),
    );
  for (const [index, { id, title, summary, updated }] of generateGuides(size.practices, 1).entries())
    write(
      `guides/${id}.mdx`,
      withFields(
        { title, summary, access: 'public', themes: [theme(index)], updated, reviewBy: REVIEW_BY, status: 'current' },
        'Testo.',
      ),
    );
  writeMeasurements(write, size, draw);
  writeTrials(write, size);
  writeMeetings(write, size);
}

type Write = (path: string, text: string) => void;

function writeMeasurements(write: Write, size: CycleSize, draw: () => number): void {
  for (let index = 0; index < size.indicators; index++) {
    const unit = UNITS[index % UNITS.length] as string;
    write(
      `indicators/indicatore-${index + 1}.yaml`,
      stringify({
        title: `Indicatore numero ${index + 1}`,
        theme: theme(index),
        definition: 'Che cosa si misura?',
        unit,
        direction: 'neutral',
        howMeasured: 'Si conta.',
      }),
    );
    for (let period = 0; period < size.periods; period++) {
      const values = Array.from({ length: size.participants }, (_, at) => {
        const denominator = 500 + Math.floor(draw() * 20_000);
        return unit === 'percent'
          ? { participant: participant(at), numerator: Math.floor(draw() * denominator), denominator }
          : { participant: participant(at), value: Math.round(draw() * 1000) / 10 };
      });
      write(
        `measurements/indicatore-${index + 1}-${period}.yaml`,
        stringify({
          indicator: `indicatore-${index + 1}`,
          period: `${2016 + Math.floor(period / 2)}-${period % 2 === 0 ? '06' : '12'}`,
          access: 'public',
          status: period + 1 < size.periods ? 'final' : 'provisional',
          values,
        }),
      );
    }
  }
}

function writeTrials(write: Write, size: CycleSize): void {
  const states = ['planned', 'trialling', 'adopted', 'dropped'];
  const guides = generateGuides(size.practices, 1).map(({ id }) => id);
  for (let at = 0; at < size.participants * size.trials; at++) {
    const [who, number] = [Math.floor(at / size.trials), at % size.trials];
    const which = (who * 7 + number) % guides.length;
    write(
      `trials/prova-${at + 1}.mdx`,
      withFields(
        {
          title: `Prova numero ${at + 1}`,
          access: 'public',
          practice: `guides/${guides[which]}`,
          participant: participant(who),
          started: String(2016 + (at % 10)),
          state: states[at % 4],
          results: [
            {
              indicator: `indicatore-${(at % size.indicators) + 1}`,
              before: 30,
              after: 20 + (at % 20),
              period: '2024',
            },
          ],
        },
        'Testo.',
      ),
    );
  }
}

function writeMeetings(write: Write, size: CycleSize): void {
  for (let index = 0; index < size.meetings; index++) {
    const year = 2012 + Math.floor(index / 4);
    const date = `${year}-${['02', '05', '09', '11'][index % 4]}-15`;
    const actions = Array.from({ length: size.commitments }, (_, at) => ({
      id: `a-${index + 1}-${at + 1}`,
      text: `Fare la cosa numero ${at + 1} decisa all’incontro.`,
      owner: participant((index * size.commitments + at) % size.participants),
      theme: theme(at),
      due: `${year + 1}-06-30`,
      state: at % 3 === 0 ? 'open' : 'done',
    }));
    const decisions = Array.from({ length: 5 }, (_, at) => ({
      id: `d-${index + 1}-${at + 1}`,
      text: `Si decide la cosa numero ${at + 1}.`,
      theme: theme(at),
    }));
    write(
      `minutes/incontro-${index + 1}.mdx`,
      withFields(
        {
          title: `Incontro numero ${index + 1}`,
          number: index + 1,
          date,
          place: 'Un luogo di prova',
          host: participant(index % size.participants),
          access: 'public',
          state: 'approved',
          agenda: [{ theme: theme(index), title: 'Un punto di prova' }],
          decisions,
          actions,
        },
        'Testo.',
      ),
    );
  }
}
