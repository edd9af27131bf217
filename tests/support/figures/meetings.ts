/** The figures of minutes, of the coming meeting's pages and of the home page. */
import { inWords, precedes } from './dates.ts';
import {
  type Commitment,
  carriedInto,
  commitmentLine,
  commitmentsOf,
  decisionLine,
  isOpen,
  type Meeting,
  nextMeeting,
  stateOf,
} from './items.ts';
import {
  type Figure,
  figuresOf,
  itemsIn,
  linesOf,
  linkIn,
  pageAt,
  partOf,
  type Site,
  textOf,
  textsOf,
} from './pages.ts';
import { addressOf, calledIn, type Shown } from './sources.ts';
import { cellsOn } from './trials.ts';

/** How many carried-over commitments a page lists. */
const CARRIED = 50;

/** Every page of minutes. */
export const minutesFigures = (site: Site): Figure[] =>
  site.shown.all('minutes').flatMap((minutes) => {
    const { shown } = site;
    const address = addressOf(shown, minutes);
    const page = pageAt(site, address);
    const { figures, add } = figuresOf(address);
    const { number, date, attendees, decisions = [], actions = [], next } = minutes.data;
    add('number', /Incontro n\. ?(\d+)/.exec(textOf(page.querySelector('.entry-kind')) ?? '')?.[1], number);
    add('date', textOf(page.querySelector('.facts time')), inWords(date));
    const present = textsOf(page, '.fact dt').find((name) => name.startsWith('Presenti'));
    add('attendees', present, attendees && `Presenti (${attendees.length})`);
    if (next?.date)
      add('next', textOf(partOf(page, 'prossimo')?.querySelector('dd'))?.split(',')[0], inWords(next.date));
    const made = actions.map((item) => commitmentLine(shown, { item, minutes, state: stateOf(item) }, false));
    const carried = carriedInto(shown, minutes.data).slice(0, CARRIED);
    return [
      ...figures,
      ...linesOf(
        address,
        'decision',
        itemsIn(partOf(page, 'decisioni')),
        decisions.map((item) => decisionLine(shown, { item, minutes }, false)),
      ),
      ...linesOf(address, 'commitment', itemsIn(partOf(page, 'impegni')), made),
      ...linesOf(
        address,
        'carried over',
        itemsIn(partOf(page, 'ripresi')),
        carried.map((commitment) => commitmentLine(shown, commitment, true)),
      ),
    ];
  });

/** The commitments to report on: by theme of the agenda, then the others. */
function toReport(shown: Shown, { themes }: Meeting): { theme: string | undefined; made: Commitment[] }[] {
  const open = commitmentsOf(shown).filter(isOpen);
  const visible = themes.filter((theme) => shown.find('themes', theme));
  const others = open.filter(({ item }) => !item.theme || !visible.includes(item.theme));
  return [
    ...visible.map((theme) => ({ theme, made: open.filter(({ item }) => item.theme === theme) })),
    { theme: undefined, made: others },
  ];
}

/** Trials of a theme under way, or ended since the meeting that announced the next one. */
const underWay = (shown: Shown, theme: string, since: string) =>
  cellsOn(shown, theme)
    .map(({ trial }) => trial)
    .filter(({ data }) => data.state === 'trialling' || (data.ended !== undefined && !precedes(data.ended, since)));

/** The coming meeting's page. */
export function agendaFigures(site: Site): Figure[] {
  const { shown } = site;
  const address = `${shown.base}prossimo-incontro/`;
  const page = pageAt(site, address);
  const { figures, add } = figuresOf(address);
  const meeting = nextMeeting(shown);
  add('number', textOf(page.querySelector('.h1-note')), meeting && `Incontro n. ${meeting.number}`);
  add('date', textOf(page.querySelector('.facts time')), meeting?.date && inWords(meeting.date));
  if (!meeting) return figures;
  const points = page.querySelectorAll('.agenda-point');
  const parts = toReport(shown, meeting).flatMap(({ theme, made }, at) => {
    const place = (theme ? points[at] : partOf(page, 'altri-impegni')) ?? null;
    const lines = made.map((commitment) => commitmentLine(shown, commitment, true));
    const commitments = linesOf(address, `commitment on ${theme ?? 'other themes'}`, itemsIn(place), lines);
    if (!theme) return commitments;
    add('theme', textOf(place?.querySelector('h3')), calledIn(shown.find('themes', theme)));
    const trials = underWay(shown, theme, meeting.minutes.data.date).map((trial) => addressOf(shown, trial));
    const links = (place?.querySelectorAll('ul.refs > li') ?? []).map(linkIn);
    return [...commitments, ...linesOf(address, `trial on ${theme}`, links.sort(), trials.sort())];
  });
  return [...figures, ...parts];
}

/** The call to print: the same meeting, and the same commitments. */
export function callFigures(site: Site): Figure[] {
  const { shown } = site;
  const address = `${shown.base}prossimo-incontro/convocazione/`;
  const page = pageAt(site, address);
  const { figures, add } = figuresOf(address);
  const meeting = nextMeeting(shown);
  if (!meeting) return figures;
  add('number', textOf(page.querySelector('h1')), `Convocazione dell’incontro n. ${meeting.number}`);
  if (meeting.date) add('date', textOf(page.querySelector('.call-when strong'))?.split(',')[0], inWords(meeting.date));
  const lines = toReport(shown, meeting).flatMap(({ made }) =>
    made.map(({ item: { id, text, owner, due }, state }) => {
      const facts = [id, ...(due ? [`scadenza: ${inWords(due)}`] : []), ...(state === 'overdue' ? ['scaduto'] : [])];
      return `${calledIn(shown.find('participants', owner))}: ${text.trim()} (${facts.join(', ')})`;
    }),
  );
  return [...figures, ...linesOf(address, 'commitment', textsOf(page, 'li:has(> strong)'), lines)];
}

/** The home page: the coming meeting, and how many participants there are. */
export function homeFigures(site: Site): Figure[] {
  const { shown } = site;
  const page = pageAt(site, shown.base);
  const { figures, add } = figuresOf(shown.base);
  const date = nextMeeting(shown)?.date;
  add('next meeting', textOf(page.querySelector('.meeting-date')), date && inWords(date));
  const members = shown.all('participants').filter(({ data }) => !data.left);
  const demo = members.filter((member) => member.demo).length;
  const real = members.length - demo;
  const invented = demo === 1 ? 'uno dimostrativo, che non esiste' : `${demo} dimostrativi, che non esistono`;
  const counts = [real === 1 ? 'Un comune' : `${real} comuni`, ...(demo > 0 ? [invented] : [])].join(' e ');
  add('participants', textOf(partOf(page, 'partecipanti')?.querySelector('.band-head p')), counts);
  return [
    ...figures,
    ...linesOf(shown.base, 'participant', partLinks(site), members.map((one) => addressOf(shown, one)).sort()),
  ];
}

const partLinks = (site: Site) =>
  (partOf(pageAt(site, site.shown.base), 'partecipanti')?.querySelectorAll('.region li') ?? []).map(linkIn).sort();
