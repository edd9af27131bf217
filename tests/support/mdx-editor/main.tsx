/** Mounts the real editor for the browser's tests, which open texts in it and read what it tells. */
import { createRoot, type Root } from 'react-dom/client';
import { cleanHtml } from '../../../src/cms/mdx-editor/clean-html.ts';
import { MdxEditor } from '../../../src/cms/mdx-editor/index.ts';

const entries = [
  { ref: 'guides/picchi-di-utenza', title: 'Gestire i picchi di utenza', collection: 'guides' },
  { ref: 'guides/call-center-e-centralino', title: 'Call center e centralino', collection: 'guides' },
  { ref: 'glossary/front-office', title: 'front office', collection: 'glossary' },
];

const loadEntries = async () => entries;

let root: Root | undefined;

const page = {
  /** What the editor told, in order. */
  told: [] as string[],
  cleanHtml,
  /** Opens a text. */
  open(value: string, readOnly = false) {
    page.told = [];
    root?.unmount();
    root = createRoot(document.getElementById('editor') as HTMLElement);
    root.render(
      <MdxEditor
        value={value}
        onChange={(mdx) => page.told.push(mdx)}
        readOnly={readOnly}
        locale="it"
        loadEntries={loadEntries}
      />,
    );
  },
};

export type EditorPage = typeof page;

Object.assign(globalThis, { editorPage: page });
