/** The words of the status page in English. */
import type { itStatus } from './it-status.ts';

export const enStatus: typeof itStatus = {
  status: {
    title: 'State of the site',
    drawn: (at) => `As of ${at}.`,
    refresh: 'Reload the page',
    building: (at) => `The site is being built, since ${at}. Reload the page to see how it went.`,
    none: 'The site has not been built again since the service started.',
    published: (at, seconds) => `Published on ${at}, in ${seconds} seconds.`,
    refused: (at, seconds) =>
      `The content changed on ${at} has errors: the site stays as it was. Once mended, it is published. The build took ${seconds} seconds.`,
    failed: (at, seconds) => `On ${at} building the site failed, after ${seconds} seconds: it stays as it was.`,
    lastGood: (at) => `What is served was built on ${at}.`,
    problems: 'What to mend',
    warnings: 'Warnings',
    place: (line) => `line ${line}`,
    edit: 'Open in the editor',
    editOf: (file) => `Open in the editor: ${file}`,
    read: 'Read the page',
    readOf: (file) => `Read the page: ${file}`,
    what: 'What',
    who: 'Who',
    when: 'When',
    waiting: 'Waiting to be served',
    waitingNone: 'All that is published is served.',
    waitingBuilding: 'It is served with the build under way, or the next.',
    waitingSoon: 'It is served with the next build, which begins by itself.',
    waitingStopped: 'The last build did not succeed: it is served with the next that does.',
    drafts: 'Drafts',
    draftsElsewhere: 'The editor saves to the repository that the network works in: drafts and reviews are there.',
    draftsThere: (repo) => `Drafts of ${repo}`,
    draftsNone: 'There is no draft.',
    draftsLead: (toRead, ready) => `To be reviewed: ${toRead}. Ready to be published: ${ready}.`,
    review: 'State',
    reviews: { draft: 'draft', pending_review: 'to be reviewed', pending_publish: 'ready to be published' },
  },
  remote: {
    title: 'Remote repository',
    merge: 'Merges what was published here and in the remote repository',
    first: (shown) => `It is being compared with ${shown} for the first time.`,
    same: (shown, at) => `The history here and in ${shown} is the same: last compared on ${at}.`,
    lastSame: (at) => `The history here and there was last the same on ${at}.`,
    said: 'The reason, as git says it:',
    ours: 'Last commit here',
    theirs: 'Last commit in the remote',
    files: 'Which files',
    toDo: 'What to do',
    troubles: {
      unknown: {
        what: 'The repository of the content has no remote of the name given in POLINET_REMOTE.',
        toDo: 'Whoever runs the service corrects the name, or adds the remote with “git remote add”, and restarts.',
      },
      failed: {
        what: 'The comparison with the remote repository failed.',
        toDo: 'The reason is in the log of the service. Publishing goes on, and the service tries again by itself.',
      },
      away: {
        what: 'The remote repository does not answer, or lets nobody in.',
        toDo: 'Publishing goes on, and the service tries again by itself. If it lasts, whoever runs the service looks at network and credentials.',
      },
      refused: {
        what: 'The remote repository does not take what was published here.',
        toDo: 'The site has it all: only the copy is missing. Whoever runs the remote lets the service write to this branch; the service tries again by itself.',
      },
      diverged: {
        what: 'The same places have changed here and in the remote repository. The service does not choose and forces nothing: the site stays with what is published here.',
        toDo: 'Whoever runs the service takes the remote branch with “git pull --no-rebase” in the folder of the repository, chooses between both versions, and ends with “git commit”. The rest follows by itself.',
      },
      rewritten: {
        what: 'The remote repository lacks something that it had: its history was rewritten. The service does not put back there what somebody has taken away, and takes nothing away here.',
        toDo: 'Whoever runs the service decides which history holds: the one there is taken with “git fetch” and “git reset --hard FETCH_HEAD”, the one here is put there with “git push” by hand.',
      },
      'by-hand': {
        what: 'Files have changed in the remote repository that somebody is changing by hand on the service.',
        toDo: 'When they have ended, with a commit or by undoing it, the service takes the rest by itself.',
      },
      strange: {
        what: 'The remote repository brings what the service does not take by itself: its own program, or files that are not ordinary.',
        toDo: 'Whoever runs the service looks at what it is, takes it with “git pull” and restarts.',
      },
    },
  },
};
