/** An author's MDX, from text to a `Body`: the only syntax that content may use passes here. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { mdxToHast } from 'satteri';
import { checkMessages, messages } from '#i18n';
import { slug } from '#model';
import { readAttributes } from './attributes.ts';
import type { Body, Heading, Part } from './body.ts';
import { type Place, type Problem, problem } from './problems.ts';
import { components, type Registered } from './registry.ts';

/** A node of Sätteri's tree: an HTML node, or one of MDX's own. */
interface Node {
  type: string;
  name?: string | null;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  attributes?: { type: string; name?: string; value?: unknown }[];
  children?: Node[];
  position?: { start: Place & { offset: number } };
}

const EXTERNAL = /^(https?:|mailto:|tel:)/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const COMMENT = /^\s*(?:\/\*(?:(?!\*\/)[\s\S])*\*\/\s*)+$/;

/** Ids that pages have already: a heading of the same words gets a number. */
const PAGE_IDS = [
  ...['menu', 'contenuto', 'filtri', 'toc-title', 'footnote-label', 'temi-della-voce'],
  ...['decisioni', 'impegni', 'ordine-del-giorno', 'materiali', 'prossimo', 'capitoli', 'file', 'citato-in'],
  ...['sperimentazioni', 'voci-collegate', 'adattamenti', 'risultati', 'lezioni', 'incontri', 'indicatori', 'novita'],
  ...['priorita', 'linee', 'in-questo-numero', 'footer-explore', 'footer-network', 'footer-contacts'],
];

/** Parses one document; shared state of the walk lives for its length. */
class Parser {
  readonly problems: Problem[] = [];
  readonly headings: Heading[] = [];
  #parts: Exclude<Part, string>[] = [];
  #anchors = new Set(PAGE_IDS);
  #repeats = new Map<string, number>();
  #anchorLinks: (Place & { anchor: string })[] = [];
  #components = 0;
  #tables = 0;
  /** How many elements of code are being read, one in the other. */
  #literal = 0;
  /** The components being read, outermost first, each with how many children it has had. */
  #open: { index: number; children: number }[] = [];
  #depth = 1;
  words = 0;
  readonly source: string;
  /** Marks places in serialised HTML; nobody can write it, since it is drawn for this parse. */
  readonly #token = crypto.randomUUID();
  readonly #marks = new RegExp(`<!--${this.#token}:(\\d+)-->`);

  constructor(source: string) {
    this.source = source;
  }

  body(root: Node): Body {
    const parts = this.#toParts(this.#children(root, undefined));
    for (const { anchor, ...place } of this.#anchorLinks) {
      if (!this.#anchors.has(anchor))
        this.#report('anchor-exists', place, checkMessages.unknownAnchor(anchor, undefined));
    }
    return { parts, headings: this.headings, words: this.words };
  }

  #report(rule: string, place: Place, said: { message: string; fix?: string | undefined }) {
    this.problems.push(problem(rule, place, said));
  }

  #place = (node: Node): Place => ({ line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 });

  /** Serialises finished nodes; marks left by `#mark` become the parts they stand for. */
  #toParts(nodes: ElementContent[]): Part[] {
    const html = toHtml({ type: 'root', children: nodes as RootContent[] } satisfies Root, { omitOptionalTags: false });
    return html
      .split(this.#marks)
      .map((piece, index) => (index % 2 === 0 ? piece : (this.#parts[Number(piece)] as Part)))
      .filter((piece) => piece !== '');
  }

  #mark(part: Exclude<Part, string>): ElementContent {
    return { type: 'comment', value: `${this.#token}:${this.#parts.push(part) - 1}` };
  }

  #children(node: Node, parent: Registered | undefined): ElementContent[] {
    return (node.children ?? []).flatMap((child) => this.#node(child, parent));
  }

  #node(node: Node, parent: Registered | undefined): ElementContent[] {
    switch (node.type) {
      case 'text':
        this.words += (node.value ?? '').split(/\s+/).filter(Boolean).length;
        // A number does not part from its sign at the end of a line.
        return [
          {
            type: 'text',
            value: this.#literal > 0 ? (node.value ?? '') : (node.value ?? '').replace(/(\d) (?=[%€])/g, '$1\u00a0'),
          },
        ];
      case 'element':
        return this.#element(node, parent);
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return this.#component(node, parent);
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        if (!COMMENT.test(node.value ?? ''))
          this.#report('mdx-expression', this.#place(node), checkMessages.expression());
        return [];
      case 'mdxjsEsm':
        this.#report('mdx-code', this.#place(node), checkMessages.code());
        return [];
      case 'raw':
      case 'comment':
        this.#report(
          'mdx-html',
          this.#place(node),
          checkMessages.rawHtml(/<\/?([\w-]+)/.exec(node.value ?? '')?.[1] ?? '!--'),
        );
        return [];
      default:
        return [];
    }
  }

