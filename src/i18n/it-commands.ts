/** What the commands print. */
export const itCommands = {
  built: (edition: string, pages: number, seconds: number) =>
    `${edition === 'public' ? 'Edizione pubblica' : 'Edizione dei partecipanti'}: ${pages} pagine nella ricerca, ${seconds.toFixed(1).replace('.', ',')} s.`,
  editorBuilt: (seconds: number) => `Redazione: ${seconds.toFixed(1).replace('.', ',')} s.`,
  system: (code: string, where: string) => {
    const known: Record<string, string> = {
      EACCES: 'permesso negato',
      EPERM: 'permesso negato',
      EROFS: 'il disco è in sola lettura',
      ENOSPC: 'il disco è pieno',
      ENOENT: 'non esiste',
      ENOTDIR: 'non è una cartella',
      EISDIR: 'è una cartella',
      EEXIST: 'esiste già',
      ELOOP: 'i collegamenti simbolici girano in tondo',
      ENAMETOOLONG: 'il nome è troppo lungo',
      EADDRINUSE: 'la porta è già occupata: sceglierne un’altra con PORT',
    };
    return [where, known[code] ?? code].filter(Boolean).join(': ');
  },
  waiting: 'È già in corso un’altra generazione del sito: si attende che finisca.',
  serving: (url: string) => `POLI-NET è pronto: ${url}\nL’area dei partecipanti: ${url}accesso/`,
  setup: (url: string) =>
    `Nessuno è ancora coordinatore. Per creare il primo accesso, entro un’ora e una volta sola:\n  ${url}`,
  stop: 'Per fermare il servizio: Ctrl-C.',
  stopped: 'Il servizio è fermo.',
  unknownParticipant: (place: string, id: string, near: string | undefined) =>
    `POLINET_GATEWAY: in «${place}» il comune «${id}» non è tra i partecipanti.${near ? ` Forse si intende «${near}».` : ''}`,
  lastGood: 'I contenuti hanno errori: intanto si serve l’ultima versione buona del sito.',
  rebuilt: (seconds: number) => `Il sito è aggiornato (${seconds.toFixed(1).replace('.', ',')} s).`,
  notRebuilt: 'Il sito resta com’era.',
  settings: {
    unreadable: (path: string) => `POLINET_GATEWAY: il file «${path}» non si può leggere.`,
    syntax: (path: string, line: number) => `${path}:${line}: non è YAML ben formato.`,
    noSettings: (path: string) =>
      `${path}: dovrebbe contenere impostazioni, una per riga, come «audit: { days: 365 }».`,
    problem: (path: string, place: string, unknown: boolean) =>
      unknown ? `${path}: «${place}» non è un’impostazione.` : `${path}: il valore di «${place}» manca o non va bene.`,
  },
  state: {
    foreign: (path: string) =>
      `POLINET_STATE: «${path}» non è un archivio di questo programma. Spostarlo, e riavviare.`,
    newer: (path: string) => `POLINET_STATE: «${path}» è di una versione più recente di questo programma.`,
  },
  accounts: {
    usage:
      'Uso: npm run accounts -- list\n     npm run accounts -- invite INDIRIZZO "Nome" RUOLO [COMUNE]\n     npm run accounts -- invite INDIRIZZO\n     npm run accounts -- revoke INDIRIZZO\n     npm run accounts -- role INDIRIZZO RUOLO [COMUNE]\nRuoli: none, participant, editor, coordinator.',
    none: (path: string) => `In «${path}» non c’è ancora nessun accesso.`,
    columns: ['INDIRIZZO', 'NOME', 'RUOLO', 'COMUNE', 'ULTIMO ACCESSO'],
    noState: (folder: string) =>
      `POLINET_STATE: in «${folder}» il servizio non ha ancora tenuto nulla. Dare la stessa cartella che ha il servizio, o avviarlo una volta con: npm start`,
    noRole: (text: string, known: readonly string[]) => `«${text}» non è un ruolo: ${known.join(', ')}.`,
    notBuilt: (id: string, folder: string) =>
      `In «${folder}» il sito non c’è ancora: non si può vedere se «${id}» è tra i partecipanti.`,
    unknown: (address: string) => `Non c’è nessun accesso per «${address}».`,
    exists: (address: string) =>
      `C’è già un accesso per «${address}»: senza nome e ruolo se ne prepara un nuovo invito.`,
    last: 'È l’unico coordinatore: prima darne il ruolo a un’altra persona.',
    noAccess: (address: string) => `«${address}» non ha accesso: dargli prima un ruolo.`,
    invited: (address: string, url: string) => `Invito per ${address}, per sette giorni e una volta sola:\n  ${url}`,
    revoked: (address: string) => `Chiuse le sessioni di ${address}.`,
    changed: (address: string, role: string) => `${address}: ${role}.`,
    noParticipant: (id: string, known: readonly string[]) => `«${id}» non è tra i partecipanti: ${known.join(', ')}.`,
    never: 'mai',
  },
  newUsage: (collections: readonly string[]) =>
    `Uso: npm run new -- RACCOLTA "Titolo"\nRaccolte: ${collections.join(', ')}. Per «minutes» il titolo si può tralasciare.`,
  newWithout: 'I contenuti hanno errori: il verbale comincia vuoto, senza ciò che si sa dall’incontro precedente.',
  newExists: (path: string) => `C’è già «${path}»: scegliere un altro titolo.`,
  newNameless: 'Dal titolo viene il nome del file: servono lettere dell’alfabeto latino, o cifre.',
  newDone: (path: string) => `Creato «${path}». Compilare i campi, togliere i commenti e provare con: npm run check`,
  noEdition: (id: string) => `Edizione sconosciuta: «${id}». Ci sono «public» e «participants».`,
};
