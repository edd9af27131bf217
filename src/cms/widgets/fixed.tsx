/** A value that somebody else may change: shown, and left as it is. */
import type { Option } from '../forms/index.ts';
import { type ControlProps, optionOf } from './props.ts';

export function FixedControl(props: ControlProps<unknown>) {
  const { value, forID, classNameWrapper } = props;
  const options = optionOf<Option[]>(props, 'options') ?? [];
  const shown = options.find((one) => one.value === value)?.label ?? String(value ?? '—');
  return (
    <output id={forID} className={classNameWrapper}>
      {shown}
    </output>
  );
}
