/** Two versions of a text side by side: what differs is marked, in both. */
import { diffLines } from 'diff';
import { messages } from '#i18n';

const words = messages('it').forms.refusals;

interface Line {
  text: string;
  differs: boolean;
}

/** The lines of both, each with whether the other has it. */
function linesOf(mine: string, theirs: string): { mine: Line[]; theirs: Line[] } {
  const sides: { mine: Line[]; theirs: Line[] } = { mine: [], theirs: [] };
  for (const { value, added, removed } of diffLines(mine, theirs)) {
    const lines = value
      .replace(/\n$/, '')
      .split('\n')
      .map((text) => ({ text, differs: added || removed }));
    if (!added) sides.mine.push(...lines);
    if (!removed) sides.theirs.push(...lines);
  }
  return sides;
}

function Version({ title, lines }: { title: string; lines: readonly Line[] }) {
  return (
    <section className="polinet-version" aria-label={title}>
      <h3>{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls, also by keyboard. */}
      <pre tabIndex={0}>
        {lines.map(({ text, differs }, at) => (
          <span key={at}>
            {differs ? <mark>{text || ' '}</mark> : text}
            {'\n'}
          </span>
        ))}
      </pre>
    </section>
  );
}

export function Versions({ mine, theirs }: { mine: string; theirs: string }) {
  const lines = linesOf(mine, theirs);
  return (
    <div className="polinet-versions">
      <Version title={words.mine} lines={lines.mine} />
      <Version title={words.theirs} lines={lines.theirs} />
    </div>
  );
}
