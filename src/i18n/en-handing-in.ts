import type { Messages } from './it.ts';

export const enHandingIn: Messages['handingIn'] = {
  title: 'Hand in a material',
  lead: 'A sheet, a template, a procedure that may help other municipalities: the file and a few lines are enough. It becomes a draft, which the coordinator reads before publishing it among the tools.',
  required: 'Only the fields that say so are optional.',
  optional: { alternativa: '(optional)', note: '(optional)' },
  fields: {
    titolo: 'Title',
    scopo: 'What it is for',
    tipo: 'Kind of material',
    temi: 'Themes',
    file: 'File',
    lettura: 'Can the file be read well with assistive technologies?',
    alternativa: 'Accessible version of the file',
    note: 'Notes for those who get it',
  },
  help: {
    titolo: 'As a colleague of another municipality would look for it.',
    scopo: 'One or two sentences: what it holds and whom it serves.',
    temi: 'At least one.',
    file: (types, megabytes) => `At most ${megabytes} MB, of one of these types: ${types}.`,
    lettura: 'For instance with a program that reads the screen to those who cannot see.',
    alternativa: 'Needed if the answer is “No”: another file with the same content, for instance OpenDocument or text.',
    note: 'How it is used, what is to be adapted. Plain text: signs will show as they are.',
  },
  choose: 'Choose the kind',
  readings: {
    unknown: 'I do not know',
    yes: 'Yes',
    no: 'No: there is an accessible version too',
  },
  from: (name, participant) => (participant ? `In the name of ${name}, ${participant}.` : `In the name of ${name}.`),
  submit: 'Hand in',
  wrong: (count) => (count === 1 ? 'There is one thing to mend' : `There are ${count} things to mend`),
  fileAgain: 'The file has to be chosen again: browsers do not keep it.',
  missing: {
    titolo: 'The title is missing.',
    scopo: 'A sentence that says what it is for is missing.',
    tipo: 'Choose the kind of material.',
    temi: 'Choose one theme at least.',
    file: 'The file is missing.',
    alternativa: 'The file is not accessible: a version that is one is needed too.',
  },
  nameless: 'The title needs some letters or figures: the address of the page is made from them.',
  taken: 'There are too many materials with this title: choose one that says how this one differs.',
  tooLong: (most, now) =>
    `The text is too long: at most ${most.toLocaleString('en-GB')} characters, and it has ${now.toLocaleString('en-GB')}.`,
  characters: 'The text has characters that nobody sees: write it again without pasting.',
  badType: (name, types) => `“${name}” is not of a type that is published. Taken are: ${types}.`,
  tooLarge: (name, megabytes) =>
    `“${name}” is too large: at most ${megabytes} MB. It is mostly pictures that weigh: reduce them in the document, or split it.`,
  empty: (name) => `“${name}” is empty: choose the right one.`,
  failed:
    'The material was not kept: something went wrong, and the service has noted it. The texts are still here: try again in a while.',
  tooOften: 'Sent too often in a short time: try again in an hour.',
  commit: (title) => `Material handed in: ${title}`,
  done: {
    title: 'Material handed in',
    thanks: (title) => `Thank you: the material “${title}” has arrived.`,
    next: 'It is a draft now, which nobody sees among the tools yet. The coordinator reads it, asks or mends where that is needed, and publishes it for the participants.',
    name: 'Name of the draft',
    advice: 'What could be better',
    adviceHelp: 'The draft has arrived all the same. A better file can be sent to the coordinator.',
    another: 'Hand in another material',
    home: 'Back to the participants’ area',
  },
  unavailable: {
    text: 'For now no materials can be handed in here: the content of this service can be read, and not changed.',
    next: 'Meanwhile the material can be sent to the coordinator of the network by mail.',
  },
  mail: {
    subject: (title) => `To be read: ${title}`,
    text: (name, title, link) =>
      `${name} has handed in the material “${title}”. It is a draft that waits to be read and published:\n\n${link}\n`,
  },
};
