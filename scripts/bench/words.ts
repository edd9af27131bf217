/** Text that reads like Italian and says nothing, from a word list and a small seeded generator. */

/** Gives the next number of a fixed sequence, from 0 (included) to 1. */
export type Draw = () => number;

/** Mulberry32 (public domain): the same seed gives the same draws, everywhere. */
export function drawFrom(seed: number): Draw {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of a list. */
export const pick = <T>(draw: Draw, list: readonly T[]): T => list[Math.floor(draw() * list.length)] as T;

/** A few of a list, all different. */
export function pickSome<T>(draw: Draw, list: readonly T[], count: number): T[] {
  const left = [...list];
  return Array.from({ length: Math.min(count, left.length) }, () => {
    const at = Math.floor(draw() * left.length);
    return left.splice(at, 1)[0] as T;
  });
}

export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const split = (words: string) => words.trim().split(/\s+/);

/** Nouns by the article that each takes in the singular. */
const nouns = Object.entries({
  il: `cittadino documento servizio modulo registro momento turno tempo pagamento certificato tributo trasporto
    permesso giovane volontario regolamento termine calendario protocollo portale contatto centralino risultato
    comune confronto verbale bisogno biglietto reclamo rilascio rinnovo numero canale collega responsabile
    gruppo quartiere fascicolo quesito controllo metodo percorso banco cartello colloquio`,
  lo: `sportello strumento scambio schema scarto sviluppo spazio stato standard smistamento studio stradario`,
  la: `pratica risposta chiamata persona domanda valutazione scadenza iscrizione residenza famiglia regola scheda
    carta firma formazione prova misura decisione riunione sala coda procedura ricevuta segnalazione
    verifica tabella lista sede pagina lettera telefonata giornata settimana consegna correzione sostituzione
    delega proposta nota rilevazione soglia media quota richiesta comunicazione bacheca sperimentazione guida`,
  'l’': `ufficio orario ascolto incontro afflusso ambiente anziano accordo identità operatore indicatore attesa
    anagrafe utente errore appuntamento archiviazione informazione esperienza avviso ente istanza integrazione
    assenza apertura obiettivo esito utenza accoglienza assistenza agenda area autorizzazione organizzazione
    impegno archivio esempio elenco attività`,
}).flatMap(([article, list]) => split(list).map((noun) => ({ article, noun })));

/** Adjectives that are the same for both genders. */
const adjectives = split(`comunale semplice breve semestrale mensile iniziale finale stabile facile
  comprensibile accessibile disponibile digitale generale speciale provinciale regionale essenziale utile possibile
  recente seguente presente precedente urgente frequente diligente paziente cortese normale settimanale annuale
  personale sociale culturale territoriale verificabile misurabile confrontabile sostenibile flessibile
  centrale locale reale ideale formale informale puntuale manuale uguale notevole ragionevole`);

/** Verbs in the third person, each with an object. */
const verbs = split(`riceve controlla registra prepara misura confronta spiega riduce organizza accompagna segue
  completa rinnova trasmette consegna conserva corregge aggiorna verifica propone sceglie ascolta risolve chiude
  apre anticipa sostituisce affianca richiede raccoglie pubblica distribuisce riordina semplifica valuta chiarisce
  ricorda rimanda smista protocolla firma stampa annota riassume elenca precisa migliora sospende riprende`);

const joints = split('e ma mentre quando dove perché se oppure quindi');
const prepositions = split('per con dopo verso senza secondo tra durante presso mediante entro');

/** One of a list, the first ones more often: word frequencies are uneven. */
const pickUneven = <T>(draw: Draw, list: readonly T[]): T =>
  list[Math.floor(Math.min(draw(), draw()) * list.length)] as T;

/** `la scheda`, `l’ufficio comunale`, `il modulo 417`: the numbers make an index as wide as a real one's. */
export function nounPhrase(draw: Draw): string {
  const { article, noun } = pickUneven(draw, nouns);
  const kind = draw();
  const rest =
    kind < 0.35 ? ` ${pickUneven(draw, adjectives)}` : kind < 0.45 ? ` ${1 + Math.floor(draw() * 2000)}` : '';
  return `${article}${article.endsWith('’') ? '' : ' '}${noun}${rest}`;
}

/** Who does what to what, in 8 words or so; as all phrases, without capital and full stop. */
export const clause = (draw: Draw) =>
  `${nounPhrase(draw)} ${pickUneven(draw, verbs)} ${nounPhrase(draw)} ${pick(draw, prepositions)} ${nounPhrase(draw)}`;

const countWords = (text: string) => text.split(' ').length;

/** Sentences of one or two clauses, until there are at least so many words. */
export function paragraph(draw: Draw, words: number): string {
  const sentences: string[] = [];
  for (let left = words; left > 0; ) {
    const text = draw() < 0.4 ? clause(draw) : `${clause(draw)} ${pick(draw, joints)} ${clause(draw)}`;
    sentences.push(`${capitalise(text)}.`);
    left -= countWords(text);
  }
  return sentences.join(' ');
}
