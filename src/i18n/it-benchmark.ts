/** The words of the benchmarking cycle: measurements, commitments, trials, meetings, open data. */

/** A date after «di»: «di giugno 2026», «del 2026», «del 4 maggio 2012», «dell’8 maggio 2012». */
const ofDate = (date: string) =>
  /^[a-z]/.test(date) ? `di ${date}` : /^(8|11) /.test(date) ? `dell’${date}` : `del ${date}`;
const list = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} e ${parts.at(-1)}`;
const counted = (count: number, none: string, one: string, many: string) =>
  count === 0 ? none : count === 1 ? one : `${count} ${many}`;
const participants = (count: number) => (count === 1 ? '1 partecipante' : `${count} partecipanti`);

export const itBenchmark = {
  list,
  participants,
  units: { percent: '\u00a0%', minutes: '\u00a0min', euro: '\u00a0€', count: '', score: '' } as Record<string, string>,
  indicator: {
    latest: (period: string) => `I valori ${ofDate(period)}`,
    overTime: 'Nel tempo',
    table: 'Tutti i valori',
    median: 'Mediana della rete',
    quartiles: 'Metà centrale',
    between: (lower: string, upper: string) => `da ${lower} a ${upper}`,
    count: 'Valori',
    noMedian: (count: number, from: number) =>
      count === 1
        ? `Un solo valore: per la mediana ne servono almeno ${from}.`
        : `${count} valori: per la mediana ne servono almeno ${from}.`,
    noQuartiles: (from: number) => `servono almeno ${from} valori`,
    method:
      'La mediana è il valore che sta in mezzo: metà dei valori è più bassa, metà più alta. La metà centrale va dal primo al terzo quartile. Si calcolano su tutti i valori del periodo, con interpolazione lineare tra i due più vicini, come fa la funzione INC.QUARTILE dei fogli di calcolo. Per la mediana servono almeno tre valori, per i quartili almeno cinque.',
    alphabetical: 'I comuni sono in ordine alfabetico: non è una classifica.',
    provisionalMark: 'Cerchio vuoto: valore provvisorio.',
    legendHalf: 'Fascia: metà centrale dei valori.',
    legendMedian: 'Linea tratteggiata: mediana della rete.',
    dotLabel: (title: string, period: string, said: string) => `${title}, ${period}: ${said}.`,
    one: (value: string) => `un valore, ${value}`,
    range: (count: number, least: string, most: string) => `${count} valori, da ${least} a ${most}`,
    medianIs: (median: string) => `mediana ${median}`,
    noMedianIn: (count: number) => (count === 1 ? 'un solo valore' : `${count} valori, nessuna mediana`),
    timeLabel: (title: string, points: string) => `${title} nel tempo. ${points}.`,
    timeNote: 'La linea spessa è la mediana della rete; la fascia è la metà centrale dei valori.',
    timeEach: 'Le linee sottili sono i singoli comuni.',
    timeMany: (count: number) =>
      `Le linee dei singoli comuni (${count}) non sono disegnate, perché si confonderebbero. I valori sono nella tabella.`,
    ofTotal: (numerator: string, denominator: string) => `${numerator} su ${denominator}`,
    note: 'nota',
    notes: 'Note ai valori',
    groups: 'Per dimensione del comune',
    groupsIntro: (period: string) => `Comuni di popolazione simile si confrontano meglio. Valori ${ofDate(period)}.`,
    group: 'Dimensione',
    groupMedian: 'Mediana del gruppo',
    unsized: (names: string) => `Senza popolazione indicata: ${names}.`,
    unnamed:
      'I nomi dei comuni a cui si riferiscono questi valori sono visibili ai soli partecipanti. Qui i valori sono senza nome, arrotondati e dal più basso al più alto.',
    withheld: 'I valori sono meno di tre e non si mostrano nemmeno senza nome: si capirebbe di quali comuni sono.',
    unnamedIn: (period: string) => `Valori ${ofDate(period)}, senza nome`,
    restrictedSet: 'solo partecipanti',
    download: 'Scaricare i valori (CSV)',
  },
  register: {
    facets: { state: 'Stato', owner: 'A carico di', theme: 'Tema', meeting: 'Incontro', year: 'Anno' },
    commitments: {
      title: 'Impegni',
      purpose: 'Gli impegni presi dai partecipanti agli incontri: chi fa che cosa, entro quando, a che punto è.',
      empty:
        'Nessun impegno. Gli impegni si scrivono nel verbale dell’incontro in cui si prendono, e da lì compaiono qui.',
    },
    decisions: {
      title: 'Decisioni',
      purpose:
        'Tutto ciò che la rete ha deciso agli incontri. Ogni decisione ha un identificativo con cui citarla e un indirizzo proprio.',
      empty:
        'Nessuna decisione. Le decisioni si scrivono nel verbale dell’incontro in cui si prendono, e da lì compaiono qui.',
    },
    carried: 'Impegni ripresi dagli incontri precedenti',
    carriedIntro: 'Presi prima e non ancora conclusi alla data dell’incontro. Lo stato è quello di oggi.',
    all: (count: number) => `Tutti e ${count} nel registro degli impegni`,
    stage: (name: string) => `nuova fase: ${name.toLowerCase()}`,
    practice: 'da provare:',
    closedAt: 'conclusione:',
    others: 'Gli altri sono nel registro degli impegni',
  },
  road: {
    unknown: 'data non nota',
    next: 'Che cosa manca per andare avanti',
    concluded: 'Nulla: il tema è concluso. Restano le pratiche elencate qui sotto.',
    ready: 'Nulla: la rete può decidere, a un incontro, di passare alla fase successiva.',
    missing: {
      meeting: 'Metterlo all’ordine del giorno di un incontro.',
      priorities: 'Concordare le priorità.',
      lines: 'Fissare le linee d’azione.',
      materials: (lines: string) => `Condividere guide o strumenti per ${lines}.`,
      trials: 'Registrare una sperimentazione: in queste pagine non ce n’è ancora nessuna.',
      running: (count: number) =>
        count === 1
          ? 'Concludere la sperimentazione prevista o in corso.'
          : `Concludere le ${count} sperimentazioni previste o in corso.`,
      results: (count: number) =>
        count === 1
          ? 'Riportare i risultati della sperimentazione conclusa.'
          : `Riportare i risultati delle ${count} sperimentazioni concluse che non ne hanno.`,
      measurements: 'Rilevare gli indicatori che non hanno ancora valori:',
      commitments: (count: number) =>
        count === 1 ? 'Concludere l’impegno ancora aperto.' : `Concludere gli impegni ancora aperti: ${count}.`,
      conclusion: 'Confrontare i risultati a un incontro e trarne le conclusioni.',
    },
    sharedOn: 'Che cosa è stato condiviso:',
    nothingShared: 'Su questa linea non è ancora stato condiviso nulla.',
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
    unmeasured: 'Ancora senza valori.',
    commitments: 'Impegni aperti sul tema',
    meetings: 'Gli incontri in cui se ne è parlato',
    overviewCounts: (meetings: number, trials: number, open: number) =>
      [
        counted(meetings, 'nessun incontro', '1 incontro', 'incontri'),
        counted(trials, 'nessuna sperimentazione', '1 sperimentazione', 'sperimentazioni'),
        counted(open, 'nessun impegno aperto', '1 impegno aperto', 'impegni aperti'),
      ].join(', '),
    emptyStage: 'Nessun tema in questa fase.',
  },
  municipality: {
    values: 'I valori a confronto con la rete',
    value: 'Valore',
    suggestions: 'Che cosa si potrebbe ancora provare',
    suggestionsIntro:
      'Pratiche che il comune non ha ancora provato, sui temi che segue con impegni, sperimentazioni o materiali propri:',
    adoptedBy: 'adottata da',
    allTrials: (count: number) => `Tutte e ${count} le sperimentazioni`,
  },
  meeting: {
    purpose: 'Quando e dove si tiene, che cosa si confronta su ogni tema, che cosa preparare e che cosa leggere.',
    none: 'Nessun incontro è ancora annunciato. Il prossimo compare qui quando l’ultimo verbale ne indica la data o i temi.',
    noDate: 'data da definire',
    agenda: 'Ordine del giorno e che cosa preparare',
    call: 'Convocazione da stampare',
    callTitle: 'Convocazione',
    callHeading: (number: number) => `Convocazione dell’incontro n. ${number}`,
    callText: 'I partecipanti sono invitati all’incontro della rete, nel giorno e nel luogo indicati.',
    themes: 'I temi all’ordine del giorno',
    noThemes: 'I temi non sono ancora stati fissati.',
    trials: 'Sperimentazioni da confrontare:',
    commitments: 'Impegni di cui riferire:',
    nothingYet: 'In queste pagine non risultano sperimentazioni da confrontare né impegni di cui riferire.',
    others: 'Altri impegni di cui riferire',
    reading: 'Che cosa leggere prima',
    resultsOf: 'Risultati:',
    openCommitments: 'Stato degli impegni ancora aperti: riferisce chi li ha presi',
    nextPoint: 'Data, luogo e temi dell’incontro successivo',
    toPrepare: 'Che cosa preparare',
    print: 'Per stampare la convocazione o salvarla in PDF, usare la stampa del browser.',
    hours: (starts: string, ends: string | undefined) => (ends ? `dalle ${starts} alle ${ends}` : `alle ${starts}`),
  },
  map: {
    label: (count: number) =>
      `Mappa dell’Italia con ${count === 1 ? 'un comune' : `${count} comuni`}: l’elenco è in questa sezione.`,
    note: 'Ogni punto è un comune, o più comuni vicini. Dove la posizione non è indicata, il punto è sul capoluogo della provincia.',
    rings: 'Cerchi vuoti: comuni dimostrativi, che non esistono.',
    source: 'Contorni: Natural Earth; capoluoghi: GeoNames.',
  },
  draft: {
    title: (date: string) => `Incontro ${ofDate(date)}`,
    others: 'Altri impegni di cui riferire',
  },
  matrix: {
    practice: 'Che cosa si prova',
    table: 'Matrice delle sperimentazioni: pratiche per riga, partecipanti per colonna',
    others: 'Altre sperimentazioni',
    none: 'Nessuna sperimentazione è ancora registrata.',
    untried: 'Che cosa nessuno ha ancora provato',
    untriedIntro: 'Guide, manuali e strumenti pronti per una sperimentazione.',
  },
  data: {
    same: 'Gli stessi dati in formato aperto:',
    title: 'Dati aperti',
    purpose:
      'Partecipanti, indicatori, rilevazioni, sperimentazioni, incontri, decisioni e impegni in tabelle da scaricare.',
    licence: 'Licenza:',
    format:
      'I file CSV sono in UTF-8, con la virgola tra i campi e il punto nei decimali (RFC 4180): nei fogli di calcolo si aprono con l’importazione da testo. Le date si scrivono 2012-05-04; se non si conosce il giorno 2012-05, se non si conosce nemmeno il mese 2012.',
    catalogue: 'Metadati del catalogo (DCAT-AP_IT, JSON-LD)',
    dictionary: 'Dizionario dei dati (JSON)',
    rows: (written: string, count: number) => (count === 1 ? 'Una riga' : `${written} righe`),
    changed: (date: string) => `ultima modifica: ${date}`,
    columns: (count: number) => `Le ${count} colonne, una per una`,
    column: 'Colonna',
    type: 'Tipo',
    meaning: 'Che cosa dice',
    values: 'Valori',
    types: { text: 'testo', number: 'numero', date: 'data', flag: 'vero o falso' },
  },
  calendars: {
    title: 'Calendari',
    purpose: 'Incontri e scadenze nel proprio calendario, con aggiornamento automatico.',
    meetings: 'Aggiungere gli incontri al calendario',
    allMeetings: 'Gli incontri della rete',
    allDueDates: 'Le scadenze di tutti gli impegni',
    ofOne: 'Le scadenze di un partecipante',
    howTitle: 'Come si usa',
    how: [
      'In Outlook: scegliere «Aggiungi calendario», poi «Sottoscrivi dal Web», e incollare l’indirizzo.',
      'In Google Calendar: accanto ad «Altri calendari» scegliere «Da URL», e incollare l’indirizzo.',
      'In Thunderbird: scegliere «Nuovo calendario», poi «Sulla rete», e incollare l’indirizzo.',
    ],
    partial:
      'Un incontro di cui si conosce solo il mese compare nel calendario quando ne è fissato il giorno. Una scadenza indicata solo con il mese o con l’anno compare nell’ultimo giorno del mese o dell’anno. Gli orari sono quelli italiani.',
    inside:
      'Gli indirizzi di quest’area richiedono l’accesso. I programmi di calendario che non lo gestiscono possono usare gli indirizzi del sito pubblico; in alternativa si scarica il file e lo si importa.',
    dueDates: 'Per ricevere le scadenze nel proprio calendario:',
    subscribe: 'scadenze degli impegni',
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
    done: (who: string) => (who ? `Impegno concluso: ${who}` : 'Impegno concluso'),
    by: (date: string) => `Scadenza: ${date}.`,
  },
  trial: {
    comparison: 'Prima e dopo, a confronto con la rete',
    label: (title: string, before: string, after: string, range: string) =>
      `${title}: prima ${before}, dopo ${after}. ${range}`,
    network: (period: string, median: string) => `Mediana della rete (${period}): ${median}`,
    half: (lower: string, upper: string) => `metà centrale: da ${lower} a ${upper}`,
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
