import {
  BlockTypeSelect,
  BoldItalicUnderlineToggles,
  ButtonWithTooltip,
  CodeToggle,
  CreateLink,
  editorInTable$,
  InsertCodeBlock,
  InsertTable,
  InsertThematicBreak,
  ListsToggle,
  openNewImageDialog$,
  Separator,
  UndoRedo,
  useCellValue,
  usePublisher,
  useRealm,
} from '@mdxeditor/editor';
import { useState } from 'react';
import { useTools } from './context.ts';
import { InsertMenu } from './InsertMenu.tsx';
import { insertEntryLink, insertFootnote } from './insert.ts';

/** Buttons for what a text may hold, and for nothing else. */
export function Toolbar() {
  const { words } = useTools();
  return (
    <>
      <UndoRedo />
      <Separator />
      <BlockTypeSelect />
      <BoldItalicUnderlineToggles options={['Bold', 'Italic']} />
      <CodeToggle />
      <Separator />
      <ListsToggle />
      <Separator />
      <CreateLink />
      <Insertions />
      <InsertTable />
      <InsertThematicBreak />
      <InsertCodeBlock />
      <Separator />
      <InsertButton label={words.insert} />
    </>
  );
}

/** A link to an entry, an image, a footnote. */
function Insertions() {
  const tools = useTools();
  const realm = useRealm();
  const inTable = useCellValue(editorInTable$);
  const openImage = usePublisher(openNewImageDialog$);
  const { words } = tools;
  return (
    <>
      <ButtonWithTooltip title={words.insertEntry} onClick={() => insertEntryLink(realm, tools)}>
        <Icon path="M4 3h9l3 3v11H4zM7 8h6M7 11h6M7 14h3" />
      </ButtonWithTooltip>
      <ButtonWithTooltip title={words.insertImage} onClick={() => openImage()}>
        <Icon path="M3 4h14v12H3zM3 14l5-5 4 4 2-2 3 3M13 8h.1" />
      </ButtonWithTooltip>
      <ButtonWithTooltip title={words.insertFootnote} disabled={inTable} onClick={() => insertFootnote(realm, tools)}>
        <Icon path="M3 6h8M3 10h8M3 14h12M15 4v6M13.500 5.500 15 4" />
      </ButtonWithTooltip>
    </>
  );
}

const Icon = ({ path }: { path: string }) => (
  <svg
    width="20"
    height="20"
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    aria-hidden="true"
  >
    <path d={path} />
  </svg>
);

/** Opens the menu of components. */
function InsertButton({ label }: { label: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <ButtonWithTooltip title={label} aria-haspopup="dialog" className="mdx-insert" onClick={() => setOpen(true)}>
        <span>{label}</span>
      </ButtonWithTooltip>
      {open && <InsertMenu onClose={() => setOpen(false)} />}
    </>
  );
}
