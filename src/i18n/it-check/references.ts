/** What entries cite: other entries, pages, decisions, files. */
import { near, type Said } from './said.ts';

/** How to write what was probably meant, where a path is no path of a file. */
function mendPath(path: string): string {
  if (/^https?:/i.test(path))
    return 'Le immagini si mettono nella cartella della voce: non si mostrano quelle di altri siti.';
  if (/^www\./i.test(path)) return `Se è un sito, scrivere anche «https://»: «https://${path}».`;
  if (path.includes('@')) return `Se è un indirizzo di posta, scrivere «mailto:${path}».`;
  if (/(?:^|\/)[\w-]+$/.test(path)) return `Se è una voce, scrivere anche l’estensione: «${path}.mdx».`;
  return 'Il percorso parte dalla cartella della voce.';
}

export const references = {
  unknownReference: (value: string, collection: string, close: string | undefined): Said => ({
    message: `«${value}» non esiste in «${collection}».`,
    fix: near(close) ?? 'Controllare l’identificativo, o creare la voce.',
  }),
  referenceForm: (value: string, close: string | undefined): Said => ({
    message: value.includes('/')
      ? `«${value}» non comincia con il nome di una raccolta.`
      : `«${value}» non dice di quale raccolta si tratta.`,
    fix: near(close) ?? 'Scrivere «raccolta/identificativo», per esempio «guides/picchi».',
  }),
  unknownPeriod: (id: string, period: string, known: readonly string[]): Said => ({
    message: `L’indicatore «${id}» non ha rilevazioni per «${period}».`,
    fix:
      known.length === 0 ? 'Togliere il periodo.' : `Quelle che ci sono: ${known.map((one) => `«${one}»`).join(', ')}.`,
  }),
  unknownPage: (href: string, close: string | undefined): Said => ({
    message: `Il collegamento «${href}» non porta a nessuna pagina.`,
    fix: near(close) ?? 'Controllare il percorso.',
  }),
  unknownAnchor: (anchor: string, close: string | undefined): Said => ({
    message: `Nella pagina non c’è il punto «#${anchor}».`,
    fix: near(close ? `#${close}` : undefined) ?? 'Controllare il titolo a cui il collegamento deve portare.',
  }),
  unknownItem: (id: string, kind: 'decisions' | 'actions', close: string | undefined): Said => ({
    message: `Nessun verbale ha ${kind === 'decisions' ? 'una decisione' : 'un impegno'} «${id}».`,
    fix: near(close) ?? 'Controllare l’identificativo della decisione o dell’impegno.',
  }),
  attachmentMissing: (path: string, close: string | undefined): Said => ({
    message: `Il file «${path}» non c’è.`,
    fix: near(close) ?? mendPath(path),
  }),
  attachmentNoImage: (path: string): Said => ({
    message: `«${path}» non è un’immagine.`,
    fix: 'Per un file da scaricare usare <FileDownload>.',
  }),
  attachmentOutside: (path: string): Said => ({
    message: `«${path}» esce dalla cartella della voce.`,
    fix: 'Mettere il file accanto alla voce che lo usa.',
  }),
  duplicateId: (first: string): Said => ({
    message: `La stessa voce è già in «${first}».`,
    fix: 'Dare a una delle due un altro identificativo, cioè un altro nome di file.',
  }),
  duplicateItem: (id: string, first: string): Said => ({
    message: `L’identificativo «${id}» è già usato in «${first}».`,
    fix: 'Decisioni e impegni hanno identificativi unici in tutta la rete.',
  }),
  takenAnchor: (id: string): Said => ({
    message: `«${id}» è già il nome di un altro punto della pagina.`,
    fix: 'Dare alla decisione o all’impegno un altro identificativo, per esempio «d-2012-05-1».',
  }),
  duplicateUrl: (url: string, first: string): Said => ({
    message: `L’indirizzo «${url}» è già di «${first}».`,
    fix: 'Cambiare il nome del file, o togliere l’identificativo precedente.',
  }),
  attachmentOwned: (path: string, owner: string): Said => ({
    message: `Il file «${path}» appartiene a «${owner}».`,
    fix: 'Collegare quella voce, oppure mettere una copia del file accanto a questa.',
  }),
};
