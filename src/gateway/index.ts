/** The gateway: serves an edition from memory. What is not on its map does not exist. */
export { typeOf } from './files.ts';
export { serveFolder } from './serve.ts';
