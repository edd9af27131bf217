/** How every command ends: 0 done, 1 the content is wrong, 2 wrong usage or a broken set-up. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { ConfigError } from '#config';
import { commandMessages } from '#i18n';

/**
 * Keeps what Node compiles of the code between runs, beside the other caches: a command starts faster.
 * What is imported after this call profits.
 */
export function keepCompiled(state: string): void {
  enableCompileCache(join(state, 'cache', 'node'));
}

/** Wrong usage; the message says what would be right. */
export class UsageError extends Error {}

const isUsage = (error: unknown) =>
  error instanceof UsageError ||
  error instanceof ConfigError ||
  String((error as { code?: unknown }).code ?? '').startsWith('ERR_PARSE_ARGS');

/** What to say of a fault of files, disks or ports; nothing where it is none. */
function systemMessage(error: unknown): string | undefined {
  const { code, path, syscall, port } = error as { code?: string; path?: string; syscall?: string; port?: number };
  if (!syscall || !code) return undefined;
  return commandMessages.system(code, path ?? (port === undefined ? '' : String(port)));
}

/** What to say of a user's mistake or a fault of the system; nothing where the fault is the program's. */
export const explained = (error: unknown): string | undefined =>
  systemMessage(error) ?? (isUsage(error) ? (error as Error).message : undefined);

/** Runs a command and exits with its code; a user's mistake prints a sentence, not a stack. */
export async function runCommand(command: () => number | Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    const said = explained(error);
    if (said === undefined) throw error;
    console.error(said);
    process.exitCode = 2;
  }
}
