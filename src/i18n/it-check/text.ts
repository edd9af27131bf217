/** What a text may hold. */
import { near, type Said } from './said.ts';

/** What the parser's own messages mean; the first that fits. */
const syntax: [RegExp, Said][] = [
  [
    /closing tag for `<[a-z]/,
    { message: 'Qui c’è un’etichetta HTML, che non è ammessa.', fix: 'Usare il Markdown o uno dei componenti.' },
  ],
  [
    /closing tag/,
    {
      message: 'Un componente non è chiuso, o è chiuso da un’etichetta diversa.',
      fix: 'Controllare che a ogni <Nome> corrisponda </Nome>; intorno a più paragrafi stanno ciascuno su una riga propria.',
    },
  ],
  [
    /to create a comment/,
    { message: 'I commenti HTML non sono ammessi.', fix: 'Scrivere {/* nota */}: nella pagina non si vede.' },
  ],
  [/closing brace/, { message: 'Una parentesi graffa «{» non si chiude.', fix: 'Se è testo, scrivere «\\{».' }],
  [/expression/, { message: 'Quello che sta tra graffe non si può leggere.', fix: 'Se è testo, scrivere «\\{».' }],
  [
    /valid JSX tag/,
    {
      message: 'Dopo «<» qui non c’è un componente che si possa leggere.',
      fix: 'Se «<» è testo, scrivere «\\<»; se è un collegamento, [parole](indirizzo); gli attributi vanno tra virgolette diritte.',
    },
  ],
];

export const text = {
  mdxSyntax: (code: string): Said =>
    syntax.find(([known]) => known.test(code))?.[1] ?? {
      message: 'Da qui in poi il testo non si può leggere.',
      fix: 'Se «<» o «{» sono testo, scriverli «\\<» e «\\{».',
    },
  tooNested: (): Said => ({
    message: 'Il testo ha troppi livelli uno dentro l’altro.',
    fix: 'Ridurre i livelli di elenchi, citazioni e componenti.',
  }),
  code: (): Said => ({
    message: 'Nei contenuti non sono ammessi «import» ed «export».',
    fix: 'I componenti si usano senza importarli; se è testo, non cominciare il paragrafo con quella parola.',
  }),
  expression: (): Said => ({
    message: 'Le espressioni tra graffe non sono ammesse.',
    fix: 'Scrivere il valore per esteso; se la graffa è testo, scrivere «\\{».',
  }),
  rawHtml: (name: string, close?: string): Said => ({
    message: `L’etichetta HTML <${name}> non è ammessa.`,
    fix: near(close && `<${close}>`) ?? 'Usare il Markdown o uno dei componenti.',
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
  wideTable: (most: number): Said => ({
    message: `La tabella ha più di ${most} colonne.`,
    fix: 'Dividerla in più tabelle, o offrirla come foglio di calcolo da scaricare.',
  }),
  inlineOnly: (name: string): Said => ({
    message: `<${name}> può contenere solo parole, non titoli, elenchi o tabelle.`,
    fix: 'Scriverlo dentro una riga di testo.',
  }),
  linkInLink: (): Said => ({
    message: 'Un collegamento non può stare dentro un altro.',
    fix: 'Tenere solo il più interno, o separarli.',
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
    message: href === '' ? 'Il collegamento non ha un indirizzo.' : `Il collegamento «${href}» non è ammesso.`,
    fix: 'Sono ammessi gli indirizzi https, http, mailto e tel, le pagine del sito e i file accanto alla voce.',
  }),
};
