/** What the content check says: what was found, what was expected, how to mend it. */

/** A message, and the mend where there is one. */
export interface Said {
  message: string;
  fix?: string | undefined;
}

const near = (name: string | undefined) => (name ? `Forse intendevi «${name}»?` : undefined);
const list = (names: readonly string[]) => names.map((name) => `«${name}»`).join(', ');

const expected: Record<string, string> = {
  string: 'un testo',
  number: 'un numero',
  int: 'un numero intero',
  boolean: '«true» oppure «false»',
  array: 'un elenco',
  object: 'un gruppo di campi',
  date: 'una data',
};

const found: Record<string, string> = {
  string: 'un testo',
  number: 'un numero',
  boolean: 'un sì/no',
  array: 'un elenco',
  object: 'un gruppo di campi',
};

const formats: Record<string, Said> = {
  id: {
    message: 'L’identificativo contiene caratteri che non può avere.',
    fix: 'Usare lettere senza accenti, cifre, «-» e «_», con «/» solo tra una cartella e l’altra.',
  },
  slug: { message: 'L’identificativo può avere solo minuscole, cifre e trattini.', fix: 'Per esempio: «d-2012-05-1».' },
  istat: {
    message: 'Il codice ISTAT deve avere sei cifre.',
    fix: 'Scriverlo tra virgolette con gli zeri iniziali, per esempio: "028037".',
  },
  province: { message: 'La provincia va indicata con la sigla di due lettere maiuscole.', fix: 'Per esempio: «PD».' },
  spdx: { message: 'La licenza non è un identificativo SPDX.', fix: 'Per esempio: «CC-BY-4.0».' },
  date: {
    message: 'La data non è valida.',
    fix: 'Scriverla come 2012-05-04; se il giorno non è noto, 2012-05 o 2012.',
  },
  'open-date': {
    message: 'La data non è valida.',
    fix: 'Scriverla come 2012-05-04, 2012-05 o 2012; «../2012-05-04» significa «entro quella data».',
  },
  characters: {
    message: 'Il testo contiene caratteri che non si possono mostrare.',
    fix: 'Riscriverlo senza caratteri di controllo.',
  },
  url: { message: 'L’indirizzo web non è valido.', fix: 'Scriverlo intero, con «https://» all’inizio.' },
  email: { message: 'L’indirizzo di posta elettronica non è valido.' },
};

