/** Settings of a gateway, read as an operator writes them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { readSettings, type Settings } from '#gateway';
import { temporaryFolder } from './sources.ts';

/** Many tests sign in from one place. */
const PATIENT = { attempts: 10_000, perOrigin: 10_000, minutes: 15 };

/** What a file with these settings gives. Attempts are not limited, unless it says so. */
export function settingsFrom(settings: object): Settings {
  const { path, remove } = temporaryFolder();
  const file = join(path, 'gateway.yaml');
  writeFileSync(file, stringify({ signIn: PATIENT, ...settings }));
  try {
    return readSettings(file);
  } finally {
    remove();
  }
}
