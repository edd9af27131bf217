/** All attempts on one backend, and what is wrong with their outcomes. */
import pMap from 'p-map';
import { type Attempt, askerOf, type Family } from './attempt.ts';
import { bodyFamily } from './bodies.ts';
import { branchFamily } from './branches.ts';
import { fieldFamily } from './fields.ts';
import { framingFamily } from './framing.ts';
import type { Ground } from './ground.ts';
import { linkFamily } from './links.ts';
import { messageFamily } from './messages.ts';
import { nameFamily } from './names.ts';
import { pathFamily } from './paths.ts';
import { roleFamily } from './roles.ts';
import { siteFamily } from './sites.ts';
import { stateOf } from './state.ts';
import { uploadFamily } from './uploads.ts';

export const families: readonly Family[] = [
  pathFamily,
  nameFamily,
  branchFamily,
  roleFamily,
  fieldFamily,
  siteFamily,
  bodyFamily,
  framingFamily,
  uploadFamily,
  messageFamily,
  // Last: with links in the content every save is checked twice.
  linkFamily,
];

export interface Finding {
  family: string;
  attempt: string;
  fault: string;
}

const AT_ONCE = 8;

/** Tries everything. @returns what was found, and how many requests each family sent */
export async function attackAll(ground: Ground, only: readonly Family[] = families) {
  const findings: Finding[] = [];
  const requests: Record<string, number> = {};
  for (const family of only) {
    const attempts = await family.attempts(ground);
    const before = stateOf(ground);
    requests[family.name] = 0;
    const one = async (attempt: Attempt) => {
      const note = (fault: string) => findings.push({ family: family.name, attempt: attempt.name, fault });
      const asker = askerOf(ground, note);
      const wrong = await attempt.run(asker).catch((error: Error) => String(error));
      if (wrong !== undefined) note(wrong);
      requests[family.name] = (requests[family.name] ?? 0) + asker.count();
    };
    await pMap(attempts, one, { concurrency: AT_ONCE });
    const after = new Set(stateOf(ground));
    const changed = before.filter((line) => !after.has(line));
    if (changed.length > 0 || after.size !== new Set(before).size)
      findings.push({
        family: family.name,
        attempt: 'all of them',
        fault: `changed: ${[...changed, ...[...after].filter((line) => !before.includes(line))].join('\n')}`,
      });
  }
  return { findings, requests };
}
