/** MDXEditor's icons, with names for the buttons that have none of their own. */
import { defaultSvgIcons, type IconKey } from '@mdxeditor/editor';
import type { Words } from './context.ts';

/** Answers MDXEditor with its icons. */
export const iconsIn = (words: Words) => {
  const names: Partial<Record<IconKey, string>> = { add_row: words.addRow, add_column: words.addColumn };
  return (icon: IconKey) => {
    const name = names[icon];
    if (!name) return defaultSvgIcons[icon];
    return (
      <>
        <span className="mdx-hidden">{name}</span>
        {defaultSvgIcons[icon]}
      </>
    );
  };
};
