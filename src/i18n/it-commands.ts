/** What the commands print. */
export const itCommands = {
  built: (edition: string, pages: number, seconds: number) =>
    `${edition === 'public' ? 'Edizione pubblica' : 'Edizione dei partecipanti'}: ${pages} pagine nella ricerca, ${seconds.toFixed(1).replace('.', ',')} s.`,
  serving: (url: string) =>
    `POLI-NET è pronto: ${url}\nÈ l’edizione pubblica: si legge senza accedere. Per fermare il servizio: Ctrl-C.`,
  noEdition: (id: string) => `Edizione sconosciuta: «${id}». Ci sono «public» e «participants».`,
};
