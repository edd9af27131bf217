import { describe, expect, it } from 'vitest';
import {
  agendaOf,
  carriedInto,
  commitmentsOf,
  compare,
  decisionsOf,
  matrixPages,
  municipalities,
  nextMeeting,
  populationsOf,
  roads,
} from '#benchmark';
import { summarise } from '#charts';
import type { EditionEntry } from '#content';
import { guide, indicator, mdx, minutes, participant } from '#content/examples';
import { contentOf, editionOf } from '../support/editions.ts';

const actions = (...lines: string[]) => `actions:\n${lines.map((line) => `  - { ${line} }`).join('\n')}\n`;
const second = (more = '') =>
  minutes(more).replace('number: 1', 'number: 2').replace('2024-05-10', '2024-11').replace('Un incontro', 'Altro');

describe('median and quartiles', () => {
  it.each([
    [[], { count: 0 }],
    [[4], { count: 1 }],
    [[4, 8], { count: 2 }],
    [[8, 4, 6], { count: 3, median: 6 }],
    [[1, 2, 3, 4], { count: 4, median: 2.5 }],
    [[5, 1, 4, 2, 3], { count: 5, median: 3, lower: 2, upper: 4 }],
    [[1, 2, 3, 4, 5, 6], { count: 6, median: 3.5, lower: 2.25, upper: 4.75 }],
  ])('of %j are %j', (values, expected) => {
    expect(summarise(values)).toEqual(expected);
  });
});

describe('the register of commitments', () => {
  const made = minutes(
    actions(
      'id: a-1, text: Passato, owner: roccafinta, due: 2026-10, state: open',
      'id: a-2, text: Di quest’anno, owner: roccafinta, due: 2026, state: open',
      'id: a-3, text: Senza scadenza, owner: borgofinto, state: open',
      'id: a-4, text: Fatto, owner: borgofinto, due: 2024-09, state: done, closedAt: 2024-08',
      'id: a-5, text: Lasciato, owner: borgofinto, state: dropped',
      'id: a-6, text: Fatto dopo, owner: borgofinto, state: done, closedAt: 2024-12-01',
    ),
  );

  it('tells what is overdue by the last day that a due date may mean, the most urgent first', async () => {
    const found = commitmentsOf(await editionOf({ 'minutes/primo.mdx': made }));
    expect(found.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'a-1 overdue',
      'a-2 open',
      'a-3 open',
      'a-6 done',
      'a-4 done',
      'a-5 dropped',
    ]);
  });

  it('carries over into the next meeting what was open when it was held', async () => {
    const edition = await editionOf({ 'minutes/primo.mdx': made, 'minutes/secondo.mdx': second() });
    const carried = carriedInto('2024-11', commitmentsOf(edition));
    expect(carried.map(({ id }) => id)).toEqual(['a-1', 'a-2', 'a-3', 'a-6']);
  });

  it('carries nothing over where partial dates do not say which meeting came first', async () => {
    const edition = await editionOf({ 'minutes/primo.mdx': made.replace('2024-05-10', '2024') });
    expect(carriedInto('2024-11', commitmentsOf(edition))).toEqual([]);
  });

  it('is refused where an owner is no participant', async () => {
    const { diagnostics } = await contentOf({
      'minutes/primo.mdx': minutes(actions('id: a-1, text: Altro, owner: nessuno, state: open')),
    });
    expect(diagnostics.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      'reference-exists: «nessuno» non esiste in «participants».',
    ]);
  });
});

describe('decisions', () => {
  it('are listed by meeting, the newest first, in their order', async () => {
    const decided = (from: number) =>
      `decisions:\n  - { id: d-${from}, text: Prima }\n  - { id: d-${from + 1}, text: Seconda }\n`;
    const edition = await editionOf({ 'minutes/a.mdx': minutes(decided(1)), 'minutes/b.mdx': second(decided(3)) });
    expect(decisionsOf(edition).map(({ id }) => id)).toEqual(['d-3', 'd-4', 'd-1', 'd-2']);
  });
});

