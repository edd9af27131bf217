/** The check before a save that goes to a forge: what the build would say, and nothing is kept. */
import { z } from 'zod';
import { placeIn } from '../repository/places.ts';
import { published } from '../repository/repository.ts';
import { defineAction, Refused } from './action.ts';
import { judged } from './judging.ts';
import { filesBeside } from './publishing.ts';
import { changesOfWritten, written } from './written.ts';

const told = (judgement: object[] | Refused) => (judgement instanceof Refused ? judgement : { diagnostics: judgement });

export const check = defineAction({
  name: 'check',
  params: written,
  async run(asking, params) {
    const changes = await changesOfWritten(asking, params);
    return changes instanceof Refused ? changes : told(await judged(asking, changes));
  },
});

export const checkDeletion = defineAction({
  name: 'checkDeletion',
  params: z.object({ paths: z.array(z.string()).min(1).max(100) }),
  async run(asking, { paths }) {
    const strange = paths.filter((path) => !placeIn(asking.repository.sources, path));
    if (strange.length > 0) return new Refused('not-editable', { paths: strange });
    const beside = await filesBeside(asking.repository, await published(asking.repository), paths);
    const judgement = await judged(asking, new Map([...paths, ...beside].map((path) => [path, null])));
    return told(judgement instanceof Refused ? new Refused('cited', judgement.detail) : judgement);
  },
});
