/** The built editions served on loopback, each at its prefix, as readers reach them. */
import { join } from 'node:path';
import { serveFolder } from '#gateway';

/** Serves the public edition on a free port. */
export const servePublic = (dist: string) => serveFolder({ folder: join(dist, 'public'), host: '127.0.0.1', port: 0 });
