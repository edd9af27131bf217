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
