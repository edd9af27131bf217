/** Search: the index of an edition. The browser's half is loaded by pages themselves. */
export { buildIndex, closeIndexer } from './build-index.ts';
