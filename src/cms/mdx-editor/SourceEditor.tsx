import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown } from '@codemirror/lang-markdown';
import { defaultHighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { useTools } from './context.ts';

/** The text as it is written, with its syntax in colours. Tab leaves it, as any other field. */
export function SourceEditor({ value, onChange }: { value: string; onChange(value: string): void }) {
  const { words, readOnly } = useTools();
  const place = useRef<HTMLDivElement>(null);
  const changed = useRef(onChange);
  changed.current = onChange;
  const opened = useRef(value);
  useEffect(() => {
    const view = new EditorView({
      parent: place.current as HTMLDivElement,
      state: EditorState.create({
        doc: opened.current,
        extensions: [
          lineNumbers(),
          history(),
          markdown(),
          syntaxHighlighting(defaultHighlightStyle),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': words.sourceArea }),
          EditorState.readOnly.of(readOnly),
          EditorView.updateListener.of(({ docChanged, state }) => {
            if (docChanged) changed.current(state.doc.toString());
          }),
        ],
      }),
    });
    return () => view.destroy();
  }, [words, readOnly]);
  return <div ref={place} className="mdx-source" />;
}
