/** The registry: every collection, one line each. */
import type { z } from 'zod';
import type { Collection } from './collection.ts';
import { glossary } from './collections/glossary.ts';
import { guides } from './collections/guides.ts';
import { indicators } from './collections/indicators.ts';
import { type Chapter, manuals } from './collections/manuals.ts';
import { measurements } from './collections/measurements.ts';
import { minutes } from './collections/minutes.ts';
import { news } from './collections/news.ts';
import { newsletters } from './collections/newsletters.ts';
import { pages } from './collections/pages.ts';
import { participants } from './collections/participants.ts';
import { themes } from './collections/themes.ts';
import { tools } from './collections/tools.ts';
import { trials } from './collections/trials.ts';

export const collections = {
  themes,
  guides,
  manuals,
  tools,
  minutes,
  trials,
  indicators,
  measurements,
  participants,
  news,
  newsletters,
  glossary,
  pages,
};

export type CollectionId = keyof typeof collections;
/** The fields of an entry of a collection, as the schema leaves them. */
export type Fields<Id extends CollectionId> = z.output<(typeof collections)[Id]['schema']>;
export type { Chapter };

export const collectionIds = Object.keys(collections) as CollectionId[];

/** The collection of that id, if there is one. */
export const collectionOf = (id: string): Collection | undefined =>
  Object.hasOwn(collections, id) ? (collections[id as CollectionId] as unknown as Collection) : undefined;

/** Where an entry is read, without edition prefix, in a collection of pages or of one list. */
export const entryUrl = ({ route, pages }: Collection, id: string): string =>
  pages === 'list' ? `/${route}/#${id}` : `${route === '' ? '' : `/${route}`}/${id}/`;

/** True for an entry that is a part of another (a chapter): its id has its owner's as first segment. */
export const isPart = (collection: Collection, id: string): boolean =>
  collection.part !== undefined && id.includes('/');
