/** Search: the index of an edition. The browser's half is loaded by pages themselves. */
export { buildIndex, closeIndexer, type SearchIndex } from './build-index.ts';
