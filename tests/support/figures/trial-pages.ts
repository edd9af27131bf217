/** The figures of the trials' pages: before and after, beside the network. */
import { inWords } from './dates.ts';
import { medianOf, quartilesOf, writtenHalf, writtenMedian } from './numbers.ts';
import {
  chartsIn,
  type Figure,
  factOf,
  figuresOf,
  linesOf,
  pageAt,
  partOf,
  rowsOf,
  type Site,
  textsOf,
} from './pages.ts';
import { addressOf, type Shown, type Trial } from './sources.ts';
import { resultOf, TRIAL_STATES } from './trials.ts';
import { setFor, setsOf } from './values.ts';

/** Every trial's page. */
export const trialPageFigures = (site: Site): Figure[] =>
  site.shown.all('trials').flatMap((trial) => {
    const address = addressOf(site.shown, trial);
    const page = pageAt(site, address);
    const { figures, add } = figuresOf(address);
    const { state, started, ended, results = [] } = trial.data;
    add('state', factOf(page, 'Stato'), TRIAL_STATES[state]);
    add('beginning', factOf(page, 'Inizio'), inWords(started));
    add('end', factOf(page, 'Fine'), ended && inWords(ended));
    const rows = results.map((result) => {
      const { title, before, after } = resultOf(site.shown, result);
      return [title, before, after, result.period ? inWords(result.period) : ''].join(' | ');
    });
    const comparison = partOf(page, 'confronto');
    const captions = results.map((result) => networkOf(site.shown, result));
    const labels = results.map((result, at) => {
      const { title, before, after } = resultOf(site.shown, result);
      return `${title}: prima ${before}, dopo ${after}. ${captions[at]}`;
    });
    const shownRows = rowsOf(partOf(page, 'risultati')).map((cells) => cells.join(' | '));
    return [
      ...figures,
      ...linesOf(address, 'result', shownRows, rows),
      ...linesOf(address, 'network', textsOf(comparison, 'figcaption'), captions),
      ...linesOf(address, 'chart', chartsIn(comparison), labels),
    ];
  });

/** What the network's values of a result's period say. */
function networkOf(shown: Shown, result: NonNullable<Trial['results']>[number]): string {
  const { indicator } = resultOf(shown, result);
  const set = indicator && setFor(setsOf(shown, indicator), result.period);
  if (!indicator || !set) return 'Nessuna rilevazione della rete con cui confrontare.';
  const { numbers, period } = set;
  const { unit } = indicator.data;
  if (numbers.length === 1) return 'Nella rete c’è un solo valore: troppo poco per una mediana.';
  if (medianOf(numbers) === undefined)
    return `Nella rete ci sono ${numbers.length} valori: troppo pochi per una mediana.`;
  const half = quartilesOf(numbers) ? `; metà centrale: ${writtenHalf(numbers, unit, '')}` : '';
  return `Mediana della rete (${inWords(period)}): ${writtenMedian(numbers, unit)}${half}.`;
}
