/** Images in the rich text: none without an alternative text. */
import { closeImageDialog$, imageDialogState$, saveImage$, useCellValue, usePublisher } from '@mdxeditor/editor';
import { useEffect } from 'react';
import { type Question, useTools, type Values, type Words } from './context.ts';

/** Shown where the file itself cannot be. */
const NO_PICTURE = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="160" height="90"><rect width="160" height="90" fill="#e6e9f2"/><path d="M20 75 60 35l25 25 20-15 35 30z" fill="#8f9ab2"/><circle cx="120" cy="25" r="10" fill="#8f9ab2"/></svg>',
)}`;

/** The address under which an image of the text can be seen. */
export const pictureOf = async (
  path: string,
  preview?: (path: string) => Promise<string | undefined>,
): Promise<string> => (await preview?.(path)) ?? NO_PICTURE;

/** The form of an image. */
export const imageQuestion = (words: Words, values: Values, confirm: string): Question => ({
  title: words.insertImage,
  confirm,
  fields: [
    { name: 'src', label: words.imageFile, required: true, kind: 'attachment', list: false },
    { name: 'alt', label: words.imageAlt, hint: words.imageAltHint, required: true, kind: 'line', list: false },
    { name: 'title', label: words.imageTitle, required: false, kind: 'line', list: false },
  ],
  values,
  faults: (given) =>
    Object.fromEntries(
      ['src', 'alt'].filter((name) => !String(given[name] ?? '').trim()).map((name) => [name, words.required]),
    ),
});

/** What MDXEditor is told of an image. */
export const imageOf = ({ src, alt, title }: Values) => ({
  src: String(src),
  altText: String(alt),
  title: title === undefined ? '' : String(title),
});

/** Asks for an image where MDXEditor would open its own dialog. */
export function ImageDialog() {
  const state = useCellValue(imageDialogState$);
  const save = usePublisher(saveImage$);
  const close = usePublisher(closeImageDialog$);
  const { words, ask } = useTools();
  useEffect(() => {
    if (state.type === 'inactive') return;
    const { src, altText, title } = state.type === 'editing' ? state.initialValues : {};
    const values = Object.fromEntries(
      Object.entries({ src, alt: altText, title }).filter(([, value]) => value),
    ) as Values;
    ask(imageQuestion(words, values, state.type === 'editing' ? words.save : words.confirm)).then((answer) => {
      if (answer) save(imageOf(answer));
      else close();
    });
  }, [state, save, close, words, ask]);
  return null;
}
