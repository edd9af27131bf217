/** Fields and attributes: their syntax, names, types and formats. */
import { near, type Said } from './said.ts';

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

/** How to mend a value of another type, by what is wanted and what is there. */
const mends: Record<string, string> = {
  'string number': 'Scriverlo tra virgolette.',
  'string boolean': 'Scriverlo tra virgolette.',
  'number string': 'Scriverlo in cifre, senza virgolette.',
  'array string': 'Metterlo tra parentesi quadre, anche se è uno solo.',
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
  practice: { message: 'Qui ci vuole una pratica.', fix: 'Per esempio: «guides/picchi», «manuals/…» o «tools/…».' },
  whole: { message: 'Qui ci vuole un numero intero, scritto in cifre.', fix: 'Per esempio: «4».' },
  time: { message: 'L’ora si scrive con due cifre per le ore e due per i minuti.', fix: 'Per esempio: «09:30».' },
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
  line: {
    message: 'Qui ci vuole una riga sola, di caratteri che si vedono.',
    fix: 'Togliere gli a capo, e riscrivere il testo senza caratteri invisibili.',
  },
  characters: {
    message: 'Il testo contiene caratteri che non si possono mostrare.',
    fix: 'Riscriverlo senza caratteri di controllo.',
  },
  url: { message: 'L’indirizzo web non è valido.', fix: 'Scriverlo intero, con «https://» all’inizio.' },
  email: { message: 'L’indirizzo di posta elettronica non è valido.' },
};

export const fields = {
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
      GROUP_AS_KEY: {
        message: 'Una parentesi graffa o quadra comincia un gruppo di campi, e qui non ci può stare.',
        fix: 'Se fa parte del testo, metterlo tra virgolette.',
      },
      TAG_RESOLVE_FAILED: {
        message: 'Il segno «!» qui introduce un tipo di valore che non è ammesso.',
        fix: 'Se fa parte del testo, metterlo tra virgolette.',
      },
      DUPLICATE_KEY: { message: 'Lo stesso campo è scritto due volte.', fix: 'Tenerne uno solo.' },
      TAB_AS_INDENT: { message: 'Il rientro è fatto con una tabulazione.', fix: 'Usare spazi.' },
      BAD_INDENT: {
        message: 'Il rientro di questa riga non corrisponde a quello delle altre.',
        fix: 'Allinearla con spazi; se sopra si apre una parentesi, controllare che si chiuda.',
      },
      MULTILINE_IMPLICIT_KEY: { message: 'Il nome di un campo deve stare su una riga sola, seguito da «:».' },
      MISSING_CHAR: {
        message: 'Manca un segno: una virgoletta, una parentesi, o i due punti con uno spazio dopo.',
        fix: 'Controllare questa riga e quelle sopra.',
      },
      BAD_ALIAS: {
        message: 'Un valore che comincia con «*» richiama un altro valore, che non si trova o si ripete troppe volte.',
        fix: 'Se è testo, metterlo tra virgolette; altrimenti scrivere il valore per esteso.',
      },
      BLOCK_AS_IMPLICIT_KEY: {
        message: 'La riga ha due volte «: », oppure il suo rientro è diverso da quello delle altre.',
        fix: 'Se i due punti fanno parte del testo, metterlo tra virgolette; altrimenti allineare le righe con spazi.',
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
  empty: (): Said => ({ message: 'Il file è vuoto.', fix: 'Scriverne i campi, o toglierlo.' }),
  /** @param name a field, or a position in a list */
  missing: (name: string, label: string | undefined): Said =>
    /^\d+$/.test(name)
      ? { message: 'Una riga dell’elenco è vuota.', fix: 'Scriverla, o toglierla.' }
      : {
          message: `Manca ${label && label !== name ? `«${name}» (${label})` : `«${name}»`}.`,
          fix: 'È obbligatorio: aggiungerlo.',
        },
  unknownField: (name: string, close: string | undefined): Said => ({
    message: `«${name}» non è un campo previsto qui.`,
    fix: near(close) ?? 'Toglierlo, o controllarne il nome.',
  }),
  unknownAttribute: (name: string, close: string | undefined): Said => ({
    message: `«${name}» non è un attributo di questo componente.`,
    fix: near(close) ?? 'Toglierlo, o controllarne il nome.',
  }),
  attributeTwice: (name: string): Said => ({
    message: `L’attributo «${name}» è scritto due volte.`,
    fix: 'Tenerne uno solo.',
  }),
  /** A number that Italian, but not YAML, reads as one. */
  decimalComma: (value: string): Said => ({
    message: `«${value}» non si legge come un numero.`,
    fix: `I decimali hanno il punto: ${value.replace(',', '.')}.`,
  }),
  wrongType: (want: string, got: string): Said => ({
    message: `Ci si aspetta ${expected[want] ?? want}, e qui c’è ${want === 'int' && got === 'number' ? 'un numero con decimali' : (found[got] ?? got)}.`,
    fix: mends[`${want} ${got}`],
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
};