describe('a comparison', () => {
  const set = (values: string, more = '') =>
    `indicator: pratiche\nperiod: 2025\naccess: public\nstatus: final\n${more}values:\n${values}`;
  const three =
    '  - { participant: roccafinta, numerator: 30, denominator: 40 }\n  - { participant: borgofinto, value: 20, note: Due mesi. }\n  - { participant: pievefinta, value: 50 }\n';
  const compared = async (files: Record<string, string>, id: 'public' | 'participants' = 'participants') => {
    const edition = await editionOf({ 'indicators/pratiche.yaml': indicator(), ...files }, id);
    const [series] = edition.series;
    if (!series) throw new Error('no series');
    return { series, comparison: compare(series, populationsOf(edition)) };
  };

  it('is by name, keeps numerator and denominator, and numbers the notes', async () => {
    const { comparison } = await compared({ 'measurements/a.yaml': set(three) });
    expect(comparison.rows.map(({ participant: { title }, cells }) => [title, cells])).toEqual([
      ['Borgofinto', [{ value: 20, numerator: undefined, denominator: undefined, note: 1 }]],
      ['Pievefinta', [{ value: 50, numerator: undefined, denominator: undefined, note: undefined }]],
      ['Roccafinta', [{ value: 75, numerator: 30, denominator: 40, note: undefined }]],
    ]);
    expect(comparison.notes.map(({ text }) => text)).toEqual(['Due mesi.']);
    expect(comparison.periods[0]?.summary).toEqual({ count: 3, median: 50 });
  });

  it('of one participant alone has no median', async () => {
    const { comparison } = await compared({
      'measurements/a.yaml': set('  - { participant: roccafinta, value: 20 }\n'),
    });
    expect(comparison.periods[0]?.summary).toEqual({ count: 1 });
  });

  it('without measurements is empty', async () => {
    const { comparison } = await compared({});
    expect(comparison).toMatchObject({ periods: [], rows: [], groups: [], notes: [] });
  });

  it('groups participants by the classes of the law, and says whose size is not known', async () => {
    const sized = (name: string, value: number, istat: string) =>
      participant(name, `population: { value: ${value}, year: 2024 }\n`).replace('028902', istat);
    const { comparison } = await compared({
      'measurements/a.yaml': set(three),
      'participants/borgofinto.yaml': sized('Borgofinto', 9_999, '028902'),
      'participants/pievefinta.yaml': sized('Pievefinta', 10_000, '028903'),
    });
    expect(comparison.groups.map(({ label, participants }) => [label, participants.map(({ title }) => title)])).toEqual(
      [
        ['da 5.000 a 9.999 abitanti', ['Borgofinto']],
        ['da 10.000 a 19.999 abitanti', ['Pievefinta']],
      ],
    );
    expect(comparison.unsized.map(({ title }) => title)).toEqual(['Roccafinta']);
  });

  it('groups the values of the last period that has some', async () => {
    const { comparison } = await compared({
      'measurements/a.yaml': set(three),
      'measurements/b.yaml': `${set('').replace('2025', '2026').trimEnd()} []\n`,
    });
    expect(comparison.periods.map(({ period, summary }) => [period, summary.count])).toEqual([
      ['2025', 3],
      ['2026', 0],
    ]);
    expect(comparison.latest?.period).toBe('2025');
    expect(comparison.unsized).toHaveLength(3);
  });

  it('has no names, notes, fractions or decimals in the public edition where names are for participants', async () => {
    const files = { 'measurements/a.yaml': set(three.replace('value: 50', 'value: 50.1234'), 'names: participants\n') };
    const { series, comparison } = await compared(files, 'public');
    expect(series.sets).toMatchObject([{ values: [], unnamed: [20, 50.1, 75] }]);
    expect(comparison).toMatchObject({ rows: [], notes: [], groups: [], unsized: [] });
    expect(JSON.stringify([series, comparison])).not.toMatch(/finto|finta|Due mesi|1234|"numerator"/);
  });

  it('shows no values without names where they are fewer than three', async () => {
    const two = three.split('\n').slice(0, 2).join('\n');
    const { series } = await compared({ 'measurements/a.yaml': set(`${two}\n`, 'names: participants\n') }, 'public');
    expect(series.sets[0]?.unnamed).toEqual([]);
  });
});

describe('the matrix', () => {
  const trial = (more: string) => mdx(`title: Prova\naccess: public\npractice: guides/pratica\n${more}`);

  it('has a cell a pair, and every trial of it; what is only promised is planned until a trial begins', async () => {
    const promised = actions(
      'id: a-1, text: Provare, owner: borgofinto, practice: guides/pratica, state: open',
      'id: a-2, text: Riprovare, owner: roccafinta, practice: guides/pratica, state: open',
      'id: a-3, text: Provato, owner: pievefinta, practice: guides/pratica, state: done',
    );
    const edition = await editionOf({
      'guides/pratica.mdx': guide(),
      'minutes/primo.mdx': minutes(promised),
      'trials/una.mdx': trial('participant: roccafinta\nstarted: 2024\nstate: dropped'),
      'trials/due.mdx': trial('participant: roccafinta\nstarted: 2025\nstate: trialling').replace('Prova', 'Altra'),
    });
    const [page] = matrixPages(edition.trials);
    expect(page?.participants.map(({ title }) => title)).toEqual(['Borgofinto', 'Roccafinta']);
    expect(page?.rows.map(({ cells }) => cells.map((trials) => trials.map(({ state }) => state).sort()))).toEqual([
      [['planned'], ['dropped', 'trialling']],
    ]);
    expect(page?.rows[0]?.cells[0]?.[0]?.trial.url).toBe('/riservato/verbali/primo/#a-1');
  });

  it('is cut into pages, each practice on one of them', () => {
    const link = (collection: 'guides' | 'participants', id: number) => ({
      ref: `${collection}/${id}`,
      collection,
      url: `/${id}/`,
      title: `${collection} ${String(id).padStart(4, '0')}`,
    });
    const cells = Array.from({ length: 200 * 300 }, (_, at) => ({
      trial: link('guides', at),
      practice: link('guides', at % 300),
      participant: link('participants', at % 200),
      state: 'adopted' as const,
      themes: [],
    }));
    const pages = matrixPages(cells);
    const practices = pages.flatMap(({ rows }) => rows.map(({ practice }) => practice.ref));
    expect(practices).toHaveLength(300);
    expect(new Set(practices).size).toBe(300);
    for (const { rows, participants } of pages) expect(rows.length * participants.length).toBeLessThanOrEqual(3000);
  });
});

