/** Decap's backend: each call is an action of the gateway. */
import { EditorialWorkflowError } from 'decap-cms-lib-util';
import { useEffect } from 'react';
import { messages } from '#i18n';
import { nameOf } from '../paths.ts';
import { act, fileUrl, type GatewayError, type Me, sendFile, whoAmI } from './gateway-api.ts';
import { readOf, setOpened, setRead } from './read-files.ts';
import { deletedOrTold, filesToSend, orTold, type ToSave } from './saving.ts';

const words = messages('it').forms;

interface Named {
  collection: string;
  slug: string;
}

/** A file's text, and the object that it was read from. */
interface ReadFile {
  data: string;
  file: { path: string; id: string };
}

/** Whoever is at the editor has signed in already: nothing is asked again. */
function SignIn({ onLogin }: { onLogin(): void }) {
  useEffect(() => onLogin(), [onLogin]);
  return null;
}

/** A file beside an entry as Decap takes it: where it is, not its bytes. */
const shown = ({ id, path, size }: { id: string; path: string; size?: number }, draft?: Named) => {
  const url = fileUrl(path, draft);
  return { id, path, name: nameOf(path), size, url, displayURL: url };
};

export class GatewayBackend {
  isGitBackend = () => true;
  status = () => Promise.resolve({ auth: { status: true }, api: { status: true, statusPage: '' } });
  authComponent = () => SignIn;
  restoreUser = () => this.authenticate();
  logout = () => undefined;
  getToken = () => Promise.resolve('');

  async authenticate() {
    const { name, address }: Me = await whoAmI();
    return { name, login: address, email: address, token: '' };
  }

  entriesByFolder = (folder: string, extension: string) => act('entriesByFolder', { folder, extension });
  allEntriesByFolder = this.entriesByFolder;
  entriesByFiles = (files: { path: string }[]) => act('entriesByFiles', { files });
  unpublishedEntries = () => act('unpublishedEntries');

  async getEntry(path: string): Promise<ReadFile> {
    const { found } = await act<{ found: ReadFile | null }>('getEntry', { path });
    if (!found) throw new Error(path);
    return this.#opened(found);
  }

  async unpublishedEntry({ id, collection, slug }: Partial<Named> & { id?: string }) {
    const { draft } = await act<{ draft: object | null }>('unpublishedEntry', id ? { id } : { collection, slug });
    if (!draft) throw new EditorialWorkflowError('no draft', true);
    return draft;
  }

  async unpublishedEntryDataFile(collection: string, slug: string, path: string): Promise<string> {
    return this.#opened(await act<ReadFile>('unpublishedEntryDataFile', { collection, slug, path })).data;
  }

  unpublishedEntryMediaFile = (collection: string, slug: string, path: string, id: string) =>
    Promise.resolve(shown({ id, path }, { collection, slug }));

  async persistEntry(entry: ToSave, options: { collectionName: string; commitMessage: string }) {
    const { dataFiles } = entry;
    const sending = filesToSend(entry);
    const read = Object.fromEntries(dataFiles.map(({ path }) => [path, readOf(path)]));
    const send = async () =>
      act<{ files: Record<string, string> }>('persistEntry', {
        dataFiles: dataFiles.map(({ path, slug, raw }) => ({ path, slug, raw })),
        assets: await Promise.all(sending.map(async ({ path, fileObj }) => ({ path, blob: await sendFile(fileObj) }))),
        options: { collectionName: options.collectionName, commitMessage: options.commitMessage },
        read,
      });
    const { files } = await orTold(dataFiles[0], send, this.#mayKeep(dataFiles[0]?.path ?? ''));
    for (const { path } of dataFiles) setRead(path, files[path] ?? null);
  }

  updateUnpublishedEntryStatus = (collection: string, slug: string, newStatus: string) =>
    act('updateUnpublishedEntryStatus', { collection, slug, newStatus });
  publishUnpublishedEntry = (collection: string, slug: string) => act('publishUnpublishedEntry', { collection, slug });
  deleteUnpublishedEntry = (collection: string, slug: string) => act('deleteUnpublishedEntry', { collection, slug });
  deleteFiles = (paths: string[], commitMessage: string) =>
    deletedOrTold(() => act('deleteFiles', { paths, options: { commitMessage } }));
  /** The page of a draft as it was last saved stands at an address of its own; Decap adds which entry it is. */
  getDeployPreview = () => Promise.resolve({ url: `${location.origin}/admin/anteprima`, status: 'SUCCESS' });

  /** Files are beside entries, and asked for with them: there is no folder for all. */
  async getMedia(mediaFolder?: string) {
    if (!mediaFolder) return [];
    const files = await act<{ id: string; path: string; size: number }[]>('getMedia', { mediaFolder });
    return files.map((file) => shown(file));
  }

  persistMedia = () => Promise.reject(new Error(words.filesInEntries));
  getMediaFile = (path: string) => Promise.resolve(shown({ id: path, path }));

  /** What lets the next save go over another's version; over another's new entry of the same name nobody writes. */
  #mayKeep = (path: string) => (error: GatewayError) => {
    const theirs = error.detail.theirs as { id?: string } | undefined;
    return theirs !== undefined && readOf(path) ? () => setRead(path, theirs.id ?? null) : undefined;
  };

  #opened(file: ReadFile): ReadFile {
    setOpened(file.file.path, file.file.id);
    return file;
  }
}
