import { insertImage$, useRealm } from '@mdxeditor/editor';
import type { ClipboardEvent, DragEvent, KeyboardEvent, ReactNode } from 'react';
import { components } from '#mdx/components';
import { cleanHtml } from './clean-html.ts';
import { useTools } from './context.ts';
import { imageOf, imageQuestion } from './images.tsx';
import { insertComponent } from './insert.ts';

/** Pastes that were cleaned already. */
const clean = new WeakSet<Event>();

/** Copied within the editor: nothing in it is foreign. */
const OWN = 'application/x-lexical-editor';

/** Pastes the same again, without what MDX cannot say. */
function pasteClean(target: EventTarget, data: DataTransfer): void {
  const cleaned = new DataTransfer();
  cleaned.setData('text/html', cleanHtml(data.getData('text/html')));
  cleaned.setData('text/plain', data.getData('text/plain'));
  const event = new ClipboardEvent('paste', { clipboardData: cleaned, bubbles: true, cancelable: true });
  clean.add(event);
  target.dispatchEvent(event);
}

/** True where Tab has a meaning of its own: it indents an item, and goes from cell to cell. */
function usesTab(): boolean {
  const node = document.getSelection()?.anchorNode;
  const element = node instanceof Element ? node : node?.parentElement;
  return Boolean(element?.closest('li, td, th'));
}

/** Where the rich text lies: what is pasted or dropped on it passes here first. */
export function Surface({ children }: { children: ReactNode }) {
  const realm = useRealm();
  const tools = useTools();
  const insertFile = async (file: File) => {
    const { words, ask, pickFile } = tools;
    const kept = await pickFile(file);
    const download = components.get('FileDownload');
    if (!kept) return;
    if (!file.type.startsWith('image/')) {
      if (download) await insertComponent(realm, tools, download, { path: kept.path });
      return;
    }
    const answer = await ask(imageQuestion(words, { src: kept.path }, words.confirm));
    if (answer) realm.pub(insertImage$, imageOf(answer));
  };
  const insertFiles = async (files: File[]) => {
    for (const file of files) await insertFile(file);
  };
  const isText = ({ target }: { target: EventTarget }) => target instanceof HTMLElement && target.isContentEditable;
  const paste = (event: ClipboardEvent) => {
    const data = event.clipboardData;
    if (tools.readOnly || clean.has(event.nativeEvent) || !isText(event) || data.types.includes(OWN)) return;
    const html = data.types.includes('text/html');
    if (!html && data.files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    if (html) pasteClean(event.target, data);
    else insertFiles([...data.files]);
  };
  const drop = (event: DragEvent) => {
    if (tools.readOnly || event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    insertFiles([...event.dataTransfer.files]);
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key === 'Tab' && isText(event) && !usesTab()) event.stopPropagation();
  };
  const over = (event: DragEvent) => {
    if (event.dataTransfer.types.includes('Files')) event.preventDefault();
  };
  return (
    <div
      className="mdx-surface"
      onPasteCapture={paste}
      onDropCapture={drop}
      onDragOverCapture={over}
      onKeyDownCapture={leave}
    >
      {children}
    </div>
  );
}