export const itCheck = {
  // Reading files
  sourceMissing: (path: string): Said => ({
    message: `La cartella dei contenuti «${path}» non esiste o non si può leggere.`,
    fix: 'Controllare POLINET_CONTENT, oppure creare la cartella.',
  }),
  networkMissing: (): Said => ({
    message: 'Manca «network.yaml»: nessuna fonte dice di quale rete si tratta.',
    fix: 'Aggiungerlo alla prima fonte, con almeno nome, motto, descrizione, lingua, coordinatore, contatto e licenza.',
  }),
  topLevelFile: (name: string, close: string | undefined): Said => ({
    message: `«${name}» non è un file che una fonte può avere qui.`,
    fix: near(close) ?? 'Qui stanno «source.yaml», «network.yaml» e le cartelle delle raccolte.',
  }),
  attachmentOwned: (path: string, owner: string): Said => ({
    message: `Il file «${path}» appartiene a «${owner}».`,
    fix: 'Collegare quella voce, oppure mettere una copia del file accanto a questa.',
  }),
  networkTwice: (first: string): Said => ({
    message: `C’è più di un «network.yaml»: il primo è in «${first}».`,
    fix: 'Tenerne uno solo.',
  }),
  unreadable: (): Said => ({
    message: 'Il file non si può leggere.',
    fix: 'Controllare che esista e che i permessi ne consentano la lettura.',
  }),
  notUtf8: (): Said => ({
    message: 'Il file non è in UTF-8: da questo punto i caratteri non si leggono.',
    fix: 'Salvarlo di nuovo scegliendo la codifica UTF-8.',
  }),
  nul: (): Said => ({
    message: 'Il file contiene un carattere nullo (NUL): non è un testo.',
    fix: 'Salvarlo di nuovo come testo UTF-8.',
  }),
  symbolicLink: (): Said => ({
    message: 'Un collegamento simbolico non è ammesso tra i contenuti.',
    fix: 'Mettere al suo posto il file vero.',
  }),
  unknownFolder: (name: string, close: string | undefined): Said => ({
    message: `La cartella «${name}» non è una raccolta.`,
    fix: near(close),
  }),
  wrongFormat: (wanted: string): Said => ({ message: `Le voci di questa raccolta sono file «.${wanted}».` }),
  badFileName: (): Said => ({
    message: 'Il nome del file contiene spazi o caratteri che un indirizzo non può avere.',
    fix: 'Usare lettere senza accenti, cifre, «-» e «_».',
  }),
  tooDeep: (): Said => ({ message: 'Il file è in una cartella troppo profonda per questa raccolta.' }),
  partWithoutWhole: (index: string): Said => ({
    message: `La cartella non ha «${index}»: un capitolo da solo non si pubblica.`,
    fix: `Creare «${index}» con i dati del manuale.`,
  }),
  // YAML and front matter
  frontMatterMissing: (): Said => ({
    message: 'Il file non comincia con i campi della voce.',
    fix: 'La prima riga deve essere «---», seguita dai campi e da un’altra riga «---».',
  }),
  frontMatterOpen: (): Said => ({
    message: 'I campi iniziali non si chiudono.',
    fix: 'Aggiungere una riga «---» dopo l’ultimo campo.',
  }),
  yaml: (code: string): Said => {
    const known: Record<string, Said> = {
      DUPLICATE_KEY: { message: 'Lo stesso campo è scritto due volte.', fix: 'Tenerne uno solo.' },
      TAB_AS_INDENT: { message: 'Il rientro è fatto con una tabulazione.', fix: 'Usare spazi.' },
      BAD_INDENT: {
        message: 'Il rientro di questa riga non corrisponde a quello delle altre.',
        fix: 'Allinearla con spazi.',
      },
      MULTILINE_IMPLICIT_KEY: { message: 'Il nome di un campo deve stare su una riga sola, seguito da «:».' },
      MISSING_CHAR: { message: 'Manca un segno: una virgoletta, una parentesi o i due punti.' },
      BAD_ALIAS: {
        message: 'Un richiamo (*nome) non trova la sua àncora, o ne trova troppe.',
        fix: 'Scrivere il valore per esteso.',
      },
      BLOCK_AS_IMPLICIT_KEY: {
        message: 'La riga ha due volte «: ».',
        fix: 'Se i due punti fanno parte del testo, metterlo tra virgolette.',
      },
    };
    return (
      known[code] ?? {
        message: 'Da qui in poi i campi non si possono leggere.',
        fix: 'Controllare rientri, due punti e virgolette.',
      }
    );
  },
  notFields: (): Said => ({ message: 'Ci si aspetta un elenco di campi nella forma «nome: valore».' }),
  empty: (): Said => ({ message: 'Il file è vuoto.' }),
  // Fields and attributes
  missing: (name: string, label: string | undefined): Said => ({
    message: `Manca ${label && label !== name ? `«${name}» (${label})` : `«${name}»`}.`,
    fix: 'È obbligatorio: aggiungerlo.',
  }),
  unknownField: (name: string, close: string | undefined): Said => ({
    message: `«${name}» non è un campo previsto qui.`,
    fix: near(close) ?? 'Toglierlo, o controllarne il nome.',
  }),
  unknownAttribute: (name: string, close: string | undefined): Said => ({
    message: `«${name}» non è un attributo di questo componente.`,
    fix: near(close) ?? 'Toglierlo, o controllarne il nome.',
  }),
  wrongType: (want: string, got: string): Said => ({
    message: `Ci si aspetta ${expected[want] ?? want}, e qui c’è ${found[got] ?? got}.`,
  }),
  wrongChoice: (value: string, values: readonly string[], close: string | undefined): Said => ({
    message: `«${value}» non è tra i valori ammessi: ${list(values)}.`,
    fix: near(close),
  }),
  tooShort: (): Said => ({ message: 'Il valore è vuoto.', fix: 'Scriverlo, o togliere il campo se è facoltativo.' }),
  tooLong: (limit: number): Said => ({ message: `Il testo è troppo lungo: al massimo ${limit} caratteri.` }),
  tooSmall: (limit: number): Said => ({ message: `Il valore è troppo piccolo: almeno ${limit}.` }),
  tooBig: (limit: number): Said => ({ message: `Il valore è troppo grande: al massimo ${limit}.` }),
  badFormat: (format: string): Said => formats[format] ?? { message: 'Il valore non ha la forma prevista.' },
  badValue: (): Said => ({ message: 'Il valore non è valido.' }),
  // MDX
  mdxSyntax: (code: string): Said =>
    code.includes('closing tag')
      ? {
          message: 'Un componente non è chiuso, o è chiuso da un’etichetta diversa.',
          fix: 'Controllare che a ogni <Nome> corrisponda </Nome>.',
        }
      : code.includes('closing brace') || code.includes('expression')
        ? { message: 'Una parentesi graffa «{» non si chiude.', fix: 'Se è testo, scrivere «\\{».' }
        : {
            message: 'Da qui in poi il testo non si può leggere.',
            fix: 'Se «<» o «{» sono testo, scriverli «\\<» e «\\{».',
          },
  tooNested: (): Said => ({
    message: 'Il testo ha troppi livelli uno dentro l’altro.',
    fix: 'Ridurre i livelli di elenchi, citazioni e componenti.',
  }),
  code: (): Said => ({
    message: 'Nei contenuti non sono ammessi «import» ed «export».',
    fix: 'I componenti si usano senza importarli.',
  }),
  expression: (): Said => ({
    message: 'Le espressioni tra graffe non sono ammesse.',
    fix: 'Scrivere il valore per esteso; se la graffa è testo, scrivere «\\{».',
  }),
  rawHtml: (name: string): Said => ({
    message: `L’etichetta HTML <${name}> non è ammessa.`,
    fix: 'Usare il Markdown o uno dei componenti.',
  }),
  unknownComponent: (name: string, close: string | undefined): Said => ({
    message: `Il componente <${name}> non esiste.`,
    fix: near(close) ?? 'L’elenco dei componenti è nelle pagine di aiuto.',
  }),
  noChildren: (name: string): Said => ({
    message: `<${name}> non può contenere altro.`,
    fix: `Scrivere <${name} … /> senza contenuto.`,
  }),
  needsChildren: (name: string): Said => ({
    message: `<${name}> è vuoto.`,
    fix: `Scrivere il contenuto tra <${name}> e </${name}>.`,
  }),
  onlyInside: (name: string, parent: string): Said => ({ message: `<${name}> può stare solo dentro <${parent}>.` }),
  onlyChildren: (name: string, child: string): Said => ({ message: `<${name}> può contenere solo <${child}>.` }),
  wrongPlace: (name: string, inline: boolean): Said => ({
    message: inline
      ? `<${name}> va scritto dentro una riga di testo.`
      : `<${name}> va su righe proprie, non dentro una riga di testo.`,
    fix: inline ? undefined : 'Lasciare una riga vuota prima e dopo.',
  }),
  stepsList: (): Said => ({
    message: '<Steps> deve contenere un solo elenco numerato.',
    fix: 'Cominciare le righe con «1.», «2.», «3.».',
  }),
  heading: (found: number, wanted: number): Said => ({
    message: `Un titolo di livello ${found} qui non è al suo posto: ci si aspetta il livello ${wanted}.`,
    fix: `Usare ${'#'.repeat(wanted)}: i livelli non si saltano, e il primo livello è il titolo della pagina.`,
  }),
  imageAlt: (): Said => ({
    message: 'L’immagine non ha un testo alternativo.',
    fix: 'Scrivere tra le parentesi quadre che cosa mostra: ![descrizione](file.png).',
  }),
  badLink: (href: string): Said => ({
    message: `Il collegamento «${href}» non è ammesso.`,
    fix: 'Sono ammessi gli indirizzi https, http, mailto e tel, le pagine del sito e i file accanto alla voce.',
  }),
  // References
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
  // Reporting
  summary: (errors: number, warnings: number, files: number): string =>
    errors + warnings === 0
      ? `Controllati ${files} file: nessun problema.`
      : `Controllati ${files} file: ${errors === 1 ? '1 errore' : `${errors} errori`}, ${warnings === 1 ? '1 avviso' : `${warnings} avvisi`}.`,
  severity: { error: 'errore', warning: 'avviso' } as const,
  noSuchFile: (path: string) => `Nessun file dei contenuti corrisponde a «${path}».`,
  usage: 'Uso: npm run check -- [--format text|json] [PERCORSO …]',
  refused: 'I contenuti hanno errori: le edizioni pubblicate prima restano come sono.',
};

export type CheckMessages = typeof itCheck;
