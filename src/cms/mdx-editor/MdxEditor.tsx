import { MDXEditor, useRealm } from '@mdxeditor/editor';
import '@mdxeditor/editor/style.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type Choice, type PickEntry, type PickFile, useTools } from './context.ts';
import './editor.css';
import { isHeld } from './held.ts';
import { iconsIn } from './icons.tsx';
import { pluginsFor } from './plugins.ts';
import { SourceEditor } from './SourceEditor.tsx';
import { Tools } from './Tools.tsx';
import { translated } from './translation.ts';

export interface MdxEditorProps {
  /** The text as it is when the editor opens; for another text, mount another editor (`key`). */
  value: string;
  /** Called with the whole text after each change by a person, and never before one. */
  onChange(mdx: string): void;
  readOnly?: boolean;
  locale?: string;
  /** Lets a person choose an entry, among some collections' where these are given; a search of its own where absent. */
  pickEntry?: PickEntry;
  /** Keeps a file beside the entry, or lets a person choose one, and answers its path. */
  pickFile?: PickFile;
  /** The entries that the editor's own search offers. */
  loadEntries?(): Promise<Choice[]>;
  /** Where a file beside the entry can be seen, as an address that may be shown. */
  previewFile?(path: string): Promise<string | undefined>;
  /** The new text with the bytes of the old one wherever both say the same; the new text as it is where absent. */
  keep?(before: string, after: string): string;
}

/** Edits an author's MDX as rich text or as it is written. */
export function MdxEditor({ readOnly = false, locale = 'it', ...props }: MdxEditorProps) {
  const { pickEntry, pickFile, loadEntries, previewFile } = props;
  return (
    <Tools {...{ locale, readOnly, pickEntry, pickFile, loadEntries, previewFile }}>
      <Views {...props} />
    </Tools>
  );
}

type View = 'text' | 'source';

function Views({ value, onChange, keep }: MdxEditorProps) {
  const { words } = useTools();
  const [view, setView] = useState<View>('text');
  const [notice, setNotice] = useState<string>();
  const now = useRef(value);
  const changed = (mdx: string) => {
    if (mdx === now.current) return;
    now.current = mdx;
    onChange(mdx);
  };
  const shown = useRef<View>('text');
  const refusals = useRef(0);
  const switchTo = (next: View) => {
    setNotice(undefined);
    shown.current = next;
    setView(next);
  };
  const refuse = () => {
    if (shown.current === 'source') return;
    const again = refusals.current++ > 0 || now.current !== value;
    switchTo('source');
    setNotice(again ? words.unfitAgain : words.unfit);
  };
  return (
    <div className="mdx-editor">
      {/* biome-ignore lint/a11y/useSemanticElements: two buttons are no fieldset of a form */}
      <div className="mdx-views" role="group" aria-label={words.view}>
        {(['text', 'source'] as const).map((name) => (
          <button key={name} type="button" aria-pressed={view === name} onClick={() => switchTo(name)}>
            {words[name]}
          </button>
        ))}
      </div>
      <p role="status" className="mdx-notice">
        {notice}
      </p>
      {view === 'source' ? (
        <SourceEditor value={now.current} onChange={changed} />
      ) : (
        <RichText opened={now.current} keep={keep} onChange={changed} onRefused={refuse} />
      )}
    </div>
  );
}

interface RichTextProps {
  opened: string;
  keep: MdxEditorProps['keep'];
  onChange(mdx: string): void;
  /** Called where the rich text cannot hold the text that it was opened with. */
  onRefused(): void;
}

/** A text with the white space around another one. */
const framed = (mdx: string, around: string) => {
  const [, before = '', after = ''] = /^(\s*)[\s\S]*?(\s*)$/.exec(around) ?? [];
  return before + mdx + (around.trim() === '' ? '\n' : after);
};

function RichText({ opened: given, keep, onChange, onRefused }: RichTextProps) {
  const { words, readOnly, previewFile } = useTools();
  const [opened] = useState(given);
  /** What the rich text writes of the text as long as nobody has changed it. */
  const unchanged = useRef(opened.trim());
  const refused = useRef(onRefused);
  refused.current = onRefused;
  const plugins = useMemo(() => {
    const Guard = () => {
      const realm = useRealm();
      useEffect(() => {
        if (!isHeld(realm, opened.trim())) refused.current();
      }, [realm]);
      return null;
    };
    return pluginsFor({ readOnly, previewFile, Guard });
  }, [opened, readOnly, previewFile]);
  const changed = (mdx: string, initial: boolean) => {
    if (initial) unchanged.current = mdx;
    else if (mdx === unchanged.current) onChange(opened);
    else onChange(keep ? keep(opened, framed(mdx, opened)) : framed(mdx, opened));
  };
  return (
    <MDXEditor
      markdown={opened}
      onChange={changed}
      onError={() => refused.current()}
      readOnly={readOnly}
      suppressHtmlProcessing
      toMarkdownOptions={{ bullet: '-', listItemIndent: 'one', emphasis: '*', rule: '-' }}
      translation={translated(words)}
      iconComponentFor={iconsIn(words)}
      contentEditableClassName="mdx-text"
      plugins={plugins}
    />
  );
}
