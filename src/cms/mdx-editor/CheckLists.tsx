import { ListNode } from '@lexical/list';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useEffect } from 'react';

/** A list of things to tick is a group of boxes: of a list, its items would not be heard as items (WCAG 2.2, 1.3.1). */
export function CheckLists() {
  const [editor] = useLexicalComposerContext();
  useEffect(
    () =>
      editor.registerMutationListener(ListNode, (changes) => {
        for (const key of changes.keys()) {
          const list = editor.getElementByKey(key);
          if (list?.querySelector(':scope > [role=checkbox]')) list.setAttribute('role', 'group');
          else list?.removeAttribute('role');
        }
      }),
    [editor],
  );
  return null;
}
