/** The text of an entry as it stands in its file. */
import type { ControlProps } from './props.ts';

const ROWS = 24;

export function SourceControl({
  value,
  onChange,
  forID,
  classNameWrapper,
  setActiveStyle,
  setInactiveStyle,
}: ControlProps<string>) {
  return (
    <textarea
      id={forID}
      className={`${classNameWrapper} polinet-source`}
      rows={ROWS}
      spellCheck
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value)}
      onFocus={setActiveStyle}
      onBlur={setInactiveStyle}
    />
  );
}
