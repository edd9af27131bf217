/** Decap's own backends for forges, with this site's files beside entries, and the gateway's check before each save. */
import CMS from 'decap-cms-app';
import { messages } from '#i18n';
import { nameOf } from '../paths.ts';
import { type Forge, ownNameOf } from './decap-backend.ts';
import { askForDrafts } from './drafts.ts';
import { act, fileUrl, sendFile } from './gateway-api.ts';
import { deletedOrTold, filesToSend, orTold, type ToSave } from './saving.ts';

const words = messages('it').forms;

/** Entries lie in folders, and their parts in folders of these: all that is there is listed. */
const DEPTH = 10;

/** What is changed here of a backend of Decap's. */
interface Base {
  authenticate(credentials: object): Promise<object>;
  entriesByFolder(folder: string, extension: string, depth: number): Promise<unknown>;
  allEntriesByFolder(folder: string, extension: string, depth: number, pattern?: RegExp): Promise<unknown>;
  unpublishedEntries(): Promise<unknown>;
  persistEntry(entry: ToSave, options: object): Promise<unknown>;
  deleteFiles(paths: string[], commitMessage: string): Promise<unknown>;
}

/** The check of what is to be saved, on top of what the gateway has. */
async function checked(entry: ToSave): Promise<ToSave> {
  const assets = filesToSend(entry);
  const [file] = entry.dataFiles;
  const files = async () =>
    Object.fromEntries(
      await Promise.all(assets.map(async ({ path, fileObj }) => [path, await sendFile(fileObj)] as const)),
    );
  if (file) await orTold(file, async () => act('check', { path: file.path, raw: file.raw, files: await files() }));
  return { ...entry, assets };
}

/** Files of what is published are looked at on the gateway; those of a draft come with it. */
async function publishedFiles(folder?: string) {
  if (!folder) return [];
  const files = await act<{ id: string; path: string; size: number }[]>('getMedia', { mediaFolder: folder });
  return files.map(({ id, path, size }) => {
    const url = fileUrl(path);
    return { id, path, size, name: nameOf(path), url, displayURL: url };
  });
}

const withOurs = (base: Base, repo: string): object => ({
  /** Whether it is up is not asked of others: GitHub's own page about that is elsewhere. */
  status: () => Promise.resolve({ auth: { status: true }, api: { status: true, statusPage: '' } }),
  /** Portraits lie with third parties. */
  authenticate: (credentials: object) =>
    base.authenticate(credentials).then(
      (user) => ({ ...user, avatar_url: undefined }),
      (error: unknown) => Promise.reject(new Error(words.forge.closed(repo), { cause: error })),
    ),
  entriesByFolder: (folder: string, extension: string) => base.entriesByFolder(folder, extension, DEPTH),
  allEntriesByFolder: (folder: string, extension: string, _: number, pattern?: RegExp) =>
    base.allEntriesByFolder(folder, extension, DEPTH, pattern),
  persistEntry: async (entry: ToSave, options: object) => base.persistEntry(await checked(entry), options),
  deleteFiles: async (paths: string[], commitMessage: string) => {
    await deletedOrTold(() => act('checkDeletion', { paths }));
    return base.deleteFiles(paths, commitMessage);
  },
  getMedia: publishedFiles,
  persistMedia: () => Promise.reject(new Error(words.filesInEntries)),
});

/** The methods of a backend as they are: what replaces them may call them. */
function methodsOf(backend: Record<string, unknown>): Base {
  const names = [
    'authenticate',
    'entriesByFolder',
    'allEntriesByFolder',
    'unpublishedEntries',
    'persistEntry',
    'deleteFiles',
  ];
  return Object.fromEntries(
    names.map((name) => [name, (backend[name] as (...all: unknown[]) => unknown).bind(backend)]),
  ) as unknown as Base;
}

/** Makes a forge one of the backends that Decap may be started with. */
export function registerForge({ backend: name, repo }: Forge): void {
  const { init } = CMS.getBackend(name) as { init(...given: unknown[]): Record<string, unknown> };
  function ForgeBackend(...given: unknown[]): object {
    const backend = init(...given);
    const base = methodsOf(backend);
    askForDrafts(async () => {
      const keys = await base.unpublishedEntries();
      return Array.isArray(keys) ? keys : [];
    });
    return Object.assign(backend, withOurs(base, repo));
  }
  CMS.registerBackend(ownNameOf(name), ForgeBackend as never);
  const known = CMS.getLocale('it') as { auth: object };
  CMS.registerLocale('it', { ...known, auth: { ...known.auth, loginWithForgejo: words.forge.login } });
}
