/** Puts components and footnotes where the cursor is. */
import {
  codeBlockEditorDescriptors$,
  importMdastTreeToLexical,
  importVisitors$,
  insertJsx$,
  jsxComponentDescriptors$,
  markdown$,
  type Realm,
  rootEditor$,
} from '@mdxeditor/editor';
import { $getRoot } from 'lexical';
import { type Component, components } from '#mdx/components';
import { describeFields } from '#model';
import { writeValues } from './attributes.ts';
import { labelsIn, MARK, noteNode } from './carried.ts';
import { exampleOf, questionOf } from './component.ts';
import type { EditorTools, Question, Values } from './context.ts';
import { WORDS, wordsField } from './link-words.ts';

const noFaults: Record<string, string> = {};

/** The first of each choice that has to be made, so that a form is not empty. */
const beginnings = ({ fields }: Question): Values =>
  Object.fromEntries(fields.flatMap(({ name, choices }) => (choices?.[0] ? [[name, choices[0][0]]] : [])));

/** Asks for a component's attributes, where it has any, and inserts it with the text of its example. */
export async function insertComponent(realm: Realm, tools: EditorTools, component: Component, known: Values = {}) {
  const { words, ask } = tools;
  const question = questionOf(component, words, {}, words.confirm);
  const inline = component.place === 'inline';
  const asked: Question = {
    ...question,
    fields: inline ? [...question.fields, wordsField(words)] : question.fields,
    values: { ...beginnings(question), ...known },
    faults: ({ [WORDS]: _, ...others }) => question.faults?.(others) ?? {},
  };
  const answer = asked.fields.length === 0 ? {} : await ask(asked);
  if (!answer) return;
  const { [WORDS]: shown, ...values } = answer;
  const names = describeFields(component.attributes).map(({ name }) => name);
  const attributes = writeValues([], names, values).map((attribute) => [
    attribute.type === 'mdxJsxAttribute' ? attribute.name : '',
    attribute.value,
  ]);
  const children = inline ? (shown ? [{ type: 'text', value: shown }] : []) : exampleOf(component).children;
  realm.pub(insertJsx$, {
    kind: inline ? 'text' : 'flow',
    name: component.name,
    props: Object.fromEntries(attributes),
    children: structuredClone(children) as never,
  });
}

/** Inserts a link to an entry that is looked for at once. */
export async function insertEntryLink(realm: Realm, tools: EditorTools) {
  const entry = await tools.pickEntry();
  const component = components.get('Ref');
  if (entry && component)
    realm.pub(insertJsx$, { kind: 'text', name: component.name, props: { id: entry.ref } } as never);
}

/** Asks for the text of a footnote, inserts its mark, and the text at the end. */
export async function insertFootnote(realm: Realm, { words, ask }: EditorTools) {
  const answer = await ask({
    title: words.insertFootnote,
    confirm: words.confirm,
    fields: [{ name: 'text', label: words.footnoteText, required: true, kind: 'text', list: false }],
    values: {},
    faults: ({ text }) => (String(text ?? '').trim() ? noFaults : { text: words.required }),
  });
  if (!answer) return;
  const value = String(answer.text).trim().replace(/\s+/g, ' ');
  const label = String(Math.max(0, ...labelsIn(realm.getValue(markdown$)).map(Number).filter(Number.isInteger)) + 1);
  realm.getValue(rootEditor$)?.update(
    () =>
      importMdastTreeToLexical({
        root: $getRoot(),
        mdastRoot: {
          type: 'root',
          children: [noteNode(label, [{ type: 'paragraph', children: [{ type: 'text', value }] }])],
        },
        visitors: realm.getValue(importVisitors$),
        jsxComponentDescriptors: realm.getValue(jsxComponentDescriptors$),
        directiveDescriptors: [],
        codeBlockEditorDescriptors: realm.getValue(codeBlockEditorDescriptors$),
        defaultCodeBlockLanguage: '',
      }),
    { discrete: true },
  );
  realm.pub(insertJsx$, { kind: 'text', name: MARK, props: { label } } as never);
}
