/** The interface in Italian. */
export const it = {
  dates: {
    by: (date: string, parts: number) =>
      parts === 3
        ? `entro ${/^[18]\D|^11 /.test(date) ? 'l’' : 'il '}${date}`
        : parts === 2
          ? `entro ${date}`
          : `entro il ${date}`,
  },
  body: {
    footnotes: 'Note',
    footnoteBack: 'Torna al testo, nota {reference}',
    taskOpen: 'Da fare',
    taskDone: 'Fatto',
    table: 'Tabella',
  },
};

export type Messages = typeof it;
