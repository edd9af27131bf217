/** How every command ends: 0 done, 1 the content is wrong, 2 wrong usage or a broken set-up. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { ConfigError } from '#config';

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

/** Runs a command and exits with its code; a user's mistake prints a sentence, not a stack. */
export async function runCommand(command: () => number | Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    if (!isUsage(error)) throw error;
    console.error((error as Error).message);
    process.exitCode = 2;
  }
}
