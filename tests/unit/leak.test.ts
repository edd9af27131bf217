import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { compileEdition, loadContent } from '#content';
import { type CollectionId, collectionIds } from '#model';
import { allCollections, type Filling, filledEntry } from '../support/filled.ts';
import { type Files, network, temporaryFolder, writeFiles } from '../support/sources.ts';

const folder = temporaryFolder();
afterAll(folder.remove);
let made = 0;

const MARK = 'zqxsegreto';
const DIGITS = '918273';
const YEAR = '1877';

/** Entries of every collection, each citing the one of every other, some of them restricted. */
function sources(restricted: ReadonlySet<CollectionId>, byFloor: boolean): string[] {
  const idOf = (id: CollectionId) => (restricted.has(id) ? `${MARK}-${id}` : `aperto-${id}`);
  const open: Files = { 'network.yaml': network };
  const closed: Files = { 'source.yaml': 'access: participants\n' };
  for (const collection of allCollections) {
    const secret = restricted.has(collection.id);
    const ownAccess = 'access' in ((collection.schema as { shape?: object }).shape ?? {});
    const target = secret && (byFloor || !ownAccess) ? closed : open;
    const filling: Filling = {
      text: secret ? MARK : 'Aperto',
      slug: secret ? `${MARK}-${collection.id}` : `aperto-${collection.id}`,
      digits: secret ? DIGITS : '5',
      year: secret ? YEAR : '2012',
      access: secret && target === open ? 'participants' : 'public',
      idOf,
      attachment: secret ? `${MARK}.txt` : 'aperto.txt',
    };
    const cited = collectionIds.map((id) => `- <Ref id="${id}/${idOf(id)}" />`).join('\n');
    const body = `## ${filling.text}\n\n${cited}\n\nParola <Term id="${idOf('glossary')}" />: [qui](/guide/${idOf('guides')}/).\n`;
    Object.assign(target, filledEntry(collection, idOf(collection.id), filling, body));
    if (collection.id === 'tools') Object.assign(target, { [`tools/${filling.attachment}`]: filling.text });
  }
  const paths = [open, closed].map((files) => {
    const path = join(folder.path, String(made++));
    writeFiles(path, files);
    return path;
  });
  return paths;
}

describe('the public edition', () => {
  it('holds nothing of a restricted entry, whichever its collection and wherever it is cited', () => {
    fc.assert(
      fc.property(fc.subarray([...collectionIds]), fc.boolean(), (ids, byFloor) => {
        const content = loadContent({ sources: sources(new Set(ids), byFloor) });
        expect(content.diagnostics).toEqual([]);
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
