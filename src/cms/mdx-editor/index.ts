/** The MDX editor: a component of its own, and a widget of Decap. */
export type { Choice, PickEntry, PickFile } from './context.ts';
export { MdxEditor, type MdxEditorProps } from './MdxEditor.tsx';
export { default as MdxControl } from './widget.tsx';
