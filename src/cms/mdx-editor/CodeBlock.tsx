import {
  type CodeBlockEditorDescriptor,
  type CodeBlockEditorProps,
  useCodeBlockEditorContext,
} from '@mdxeditor/editor';
import { useEffect, useId, useRef, useState } from 'react';
import { useTools } from './context.ts';

/** A block of code: its language, its text. */
function CodeBlock({ code, language, focusEmitter }: CodeBlockEditorProps) {
  const { words, readOnly } = useTools();
  const { setCode, setLanguage, parentEditor, lexicalNode } = useCodeBlockEditorContext();
  const [text, setText] = useState(code);
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useEffect(() => focusEmitter.subscribe(() => area.current?.focus()), [focusEmitter]);
  return (
    <div className="mdx-block">
      <div className="mdx-block-head">
        <label htmlFor={`${id}-language`}>{words.codeLanguage}</label>
        <input
          id={`${id}-language`}
          defaultValue={language}
          readOnly={readOnly}
          onBlur={({ target }) => setLanguage(target.value.trim())}
        />
        {!readOnly && (
          <button
            type="button"
            aria-label={words.removeNamed(words.code)}
            onClick={() => parentEditor.update(() => lexicalNode.remove())}
          >
            {words.remove}
          </button>
        )}
      </div>
      <textarea
        ref={area}
        aria-label={words.code}
        rows={Math.max(3, text.split('\n').length)}
        value={text}
        readOnly={readOnly}
        spellCheck={false}
        onChange={({ target }) => {
          setText(target.value);
          setCode(target.value);
        }}
      />
    </div>
  );
}

/** Edits blocks of code of any language. */
export const codeBlock: CodeBlockEditorDescriptor = { priority: 0, match: () => true, Editor: CodeBlock };
