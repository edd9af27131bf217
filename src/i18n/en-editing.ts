/** What the gateway answers to the editor, in English. */
import type { itEditing } from './it-editing.ts';

export const enEditing: typeof itEditing = {
  foreign: 'The request does not come from this site’s editor. Reload the page.',
  session: 'You are signed out. Sign in again in another tab: the text stays here, and can then be saved.',
  role: 'Writing takes the role of an editor: ask the network’s coordinator.',
  failed: 'Something did not work, and the service has taken note. The text stays here: try again shortly.',
  repository: {
    'no-git': 'This service has no git: content can be read here, not changed.',
    'no-repository': 'The content is in no git repository: it can be read here, not changed.',
    'no-branch': 'The content’s repository is on no branch: those who run the service must choose one.',
    'no-commit': 'The content’s repository is empty: it needs a first commit.',
    'no-source': 'No source of content can be edited: “editable: true” in its source.yaml says that one can.',
    'two-repositories': 'The sources that can be edited are in different repositories: for now they must be in one.',
  },
  reasons: {
    'bad-request': 'The request is not of the form that was expected. Reload the page.',
    'not-editable': 'This file is not edited here.',
    'not-yours': 'Only another role may do this: ask the network’s coordinator.',
    'too-large': 'The file is larger than the network allows: make it smaller, or divide it.',
    conflict: 'Somebody else has saved this entry meanwhile. Both versions stand side by side: nothing is lost.',
    gone: 'This entry is no longer there: somebody has removed it meanwhile. The text stays here.',
    'no-draft': 'This draft is no longer there: it was published, or somebody has removed it.',
    merge:
      'What is published has changed in the same places, or is gone. Open the draft again and save it with a change: both versions are shown side by side, and one chooses.',
    'by-hand': 'Somebody is changing these files on the service, outside the editor. Publish when they have finished.',
    moved: 'Something has changed meanwhile: reload the page and try again.',
    empty: 'The draft equals what is published: there is nothing to publish.',
    errors: 'There are errors to mend before it can be saved.',
    cited: 'Other entries cite this one: remove or change those citations first.',
    'cited-elsewhere': 'A source that is not changed from here cites it as well: change the citation there first.',
    'no-upload': 'The attached file has not arrived, or too long ago: attach it again.',
    forge: 'Here one saves to the repository that the network works in, not to this service. Reload the page.',
    'no-preview': 'Previews cannot be shown here: the service was started without them.',
    'not-movable': 'Entries of this collection have no page of their own: their id is not changed from here.',
    taken: 'This address is that of another entry: choose another.',
    'has-draft': 'The entry has a draft: publish it first, or remove it. Then its address can be changed.',
    'too-much': 'Too many files are uploaded and not saved yet: save the entry, then attach the others.',
    full: 'The service has no room left, and the change was not made. Nothing is lost, the text stays here: tell those who run the service, and try again.',
    busy: 'The content’s repository is in use, and the change was not made. The text stays here: try again in some seconds.',
  },
};
