/** MDXEditor's plugins for what a text may hold. */
import {
  addComposerChild$,
  addEditorWrapper$,
  addExportVisitor$,
  addImportVisitor$,
  addMdastExtension$,
  addNestedEditorChild$,
  addTableCellEditorChild$,
  addToMarkdownExtension$,
  codeBlockPlugin,
  headingsPlugin,
  imagePlugin,
  type JsxComponentDescriptor,
  jsxPlugin,
  linkDialogPlugin,
  linkPlugin,
  listsPlugin,
  type MdastImportVisitor,
  quotePlugin,
  type RealmPlugin,
  realmPlugin,
  tablePlugin,
  thematicBreakPlugin,
  toolbarPlugin,
} from '@mdxeditor/editor';
import type { Nodes } from 'mdast';
import { createElement } from 'react';
import { components } from '#mdx/components';
import { BlockEditor, InlineEditor } from './blocks.tsx';
import { CellName } from './CellName.tsx';
import { CheckLists } from './CheckLists.tsx';
import { codeBlock } from './CodeBlock.tsx';
import { COMMENT, carriedFromMarkdown, carriedToMarkdown, MARK, NOTE } from './carried.ts';
import { CommentEditor, MarkEditor, NoteEditor } from './carried-editors.tsx';
import { ImageDialog, pictureOf } from './images.tsx';
import { LiveCell, LiveChanges } from './LiveChanges.tsx';
import { Surface } from './Surface.tsx';
import { Toolbar } from './Toolbar.tsx';
import { blankNotWritten, lineBreakWritten, numberedListRead, numberedListWritten } from './visitors.ts';

const descriptors: JsxComponentDescriptor[] = [
  ...[...components.values()].map(({ name, place, children }): JsxComponentDescriptor => {
    const inline = place === 'inline';
    const Editor = inline ? InlineEditor : BlockEditor;
    return { name, kind: inline ? 'text' : 'flow', props: [], hasChildren: children !== 'none', Editor };
  }),
  { name: MARK, kind: 'text', props: [], Editor: MarkEditor },
  { name: NOTE, kind: 'flow', props: [], hasChildren: true, Editor: NoteEditor },
  { name: COMMENT, kind: 'text', props: [], Editor: CommentEditor },
];

/** What is our own in MDXEditor; `Guard` is drawn beside each text that is opened. */
const ownPlugin = realmPlugin<{ Guard: () => null }>({
  init(realm, params) {
    realm.pubIn({
      [addMdastExtension$]: carriedFromMarkdown,
      [addToMarkdownExtension$]: carriedToMarkdown,
      [addImportVisitor$]: numberedListRead as MdastImportVisitor<Nodes>,
      [addExportVisitor$]: [blankNotWritten, lineBreakWritten, numberedListWritten],
      [addEditorWrapper$]: Surface,
      [addNestedEditorChild$]: [LiveChanges, CheckLists],
      [addTableCellEditorChild$]: [CellName, LiveCell],
      ...(params && { [addComposerChild$]: [params.Guard, CheckLists] }),
    });
  },
});

interface Options {
  readOnly: boolean;
  previewFile: ((path: string) => Promise<string | undefined>) | undefined;
  Guard: () => null;
}

export const pluginsFor = ({ readOnly, previewFile, Guard }: Options): RealmPlugin[] => [
  headingsPlugin({ allowedHeadingLevels: [2, 3, 4, 5, 6] }),
  listsPlugin(),
  quotePlugin(),
  linkPlugin({ disableAutoLink: true }),
  linkDialogPlugin(),
  tablePlugin(),
  thematicBreakPlugin(),
  imagePlugin({ ImageDialog, disableImageResize: true, imagePreviewHandler: (path) => pictureOf(path, previewFile) }),
  codeBlockPlugin({ codeBlockEditorDescriptors: [codeBlock] }),
  jsxPlugin({ jsxComponentDescriptors: descriptors, allowFragment: false }),
  ownPlugin({ Guard }),
  ...(readOnly ? [] : [toolbarPlugin({ toolbarContents: () => createElement(Toolbar) })]),
];
