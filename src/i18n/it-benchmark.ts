/** The words of the benchmarking cycle: measurements, commitments, trials, meetings, open data. */

const list = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} e ${parts.at(-1)}`;
const participants = (count: number) => (count === 1 ? '1 partecipante' : `${count} partecipanti`);

export const itBenchmark = {
  list,
  participants,
  units: { percent: '\u00a0%', minutes: '\u00a0min', euro: '\u00a0€', count: '', score: '' } as Record<string, string>,
  indicator: {
    latest: (period: string) => `I valori di ${period}`,
    overTime: 'Nel tempo',
    table: 'Tutti i valori',
    median: 'Mediana della rete',
    quartiles: 'Metà centrale',
    between: (lower: string, upper: string) => `da ${lower} a ${upper}`,
    count: 'Valori',
    noMedian: (count: number, from: number) =>
      count === 1
        ? `Un solo valore: la mediana si calcola da ${from} valori in su.`
        : `${count} valori: la mediana si calcola da ${from} valori in su.`,
    noQuartiles: (from: number) => `si calcola da ${from} valori in su`,
    method:
      'Mediana e quartili sono calcolati su tutti i valori del periodo con interpolazione lineare tra i due più vicini, come la funzione INC.QUARTILE dei fogli di calcolo. La mediana richiede almeno tre valori, i quartili almeno cinque.',
    alphabetical: 'I comuni sono in ordine alfabetico: non è una classifica.',
    provisional: 'provvisorio',
    provisionalMark: 'Cerchio vuoto: valore provvisorio.',
    legend: 'Fascia: metà centrale dei valori. Linea tratteggiata: mediana.',
    dotLabel: (title: string, period: string, count: number, range: string) =>
      `${title}, ${period}: ${count === 1 ? 'un valore' : `${count} valori`}, ${range}. I valori sono nella tabella.`,
    range: (least: string, most: string) => `tra ${least} e ${most}`,
    medianIs: (median: string) => `mediana ${median}`,
    timeLabel: (title: string, points: string) => `${title} nel tempo. ${points}. I valori sono nella tabella.`,
    timeNote: 'La linea spessa è la mediana della rete, la fascia la metà centrale dei valori.',
    timeEach: 'Le linee sottili sono i singoli comuni.',
    timeMany: (count: number) =>
      `Le linee dei ${count} comuni non sono disegnate: si confonderebbero. I valori sono nella tabella.`,
    onePeriod: 'Con un solo periodo non c’è ancora un andamento da mostrare.',
    ofTotal: (numerator: string, denominator: string) => `${numerator} su ${denominator}`,
    note: 'nota',
    notes: 'Note ai valori',
    groups: 'Per dimensione del comune',
    groupsIntro: (period: string) => `Comuni di popolazione simile si confrontano meglio. Valori di ${period}.`,
    group: 'Abitanti',
    unsized: (names: string) => `Senza popolazione indicata: ${names}.`,
    unnamed:
      'Chi ha rilevato questi valori ha scelto di mostrarne i nomi ai soli partecipanti: qui sono senza nome, in ordine di grandezza e arrotondati.',
    withheld: 'I valori sono meno di tre: senza i nomi non si mostrano, perché si capirebbe di chi sono.',
    unnamedIn: (period: string) => `Valori di ${period}, senza nome`,
    restrictedSet: 'solo partecipanti',
    download: 'Scaricare i valori (CSV)',
    scroll: 'La tabella scorre in orizzontale.',
  },
  register: {
    facets: { state: 'Stato', owner: 'A carico di', theme: 'Tema', meeting: 'Incontro', year: 'Anno' },
    commitments: {
      title: 'Impegni',
      purpose: 'Tutto ciò che i partecipanti si sono impegnati a fare agli incontri: chi, entro quando, a che punto.',
      empty:
        'Nessun impegno. Gli impegni si scrivono nel verbale dell’incontro in cui si prendono, e da lì compaiono qui.',
    },
    decisions: {
      title: 'Decisioni',
      purpose:
        'Tutto ciò che la rete ha deciso agli incontri. Ogni decisione ha un numero con cui si cita e un indirizzo.',
      empty:
        'Nessuna decisione. Le decisioni si scrivono nel verbale dell’incontro in cui si prendono, e da lì compaiono qui.',
    },
    carried: 'Impegni ripresi dagli incontri precedenti',
    carriedIntro: 'Erano ancora aperti quando l’incontro si è tenuto. Lo stato è quello di oggi.',
    all: (count: number) => `Tutti e ${count} nel registro degli impegni`,
    closedAt: 'concluso il',
  },
  road: {
    unknown: 'data non nota',
    next: 'Che cosa manca per andare avanti',
    concluded: 'Nulla: il tema è concluso, e ciò che ne resta sono le pratiche qui sotto.',
    ready: 'Nulla: a un incontro si può decidere di passare alla fase successiva.',
    missing: {
      meeting: 'Metterlo all’ordine del giorno di un incontro.',
      priorities: 'Concordare le priorità.',
      lines: 'Fissare le linee d’azione.',
      materials: (lines: string) => `Condividere guide o strumenti per ${lines}.`,
      trials: 'Cominciare una sperimentazione: nessuna è registrata in queste pagine.',
      running: (count: number) =>
        count === 1
          ? 'Concludere la sperimentazione prevista o in corso.'
          : `Concludere ${count} sperimentazioni previste o in corso.`,
      results: (count: number) =>
        count === 1
          ? 'Riportare i risultati di una sperimentazione conclusa.'
          : `Riportare i risultati di ${count} sperimentazioni concluse.`,
      measurements: 'Rilevare gli indicatori che non hanno ancora valori:',
      commitments: (count: number) =>
        count === 1 ? 'Chiudere l’impegno ancora aperto.' : `Chiudere ${count} impegni ancora aperti.`,
      conclusion: 'Confrontare i risultati a un incontro e trarne le conclusioni.',
    },
    sharedOn: 'Che cosa è stato condiviso:',
    nothingShared: 'Nulla è ancora stato condiviso su questa linea.',
    sharedMore: 'Altre guide, manuali e strumenti sul tema',
    trials: 'Chi prova che cosa',
    states: {
      planned: (count: number) => (count === 1 ? 'prevista' : 'previste'),
      trialling: () => 'in corso',
      adopted: (count: number) => (count === 1 ? 'adottata' : 'adottate'),
      dropped: (count: number) => (count === 1 ? 'abbandonata' : 'abbandonate'),
    } as Record<string, (count: number) => string>,
    matrix: (count: number) =>
      count === 1
        ? 'La matrice delle sperimentazioni del tema'
        : `La matrice di tutte e ${count} le sperimentazioni del tema`,
    results: 'I risultati finora',
    unmeasured: 'ancora senza valori.',
    commitments: 'Impegni aperti sul tema',
    meetings: 'Gli incontri in cui se ne è parlato',
    overview: 'A che punto sono i temi',
    overviewCounts: (meetings: number, trials: number, open: number) =>
      [
        meetings === 1 ? '1 incontro' : `${meetings} incontri`,
        trials === 1 ? '1 sperimentazione' : `${trials} sperimentazioni`,
        open === 1 ? '1 impegno aperto' : `${open} impegni aperti`,
      ].join(', '),
    emptyStage: 'Nessun tema in questa fase.',
  },
  municipality: {
    values: 'I valori accanto alla rete',
    value: 'Valore',
    suggestions: 'Che cosa si potrebbe ancora provare',
    suggestionsIntro:
      'Pratiche non ancora provate sui temi a cui il comune partecipa con impegni, sperimentazioni o materiali propri:',
    adoptedBy: 'adottata da',
    allTrials: (count: number) => `Tutte e ${count} le sperimentazioni`,
  },
  meeting: {
    purpose: 'Quando e dove ci si vede, che cosa si confronta su ogni tema, che cosa preparare e che cosa leggere.',
    none: 'Nessun incontro è annunciato: il prossimo si annuncia nel verbale dell’ultimo, e da lì compare qui.',
    noDate: 'data da definire',
    agenda: 'Ordine del giorno e che cosa preparare',
    call: 'Convocazione da stampare',
    callTitle: 'Convocazione',
    callHeading: (number: number) => `Convocazione dell’incontro n. ${number}`,
    callText: 'I partecipanti sono invitati all’incontro della rete che si tiene:',
    themes: 'I temi all’ordine del giorno',
    noThemes: 'I temi non sono ancora stati fissati.',
    trials: 'Sperimentazioni da confrontare:',
    commitments: 'Impegni di cui riferire:',
    nothingYet: 'Nessuna sperimentazione e nessun impegno da riportare.',
    others: 'Altri impegni di cui riferire',
    reading: 'Che cosa leggere prima',
    resultsOf: 'Risultati:',
    openCommitments: 'Impegni ancora aperti: chi li ha presi riferisce',
    nextPoint: 'Data, luogo e temi dell’incontro successivo',
    toPrepare: 'Che cosa preparare',
    print: 'Per stamparla o salvarla come PDF: la stampa del browser.',
    hours: (starts: string, ends: string | undefined) => (ends ? `dalle ${starts} alle ${ends}` : `alle ${starts}`),
  },
  map: {
    label: (count: number) =>
      `Mappa dell’Italia con ${count === 1 ? 'un comune' : `${count} comuni`}: l’elenco è accanto.`,
    note: 'Ogni punto è un comune, o più comuni vicini. Dove la posizione non è indicata, il punto è sul capoluogo della provincia.',
    rings: 'Cerchi vuoti: comuni dimostrativi, che non esistono.',
    source: 'Contorni: Natural Earth; capoluoghi: GeoNames.',
  },
  draft: {
    title: (date: string) =>
      /^[a-z]/.test(date)
        ? `Incontro di ${date}`
        : /^(8|11) /.test(date)
          ? `Incontro dell’${date}`
          : `Incontro del ${date}`,
    discussed: 'Che cosa si è detto, e che cosa si è deciso.',
    carried: 'Impegni ripresi',
    next: 'Prossimo incontro',
    nextText: 'Data, luogo e temi si scrivono nel campo «next».',
  },
  matrix: {
    practice: 'Che cosa si prova',
    table: 'Matrice delle sperimentazioni: pratiche per riga, partecipanti per colonna',
    others: 'Altre sperimentazioni',
    none: 'Nessuna sperimentazione è ancora registrata.',
    untried: 'Che cosa nessuno prova ancora',
    untriedIntro: 'Guide, manuali e strumenti pronti per una sperimentazione.',
  },
  data: {
    same: 'Gli stessi dati in formato aperto:',
    title: 'Dati aperti',
    purpose:
      'Partecipanti, indicatori, rilevazioni, sperimentazioni, incontri, decisioni e impegni come tabelle da scaricare.',
    licence: 'Licenza:',
    format:
      'I file CSV sono in UTF-8, con la virgola tra i campi e il punto nei decimali (RFC 4180): nei fogli di calcolo si aprono con l’importazione da testo. Le date sono come 2012-05-04; se il giorno o il mese non è noto, 2012-05 o 2012.',
    catalogue: 'Metadati del catalogo (DCAT-AP_IT, JSON-LD)',
    dictionary: 'Dizionario dei dati (JSON)',
    rows: (written: string, count: number) => (count === 1 ? 'Una riga' : `${written} righe`),
    changed: (date: string) => `ultima modifica ${date}`,
    columns: (count: number) => `Le ${count} colonne, una per una`,
    column: 'Colonna',
    type: 'Tipo',
    meaning: 'Che cosa dice',
    values: 'Valori',
    types: { text: 'testo', number: 'numero', date: 'data', flag: 'vero o falso', address: 'indirizzo' },
  },
  calendars: {
    title: 'Calendari',
    purpose: 'Incontri e scadenze nel proprio calendario, aggiornati da soli.',
    meetings: 'Aggiungere gli incontri al calendario',
    allMeetings: 'Gli incontri della rete',
    allDueDates: 'Le scadenze di tutti gli impegni',
    ofOne: 'Le scadenze di un partecipante',
    howTitle: 'Come si usa',
    how: [
      'Outlook: Aggiungi calendario, Sottoscrivi dal Web, e incollare l’indirizzo.',
      'Google Calendar: Altri calendari, Da URL, e incollare l’indirizzo.',
      'Thunderbird: Nuovo calendario, Sulla rete, iCalendar, e incollare l’indirizzo.',
    ],
    partial:
      'Un incontro di cui si conosce solo il mese non compare nel calendario finché non ha un giorno. Una scadenza fissata al mese o all’anno sta nell’ultimo giorno utile. Gli orari sono quelli italiani.',
    inside:
      'Gli indirizzi di quest’area chiedono l’accesso: i programmi che non lo sanno dare possono seguire quelli del sito pubblico, o importare il file.',
    dueDates: 'Le scadenze si possono seguire dal proprio calendario:',
    subscribe: 'calendario delle scadenze',
  },
  calendar: {
    meetings: 'incontri',
    dueDates: 'scadenze degli impegni',
    dueDatesOf: (name: string) => `scadenze di ${name}`,
    meeting: (network: string, number: number) => `${network}: incontro n. ${number}`,
    themes: (titles: string) => `Temi: ${titles}.`,
    minutes: 'Il verbale è pubblicato.',
    announced: (title: string) => `Annunciato nel verbale: ${title}.`,
    due: (who: string) => (who ? `Scadenza: ${who}` : 'Scadenza'),
    done: (who: string) => (who ? `Concluso: ${who}` : 'Concluso'),
    by: (date: string) => `Scadenza: ${date}.`,
  },
  trial: {
    comparison: 'Prima e dopo, accanto alla rete',
    label: (title: string, before: string, after: string, range: string) =>
      `${title}: prima ${before}, dopo ${after}. ${range}`,
    network: (period: string, median: string) => `Mediana della rete, ${period}: ${median}`,
    half: (lower: string, upper: string) => `metà centrale da ${lower} a ${upper}`,
    noNetwork: 'Nessuna rilevazione della rete con cui confrontare.',
    few: (count: number) =>
      count === 1
        ? 'Nella rete c’è un solo valore: troppo poco per una mediana.'
        : `Nella rete ci sono ${count} valori: troppo pochi per una mediana.`,
    before: 'prima',
    after: 'dopo',
    unknown: 'non rilevato',
  },
};
