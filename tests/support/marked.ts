/** Sources in which restricted entries carry markers in every field, and everybody cites everybody. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { type CollectionId, collectionIds } from '#model';
import { allCollections, type Filling, filledEntry } from './filled.ts';
import { type Files, guide, network, participant, writeFiles } from './sources.ts';

/** Stands in every text and name of a restricted entry. */
export const MARK = 'zqxsegreto';
/** Stands in its numbers. */
export const DIGITS = '918273';
/** Stands in its dates. */
export const YEAR = '1877';

/**
 * Two sources with an entry of every collection, each citing the one of every other, some of them restricted.
 *
 * @param byFloor whether entries are restricted by their source, or by their own field where they have one
 * @param folder where the sources are made; a new one each time
 */
export function markedSources(restricted: ReadonlySet<CollectionId>, byFloor: boolean, folder: string): string[] {
  const idOf = (id: CollectionId) => (restricted.has(id) ? `${MARK}-${id}` : `aperto-${id}`);
  const open: Files = {
    'network.yaml': network,
    'guides/altra.mdx': guide().replace('[tema]', `[${idOf('themes')}]`),
    'manuals/altra/index.mdx': guide('version: "1"').replace('[tema]', `[${idOf('themes')}]`),
    'glossary/altra.yaml': 'term: altra\ndefinition: Un’altra voce.\n',
    'participants/altra.yaml': participant('Altra').replace('joined: 2011', 'joined: ../1840'),
    'participants/seconda.yaml': participant('Seconda').replace('028902', '028903'),
    'participants/terza.yaml': participant('Terza').replace('028902', '028904'),
  };
  // A public set whose names are not: nothing but rounded values of it may be seen.
  if (!restricted.has('indicators'))
    open['measurements/senza-nomi.yaml'] = stringify({
      indicator: idOf('indicators'),
      period: '1851',
      access: 'public',
      status: 'final',
      names: 'participants',
      values: [
        ...['altra', 'seconda', 'terza'].map((participant, at) => ({
          participant,
          numerator: Number(`${at + 1}.${DIGITS}`),
          denominator: 100,
          note: MARK,
        })),
        // Whose value this is may not be known: then not even the value may.
        ...(restricted.has('participants') ? [{ participant: idOf('participants'), value: Number(DIGITS) }] : []),
      ],
    });
  const closed: Files = { 'source.yaml': 'access: participants\n' };
  for (const collection of allCollections) {
    const secret = restricted.has(collection.id);
    const ownAccess = 'access' in ((collection.schema as { shape?: object }).shape ?? {});
    const target = secret && (byFloor || !ownAccess) ? closed : open;
    const filling: Filling = {
      text: secret ? MARK : 'Aperto',
      slug: secret ? `${MARK}-${collection.id}` : `aperto-${collection.id}`,
      digits: secret ? DIGITS : '5',
      // Earlier than all that is restricted: whoever left then was there before.
      year: secret ? YEAR : '1850',
      own: collection.id,
      other: 'altra',
      without: secret ? [] : ['left'],
      access: secret && target === open ? 'participants' : 'public',
      idOf,
      attachment: secret ? `${MARK}.txt` : 'aperto.txt',
    };
    const cited = collectionIds.map((id) => `- <Ref id="${id}/${idOf(id)}" />`).join('\n');
    const body = `## ${filling.text}\n\n${cited}\n\nParola <Term id="${idOf('glossary')}" />: [la guida citata](/guide/${idOf('guides')}/).\n`;
    Object.assign(target, filledEntry(collection, idOf(collection.id), filling, body));
    if (collection.id === 'tools') Object.assign(target, { [`tools/${filling.attachment}`]: filling.text });
  }
  const paths = Object.entries({ aperta: open, chiusa: closed }).map(([name, files]) => {
    const path = join(folder, name);
    mkdirSync(path, { recursive: true });
    writeFiles(path, files);
    return path;
  });
  return paths;
}