describe('the next meeting', () => {
  const announcing = (next: string) => minutes(`next:\n  ${next}`);

  it.each([
    ['a day', 'date: 2024-11-05', '2024-11-05'],
    ['a month', 'date: 2024-11', '2024-11'],
    ['nothing of when', 'place: Da decidere', undefined],
  ])('is the one that the last minutes announce, with %s', async (_, next, date) => {
    const found = nextMeeting(await editionOf({ 'minutes/primo.mdx': announcing(next) }));
    expect(found).toMatchObject({ number: 2, held: false });
    expect(found?.date).toBe(date);
  });

  it('is none once there are minutes of it', async () => {
    const files = { 'minutes/a.mdx': announcing('date: 2024-11'), 'minutes/b.mdx': second() };
    expect(nextMeeting(await editionOf(files))).toBeUndefined();
  });

  it('is still announced while its minutes are a draft begun beforehand', async () => {
    const begun = second().replace('2024-11', '2099-11').replace('approved', 'draft');
    const files = { 'minutes/a.mdx': announcing('date: 2099-11'), 'minutes/b.mdx': begun };
    expect(nextMeeting(await editionOf(files))).toMatchObject({ number: 2, date: '2099-11', held: false });
    const approved = { ...files, 'minutes/b.mdx': begun.replace('draft', 'approved') };
    expect(nextMeeting(await editionOf(approved))).toBeUndefined();
  });

  it('has on its agenda what is open on each of its themes, and the rest', async () => {
    const open = actions(
      'id: a-1, text: Uno, owner: roccafinta, theme: tema, state: open',
      'id: a-2, text: Due, owner: roccafinta, state: open',
      'id: a-3, text: Tre, owner: roccafinta, theme: tema, state: done',
    );
    const agenda = agendaOf(await editionOf({ 'minutes/a.mdx': minutes(`${open}next:\n  themes: [tema]`) }));
    expect(agenda?.points.map(({ theme, commitments }) => [theme.title, commitments.map(({ id }) => id)])).toEqual([
      ['Un tema', ['a-1']],
    ]);
    expect(agenda?.others.map(({ id }) => id)).toEqual(['a-2']);
  });
});

describe('the road of a theme', () => {
  const themeOf = async (files: Record<string, string>) => {
    const edition = await editionOf(files);
    const theme = edition.entries.find(({ id }) => id === 'tema') as EditionEntry<'themes'>;
    return roads(edition)(theme);
  };
  const theme = (more: string) => mdx(`title: Un tema\nsummary: In breve.\n${more}`);

  it('dates stages by the decisions that led to them, and says where that is not known', async () => {
    const decided = 'decisions:\n  - { id: d-1, text: Si provi, theme: tema, stage: trialling }\n';
    const { stages } = await themeOf({
      'themes/tema.mdx': theme('status: trialling\nopenedAt: primo'),
      'minutes/primo.mdx': minutes(),
      'minutes/secondo.mdx': second(decided),
    });
    expect(
      stages.map(({ stage, state, meeting }) => [stage, state, meeting && 'ref' in meeting && meeting.ref]),
    ).toEqual([
      ['proposed', 'reached', undefined],
      ['comparing', 'reached', 'minutes/primo'],
      ['acting', 'reached', undefined],
      ['trialling', 'now', 'minutes/secondo'],
      ['concluded', 'ahead', undefined],
    ]);
  });

  it.each([
    ['proposed', '', ['meeting']],
    ['comparing', '', ['priorities', 'lines']],
    ['acting', 'lines:\n  - { id: uno, title: Una linea }', ['materials', 'trials']],
    ['trialling', '', ['trials', 'conclusion']],
    ['concluded', '', []],
  ])('at «%s» misses what leads on', async (status, more, kinds) => {
    const { missing } = await themeOf({ 'themes/tema.mdx': theme(`status: ${status}\n${more}`) });
    expect(missing.map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe('a municipality', () => {
  it('is shown what it could try on the themes that it takes part in', async () => {
    const edition = await editionOf({
      'guides/una.mdx': guide(),
      'guides/altra.mdx': guide().replace('Una guida', 'Un’altra'),
      'guides/superata.mdx': guide('supersededBy: una').replace('current', 'superseded').replace('Una', 'Vecchia'),
      'trials/prova.mdx': mdx(
        'title: Prova\naccess: public\npractice: guides/una\nparticipant: roccafinta\nstarted: 2024\nstate: adopted',
      ),
    });
    const of = municipalities(edition);
    const entry = (id: string) => edition.entries.find((one) => one.id === id) as EditionEntry<'participants'>;
    expect(of(entry('roccafinta')).suggestions.map(({ practice }) => practice.title)).toEqual(['Un’altra']);
    expect(of(entry('borgofinto')).suggestions).toEqual([]);
  });
});
