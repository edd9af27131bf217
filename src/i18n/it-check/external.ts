/** Links out of the site. */
import type { Said } from './said.ts';

const reasons = {
  timeout: 'non ha risposto in tempo',
  name: 'è su un sito che non esiste',
  other: 'non si raggiunge',
} as const;

const correct = 'Cercare il nuovo indirizzo della pagina, o togliere il collegamento.';
const later = 'Provarlo con un browser: se si apre, non serve cambiare nulla.';

export const external = {
  linkGone: (url: string, status: number): Said & { fix: string } => ({
    message: `L’indirizzo «${url}» non esiste più (${status}).`,
    fix: correct,
  }),
  linkRefused: (url: string, status: number): Said & { fix: string } => ({
    message: `L’indirizzo «${url}» risponde con un errore (${status}).`,
    fix: later,
  }),
  linkUnreachable: (url: string, reason: keyof typeof reasons): Said & { fix: string } => ({
    message: `L’indirizzo «${url}» ${reasons[reason]}.`,
    fix: reason === 'name' ? correct : later,
  }),
  linkMoved: (url: string, to: string): Said & { fix: string } => ({
    message: `L’indirizzo «${url}» rimanda altrove.`,
    fix: `Se è lo stesso contenuto, scrivere «${to}».`,
  }),
  linkProgress: (done: number, of: number): string => `Indirizzi provati: ${done} di ${of}`,
};
