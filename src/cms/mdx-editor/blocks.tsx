/** Components in the rich text: a frame with a form behind it, and what stands between the tags. */
import {
  type JsxEditorProps,
  NestedLexicalEditor,
  useLexicalNodeRemove,
  useMdastNodeUpdater,
  useNestedEditorContext,
} from '@mdxeditor/editor';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type Component, components } from '#mdx/components';
import { describeFields } from '#model';
import { type JsxNode, readValues, writeValues } from './attributes.ts';
import { exampleOf, nameOf, questionOf } from './component.ts';
import { useTools, type Values } from './context.ts';
import { plainWords, WORDS, withWords, wordsField } from './link-words.ts';

const namesOf = (component: Component) => describeFields(component.attributes).map(({ name }) => name);

/** What a component's attributes say, on one line. */
const summaryOf = (values: Values, choices: Record<string, string>): string =>
  Object.values(values)
    .map((value) => choices[String(value)] ?? String(value))
    .join(' · ');

/** Sends changes of a node to the text; always from the node as it is now, however long a form was open. */
function useNode() {
  const update = useMdastNodeUpdater();
  const { mdastNode, focusEmitter } = useNestedEditorContext<MdxJsxFlowElement>();
  const latest = useRef({ update, node: mdastNode as JsxNode });
  latest.current = { update, node: mdastNode as JsxNode };
  const change = (made: (node: JsxNode) => Partial<JsxNode>) =>
    latest.current.update(made(latest.current.node) as Partial<MdxJsxFlowElement>);
  return { change, focusEmitter };
}

/** Focuses a control when its node is entered with the keyboard. */
export function useEntered<Control extends HTMLElement>() {
  const { focusEmitter } = useNestedEditorContext();
  const control = useRef<Control>(null);
  useEffect(() => focusEmitter.subscribe(() => control.current?.focus()), [focusEmitter]);
  return control;
}

/** A component on lines of its own. */
export function BlockEditor({ mdastNode }: JsxEditorProps) {
  const component = components.get(mdastNode.name ?? '') as Component;
  const { words, ask } = useTools();
  const { change } = useNode();
  const remove = useLexicalNodeRemove();
  const name = nameOf(component.name, words);
  const edit = async () => {
    const question = questionOf(component, words, readValues(mdastNode.attributes), words.save);
    const values = await ask(question);
    if (values) change((node) => ({ attributes: writeValues(node.attributes, namesOf(component), values) }));
  };
  return (
    <Frame component={component} node={mdastNode} name={name} onEdit={edit} onRemove={remove}>
      <Inside component={component} node={mdastNode} name={name} />
    </Frame>
  );
}

interface FrameProps {
  component: Component;
  node: JsxNode;
  name: string;
  onEdit(): void;
  onRemove(): void;
  children: ReactNode;
}

function Frame({ component, node, name, onEdit, onRemove, children }: FrameProps) {
  const { words, readOnly } = useTools();
  const summary = summaryOf(readValues(node.attributes), words.choices);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would let the editor's own controls be its members
    <div
      className="mdx-block"
      role="group"
      aria-label={summary ? `${name}: ${summary}` : name}
      data-component={component.name}
    >
      <div className="mdx-block-head">
        <strong>{name}</strong>
        <span className="mdx-summary">{summary}</span>
        {!readOnly && namesOf(component).length > 0 && (
          <button type="button" aria-label={words.editNamed(name)} onClick={onEdit}>
            {words.edit}
          </button>
        )}
        {!readOnly && (
          <button type="button" aria-label={words.removeNamed(name)} onClick={onRemove}>
            {words.remove}
          </button>
        )}
      </div>
      {children}
    </div>
  );
}

/** What stands between a component's tags, as rich text or as further components. */
function Inside({ component, node, name }: { component: Component; node: JsxNode; name: string }) {
  if (component.children === 'none') return null;
  if (typeof component.children === 'object') return <Children only={component.children.only} node={node} />;
  return <RichText name={name} at={undefined} />;
}

