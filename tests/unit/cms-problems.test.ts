import { describe, expect, it } from 'vitest';
import { placesOf } from '../../src/cms/problems/places.ts';

const MDX = [
  '---',
  'title: Uno',
  'themes:',
  '  - a',
  '  - b',
  'summary: >-',
  '  Testo',
  '---',
  '',
  'Primo.',
  '',
  '- uno',
  '- due',
  '',
  '<Aside kind="tip">',
  '',
  'Dentro.',
  '',
  '</Aside>',
  '',
].join('\n');

const at = (line: number) => ({ file: 'guides/x.mdx', line, severity: 'error' as const, message: 'm', fix: 'f' });
const placed = (raw: string, format: 'mdx' | 'yaml', line: number) => {
  const [place] = placesOf(raw, format, [at(line)]);
  return { field: place?.field, block: place?.block, quote: place?.quote };
};

describe('a problem', () => {
  it.each([
    [2, 'title'],
    [5, 'themes'],
    [7, 'summary'],
  ])('of line %i stands at the field that the line belongs to', (line, field) => {
    expect(placed(MDX, 'mdx', line)).toEqual({ field, block: undefined, quote: undefined });
  });

  it.each([
    [10, 0, 'Primo.'],
    [13, 1, '- due'],
    [17, 2, 'Dentro.'],
  ])('of line %i of the text stands at its block, with the line', (line, block, quote) => {
    expect(placed(MDX, 'mdx', line)).toEqual({ field: 'body', block, quote });
    expect(placesOf(MDX, 'mdx', [at(line)])[0]?.blocks).toBe(3);
  });

  it('of the file as a whole stands at no field', () => {
    expect(placed(MDX, 'mdx', 1).field).toBeUndefined();
  });

  it('of a text that is no MDX stands at the text, with its line', () => {
    expect(placed(MDX.replace('</Aside>', ''), 'mdx', 15)).toEqual({
      field: 'body',
      block: undefined,
      quote: '<Aside kind="tip">',
    });
  });

  it('of a YAML file stands at its field, whatever the line ends', () => {
    expect(placed('title: a\r\nvalues:\r\n  - value: 3\r\n', 'yaml', 3).field).toBe('values');
  });
});
