/** How far something has come, on one line of a terminal; silent elsewhere. */
const WIDTH = 24;

/**
 * A bar on standard error, drawn anew at each step and cleared after the last.
 *
 * @param words the text beside it
 */
export function progressBar(words: (done: number, of: number) => string): (done: number, of: number) => void {
  const { stderr } = process;
  if (!stderr.isTTY) return () => undefined;
  return (done, of) => {
    const full = Math.round((done / of) * WIDTH);
    stderr.write(`\r${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${words(done, of)}`);
    if (done === of) stderr.write('\r\u001b[K');
  };
}
