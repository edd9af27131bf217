/** Footnotes and comments in the rich text. */
import { type JsxEditorProps, NestedLexicalEditor, useLexicalNodeRemove } from '@mdxeditor/editor';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { useEntered } from './blocks.tsx';
import { carriedValue } from './carried.ts';
import { useTools } from './context.ts';

/** The mark of a footnote in a line. */
export function MarkEditor({ mdastNode }: JsxEditorProps) {
  const { words, readOnly } = useTools();
  const remove = useLexicalNodeRemove();
  const button = useEntered<HTMLButtonElement>();
  const label = carriedValue(mdastNode);
  return (
    <sup className="mdx-mark">
      <button
        ref={button}
        type="button"
        disabled={readOnly}
        aria-label={words.removeNamed(words.footnote(label))}
        onClick={remove}
      >
        {label}
      </button>
    </sup>
  );
}

/** The text of a footnote. */
export function NoteEditor({ mdastNode }: JsxEditorProps) {
  const { words, readOnly } = useTools();
  const remove = useLexicalNodeRemove();
  const name = words.footnote(carriedValue(mdastNode));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would let the editor's own controls be its members
    <div className="mdx-block mdx-note" role="group" aria-label={name}>
      <div className="mdx-block-head">
        <strong>{name}</strong>
        <span className="mdx-summary" />
        {!readOnly && (
          <button type="button" aria-label={words.removeNamed(name)} onClick={remove}>
            {words.remove}
          </button>
        )}
      </div>
      <NestedLexicalEditor<MdxJsxFlowElement>
        block
        contentEditableProps={{ 'aria-label': words.contentOf(name), className: 'mdx-inside' }}
        getContent={(node) => node.children as never}
        getUpdatedMdastNode={(node, children) => ({ ...node, children: children as never })}
      />
    </div>
  );
}

/** A comment: shown, changed in the source alone. */
export function CommentEditor({ mdastNode }: JsxEditorProps) {
  const { words } = useTools();
  return (
    <span className="mdx-comment" title={words.comment}>
      {`{${carriedValue(mdastNode)}}`}
    </span>
  );
}
