/** Every figure on every page, recomputed from the sources by other code than the site's. */
import { describe, expect, inject, it } from 'vitest';
import { citedFigures } from '../support/figures/cited.ts';
import { indicatorFigures } from '../support/figures/indicators.ts';
import { matrixFigures } from '../support/figures/matrix.ts';
import { agendaFigures, callFigures, homeFigures, minutesFigures } from '../support/figures/meetings.ts';
import { dataFigures } from '../support/figures/open-data.ts';
import type { Figure, Site } from '../support/figures/pages.ts';
import { participantFigures } from '../support/figures/participants.ts';
import { commitmentFigures, decisionFigures } from '../support/figures/registers.ts';
import { type EditionId, readSources, shownIn } from '../support/figures/sources.ts';
import { overviewFigures, themeFigures } from '../support/figures/themes.ts';
import { trialPageFigures } from '../support/figures/trial-pages.ts';
import { readEdition } from '../support/pages.ts';

const dist = inject('dist');
const entries = readSources(['content', 'examples/demo']);
const editions: EditionId[] = ['public', 'participants'];

/** What is compared, and how many figures there are at least in each edition. */
const groups: { what: string; figuresIn(site: Site): Figure[]; least: number }[] = [
  { what: 'the values of every indicator, their medians, groups and charts', figuresIn: indicatorFigures, least: 200 },
  { what: 'the register of commitments and its filters', figuresIn: commitmentFigures, least: 400 },
  { what: 'the register of decisions and its filters', figuresIn: decisionFigures, least: 200 },
  { what: 'the adoption matrix and its filters', figuresIn: matrixFigures, least: 300 },
  { what: 'the overview of themes', figuresIn: overviewFigures, least: 5 },
  { what: 'every theme', figuresIn: themeFigures, least: 80 },
  { what: 'every participant', figuresIn: participantFigures, least: 80 },
  { what: 'the commitments that texts cite', figuresIn: citedFigures, least: 10 },
  { what: 'every trial, beside the network', figuresIn: trialPageFigures, least: 60 },
  { what: 'all minutes', figuresIn: minutesFigures, least: 40 },
  { what: 'the coming meeting', figuresIn: agendaFigures, least: 6 },
  { what: 'the call to it', figuresIn: callFigures, least: 4 },
  { what: 'the home page', figuresIn: homeFigures, least: 15 },
  { what: 'open data, row by row', figuresIn: dataFigures, least: 300 },
];

describe.each(editions)('in the %s edition, the sources say what the pages show of', (id) => {
  const site: Site = { shown: shownIn(id, entries), built: readEdition(dist, id) };

  it.each(groups)('$what', ({ figuresIn, least }) => {
    const figures = figuresIn(site);
    expect(figures.filter(({ shown, expected }) => shown !== expected)).toEqual([]);
    expect(figures.length).toBeGreaterThan(least);
  });
});
