import type { Messages } from './it.ts';

/** The interface in English, kept complete by the type checker. */
export const en: Messages = {
  dates: { by: (date) => `by ${date}` },
  body: {
    footnotes: 'Notes',
    footnoteBack: 'Back to the text, note {reference}',
    taskOpen: 'To do',
    taskDone: 'Done',
    table: 'Table',
  },
};
