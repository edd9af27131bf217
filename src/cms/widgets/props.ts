/** What Decap gives the control of a field. */
export interface ControlProps<Value> {
  value: Value | undefined;
  onChange(value: Value): void;
  forID: string;
  classNameWrapper: string;
  setActiveStyle?(): void;
  setInactiveStyle?(): void;
  field: { get(name: string): unknown };
}

/** An option of a field as plain data: Decap hands lists over as Immutable's. */
export function optionOf<Value>({ field }: Pick<ControlProps<never>, 'field'>, name: string): Value | undefined {
  const found = field.get(name) as { toJS?(): Value } | undefined;
  return typeof found?.toJS === 'function' ? found.toJS() : (found as Value | undefined);
}

/** A list that may be Immutable's, or absent. */
export const listOf = (value: unknown): string[] =>
  [...((value as Iterable<string> | undefined) ?? [])].filter((one) => typeof one === 'string');
