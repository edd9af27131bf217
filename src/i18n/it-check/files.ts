/** Sources, their files, and how those are named. */
import { near, type Said } from './said.ts';

export const files = {
  networkMissing: (): Said => ({
    message: 'Manca «network.yaml»: nessuna fonte dice di quale rete si tratta.',
    fix: 'Aggiungerlo alla prima fonte, con almeno nome, motto, descrizione, lingua, coordinatore, contatto e licenza.',
  }),
  topLevelFile: (name: string, close: string | undefined): Said => ({
    message: `«${name}» non è un file che una fonte può avere qui.`,
    fix: near(close) ?? 'Qui stanno «source.yaml», «network.yaml» e le cartelle delle raccolte.',
  }),
  networkTwice: (first: string): Said => ({
    message: `C’è più di un «network.yaml»: il primo è in «${first}».`,
    fix: 'Tenerne uno solo.',
  }),
  tooLongFile: (bytes: number, limit: number): Said => ({
    message: `Il file è di ${Math.ceil(bytes / 1000)} kB, e al massimo può essere di ${limit / 1000} kB.`,
    fix: 'Dividerlo in più voci, o in capitoli di un manuale.',
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
    fix: near(close) ?? 'Ogni file sta nella cartella di una raccolta, accanto alla voce che lo usa.',
  }),
  wrongFormat: (wanted: string): Said => ({
    message: `Le voci di questa raccolta sono file «.${wanted}».`,
    fix: `Dare al file l’estensione «.${wanted}», o metterlo nella cartella giusta.`,
  }),
  badFileName: (): Said => ({
    message: 'Il nome del file, o della sua cartella, contiene spazi o caratteri che un indirizzo non può avere.',
    fix: 'Usare lettere senza accenti, cifre, «-» e «_», cominciando con una lettera o una cifra.',
  }),
  tooDeep: (): Said => ({ message: 'Il file è in una cartella troppo profonda per questa raccolta.' }),
  partWithoutWhole: (index: string): Said => ({
    message: `La cartella non ha «${index}»: un capitolo da solo non si pubblica.`,
    fix: `Creare «${index}» con i dati del manuale.`,
  }),
};
