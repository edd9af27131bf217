/** What MDXEditor exports and its own types leave out. */
import type { NodeRef } from '@mdxeditor/editor';
import type { Extension } from 'mdast-util-from-markdown';
import type { Options } from 'mdast-util-to-markdown';
import type { Extension as SyntaxExtension } from 'micromark-util-types';

declare module '@mdxeditor/editor' {
  const syntaxExtensions$: NodeRef<SyntaxExtension[]>;
  const mdastExtensions$: NodeRef<Extension[]>;
  const toMarkdownExtensions$: NodeRef<Options[]>;
  const toMarkdownOptions$: NodeRef<Options>;
}
