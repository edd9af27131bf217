import { pdf, tool } from '../examples.ts';
import { limitOf, MEGABYTE } from '../inspect.ts';
import { defineRule, START } from '../rule.ts';

const megabytes = (bytes: number) => (bytes / MEGABYTE).toFixed(1).replace('.', ',');

export const rule = defineRule({
  severity: 'error',
  title: 'Un file accanto a una voce non è troppo grande',
  explanation:
    'Chi legge dal telefono deve poter scaricare, e l’archivio dei contenuti deve restare leggero. Il limite è di 20 megabyte; la rete può cambiarlo in «network.yaml» con «maxFileMegabytes». Quasi sempre sono le immagini a pesare: si riducono nel documento, prima di salvarlo.',
  valid: { 'tools/modulo/index.mdx': tool('modulo.pdf'), 'tools/modulo/modulo.pdf': pdf(true) },
  invalid: {
    'tools/modulo/index.mdx': tool('modulo.pdf'),
    'tools/modulo/modulo.pdf': () => new Uint8Array(25 * MEGABYTE),
  },
  says: [
    'tools/modulo/modulo.pdf:1:1 Il file è di 25,0 MB, e il limite è di 20 MB. → Ridurre le immagini che contiene, o dividerlo in più file.',
  ],
  check({ attachments, network }, report) {
    const limit = limitOf(network);
    for (const attachment of attachments) {
      const { bytes } = attachment.inspection;
      if (bytes > limit)
        report(attachment, START, {
          message: `Il file è di ${megabytes(bytes)} MB, e il limite è di ${String(limit / MEGABYTE).replace('.', ',')} MB.`,
          fix: 'Ridurre le immagini che contiene, o dividerlo in più file.',
        });
    }
  },
});
