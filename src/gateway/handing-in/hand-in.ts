/** Handing in: what was typed and sent becomes a draft, for the coordinator to read. */
import type { Diagnostic } from '#content';
import type { Context } from '../context.ts';
import { Refused } from '../editing/action.ts';
import { judged } from '../editing/judging.ts';
import { draftOf, saveDraft } from '../repository/drafts.ts';
import { type Changes, filesIn, writeBlob } from '../repository/objects.ts';
import { type FilePlace, placeIn } from '../repository/places.ts';
import { published, type Repository } from '../repository/repository.ts';
import { mayAs } from '../roles.ts';
import type { Session } from '../state/sessions.ts';
import { dayOf, entryText, fieldAt, fileNames, idsFor } from './entry.ts';
import type { FieldName, Problems, Typed, Words } from './form.ts';
import type { Sent } from './sent.ts';

/** Who hands in, and where to. */
export interface Giving {
  context: Context;
  repository: Repository;
  session: Session;
  words: Words;
}

/** What was handed in, or why not: nothing is changed then. */
export type Outcome = { handed: Handed } | { problems: Problems };

export interface Handed {
  title: string;
  /** The draft's name: the entry's id. */
  id: string;
  /** What could be better about the files. */
  advice: string[];
}

/** An entry that can be saved, if the check agrees. */
interface Proposal {
  place: FilePlace;
  text: string;
  changes: Changes;
  /** The form's fields of its files, by path. */
  files: ReadonlyMap<string, FieldName>;
}

/** So many entries of one title, and no more. */
const MOST = 50;
const TAKEN = new Set(['unique-id', 'unique-url']);

/** The form's fields, by the entry's. */
const FIELDS: Record<string, FieldName> = {
  title: 'titolo',
  summary: 'scopo',
  kind: 'tipo',
  themes: 'temi',
  files: 'file',
  body: 'note',
};

/** Makes a draft of a form without problems. */
export async function handIn(giving: Giving, typed: Typed, files: Sent['files']): Promise<Outcome> {
  const { repository, words } = giving;
  let tries = 0;
  for (const id of idsFor(typed.title)) {
    if (++tries > MOST) break;
    const proposal = (await isTaken(repository, id)) ? undefined : await proposalOf(giving, id, typed, files);
    const outcome = proposal && (await saved(giving, id, typed, proposal));
    if (outcome) return outcome;
  }
  return { problems: { titolo: words.taken } };
}

/** The file of an entry of its own folder, as the editor makes them, in the first source that it shows. */
const pathOf = ({ sources }: Repository, id: string): string => `${sources[0]?.prefix ?? ''}tools/${id}/index.mdx`;

/** True where an entry has an id already, published or not. */
async function isTaken(repository: Repository, id: string): Promise<boolean> {
  const { git, sources } = repository;
  const paths = sources.flatMap(({ prefix }) => [`${prefix}tools/${id}.mdx`, `${prefix}tools/${id}`]);
  const place = placeIn(sources, pathOf(repository, id));
  if (!place || (await draftOf(git, place))) return true;
  return (await filesIn(git, await published(repository), paths)).length > 0;
}

async function proposalOf(
  { context, repository, session }: Giving,
  id: string,
  typed: Typed,
  files: Sent['files'],
): Promise<Proposal | undefined> {
  const path = pathOf(repository, id);
  const place = placeIn(repository.sources, path);
  const [file, alternative] = [files.get('file'), files.get('alternativa')];
  if (!place || !file) return undefined;
  const names = fileNames(file.name, alternative?.name);
  const participant = context.site.participants.find((one) => one.id === session.participant)?.id;
  const text = entryText(typed, names, dayOf(context.now()), participant);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const beside = [
    [folder + names.file, file.blob, 'file'],
    ...(alternative ? ([[folder + names.alternative, alternative.blob, 'alternativa']] as const) : []),
  ] as const;
  return {
    place,
    text,
    changes: new Map([
      [path, await writeBlob(repository.git, text)],
      ...beside.map(([besidePath, blob]) => [besidePath, blob] as const),
    ]),
    files: new Map(beside.map(([besidePath, , name]) => [besidePath, name])),
  };
}

/** Saves an entry. @returns nothing where somebody has its name already */
async function saved(giving: Giving, id: string, typed: Typed, proposal: Proposal): Promise<Outcome | undefined> {
  const { context, repository, session, words } = giving;
  const { place, changes } = proposal;
  const judgement = await judged({ context, repository, session, uploads: new Map() }, changes);
  const diagnostics = judgement instanceof Refused ? diagnosticsOf(judgement) : judgement;
  if (diagnostics.some(({ rule, severity }) => severity === 'error' && TAKEN.has(rule))) return undefined;
  if (judgement instanceof Refused) return { problems: problemsIn(diagnostics, proposal) };
  const draft = await saveDraft(repository, {
    collection: place.collection,
    // As the editor names an entry of its own folder.
    slug: `${id}/index`,
    place,
    changes,
    read: new Map([[place.path, null]]),
    who: session,
    text: words.commit(typed.title),
    review: 'pending_review',
  });
  if ('conflict' in draft) return undefined;
  context.state.events.add({ at: context.now(), event: 'handed-in', who: session.address, about: `tools/${id}` });
  const advice = diagnostics.filter((one) => fieldOf(one, proposal) !== undefined).map(saidOf);
  return { handed: { title: typed.title, id, advice } };
}

const diagnosticsOf = ({ detail }: Refused): Diagnostic[] => (detail as { diagnostics: Diagnostic[] }).diagnostics;

const saidOf = ({ message, fix }: Diagnostic): string => (fix ? `${message} ${fix}` : message);

/** The form's field of a file that a diagnostic is about. */
function fieldOf({ file }: Diagnostic, { place, files }: Proposal): FieldName | undefined {
  return files.get(place.source.prefix + file);
}

/** What the check found, at the fields where it is to be mended. */
function problemsIn(diagnostics: readonly Diagnostic[], proposal: Proposal): Problems {
  const problems: Problems = {};
  for (const one of diagnostics.filter(({ severity }) => severity === 'error')) {
    const isOwn = proposal.place.source.prefix + one.file === proposal.place.path;
    const own = isOwn ? FIELDS[fieldAt(proposal.text, one.line)] : undefined;
    const name = fieldOf(one, proposal) ?? own ?? 'form';
    problems[name] = problems[name] ? `${problems[name]} ${saidOf(one)}` : saidOf(one);
  }
  return problems;
}

/** True while somebody may hand in. */
export const mayHandIn = (session: Session | undefined): session is Session =>
  session !== undefined && mayAs(session.role, 'participant');
