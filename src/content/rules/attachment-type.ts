import { guide, svg } from '../examples.ts';
import { extensionOf, TYPES } from '../inspect.ts';
import { defineRule, START } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'I file accanto alle voci sono di un tipo che si pubblica',
  explanation:
    'Si pubblicano documenti, fogli, presentazioni, testi, archivi e immagini dei tipi più comuni. Non si pubblicano pagine HTML, programmi e altri file che un browser o un computer eseguirebbe. Nel testo si mostrano solo immagini: ogni altro file si offre con <FileDownload>.',
  valid: { 'guides/attese.mdx': guide('', '![La fila](fila.svg)'), 'guides/fila.svg': svg() },
  invalid: {
    'guides/attese.mdx': guide('', '[Il programma](conta.exe)\n\n![La fila](fila.txt)'),
    'guides/conta.exe': 'MZ',
    'guides/fila.txt': 'Una fila',
  },
  says: [
    'guides/attese.mdx:13:1 «fila.txt» non è un’immagine. → Per un file da scaricare usare <FileDownload>.',
    'guides/conta.exe:1:1 I file «.exe» non si pubblicano. → Sono ammessi: pdf, docx, xlsx, pptx, odt, ods, odp, csv, txt, ics, zip, png, jpg, jpeg, gif, webp, avif, svg.',
  ],
  check({ attachments }, report) {
    for (const attachment of attachments) {
      const extension = extensionOf(attachment.file);
      if (TYPES.includes(extension)) continue;
      report(attachment, START, {
        message: extension ? `I file «${extension}» non si pubblicano.` : 'Il nome del file non dice di che tipo è.',
        fix: `Sono ammessi: ${TYPES.map((type) => type.slice(1)).join(', ')}.`,
      });
    }
  },
});
