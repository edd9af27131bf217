import { editorInTable$, useCellValue, useRealm } from '@mdxeditor/editor';
import type { Component } from '#mdx/components';
import { nameOf, offered } from './component.ts';
import { useTools } from './context.ts';
import { Dialog } from './Dialog.tsx';
import { insertComponent } from './insert.ts';

/** The components that may be inserted, each with what it is for. In a cell, those within a line. */
export function InsertMenu({ onClose }: { onClose(): void }) {
  const tools = useTools();
  const realm = useRealm();
  const inTable = useCellValue(editorInTable$);
  const { words } = tools;
  const choose = (component: Component) => {
    onClose();
    insertComponent(realm, tools, component);
  };
  return (
    <Dialog title={words.insertTitle} onClose={onClose}>
      <ul className="mdx-choices">
        {offered(words)
          .filter(({ place }) => place === 'inline' || !inTable)
          .map((component) => (
            <li key={component.name}>
              <button type="button" data-inserts={component.name} onClick={() => choose(component)}>
                <strong>{nameOf(component.name, words)}</strong>
                <span>{component.purpose}</span>
              </button>
            </li>
          ))}
      </ul>
      <div className="mdx-buttons">
        <button type="button" onClick={onClose}>
          {words.cancel}
        </button>
      </div>
    </Dialog>
  );
}
