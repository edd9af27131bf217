import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { NESTED_EDITOR_UPDATED_COMMAND } from '@mdxeditor/editor';
import { useEffect } from 'react';

/** How long a text within a component may rest, in milliseconds, before the whole text is told of it. */
const REST = 300;

/** Tells the whole text of changes within a component as they are made, and not when it is left. */
export function LiveChanges() {
  const [editor] = useLexicalComposerContext();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const forget = editor.registerTextContentListener(() => {
      clearTimeout(timer);
      timer = setTimeout(() => editor.dispatchCommand(NESTED_EDITOR_UPDATED_COMMAND, undefined), REST);
    });
    return () => {
      clearTimeout(timer);
      forget();
    };
  }, [editor]);
  return null;
}
