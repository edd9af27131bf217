/** The words of the editor's forms that the model does not say: those of fields and values are in `src/model`. */
const characters = (max: number) => `al massimo ${new Intl.NumberFormat('it').format(max)} caratteri`;

export const itForms = {
  filesInEntries: 'I file si aggiungono dentro una voce: aprirla, e allegarli lì.',
  refusals: {
    title: 'La voce non è stata salvata',
    notDeleted: 'La voce non è stata eliminata',
    warning: 'Avviso:',
    mine: 'La propria versione',
    theirs: 'La versione dell’altra persona',
    keepMine: 'Tenere la propria',
    back: 'Tornare al testo',
    signIn: 'Entrare di nuovo (in un’altra scheda)',
    help: 'Per tenere qualcosa dell’altra versione, copiarlo da qui nel proprio testo. «Tenere la propria» fa sì che il prossimo salvataggio prenda il posto dell’altra versione, che resta nella storia di git.',
  },
  away: 'Il servizio non risponde: controllare la connessione e riprovare. Il testo resta qui.',
  preview: {
    title: 'Anteprima della pagina',
    waiting: 'Si prepara l’anteprima…',
    nameless: 'Con il titolo compare l’anteprima.',
    errors: 'Ci sono errori da correggere: finché ci sono, l’anteprima resta com’era.',
    failed: 'L’anteprima non si può mostrare adesso: riprova alla prossima modifica.',
  },
  problems: {
    warning: 'Avviso:',
    count: (count: number) =>
      count === 1
        ? 'C’è un errore da correggere prima di salvare.'
        : `Ci sono ${count} errori da correggere prima di salvare.`,
  },
  address: {
    label: 'Indirizzo della pagina',
    hint: 'Cambia solo se serve: chi ha il vecchio indirizzo arriva comunque.',
    later: 'Viene dal titolo, quando la voce si salva la prima volta.',
    change: 'Cambiare indirizzo…',
    name: 'Nuovo nome',
    help: 'Minuscole senza accenti, cifre e trattini. Le voci che citano questa si aggiornano, il vecchio indirizzo porta al nuovo, e tutto è pubblicato subito. Le modifiche non salvate di questa voce si perdono: salvarle e pubblicarle prima.',
    confirm: 'Cambiare e pubblicare',
    busy: 'Si aggiornano le citazioni…',
    cancel: 'Annullare',
    form: 'Servono minuscole senza accenti, cifre e trattini, e un nome diverso da quello di adesso.',
  },
  controls: {
    fold: 'Apri o chiudi questa voce dell’elenco',
    removeItem: 'Togli questa voce dall’elenco',
    moveItem: 'Sposta questa voce dell’elenco',
    preview: 'Anteprima',
  },
  newEntry: {
    nameless:
      'Dal titolo viene l’indirizzo della pagina, e questo non ha né lettere dell’alfabeto latino né cifre: aggiungere almeno una parola.',
    taken: (label: string, id: string, holder: string) =>
      `${label}: l’indirizzo «${id}» è già di ${holder}. Dare un altro titolo, o aprire la voce che c’è già.`,
    entry: (title: string) => `«${title}»`,
    draft: 'una bozza in lavorazione',
  },
  file: {
    none: 'Nessun file',
    choose: 'Scegliere un file…',
    change: 'Cambiare file…',
    remove: 'Togliere',
    failed: 'Il file non si può aggiungere: riprovare, o sceglierne un altro.',
  },
  wholeMissing: 'Scegliere a quale voce appartiene.',
  reference: {
    none: '— nessuna voce —',
    add: 'Aggiungere una voce…',
    loading: 'Si leggono le voci…',
    remove: (title: string) => `Togliere ${title}`,
  },
  /** The first line of commits, as Decap fills it in. */
  commits: {
    create: 'Nuova voce in {{collection}}: {{slug}}',
    update: 'Modifica in {{collection}}: {{slug}}',
    delete: 'Eliminata da {{collection}}: {{slug}}',
    uploadMedia: 'Nuovo file: {{path}}',
    deleteMedia: 'Eliminato il file: {{path}}',
  },
  collectionOf: (collection: string, source: string) => `${collection} · ${source}`,
  /** Parts of entries: a manual's chapters. */
  partsOf: (parts: string, whole: string) => `${parts} (${whole})`,
  partPurpose: (part: string, whole: string) => `Ogni voce è un ${part} e appartiene a un ${whole}.`,
  partFolder: 'La voce a cui appartiene. Si sceglie una volta sola: poi il suo file sta lì.',
  ownOnly: 'Si può modificare soltanto la voce del proprio comune.',
  onlyCoordinator: 'Lo cambia soltanto il coordinatore.',
  restrictedSource: 'In questa fonte tutto è riservato ai partecipanti, qualunque sia la scelta.',
  requiredWithin: (group: string) => `Necessario quando si compila «${group}».`,
  filter: (field: string, value: string) => `${field}: ${value}`,
  year: 'Anno',
  /** An editor that saves to a forge. */
  forge: {
    login: 'Accedi con Forgejo',
    closed: (repo: string) =>
      `Con questo account il repository «${repo}» non si apre, o l’accesso è scaduto. Chi gestisce il repository può dare il permesso di scrivere; poi accedere di nuovo.`,
  },
  body: { label: 'Testo', hint: 'Il contenuto della pagina, sotto il titolo.' },
  hints: {
    date: 'Anche solo il mese o l’anno: «2012-05-04», «2012-05» o «2012».',
    url: 'Con «https://» all’inizio.',
    attachment: 'Un file che sta accanto alla voce: si sceglie tra quelli che ha, o se ne aggiunge uno.',
    /** In place of what the model says for whoever writes files, by the field’s name. */
    fields: {
      version: 'Per esempio «1.0».',
      istat: 'Sei cifre, con gli zeri iniziali: «028037».',
      related: 'Le altre voci che interessano chi legge questa.',
      names: 'Chi può vedere di chi è ciascun valore. A chi non può, il sito mostra i valori senza nome.',
    },
  },
  /** What a value is expected to be, by the code of its pattern; said after the field's name and a colon. */
  patterns: {
    line: (max: number) => `una sola riga, ${characters(max)}, senza caratteri invisibili`,
    characters: (max: number) => `un testo, ${characters(max)}, senza caratteri invisibili`,
    id: () => 'solo lettere senza accenti, cifre, trattini e barre tra un nome e l’altro, come «picchi-di-utenza»',
    slug: () => 'solo minuscole senza accenti, cifre e trattini, come «d-2012-05-1»',
    istat: () => 'sei cifre, con gli zeri iniziali, come «028037»',
    province: () => 'la sigla di due lettere maiuscole, come «PD»',
    time: () => 'due cifre per le ore e due per i minuti, come «09:30»',
    date: () => 'una data come «2012-05-04», un mese come «2012-05» o un anno come «2012»',
    'open-date': () => 'una data, un mese o un anno, come «2012-05-04»; oppure «../2012-05-04», cioè entro quel giorno',
    url: () => 'un indirizzo web che comincia con «https://» o «http://»',
  },
};