/** The children of a component, or of its child at an index, as rich text. */
function RichText({ name, at }: { name: string; at: number | undefined }) {
  const { words } = useTools();
  return (
    <NestedLexicalEditor<MdxJsxFlowElement>
      block
      contentEditableProps={{ 'aria-label': words.contentOf(name), className: 'mdx-inside' }}
      getContent={(node) =>
        (at === undefined ? node.children : (node.children[at] as MdxJsxFlowElement).children) as never
      }
      getUpdatedMdastNode={(node, content) => {
        const children = content as MdxJsxFlowElement['children'];
        if (at === undefined) return { ...node, children };
        return {
          ...node,
          children: node.children.map((child, index) => (index === at ? { ...child, children } : child)) as never,
        };
      }}
    />
  );
}

/** Components that stand in another as its only children: each with its own form and text. */
function Children({ only, node }: { only: string; node: JsxNode }) {
  const component = components.get(only) as Component;
  const { words, readOnly, ask } = useTools();
  const { change } = useNode();
  // Editors of children are made anew where one goes or comes, since they are known by their place.
  const [generation, setGeneration] = useState(0);
  const name = nameOf(only, words);
  const children = node.children as MdxJsxFlowElement[];
  const replace = (made: (children: MdxJsxFlowElement[]) => MdxJsxFlowElement[]) =>
    change(({ children: now }) => ({ children: made(now as MdxJsxFlowElement[]) as never }));
  const edit = async (index: number) => {
    const values = await ask(questionOf(component, words, readValues(children[index]?.attributes ?? []), words.save));
    if (!values) return;
    replace((now) =>
      now.map((child, at) =>
        at === index ? { ...child, attributes: writeValues(child.attributes, namesOf(component), values) } : child,
      ),
    );
  };
  const add = async () => {
    const values = await ask(questionOf(component, words, {}, words.confirm));
    if (!values) return;
    const child = { ...exampleOf(component), attributes: writeValues([], namesOf(component), values) };
    replace((now) => [...now, child as MdxJsxFlowElement]);
  };
  const remove = (index: number) => {
    replace((now) => now.filter((_, at) => at !== index));
    setGeneration(generation + 1);
  };
  return (
    <>
      {children.map((child, index) => (
        <Frame
          key={`${generation}-${index}`}
          component={component}
          node={child}
          name={name}
          onEdit={() => edit(index)}
          onRemove={() => remove(index)}
        >
          <RichText name={`${name} ${index + 1}`} at={index} />
        </Frame>
      ))}
      {!readOnly && (
        <button type="button" className="mdx-add" onClick={add}>
          {words.addChild(name)}
        </button>
      )}
    </>
  );
}

/** A component within a line: a button that opens its form. */
export function InlineEditor({ mdastNode }: JsxEditorProps) {
  const component = components.get(mdastNode.name ?? '') as Component;
  const { words, readOnly, ask } = useTools();
  const { change } = useNode();
  const remove = useLexicalNodeRemove();
  const button = useEntered<HTMLButtonElement>();
  const values = readValues(mdastNode.attributes);
  const shown = plainWords(mdastNode);
  const name = nameOf(component.name, words);
  const text = shown || summaryOf(values, words.choices);
  const edit = async () => {
    const question = questionOf(component, words, values, words.save);
    const answer = await ask({
      ...question,
      purpose: shown === undefined ? words.formattedWords : question.purpose,
      fields: [...question.fields, ...(shown === undefined ? [] : [wordsField(words)])],
      values: { ...values, ...(shown ? { [WORDS]: shown } : {}) },
      faults: ({ [WORDS]: _, ...others }) => question.faults?.(others) ?? {},
    });
    if (!answer) return;
    const { [WORDS]: given, ...attributes } = answer;
    change((node) => ({
      attributes: writeValues(node.attributes, namesOf(component), attributes),
      ...(shown === undefined ? {} : { children: withWords(node, given) as never }),
    }));
  };
  return (
    <span className="mdx-inline" data-component={component.name}>
      <button
        ref={button}
        type="button"
        disabled={readOnly}
        aria-label={`${words.editNamed(name)}, ${text}`}
        onClick={edit}
      >
        {text}
      </button>
      {!readOnly && (
        <button type="button" aria-label={`${words.removeNamed(name)}, ${text}`} onClick={remove}>
          ×
        </button>
      )}
    </span>
  );
}
