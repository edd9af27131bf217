/** What the commands print. */
export const itCommands = {
  built: (edition: string, pages: number, seconds: number) =>
    `${edition === 'public' ? 'Edizione pubblica' : 'Edizione dei partecipanti'}: ${pages} pagine nella ricerca, ${seconds.toFixed(1).replace('.', ',')} s.`,
  waiting: 'È già in corso un’altra generazione del sito: si attende che finisca.',
  serving: (url: string) =>
    `POLI-NET è pronto: ${url}\nÈ l’edizione pubblica: si legge senza accedere. Per fermare il servizio: Ctrl-C.`,
  newUsage: (collections: readonly string[]) =>
    `Uso: npm run new -- RACCOLTA "Titolo"\nRaccolte: ${collections.join(', ')}.`,
  newExists: (path: string) => `C’è già «${path}»: scegliere un altro titolo.`,
  newDone: (path: string) => `Creato «${path}». Compilare i campi, togliere i commenti e provare con: npm run check`,
  noEdition: (id: string) => `Edizione sconosciuta: «${id}». Ci sono «public» e «participants».`,
};
