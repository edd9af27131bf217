/** Guides of invented text: the same seed and number always give the same guide. */
import { capitalise, clause, type Draw, drawFrom, nounPhrase, paragraph, pick, pickSome } from './words.ts';

/** A guide that any tool that knows Markdown and GFM tables can show. */
export interface Guide {
  /** `guida-0012`: also the name of its file. */
  id: string;
  title: string;
  summary: string;
  /** The day of its last update, as an ISO date. */
  updated: string;
  /** Plain Markdown of about 700 words; links to other guides are `(guida-0012.mdx)`. */
  body: string;
  /** Drawn for each guide: how its themes and authors are chosen, from 0 to 1. */
  share: number;
}

const verbs = ['Accogliere', 'Organizzare', 'Misurare', 'Preparare', 'Confrontare', 'Rivedere', 'Spiegare'];
const objects = ['le code', 'i turni', 'le telefonate', 'le scadenze', 'i moduli', 'le attese', 'le richieste'];
const places = ['allo sportello', 'al telefono', 'negli uffici', 'nei quartieri', 'on line'];
const sections = [
  'Quando serve',
  'Come si fa',
  'Chi se ne occupa',
  'Che cosa preparare',
  'Che cosa misurare',
  'Errori frequenti',
  'Da dove cominciare',
  'Un esempio',
];
const parts = [
  'Prima di aprire',
  'Durante la giornata',
  'A fine mese',
  'Con gli altri uffici',
  'Per chi telefona',
  'Per chi scrive',
  'In caso di assenza',
  'Dopo sei mesi',
];

export const guideId = (number: number): string => `guida-${String(number).padStart(4, '0')}`;

/**
 * Guides 1 to `documents`. A guide's text depends on `seed` and its number alone; only
 * which guides it links to depends on how many there are.
 */
export const generateGuides = (documents: number, seed: number): Guide[] =>
  Array.from({ length: documents }, (_, index) => generateGuide(index + 1, documents, seed));

function generateGuide(number: number, documents: number, seed: number): Guide {
  const draw = drawFrom(seed * 1_000_003 + number);
  const title = `${pick(draw, verbs)} ${pick(draw, objects)} ${pick(draw, places)} (${number})`;
  const day = new Date(Date.UTC(2020, 0, 1 + Math.floor(draw() * 1800)));
  return {
    id: guideId(number),
    title,
    summary: paragraph(draw, 16),
    updated: day.toISOString().slice(0, 10),
    share: draw(),
    body: bodyOf(draw, linksOf(number, documents, seed)),
  };
}

/** Links to three other guides: the next one, so that each is led to, and two more. */
function linksOf(number: number, documents: number, seed: number): string[] {
  const draw = drawFrom(seed * 1_000_003 + number + 0x10000000);
  const targets = new Set<number>();
  const wanted = Math.min(3, documents - 1);
  for (let next = (number % documents) + 1; targets.size < wanted; next = 1 + Math.floor(draw() * documents))
    if (next !== number) targets.add(next);
  return [...targets].map((target) => `[guida ${target}](${guideId(target)}.mdx)`);
}

function bodyOf(draw: Draw, links: readonly string[]): string {
  const [first = '', second = '', third = '', fourth = ''] = pickSome(draw, sections, 4).map((text) => `## ${text}`);
  const [one = '', two = '', three = '', four = ''] = pickSome(draw, parts, 4).map((text) => `### ${text}`);
  const bold = () => `**${capitalise(nounPhrase(draw))}.**`;
  const see = (at: number) => (links[at] ? ` Si veda anche la ${links[at]}.` : '');
  const blocks = [
    paragraph(draw, 55) + see(0),
    first,
    `${bold()} ${paragraph(draw, 60)}`,
    bullets(draw, 5),
    second,
    one,
    paragraph(draw, 55) + see(1),
    two,
    paragraph(draw, 40),
    steps(draw, 5),
    third,
    paragraph(draw, 30),
    table(draw, 5),
    `${paragraph(draw, 30)} ${bold()}`,
    fourth,
    three,
    paragraph(draw, 60) + see(2),
    four,
    paragraph(draw, 50),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const bullets = (draw: Draw, count: number) =>
  Array.from({ length: count }, () => `- **${capitalise(nounPhrase(draw))}**: ${clause(draw)}.`).join('\n');

const steps = (draw: Draw, count: number) =>
  Array.from({ length: count }, (_, at) => `${at + 1}. ${capitalise(clause(draw))}.`).join('\n');

function table(draw: Draw, rows: number): string {
  const cells = (texts: string[]) => `| ${texts.join(' | ')} |`;
  const body = Array.from({ length: rows }, () =>
    cells([...Array.from({ length: 3 }, () => capitalise(nounPhrase(draw))), `${1 + Math.floor(draw() * 30)} giorni`]),
  );
  return [cells(['Attività', 'Chi', 'Come', 'Entro']), '| :-- | :-- | :-- | --: |', ...body].join('\n');
}
