import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate } from '#i18n';
import { compareDates, daysOf, isBefore, isOpenDate, isPartialDate, yearOf } from '#model';

describe('partial dates', () => {
  it('are a day, a month or a year that exists', () => {
    for (const good of ['2012-05-04', '2012-02-29', '2011-06', '2011']) expect(isPartialDate(good)).toBe(true);
    for (const bad of [
      '2011-02-29',
      '2011-13',
      '2011-00',
      '0',
      '1799',
      '2011-6',
      '2011-06-31',
      ' 2011',
      '2011-06-04T00:00',
      '',
    ]) {
      expect(isPartialDate(bad), bad).toBe(false);
    }
  });

  it('may be open towards the past where a field allows it', () => {
    expect(isOpenDate('../2012-05-04')).toBe(true);
    expect(isPartialDate('../2012-05-04')).toBe(false);
    expect(isOpenDate('../..')).toBe(false);
    expect(daysOf('../2011-06')).toEqual({ first: '', last: '2011-06-30' });
  });

  it('mean all the days of their month or year', () => {
    expect(daysOf('2012-02')).toEqual({ first: '2012-02-01', last: '2012-02-29' });
    expect(daysOf('2011')).toEqual({ first: '2011-01-01', last: '2011-12-31' });
    expect(yearOf('../2012-05')).toBe('2012');
  });

  it('come before another only when none of their days comes after it', () => {
    expect(isBefore('2011', '2012-01')).toBe(true);
    expect(isBefore('2011', '2011-06')).toBe(false);
    expect(isBefore('2011-06', '2011')).toBe(false);
  });

  it('are ordered without contradiction', () => {
    const date = fc
      .tuple(
        fc.integer({ min: 1900, max: 2100 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1, max: 3 }),
      )
      .map(([year, month, day, parts]) =>
        [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].slice(0, parts).join('-'),
      );
    fc.assert(
      fc.property(date, date, (a, b) => {
        expect(Math.sign(compareDates(a, b))).toBe(-Math.sign(compareDates(b, a)) + 0);
        if (isBefore(a, b)) expect(compareDates(a, b)).toBeLessThan(0);
      }),
    );
  });

  it('are written as Italians write them', () => {
    expect(formatDate('2012-05-04', 'it')).toBe('4 maggio 2012');
    expect(formatDate('2012-05-01', 'it')).toBe('1º maggio 2012');
    expect(formatDate('2011-06', 'it')).toBe('giugno 2011');
    expect(formatDate('2011', 'it')).toBe('2011');
    expect(formatDate('../2012-05-08', 'it')).toBe('entro l’8 maggio 2012');
    expect(formatDate('../2012-05', 'it')).toBe('entro maggio 2012');
    expect(formatDate('2012-05-04', 'en')).toBe('4 May 2012');
  });
});
