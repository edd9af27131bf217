import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { benchmarkFiles, DUE_DATES, MEETINGS } from '#benchmark';
import { compileEdition, type Edition, loadContent } from '#content';
import { minutes } from '#content/examples';
import { contentOf, editionOf, TODAY } from '../support/editions.ts';

const SITE = 'https://rete.example.org/';

const calendarOf = (edition: Edition, path: string) => {
  const text = benchmarkFiles(edition, SITE).get(path);
  if (text === undefined) throw new Error(`no ${path}`);
  return text;
};

/** The events of a calendar, by a parser of another library. */
function eventsOf(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component, { strictExceptions: true });
    return {
      uid: event.uid,
      sequence: Number(event.sequence),
      summary: event.summary,
      location: event.location,
      starts: String(component.getFirstPropertyValue('dtstart')),
      ends: String(component.getFirstPropertyValue('dtend') ?? ''),
      zone: component.getFirstProperty('dtstart')?.getParameter('tzid'),
      stamp: String(component.getFirstPropertyValue('dtstamp')),
    };
  });
}

const announced = (next: string) => ({ 'minutes/primo.mdx': minutes(`next:\n${next}`) });

describe('every calendar of the shipped content', async () => {
  const content = await loadContent({ sources: ['content', 'examples/demo'], today: TODAY });
  const files = (['public', 'participants'] as const).flatMap((id) => [
    ...benchmarkFiles(compileEdition(content, id, TODAY), SITE),
  ]);
  const calendars = files.filter(([path]) => path.endsWith('.ics'));

  it('is there: meetings, due dates, and one of each participant', () => {
    expect(calendars.length).toBeGreaterThan(30);
    expect(eventsOf(new Map(files).get(MEETINGS) ?? '').length).toBeGreaterThan(4);
    expect(eventsOf(new Map(files).get(DUE_DATES) ?? '').length).toBeGreaterThan(10);
  });

  it.each(calendars)('%s keeps to RFC 5545', (_, text) => {
    const lines = text.split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const calendar = new ICAL.Component(ICAL.parse(text));
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('prodid')).toBeTruthy();
    expect(calendar.getAllSubcomponents().length).toBeGreaterThan(0);
    const events = eventsOf(text);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    for (const { stamp, sequence, summary } of events) {
      expect(stamp).toMatch(/Z$/);
      expect(sequence).toBeGreaterThan(0);
      expect(sequence).toBeLessThan(2 ** 31);
      expect(summary).not.toBe('');
    }
  });
});

describe('a meeting in the calendar', () => {
  it('is on its day, all of it, where no hours are known', async () => {
    const [event] = eventsOf(calendarOf(await editionOf(announced('  date: 2027-03-18')), MEETINGS)).slice(-1);
    expect(event).toMatchObject({ uid: 'incontro-2@rete.example.org', starts: '2027-03-18', zone: undefined });
  });

  it('has its hours in Italian time, summer and winter', async () => {
    const at = (date: string) => announced(`  date: ${date}\n  starts: "10:00"\n  ends: "16:30"`);
    for (const [date, offset] of [
      ['2027-03-18', 1],
      ['2027-06-18', 2],
    ] as const) {
      const text = calendarOf(await editionOf(at(date)), MEETINGS);
      const calendar = new ICAL.Component(ICAL.parse(text));
      const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone') as ICAL.Component);
      const event = eventsOf(text).at(-1);
      expect(event).toMatchObject({ starts: `${date}T10:00:00`, ends: `${date}T16:30:00`, zone: 'Europe/Rome' });
      const time = ICAL.Time.fromString(`${date}T10:00:00`, undefined as never);
      expect(zone.utcOffset(time) / 3600).toBe(offset);
    }
  });

  it('is left out while only its month is known', async () => {
    const events = eventsOf(calendarOf(await editionOf(announced('  date: 2027-03')), MEETINGS));
    expect(events.map(({ uid }) => uid)).toEqual(['incontro-1@rete.example.org']);
  });

  it('keeps its id and raises its revision when it is moved, and once it was held', async () => {
    const { path } = await contentOf(announced('  date: 2027-03-18'));
    const git = (when: number, ...parameters: string[]) =>
      execFileSync('git', parameters, {
        cwd: path,
        env: {
          ...process.env,
          GIT_AUTHOR_DATE: `${when} +0000`,
          GIT_COMMITTER_DATE: `${when} +0000`,
          GIT_AUTHOR_NAME: 'Prova',
          GIT_AUTHOR_EMAIL: 'prova@example.org',
          GIT_COMMITTER_NAME: 'Prova',
          GIT_COMMITTER_EMAIL: 'prova@example.org',
        },
        stdio: 'ignore',
      });
    const commit = (when: number) => {
      git(when, 'add', '-A');
      git(when, 'commit', '-qm', 'x');
    };
    const second = async () => {
      const edition = compileEdition(await loadContent({ sources: [path], today: TODAY }), 'public', TODAY);
      return eventsOf(calendarOf(edition, MEETINGS)).find(({ uid }) => uid.startsWith('incontro-2@'));
    };
    git(0, 'init', '-q');
    commit(1_700_000_000);
    const first = await second();
    writeFileSync(join(path, 'minutes/primo.mdx'), minutes('next:\n  date: 2027-04-15'));
    commit(1_700_000_060);
    const moved = await second();
    writeFileSync(
      join(path, 'minutes/secondo.mdx'),
      minutes().replace('number: 1', 'number: 2').replace('2024-05-10', '2027-04-15').replace('Un incontro', 'Secondo'),
    );
    const held = await second();
    expect([first, moved, held].map((event) => event?.starts)).toEqual(['2027-03-18', '2027-04-15', '2027-04-15']);
    expect(moved?.sequence).toBe((first?.sequence ?? 0) + 60);
    expect(held?.sequence).toBeGreaterThan(moved?.sequence ?? 0);
  });
});

describe('a due date in the calendar', () => {
  it('is on the last day that it may mean, and the participant’s own calendar has theirs alone', async () => {
    const actions =
      'actions:\n  - { id: a-1, text: Uno, owner: roccafinta, due: 2026-02, state: open }\n  - { id: a-2, text: Due, owner: borgofinto, due: 2027, state: open }\n  - { id: a-3, text: Tre, owner: borgofinto, state: open }\n  - { id: a-4, text: Quattro, owner: borgofinto, due: 2026, state: dropped }\n';
    const edition = await editionOf({ 'minutes/primo.mdx': minutes(actions) });
    const dates = (path: string) => eventsOf(calendarOf(edition, path)).map(({ uid, starts }) => `${uid} ${starts}`);
    expect(dates(DUE_DATES)).toEqual([
      'impegno-a-1@rete.example.org 2026-02-28',
      'impegno-a-2@rete.example.org 2027-12-31',
    ]);
    expect(dates('calendari/scadenze/borgofinto.ics')).toEqual(['impegno-a-2@rete.example.org 2027-12-31']);
    expect(dates('calendari/scadenze/pievefinta.ics')).toEqual([]);
  });
});
