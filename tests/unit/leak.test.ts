import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { compileEdition, loadContent } from '#content';
import { type CollectionId, collectionIds } from '#model';
import { DIGITS, MARK, markedSources, YEAR } from '../support/marked.ts';
import { temporaryFolder } from '../support/sources.ts';

const folder = temporaryFolder();
afterAll(folder.remove);
let made = 0;

describe('the public edition', () => {
  it('holds nothing of a restricted entry, whichever its collection and wherever it is cited', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray([...collectionIds]), fc.boolean(), async (ids, byFloor) => {
        const content = await loadContent({
          sources: markedSources(new Set(ids), byFloor, join(folder.path, String(made++))),
        });
        expect(content.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        const edition = JSON.stringify(compileEdition(content, 'public', '2026-01-01'));
        for (const mark of [MARK, DIGITS, YEAR]) expect(edition.toLowerCase()).not.toContain(mark);
        const all = JSON.stringify(compileEdition(content, 'participants', '2026-01-01'));
        for (const id of ids) expect(all).toContain(`${MARK}-${id}`);
      }),
      {
        numRuns: 60,
        examples: [[[...collectionIds], true], ...collectionIds.map((id): [CollectionId[], boolean] => [[id], false])],
      },
    );
  });
});
