import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useEffect } from 'react';
import { useTools } from './context.ts';

/** Names the field of a table's cell, which MDXEditor leaves without a name. */
export function CellName() {
  const [editor] = useLexicalComposerContext();
  const { words } = useTools();
  useEffect(
    () => editor.registerRootListener((field) => field?.setAttribute('aria-label', words.cell)),
    [editor, words],
  );
  return null;
}
