import { entriesOf, partsOf } from '../edition.ts';
import { readingMinutes } from '../reading.ts';
import type { MoreOf } from './index.ts';

/** A manual's reading times, and for a chapter the manual's chapters. */
export const manualMore: MoreOf<'manuals'> = () => {
  const reading = new Map(partsOf('manuals').map(({ link, text }) => [link.url, readingMinutes(text?.words ?? 0)]));
  const chapters = new Map(entriesOf('manuals').map((manual) => [manual.id, manual.parts]));
  return ({ id, link }) => {
    const own = chapters.get(id.split('/')[0] as string) ?? [];
    return link.part
      ? { chapters: own }
      : { reading: Object.fromEntries(own.map(({ url }) => [url, reading.get(url)])) };
  };
};
