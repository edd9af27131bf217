/** The words of the form by which participants hand in a material. */
export const itHandingIn = {
  title: 'Consegnare un materiale',
  lead: 'Una scheda, un modello, una procedura che può servire agli altri comuni: bastano il file e poche righe. Diventa una bozza, che il coordinatore legge prima di pubblicarla tra gli strumenti.',
  required: 'Sono facoltativi solo i campi che lo dicono.',
  optional: { alternativa: '(facoltativa)', note: '(facoltative)' },
  fields: {
    titolo: 'Titolo',
    scopo: 'A che cosa serve',
    tipo: 'Tipo di materiale',
    temi: 'Temi',
    file: 'File',
    lettura: 'Il file si legge bene con le tecnologie assistive?',
    alternativa: 'Versione accessibile del file',
    note: 'Note per chi lo riceve',
  },
  help: {
    titolo: 'Come lo cercherebbe un collega di un altro comune.',
    scopo: 'Una o due frasi: che cosa contiene e a chi serve.',
    temi: 'Almeno uno.',
    file: (types: string, megabytes: number) => `Al massimo ${megabytes} MB, di uno di questi tipi: ${types}.`,
    lettura: 'Per esempio con un programma che legge lo schermo a chi non vede.',
    alternativa:
      'Serve se la risposta è «No»: un altro file con lo stesso contenuto, per esempio OpenDocument o testo.',
    note: 'Come si usa, che cosa va adattato. Un testo semplice: i segni si vedranno così come sono.',
  },
  choose: 'Scegliere il tipo',
  readings: {
    unknown: 'Non so',
    yes: 'Sì',
    no: 'No: c’è anche una versione accessibile',
  },
  from: (name: string, participant: string | undefined) =>
    participant ? `A nome di ${name}, ${participant}.` : `A nome di ${name}.`,
  submit: 'Consegnare',
  wrong: (count: number) => (count === 1 ? 'C’è una cosa da correggere' : `Ci sono ${count} cose da correggere`),
  fileAgain: 'Il file va scelto di nuovo: il browser non lo tiene.',
  missing: {
    titolo: 'Manca il titolo.',
    scopo: 'Manca una frase che dica a che cosa serve.',
    tipo: 'Scegliere il tipo di materiale.',
    temi: 'Scegliere almeno un tema.',
    file: 'Manca il file.',
    alternativa: 'Il file non è accessibile: serve anche una versione che lo sia.',
  },
  nameless: 'Il titolo ha bisogno di qualche lettera o cifra: da lì viene l’indirizzo della pagina.',
  taken: 'Ci sono già troppi materiali con questo titolo: sceglierne uno che dica in che cosa è diverso.',
  tooLong: (most: number, now: number) =>
    `Il testo è troppo lungo: al massimo ${most.toLocaleString('it')} caratteri, e sono ${now.toLocaleString('it')}.`,
  characters: 'Il testo contiene caratteri che non si vedono: riscriverlo senza incollarlo.',
  badType: (name: string, types: string) => `«${name}» non è di un tipo che si pubblica. Sono ammessi: ${types}.`,
  tooLarge: (name: string, megabytes: number) =>
    `«${name}» è troppo grande: al massimo ${megabytes} MB. Quasi sempre sono le immagini a pesare: ridurle nel documento, o dividerlo.`,
  empty: (name: string) => `«${name}» è vuoto: scegliere quello giusto.`,
  failed:
    'Il materiale non è stato conservato: qualcosa non ha funzionato, e il servizio ne ha preso nota. I testi sono ancora qui: riprovare tra poco.',
  tooOften: 'Troppi invii in poco tempo: si può riprovare tra un’ora.',
  commit: (title: string) => `Materiale consegnato: ${title}`,
  done: {
    title: 'Materiale consegnato',
    thanks: (title: string) => `Grazie: il materiale «${title}» è arrivato.`,
    next: 'Ora è una bozza, e tra gli strumenti ancora non si vede. Il coordinatore la legge, se serve chiede un chiarimento o sistema il testo, e poi la pubblica per i partecipanti.',
    name: 'Nome della bozza',
    advice: 'Che cosa si può migliorare',
    adviceHelp: 'La bozza è arrivata comunque. Se si prepara un file migliore, lo si può mandare al coordinatore.',
    another: 'Consegnare un altro materiale',
    home: 'Tornare all’area dei partecipanti',
  },
  unavailable: {
    text: 'Qui per ora non si possono consegnare materiali: i contenuti di questo servizio si possono leggere, e non cambiare.',
    next: 'Nel frattempo il materiale si può mandare per posta al coordinatore della rete.',
  },
  mail: {
    subject: (title: string) => `Da leggere: ${title}`,
    text: (name: string, title: string, link: string) =>
      `${name} ha consegnato il materiale «${title}». È una bozza, in attesa di essere letta e pubblicata:\n\n${link}\n`,
  },
};
