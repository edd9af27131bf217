/** What the commands print. */
export const itCommands = {
  built: (edition: string, pages: number, seconds: number) =>
    `${edition === 'public' ? 'Edizione pubblica' : 'Edizione dei partecipanti'}: ${pages} pagine nella ricerca, ${seconds.toFixed(1).replace('.', ',')} s.`,
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
  serving: (url: string) =>
    `POLI-NET è pronto: ${url}\nÈ l’edizione pubblica: si legge senza accedere. Per fermare il servizio: Ctrl-C.`,
  newUsage: (collections: readonly string[]) =>
    `Uso: npm run new -- RACCOLTA "Titolo"\nRaccolte: ${collections.join(', ')}. Per «minutes» il titolo si può tralasciare.`,
  newWithout: 'I contenuti hanno errori: il verbale comincia vuoto, senza ciò che si sa dall’incontro precedente.',
  newExists: (path: string) => `C’è già «${path}»: scegliere un altro titolo.`,
  newDone: (path: string) => `Creato «${path}». Compilare i campi, togliere i commenti e provare con: npm run check`,
  noEdition: (id: string) => `Edizione sconosciuta: «${id}». Ci sono «public» e «participants».`,
};
