/** Publishing, and taking away what is published. */
import { z } from 'zod';
import { beganAt, changesOf, findDraft } from '../repository/drafts.ts';
import { filesIn, oddBetween } from '../repository/objects.ts';
import { folderBeside, isBeside, placeIn } from '../repository/places.ts';
import { type NotPublished, type Published, publishChanges, publishDraft } from '../repository/publish.ts';
import { published, type Repository } from '../repository/repository.ts';
import { type Asking, defineAction, line, Refused } from './action.ts';
import { judged } from './judging.ts';

/** What came of a publication, and a note of it in the audit log. */
export function told({ context, session }: Asking, outcome: Published | NotPublished, about: string): object | Refused {
  if ('stopped' in outcome) return new Refused(outcome.stopped, { paths: outcome.paths });
  const event = { at: context.now(), event: 'merged', who: session.address, about } as const;
  context.state.events.add(event);
  context.mirror?.soon();
  return outcome;
}

export const publishUnpublishedEntry = defineAction({
  name: 'publishUnpublishedEntry',
  saves: true,
  role: 'coordinator',
  params: z.object({ collection: z.string(), slug: z.string(), text: line.default('') }),
  async run(asking, { text, ...named }) {
    const { repository, session } = asking;
    const draft = await findDraft(repository.git, named);
    if (!draft) return new Refused('no-draft');
    const about = `${draft.collection}/${draft.slug}`;
    const changes = await changesOf(repository, draft);
    // A branch that somebody has pushed may hold anything.
    const odd = await oddBetween(repository.git, await beganAt(repository, draft.tip), draft.tip);
    const strange = [...[...changes.keys()].filter((path) => !placeIn(repository.sources, path)), ...odd];
    if (strange.length > 0) return new Refused('not-editable', { paths: strange });
    asking.context.prepareBuild();
    // What was right when it was saved may not be any more.
    const judgement = await judged(asking, changes);
    if (judgement instanceof Refused) return judgement;
    return told(asking, await publishDraft(repository, draft, session, text || about), about);
  },
});

export const deleteFiles = defineAction({
  name: 'deleteFiles',
  saves: true,
  role: 'coordinator',
  params: z.object({ paths: z.array(z.string()).min(1).max(100), options: z.object({ commitMessage: line }) }),
  async run(asking, { paths, options }) {
    const { repository, session } = asking;
    const strange = paths.filter((path) => !placeIn(repository.sources, path));
    if (strange.length > 0) return new Refused('not-editable', { paths: strange });
    const commit = await published(repository);
    const found = await filesIn(repository.git, commit, paths);
    const gone = paths.filter((path) => !found.some((file) => file.path === path));
    if (gone.length > 0) return new Refused('gone', { paths: gone });
    asking.context.prepareBuild();
    const changes = new Map([...paths, ...(await filesBeside(repository, commit, paths))].map((path) => [path, null]));
    const judgement = await judged(asking, changes);
    if (judgement instanceof Refused) return new Refused('cited', judgement.detail);
    const outcome = await publishChanges(repository, changes, session, options.commitMessage, commit);
    return told(asking, outcome, paths.join(', '));
  },
});

/** The files that lie beside entries: without these, nobody would use them. */
export async function filesBeside(
  { git, sources }: Repository,
  commit: string,
  paths: readonly string[],
): Promise<string[]> {
  const places = paths.flatMap((path) => placeIn(sources, path) ?? []).filter(({ id }) => id !== undefined);
  const folders = places.map(({ path }) => folderBeside(path));
  const found = await filesIn(git, commit, folders);
  return found
    .map(({ path }) => path)
    .filter((path) => placeIn(sources, path)?.id === undefined && places.some((place) => isBeside(place, path)));
}
