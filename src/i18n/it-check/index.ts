/** What the content check says: what was found, what was expected, how to mend it. */
import { external } from './external.ts';
import { fields } from './fields.ts';
import { files } from './files.ts';
import { references } from './references.ts';
import { text } from './text.ts';

export type { Said } from './said.ts';

export const itCheck = {
  ...files,
  ...fields,
  ...text,
  ...references,
  ...external,
  summary: (errors: number, warnings: number, files: number): string =>
    errors + warnings === 0
      ? `Controllati ${files} file: nessun problema.`
      : `Controllati ${files} file: ${errors === 1 ? '1 errore' : `${errors} errori`}, ${warnings === 1 ? '1 avviso' : `${warnings} avvisi`}.`,
  severity: { error: 'errore', warning: 'avviso' } as const,
  noSuchFile: (path: string) => `Nessun file dei contenuti corrisponde a «${path}».`,
  usage: 'Uso: npm run check -- [--format text|json|github] [--links] [--watch] [PERCORSO …]',
  overlayName: 'Controllo dei contenuti',
  overlayTitle: 'I contenuti hanno errori',
  watching: 'In attesa di modifiche. Per fermare: Ctrl-C.',
  refused: 'I contenuti hanno errori: le edizioni pubblicate prima restano come sono.',
};
