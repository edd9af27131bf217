/** What is served: all zones, read from `POLINET_DIST` and put in place of what was served before as one. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Files, loadFiles, type ServedFile } from './serving/files.ts';
import { type Shell, shellOf } from './views/shell.ts';
import { type Zone, zoneOf, zones } from './zones.ts';

export interface Site {
  files: ReadonlyMap<Zone['id'], Files>;
  /** The frame of pages for those who are not signed in, and for those who are. */
  shell: Shell;
  ownShell: Shell;
  participants: Municipality[];
}

/** A participant that people may belong to. */
export interface Municipality {
  id: string;
  name: string;
}

/** Where the list of participants is published, as open data. */
const PARTICIPANTS = '/riservato/dati/partecipanti.json';

/**
 * Reads the built editions.
 *
 * @param previous what was served before: files that are the same are not compressed again
 * @throws when an edition lacks the page that gateway's own pages are framed by
 */
export async function loadSite(dist: string, previous?: Site): Promise<Site> {
  const files = new Map<Zone['id'], Files>();
  for (const { id, base } of zones) files.set(id, await loadFiles(join(dist, id), base, previous?.files.get(id)));
  const shellIn = ({ id, base }: Zone) => shellOf(textOf(files.get(id)?.get(`${base}accesso/`)));
  const [shell, ownShell] = [shellIn(zoneOf('/')), shellIn(zoneOf('/riservato/'))];
  return {
    files,
    shell,
    ownShell,
    participants: municipalitiesIn(textOf(files.get('participants')?.get(PARTICIPANTS))),
  };
}

/** The participants that a built edition publishes; none where nothing is built. */
export function participantsIn(dist: string): Municipality[] {
  const path = join(dist, PARTICIPANTS.replace('/riservato/', 'participants/'));
  return existsSync(path) ? municipalitiesIn(readFileSync(path, 'utf8')) : [];
}

const textOf = (file: ServedFile | undefined): string => file?.encodings.identity.body.toString('utf8') ?? '';

function municipalitiesIn(json: string): Municipality[] {
  if (json === '') return [];
  const rows = JSON.parse(json) as { id: string; nome: string }[];
  return rows.map(({ id, nome }) => ({ id, name: nome })).sort((a, b) => a.name.localeCompare(b.name, 'it'));
}
