/** The tree of an author's MDX, read node by node: what may stand in a text becomes parts, the rest problems. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { checkMessages } from '#i18n';
import { slug } from '#model';
import { decodedAnchor, isForbidden, leadsOut } from './addresses.ts';
import { readAttributes } from './attributes.ts';
import type { Body, Heading, Part } from './body.ts';
import { PAGE_IDS, tableFrame, taskBox, withoutStyle } from './markup.ts';
import { type Node, placeOf, textOf } from './node.ts';
import { placementFaults } from './placement.ts';
import { nearName, type Place, type Problem, problem } from './problems.ts';
import { proseOf } from './prose.ts';
import { components, type Registered } from './registry.ts';

const COMMENT = /^\s*(?:\/\*(?:(?!\*\/)[\s\S])*\*\/\s*)+$/;

/** Reads the tree of one document; what the walk has met so far lives for its length. */
export class Reader {
  readonly problems: Problem[] = [];
  readonly headings: Heading[] = [];
  #parts: Exclude<Part, string>[] = [];
  #anchors = new Set(PAGE_IDS);
  /** Anchors of this text alone. */
  #own = new Set<string>();
  #repeats = new Map<string, number>();
  #anchorLinks: (Place & { anchor: string })[] = [];
  #components = 0;
  #tables = 0;
  /** How many elements of code are being read, one in the other. */
  #literal = 0;
  /** How many links are being read, one in the other. */
  #links = 0;
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
      if (!this.#own.has(anchor))
        this.#report('anchor-exists', place, checkMessages.unknownAnchor(anchor, nearName(anchor, [...this.#own])));
    }
    return { parts, headings: this.headings, words: this.words, prose: proseOf(root) };
  }

  #report(rule: string, place: Place, said: { message: string; fix?: string | undefined }) {
    this.problems.push(problem(rule, place, said));
  }

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
        if (!COMMENT.test(node.value ?? '')) this.#report('mdx-expression', placeOf(node), checkMessages.expression());
        return [];
      case 'mdxjsEsm':
        this.#report('mdx-code', placeOf(node), checkMessages.code());
        return [];
      case 'raw':
      case 'comment':
        this.#report(
          'mdx-html',
          placeOf(node),
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
    if (typeof properties.id === 'string') this.#own.add(properties.id);
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
    const place = placeOf(node);
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
    this.#own.add(id);
    return id;
  }

  #link(node: Node, href: string, element: () => Element): ElementContent[] {
    const place = placeOf(node);
    if (node.position) this.#enterLink(place);
    const link = this.#anchor(node, href, place, element);
    if (node.position) this.#links--;
    return link;
  }

  /** A link within a link is none of either. */
  #enterLink(place: Place) {
    if (this.#links++ > 0) this.#report('component-place', place, checkMessages.linkInLink());
  }

  #anchor(node: Node, href: string, place: Place, element: () => Element): ElementContent[] {
    if (href.startsWith('#')) {
      if (node.position) this.#anchorLinks.push({ ...place, anchor: decodedAnchor(href.slice(1)) });
      return [element()];
    }
    if (leadsOut(href)) return [element()];
    if (isForbidden(href)) {
      this.#report('link-allowed', place, checkMessages.badLink(href));
      return [];
    }
    return [this.#mark({ href, ...place, parts: this.#toParts(element().children) })];
  }

  #image(node: Node): ElementContent[] {
    const place = placeOf(node);
    const alt = String(node.properties?.alt ?? '').trim();
    if (alt === '') this.#report('image-alternative', place, checkMessages.imageAlt());
    return [this.#mark({ src: String(node.properties?.src ?? ''), alt, ...place })];
  }

  #component(node: Node, parent: Registered | undefined): ElementContent[] {
    const place = placeOf(node);
    const name = node.name ?? '';
    const component = components.get(name);
    if (!component) {
      const html = /^[a-z]/.test(name) || name === '';
      this.#report(
        html ? 'mdx-html' : 'component-exists',
        place,
        html
          ? checkMessages.rawHtml(name, sameLetters(name))
          : checkMessages.unknownComponent(name, nearName(name, [...components.keys()])),
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
    for (const said of placementFaults(node, component, parent)) this.#report('component-place', place, said);
    if (component.link) this.#enterLink(place);
    const index = this.#components++;
    const owner = this.#open.at(-1);
    const within = component.inside && owner ? { index: owner.index, child: owner.children++ } : undefined;
    this.#open.push({ index, children: 0 });
    const parts = this.#toParts(this.#children(node, component));
    this.#open.pop();
    if (component.link) this.#links--;
    // What a schema refused is not asked of other entries.
    if (problems.length > 0) return [];
    const part = this.#mark({ component: name, index, within, attributes, parts, ...place });
    const alone = node.type === 'mdxJsxFlowElement' && component.place === 'inline';
    return alone ? [{ type: 'element', tagName: 'p', properties: {}, children: [part] }] : [part];
  }
}

/** The component of a name written in other letters: `<aside>`. */
const sameLetters = (name: string) =>
  [...components.keys()].find((known) => known.toLowerCase() === name.toLowerCase());
