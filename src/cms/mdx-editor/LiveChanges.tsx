import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { NESTED_EDITOR_UPDATED_COMMAND } from '@mdxeditor/editor';
import { FOCUS_COMMAND, type LexicalEditor } from 'lexical';
import { useEffect } from 'react';

/** How long a text within another may rest, in milliseconds, before the whole text is told of it. */
const REST = 300;

/** Calls back when a text has changed and rests. */
function useRest(tell: (editor: LexicalEditor) => void): void {
  const [editor] = useLexicalComposerContext();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const forget = editor.registerTextContentListener(() => {
      clearTimeout(timer);
      timer = setTimeout(() => tell(editor), REST);
    });
    return () => {
      clearTimeout(timer);
      forget();
    };
  }, [editor, tell]);
}

const tellOf = (editor: LexicalEditor) => editor.dispatchCommand(NESTED_EDITOR_UPDATED_COMMAND, undefined);

/** A table takes a cell that tells of itself for one that was left: where it was not, it is entered again. */
function tellOfCell(editor: LexicalEditor): void {
  const isWrittenIn = editor.getRootElement()?.contains(document.activeElement);
  tellOf(editor);
  if (isWrittenIn) editor.dispatchCommand(FOCUS_COMMAND, new FocusEvent('focus'));
}

/** Tells the whole text of changes within a component as they are made, and not when it is left. */
export function LiveChanges() {
  useRest(tellOf);
  return null;
}

/** The same within a table's cell. */
export function LiveCell() {
  useRest(tellOfCell);
  return null;
}
