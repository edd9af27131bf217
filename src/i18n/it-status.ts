/** The words of the status page: how the site is, what waits, and the exchange with a remote. */
export const itStatus = {
  status: {
    title: 'Stato del sito',
    drawn: (at: string) => `Situazione: ${at}.`,
    refresh: 'Aggiornare la pagina',
    building: (at: string) =>
      `È in corso una generazione del sito, cominciata il ${at}. Aggiornare la pagina per vederne l’esito.`,
    none: 'Da quando il servizio è partito il sito non è stato rigenerato.',
    published: (at: string, seconds: string) => `Pubblicato il ${at}, in ${seconds} secondi.`,
    refused: (at: string, seconds: string) =>
      `I contenuti cambiati il ${at} hanno errori: il sito resta com’era. Una volta corretti, si aggiorna da solo. La generazione è durata ${seconds} secondi.`,
    failed: (at: string, seconds: string) =>
      `Il ${at} la generazione del sito non è riuscita, dopo ${seconds} secondi: il sito resta com’era.`,
    lastGood: (at: string) => `In linea c’è il sito generato il ${at}.`,
    problems: 'Che cosa correggere',
    warnings: 'Avvisi',
    place: (line: number) => `riga ${line}`,
    edit: 'Aprire nella redazione',
    editOf: (file: string) => `Aprire nella redazione: ${file}`,
    read: 'Leggere la pagina',
    readOf: (file: string) => `Leggere la pagina: ${file}`,
    what: 'Che cosa',
    who: 'Chi',
    when: 'Quando',
    waiting: 'In attesa di andare in linea',
    waitingNone: 'Tutto ciò che è pubblicato è in linea.',
    waitingBuilding: 'Va in linea con la generazione in corso, o con la successiva.',
    waitingSoon: 'Va in linea con la prossima generazione, che comincia da sola.',
    waitingStopped: 'L’ultima generazione non è riuscita: va in linea con la prossima che riesce.',
    drafts: 'Bozze',
    draftsElsewhere: 'L’editor salva nel repository su cui lavora la rete: bozze e revisioni sono lì.',
    draftsThere: (repo: string) => `Bozze di ${repo}`,
    draftsNone: 'Non c’è nessuna bozza.',
    draftsLead: (toRead: number, ready: number) => `In revisione: ${toRead}. Pronte da pubblicare: ${ready}.`,
    review: 'Stato',
    reviews: { draft: 'bozza', pending_review: 'in revisione', pending_publish: 'pronta da pubblicare' },
  },
  remote: {
    title: 'Repository remoto',
    merge: 'Unisce ciò che è stato pubblicato qui e nel repository remoto',
    first: (shown: string) => `Il primo confronto con ${shown} è in corso.`,
    same: (shown: string, at: string) => `Qui e in ${shown} c’è la stessa storia: ultimo confronto il ${at}.`,
    lastSame: (at: string) => `L’ultima volta che qui e là c’era la stessa storia: ${at}.`,
    said: 'Il motivo, come lo dice git:',
    ours: 'Ultimo commit qui',
    theirs: 'Ultimo commit nel remoto',
    files: 'Di quali file si tratta',
    toDo: 'Che cosa fare',
    troubles: {
      unknown: {
        what: 'Il repository dei contenuti non ha un remoto con il nome dato in POLINET_REMOTE.',
        toDo: 'Chi gestisce il servizio corregge il nome, o aggiunge il remoto con «git remote add», e riavvia.',
      },
      failed: {
        what: 'Il confronto con il repository remoto non è riuscito.',
        toDo: 'Il motivo è nel registro del servizio. Intanto si continua a pubblicare, e il servizio riprova da solo.',
      },
      away: {
        what: 'Il repository remoto non risponde, o non lascia entrare.',
        toDo: 'Intanto si continua a pubblicare, e il servizio riprova da solo. Se dura, chi gestisce il servizio controlla la rete e le credenziali.',
      },
      refused: {
        what: 'Il repository remoto non accetta ciò che è stato pubblicato qui.',
        toDo: 'Sul sito c’è tutto: manca soltanto la copia. Chi gestisce il remoto permette al servizio di scrivere su questo ramo; il servizio riprova da solo.',
      },
      diverged: {
        what: 'Qui e nel repository remoto sono cambiati gli stessi punti. Il servizio non sceglie e non forza nulla: sul sito resta ciò che è pubblicato qui.',
        toDo: 'Chi gestisce il servizio prende il ramo remoto con «git pull --no-rebase» nella cartella del repository, sceglie tra le due versioni e conclude con «git commit». Il resto segue da solo.',
      },
      rewritten: {
        what: 'Dal repository remoto manca qualcosa che prima c’era: la sua storia è stata riscritta. Il servizio non rimette là ciò che qualcuno ha tolto, e non toglie nulla qui.',
        toDo: 'Chi gestisce il servizio decide quale delle due storie vale: quella di là si prende con «git fetch» e «git reset --hard FETCH_HEAD», quella di qui si riporta là con «git push» a mano.',
      },
      'by-hand': {
        what: 'Nel repository remoto sono cambiati dei file che qualcuno sta cambiando a mano sul servizio.',
        toDo: 'Quando chi li cambia ha finito, con un commit o tornando indietro, il servizio prende il resto da solo.',
      },
      strange: {
        what: 'Dal repository remoto arriva anche ciò che il servizio non prende da solo: il suo stesso programma, o file che non sono ordinari.',
        toDo: 'Chi gestisce il servizio guarda di che cosa si tratta, lo prende con «git pull» e riavvia.',
      },
    },
  },
};
