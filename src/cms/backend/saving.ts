/** What every backend does around a save. */
import { besideEntry, nameOf } from '../paths.ts';
import { announce, type Refusal, tell } from '../refusals/refusal.ts';
import { type Found, GatewayError } from './gateway-api.ts';

/** A file that was added to an entry. */
export interface Asset {
  path: string;
  fileObj?: File;
}

/** An entry as Decap saves it. */
export interface ToSave {
  dataFiles: { path: string; slug: string; raw: string; newPath?: string }[];
  assets: Asset[];
}

/** The files that go with an entry, where they are to lie: one that was added and taken out again does not. */
export function filesToSend({ dataFiles, assets }: ToSave): (Asset & { fileObj: File })[] {
  const entryPath = dataFiles[0]?.path ?? '';
  const isCited = (path: string) => dataFiles.some(({ raw }) => raw.includes(nameOf(path)));
  return assets.flatMap((asset) => {
    const { path, fileObj } = asset;
    // Decap's own object goes on: it knows how to read itself.
    return fileObj && isCited(path) ? [Object.assign(asset, { path: besideEntry(path, entryPath), fileObj })] : [];
  });
}

/**
 * Does what is asked; where that is refused, shows why.
 *
 * @param keepMine what lets the next save go over another's, where it may
 */
export async function orTold<Answer>(
  file: ToSave['dataFiles'][number] | undefined,
  asked: () => Promise<Answer>,
  keepMine: (error: GatewayError) => Refusal['keepMine'] = () => undefined,
): Promise<Answer> {
  try {
    return await asked();
  } catch (error) {
    if (error instanceof GatewayError && !error.isTold && file)
      announce(error, { path: file.path, mine: file.raw, keepMine: keepMine(error) });
    throw error;
  }
}

/** Deletes what is asked; where that is refused, shows who still cites it. */
export async function deletedOrTold<Answer>(asked: () => Promise<Answer>): Promise<Answer> {
  try {
    return await asked();
  } catch (error) {
    if (error instanceof GatewayError && !error.isTold) {
      const found = (error.detail.diagnostics as Found[] | undefined) ?? [];
      tell({
        reason: 'deletion',
        message: error.message,
        diagnostics: found.filter(({ severity }) => severity === 'error'),
      });
    }
    throw error;
  }
}
