/** The form that is open, as it stands in the page. */

/** Decap's part of a field: its label, its control and its hint. */
export interface FieldPart {
  part: HTMLElement;
  /** The control, by its own id; nothing where the field has several. */
  control: HTMLElement | null;
}

/** The part of a field at the top of the form; the ids of those within lists and groups come after. */
export function partOf(field: string): FieldPart | undefined {
  const label = document.querySelector<HTMLLabelElement>(`label[for^="${CSS.escape(field)}-field-"]`);
  const part = label?.parentElement?.parentElement;
  return part ? { part, control: document.getElementById(label.htmlFor) } : undefined;
}

/**
 * The element of a block in the rich text; nothing where it shows the text in other blocks than the file has. It ends
 * with an empty paragraph where the last block is none that one can write in.
 */
export function blockElement(block: number, count: number): HTMLElement | undefined {
  const text = document.querySelector('.mdx-text');
  const children = [...(text?.children ?? [])] as HTMLElement[];
  while (children.length > count && children.at(-1)?.textContent === '') children.pop();
  return children.length === count ? children[block] : undefined;
}

/** Calls back whenever the form's text is shown in another way, or gets other blocks. @returns what ends that */
export function onShownAnew(part: HTMLElement, hear: () => void): () => void {
  const observer = new MutationObserver(hear);
  observer.observe(part, { childList: true, subtree: true });
  return () => observer.disconnect();
}
