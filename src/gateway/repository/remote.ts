/** The repository elsewhere that this one is exchanged with: what is asked of it over the network, and nothing forced. */
import { createHash } from 'node:crypto';
import { GitError, type GitOptions, lineOf } from './git.ts';
import type { Repository } from './repository.ts';

export interface Remote {
  /** Its address as it may be shown. */
  shown: string;
  /** Tells it from others, as a part of a ref's name. */
  id: string;
  /** The commit of the published branch there; nothing where it has no such branch. */
  tip(): Promise<string | undefined>;
  /** Gets the published branch. @returns its commit */
  fetch(): Promise<string>;
  /** Offers a commit, which has to follow on what is there. @returns what the remote says where it does not want it */
  push(commit: string): Promise<'pushed' | 'behind' | { said: string }>;
}

/** The remote does not answer, or lets nobody in; the message is what git says of it, as it may be shown. */
export class RemoteAway extends Error {}

/** Where the published branch of the remote was when it was last fetched. */
const FETCHED = 'refs/polinet/remote';
/** What a call may take, in milliseconds: a remote that neither answers nor hangs up. */
const PATIENCE = 120_000;

/** Nobody sits there to be asked; what is fetched is looked through; no address runs a command. */
const ENV = {
  GIT_ALLOW_PROTOCOL: 'file:git:http:https:ssh',
  SSH_ASKPASS: 'false',
  SSH_ASKPASS_REQUIRE: 'force',
  GCM_INTERACTIVE: 'never',
};
const SETTINGS = ['transfer.fsckObjects=true', 'maintenance.auto=false', 'credential.interactive=false'].flatMap(
  (one) => ['-c', one],
);

/** A text without what addresses in it say before the host: a name, and often a password or token. */
export const withoutSecrets = (text: string): string => text.replace(/\/\/[^/\s]*@/g, '//').replace(/\?[^\s'"]*/g, '');

/** The end of what git says: the lines before it are for somebody at a terminal. */
const endOf = (text: string): string => withoutSecrets(text).split('\n').slice(-2).join(' ').slice(0, 300);

/**
 * Opens a remote; nothing is asked of it yet.
 *
 * @param named an address, an absolute path, or the name of a remote of the repository
 * @param closing ends what is under way
 * @returns nothing where it is a name that the repository does not know
 */
export async function openRemote(
  { git, main }: Repository,
  named: string,
  closing: AbortSignal,
): Promise<Remote | undefined> {
  const names = lineOf(await git(['remote'])).split('\n');
  const isName = !/[/:]/.test(named);
  if (isName && !names.includes(named)) return undefined;
  const address = isName ? lineOf(await git(['remote', 'get-url', '--', named])) : named;
  const call = async (args: readonly string[], options: GitOptions = {}) => {
    const signal = AbortSignal.any([closing, AbortSignal.timeout(PATIENCE)]);
    try {
      return await git([...SETTINGS, ...args], { ...options, env: ENV, signal });
    } catch (error) {
      if (error instanceof GitError) throw new RemoteAway(endOf(error.message));
      if (signal.aborted) throw new RemoteAway('');
      throw error;
    }
  };
  const tip = async () => {
    const lines = lineOf(await call(['ls-remote', '-q', '--', named, main])).split('\n');
    return lines.map((line) => line.split('\t')).find(([, ref]) => ref === main)?.[0];
  };
  return {
    shown: withoutSecrets(address),
    id: createHash('sha256').update(address).digest('hex').slice(0, 16),
    tip,
    async fetch() {
      const options = ['-q', '--no-tags', '--no-write-fetch-head', '--no-recurse-submodules'];
      await call(['fetch', ...options, '--', named, `+${main}:${FETCHED}`]);
      return lineOf(await git(['rev-parse', '--verify', `${FETCHED}^{commit}`]));
    },
    async push(commit) {
      const options = ['--porcelain', '--no-verify', '--no-follow-tags', '--no-signed', '--recurse-submodules=no'];
      const output = await call(['push', ...options, '--', named, `${commit}:${main}`], { answers: [1] });
      const [, mark, said = ''] = /^([ *=!])\t\S*\t(.*)$/m.exec(output.toString('utf8')) ?? [];
      if (mark !== undefined && mark !== '!') return 'pushed';
      // Somebody was quicker: that is taken in first.
      return said.startsWith('[rejected]') ? 'behind' : { said: withoutSecrets(said) };
    },
  };
}