  #element(node: Node, parent: Registered | undefined): ElementContent[] {
    const tagName = node.tagName ?? 'div';
    const properties = withoutStyle((node.properties ?? {}) as Element['properties']);
    const element = (more: Element['properties'] = {}): Element => ({
      type: 'element',
      tagName,
      properties: { ...properties, ...more },
      children: this.#children(node, parent),
    });
    if (typeof properties.id === 'string') this.#anchors.add(properties.id);
    if (/^h[1-6]$/.test(tagName) && properties.id !== 'footnote-label')
      return [element({ id: this.#heading(node, Number(tagName[1])) })];
    if (tagName === 'a') return this.#link(node, String(properties.href ?? ''), element);
    if (tagName === 'img') return this.#image(node);
    if (tagName === 'input')
      return [{ type: 'element', tagName: 'span', properties: taskBox(properties.checked === true), children: [] }];
    if (tagName === 'table')
      return [{ type: 'element', tagName: 'section', properties: tableFrame(++this.#tables), children: [element()] }];
    if (tagName !== 'code' && tagName !== 'pre') return [element()];
    this.#literal++;
    const code = element();
    this.#literal--;
    return [code];
  }

  #heading(node: Node, depth: number): string {
    const place = this.#place(node);
    const text = textOf(node).trim();
    const wanted = this.#depth + 1;
    if (depth === 1 || depth > wanted)
      this.#report('heading-order', place, checkMessages.heading(depth, Math.min(wanted, Math.max(depth, 2))));
    this.#depth = Math.max(depth, 1);
    const id = this.#anchorFor(slug(text));
    this.headings.push({ depth, id, text, ...place });
    return id;
  }

  /** An anchor that no other heading has: the same words again get a number. */
  #anchorFor(wanted: string): string {
    let again = this.#repeats.get(wanted) ?? 1;
    let id = wanted;
    while (this.#anchors.has(id)) id = `${wanted}-${++again}`;
    this.#repeats.set(wanted, again);
    this.#anchors.add(id);
    return id;
  }

  #link(node: Node, href: string, element: () => Element): ElementContent[] {
    const place = this.#place(node);
    if (href.startsWith('#')) {
      if (node.position) this.#anchorLinks.push({ ...place, anchor: decoded(href.slice(1)) });
      return [element()];
    }
    if (EXTERNAL.test(href)) return [element()];
    if (SCHEME.test(href) || href.startsWith('//') || href === '') {
      this.#report('link-allowed', place, checkMessages.badLink(href));
      return [];
    }
    return [this.#mark({ href, ...place, parts: this.#toParts(element().children) })];
  }

  #image(node: Node): ElementContent[] {
    const place = this.#place(node);
    const alt = String(node.properties?.alt ?? '').trim();
    if (alt === '') this.#report('image-alternative', place, checkMessages.imageAlt());
    return [this.#mark({ src: String(node.properties?.src ?? ''), alt, ...place })];
  }

  #component(node: Node, parent: Registered | undefined): ElementContent[] {
    const place = this.#place(node);
    const name = node.name ?? '';
    const component = components.get(name);
    if (!component) {
      const html = /^[a-z]/.test(name) || name === '';
      this.#report(
        html ? 'mdx-html' : 'component-exists',
        place,
        html ? checkMessages.rawHtml(name) : checkMessages.unknownComponent(name, nearComponent(name)),
      );
      return [];
    }
    const { attributes, problems } = readAttributes(
      node.attributes ?? [],
      component,
      this.source,
      node.position?.start,
    );
    this.problems.push(...problems);
    this.#checkPlace(node, component, parent);
    const index = this.#components++;
    const owner = this.#open.at(-1);
    const within = component.inside && owner ? { index: owner.index, child: owner.children++ } : undefined;
    this.#open.push({ index, children: 0 });
    const parts = this.#toParts(this.#children(node, component));
    this.#open.pop();
    // What a schema refused is not asked of other entries.
    if (problems.length > 0) return [];
    const part = this.#mark({ component: name, index, within, attributes, parts, ...place });
    const alone = node.type === 'mdxJsxFlowElement' && component.place === 'inline';
    return alone ? [{ type: 'element', tagName: 'p', properties: {}, children: [part] }] : [part];
  }

  #checkPlace(node: Node, component: Registered, parent: Registered | undefined) {
    const place = this.#place(node);
    const { name, children } = component;
    const report = (said: { message: string; fix?: string | undefined }) =>
      this.#report('component-place', place, said);
    if (component.place === 'block' && node.type === 'mdxJsxTextElement') report(checkMessages.wrongPlace(name, false));
    if (component.inside && parent?.name !== component.inside) report(checkMessages.onlyInside(name, component.inside));
    if (typeof parent?.children === 'object' && parent.children.only !== name)
      report(checkMessages.onlyChildren(parent.name, parent.children.only));
    const inner = (node.children ?? []).filter((child) => child.type !== 'text' || (child.value ?? '').trim() !== '');
    if (children === 'none' && inner.length > 0) report(checkMessages.noChildren(name));
    if (children !== 'none' && inner.length === 0 && !component.childrenOptional)
      report(checkMessages.needsChildren(name));
    if (children === 'ordered-list' && inner.length > 0 && !(inner.length === 1 && inner[0]?.tagName === 'ol'))
      report(checkMessages.stepsList());
    if (typeof children === 'object' && inner.some((child) => child.name !== children.only))
      report(checkMessages.onlyChildren(name, children.only));
  }
}

const nearComponent = (name: string) =>
  [...components.keys()].find((known) => known.toLowerCase() === name.toLowerCase());
const textOf = (node: Node): string => node.value ?? (node.children ?? []).map(textOf).join('');
const words = messages('it').body;
const taskBox = (done: boolean): Element['properties'] => ({
  className: ['task', ...(done ? ['task-done'] : [])],
  role: 'img',
  ariaLabel: done ? words.taskDone : words.taskOpen,
});
const tableFrame = (number: number): Element['properties'] => ({
  className: ['scroll'],
  ariaLabel: words.table(number),
  tabIndex: 0,
});

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Table alignment as a class: pages carry no inline style. */
function withoutStyle({ style, ...properties }: Element['properties']): Element['properties'] {
  const align = /text-align: ?(\w+)/.exec(String(style ?? ''))?.[1];
  return align ? { ...properties, className: [`align-${align}`] } : properties;
}

const features = {
  frontmatter: false,
  gfm: { footnotes: { label: words.footnotes, backLabel: words.footnoteBack, clobberPrefix: 'nota-' } },
} as const;

/**
 * Parses a document's text.
 *
 * @param source the text; put blank lines in place of the fields, so that positions are the file's
 *
 * @returns the body, and every disallowed construct with its line and column
 */
export function parseMdx(source: string): { body: Body; problems: Problem[] } {
  try {
    const parser = new Parser(source);
    const body = parser.body(mdxToHast(source, { features }) as unknown as Node);
    return { body, problems: parser.problems };
  } catch (error) {
    if (error instanceof RangeError) {
      const found = problem('mdx-syntax', { line: 1, column: 1 }, checkMessages.tooNested());
      return { body: { parts: [], headings: [], words: 0 }, problems: [found] };
    }
    const [, line = '1', column = '1', text = ''] =
      /^(\d+):(\d+): ([\s\S]*)$/.exec(String((error as Error).message)) ?? [];
    const found = problem('mdx-syntax', { line: Number(line), column: Number(column) }, checkMessages.mdxSyntax(text));
    return { body: { parts: [], headings: [], words: 0 }, problems: [found] };
  }
}
