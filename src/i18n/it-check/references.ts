/** What entries cite: other entries, pages, decisions, files. */
import { near, type Said } from './said.ts';

export const references = {
  unknownReference: (value: string, collection: string, close: string | undefined): Said => ({
    message: `«${value}» non esiste in «${collection}».`,
    fix: near(close) ?? 'Controllare l’identificativo, o creare la voce.',
  }),
  referenceForm: (value: string): Said => ({
    message: `«${value}» non dice di quale raccolta si tratta.`,
    fix: 'Scrivere «raccolta/identificativo», per esempio «guides/picchi».',
  }),
  unknownPage: (href: string, close: string | undefined): Said => ({
    message: `Il collegamento «${href}» non porta a nessuna pagina.`,
    fix: near(close) ?? 'Controllare il percorso.',
  }),
  unknownAnchor: (anchor: string, close: string | undefined): Said => ({
    message: `Nella pagina non c’è il punto «#${anchor}».`,
    fix: near(close ? `#${close}` : undefined) ?? 'Controllare il titolo a cui il collegamento deve portare.',
  }),
  unknownItem: (id: string, close: string | undefined): Said => ({
    message: `«${id}» non è in nessun verbale.`,
    fix: near(close) ?? 'Controllare l’identificativo della decisione o dell’impegno.',
  }),
  attachmentMissing: (path: string, close: string | undefined): Said => ({
    message: `Il file «${path}» non c’è.`,
    fix: near(close) ?? 'Il percorso parte dalla cartella della voce.',
  }),
  attachmentUnreadable: (path: string): Said => ({
    message: `Il file «${path}» non si può leggere: il suo contenuto non è quello che il nome promette.`,
    fix: 'Aprirlo con il suo programma e salvarlo di nuovo.',
  }),
  attachmentType: (path: string, types: readonly string[]): Said => ({
    message: `Il file «${path}» è di un tipo che non si pubblica.`,
    fix: `Sono ammessi: ${types.map((type) => type.slice(1)).join(', ')}.`,
  }),
  attachmentNoImage: (path: string): Said => ({
    message: `«${path}» non è un’immagine.`,
    fix: 'Per un file da scaricare usare <FileDownload>.',
  }),
  attachmentScript: (path: string): Said => ({
    message: `L’immagine «${path}» contiene programmi o collegamenti attivi.`,
    fix: 'Salvarla di nuovo come SVG semplice, o come PNG.',
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
  duplicateUrl: (url: string, first: string): Said => ({
    message: `L’indirizzo «${url}» è già di «${first}».`,
    fix: 'Cambiare il nome del file, o togliere l’identificativo precedente.',
  }),
  attachmentOwned: (path: string, owner: string): Said => ({
    message: `Il file «${path}» appartiene a «${owner}».`,
    fix: 'Collegare quella voce, oppure mettere una copia del file accanto a questa.',
  }),
};
