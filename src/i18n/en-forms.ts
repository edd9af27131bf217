/** The words of the editor's forms in English. */
import type { itForms } from './it-forms.ts';

const characters = (max: number) => `${new Intl.NumberFormat('en').format(max)} characters at most`;

export const enForms: typeof itForms = {
  filesInEntries: 'Files are added within an entry: open it, and attach them there.',
  refusals: {
    title: 'The entry was not saved',
    notDeleted: 'The entry was not deleted',
    warning: 'Warning:',
    mine: 'Your version',
    theirs: 'The other person’s version',
    keepMine: 'Keep mine',
    back: 'Back to the text',
    signIn: 'Sign in again (in another tab)',
    help: 'To keep something of the other version, copy it from here into yours. After “Keep mine” the next save takes the place of the other version, which stays in git’s history.',
  },
  away: 'The service does not answer: check the connection and try again. The text stays here.',
  preview: {
    title: 'Preview of the page',
    waiting: 'The preview is being made…',
    nameless: 'The preview appears with the title.',
    errors: 'There are errors to mend: while there are any, the preview stays as it was.',
    failed: 'The preview cannot be shown now: it tries again at the next change.',
  },
  problems: {
    warning: 'Warning:',
    count: (count) =>
      count === 1 ? 'There is one error to mend before saving.' : `There are ${count} errors to mend before saving.`,
  },
  address: {
    label: 'The page’s address',
    hint: 'Change it only where that is needed: who has the old address gets there all the same.',
    later: 'It comes from the title, when the entry is saved for the first time.',
    change: 'Change the address…',
    name: 'New name',
    help: 'Lower case without accents, figures and hyphens. Entries that cite this one are updated, the old address leads to the new one, and all is published at once. Changes of this entry that are not saved are lost: save and publish them first.',
    confirm: 'Change and publish',
    busy: 'Citations are being updated…',
    cancel: 'Cancel',
    form: 'Lower case without accents, figures and hyphens, and another name than now.',
  },
  controls: {
    fold: 'Open or close this item of the list',
    removeItem: 'Remove this item from the list',
    moveItem: 'Move this item of the list',
    preview: 'Preview',
  },
  newEntry: {
    nameless: 'The title makes the page’s address, and this one has no Latin letters or figures: add a word at least.',
    taken: (label, id, holder) =>
      `${label}: the address “${id}” is that of ${holder} already. Give another title, or open the entry there is.`,
    entry: (title) => `“${title}”`,
    draft: 'a draft that is being written',
  },
  file: {
    none: 'No file',
    choose: 'Choose a file…',
    change: 'Change the file…',
    remove: 'Remove',
    failed: 'The file cannot be added: try again, or choose another.',
  },
  wholeMissing: 'Choose which entry it belongs to.',
  reference: {
    none: '— no entry —',
    add: 'Add an entry…',
    loading: 'Reading the entries…',
    remove: (title) => `Remove ${title}`,
  },
  commits: {
    create: 'New entry in {{collection}}: {{slug}}',
    update: 'Change in {{collection}}: {{slug}}',
    delete: 'Removed from {{collection}}: {{slug}}',
    uploadMedia: 'New file: {{path}}',
    deleteMedia: 'Removed the file: {{path}}',
  },
  collectionOf: (collection, source) => `${collection} · ${source}`,
  partsOf: (parts, whole) => `${parts} (${whole})`,
  partPurpose: (part, whole) => `Each entry is a ${part}, and belongs to a ${whole}.`,
  partFolder: 'The entry that it belongs to. It is chosen once: its file lies there from then on.',
  ownOnly: 'Only the entry of one’s own municipality can be changed.',
  onlyCoordinator: 'Only the coordinator changes it.',
  restrictedSource: 'Everything in this source is for participants only, whatever is chosen.',
  requiredWithin: (group) => `Needed where ‘${group}’ is filled in.`,
  filter: (field, value) => `${field}: ${value}`,
  year: 'Year',
  forge: {
    login: 'Sign in with Forgejo',
    closed: (repo) =>
      `With this account the repository ‘${repo}’ does not open, or the sign-in has expired. Whoever runs the repository can give leave to write; then sign in again.`,
  },
  body: { label: 'Text', hint: 'What the page says below its title.' },
  hints: {
    date: 'The month or the year will do: ‘2012-05-04’, ‘2012-05’ or ‘2012’.',
    url: 'Beginning with ‘https://’.',
    attachment: 'A file beside the entry: one that it has, or a new one.',
    fields: {
      version: 'For example ‘1.0’.',
      istat: 'Six digits, with leading zeros: ‘028037’.',
      related: 'Other entries of interest to those who read this one.',
      names: 'Who may see whose value it is. To others the site shows the values without names.',
    },
  },
  patterns: {
    line: (max) => `a single line, ${characters(max)}, without invisible characters`,
    characters: (max) => `a text, ${characters(max)}, without invisible characters`,
    id: () => 'only letters without accents, digits, hyphens, and slashes between names, like ‘picchi-di-utenza’',
    slug: () => 'only lower-case letters without accents, digits and hyphens, like ‘d-2012-05-1’',
    istat: () => 'six digits, with leading zeros, like ‘028037’',
    province: () => 'two capital letters, like ‘PD’',
    time: () => 'two digits for hours and two for minutes, like ‘09:30’',
    date: () => 'a date like ‘2012-05-04’, a month like ‘2012-05’ or a year like ‘2012’',
    'open-date': () => 'a date, a month or a year, like ‘2012-05-04’; or ‘../2012-05-04’, that is, by that day',
    url: () => 'a web address that begins with ‘https://’ or ‘http://’',
  },
};
