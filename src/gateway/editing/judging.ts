/** Whether a change may be saved: by whom it is made, and by what the build would say of it. */
import { join } from 'node:path';
import { type Diagnostic, hasErrors, type Overlay, readFields } from '#content';
import { mayCreate, mayEdit, refusedFields } from '#model';
import type { Draft } from '../repository/drafts.ts';
import { type Changes, fileIn, readBlobs } from '../repository/objects.ts';
import type { FilePlace } from '../repository/places.ts';
import { published, type Repository } from '../repository/repository.ts';
import { mayAs } from '../roles.ts';
import { type Asking, Refused } from './action.ts';

/** Files as they would be, by where they would lie. */
export async function overlayOf({ git, sources }: Repository, changes: Changes): Promise<Overlay> {
  const bytes = await readBlobs(
    git,
    [...changes.values()].filter((blob) => blob !== null),
  );
  return new Map(
    [...changes].flatMap(([path, blob]): [string, Uint8Array | null][] => {
      const source = sources.find(({ prefix }) => path.startsWith(prefix));
      return source
        ? [[join(source.folder, path.slice(source.prefix.length)), blob ? (bytes.get(blob) ?? null) : null]]
        : [];
    }),
  );
}

/** What the build would say of a change, on top of what is published. @returns its warnings, where it has no errors */
export async function judged({ context, repository }: Asking, changes: Changes): Promise<Diagnostic[] | Refused> {
  const diagnostics = await context.checker.check(await overlayOf(repository, changes));
  return hasErrors(diagnostics) ? new Refused('errors', { diagnostics }) : diagnostics;
}

/** Who asks, as the model knows them. */
const editorOf = ({ session: { role, participant } }: Asking) => ({
  role: mayAs(role, 'coordinator') ? ('coordinator' as const) : ('editor' as const),
  participant,
});

/**
 * Why somebody may not save an entry as it is now, by the model's rules of whose it is.
 *
 * @param draft what they go on with; what is published where there is none
 * @param text what is to be saved
 */
export async function notTheirs(
  asking: Asking,
  place: FilePlace,
  draft: Draft | undefined,
  text: string,
): Promise<Refused | undefined> {
  const { git } = asking.repository;
  const editor = editorOf(asking);
  const { collection, id = '' } = place;
  // What only a coordinator changes came into a draft by one of them.
  const file = await fileIn(git, draft?.tip ?? (await published(asking.repository)), place.path);
  const mayWrite = mayEdit(editor, collection, id) && (file !== undefined || mayCreate(editor, collection));
  if (!mayWrite) return new Refused('not-yours', { paths: [place.path] });
  const before = file && (await readBlobs(git, [file.blob])).get(file.blob);
  const after = readFields(Buffer.from(text), collection, id) ?? {};
  const fields = refusedFields(editor, collection, before && (readFields(before, collection, id) ?? {}), after);
  return fields.length > 0 ? new Refused('not-yours', { fields }) : undefined;
}
