/** The page as the site will show it, beside the form: made by the site's own program, anew as one types. */
import { useEffect, useRef, useState } from 'react';
import { messages } from '#i18n';
import type { DecapCollection } from '../forms/index.ts';
import { setProblems } from '../problems/problems.ts';
import { fileOf, pageOf, type Written } from './asking.ts';
import { showIn } from './page.ts';

const words = messages('it').forms.preview;

/** How long nothing is typed before the page is made anew, in milliseconds. */
const PAUSE = 350;

interface Entry {
  toJS(): Written;
}

/** What stands in the way of the page as it would be now. */
type Trouble = 'waiting' | 'nameless' | 'errors' | 'failed' | undefined;

/** Has one question under way at a time, and then asks for what was written last. */
function usePage(collection: DecapCollection, entry: Entry, frame: React.RefObject<HTMLIFrameElement | null>): Trouble {
  const [trouble, setTrouble] = useState<Trouble>('waiting');
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const last = useRef(entry);
  last.current = entry;
  useEffect(() => {
    const show = async () => {
      // Something newer waits already.
      if (last.current !== entry) return;
      const written = entry.toJS();
      try {
        const file = fileOf(collection, written);
        if (!file) return setTrouble('nameless');
        const { html, diagnostics } = await pageOf(file, written);
        setProblems({ ...file, diagnostics });
        if (html !== null && frame.current) showIn(frame.current, html);
        setTrouble(html === null ? 'errors' : undefined);
      } catch {
        setTrouble('failed');
      }
    };
    const timer = setTimeout(() => {
      turn.current = turn.current.then(show);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [collection, entry, frame]);
  return trouble;
}

function Preview({ collection, entry }: { collection: DecapCollection; entry: Entry }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const trouble = usePage(collection, entry, frame);
  return (
    <div style={{ position: 'fixed', inset: 0, display: 'flex', flexDirection: 'column' }}>
      <p role="status" style={{ margin: 0, padding: trouble ? '8px 16px' : 0, font: '16px sans-serif' }}>
        {trouble && words[trouble]}
      </p>
      <iframe
        ref={frame}
        title={words.title}
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        style={{ flex: 1, width: '100%', border: 0 }}
      />
    </div>
  );
}

/** The preview of a collection's entries, for `CMS.registerPreviewTemplate`. */
export const previewOf = (collection: DecapCollection) =>
  function EntryPreview({ entry }: { entry: Entry }) {
    return <Preview collection={collection} entry={entry} />;
  };
