/** The form by which participants hand in a material, and what it answers. */
import { raw } from 'hono/html';
import type { Context } from '../context.ts';
import { HANDING_IN } from '../handing-in/address.ts';
import { typesTaken } from '../handing-in/files.ts';
import { type FieldName, kinds, type Problems, readings, type Typed, type Words } from '../handing-in/form.ts';
import type { Handed } from '../handing-in/hand-in.ts';
import type { Session } from '../state/sessions.ts';
import { button, type Html, html, notice, ownPage } from './page.ts';

/** A form as it stands. */
export interface HandingInForm {
  /** Tells one form from the next. */
  token: string;
  typed: Typed;
  problems: Problems;
  /** What there is to choose from: ids and titles. */
  themes: readonly (readonly [string, string])[];
  /** How large a file may be. */
  megabytes: number;
  session: Session;
  /** Files were sent with it: they are to be chosen again. */
  hadFiles: boolean;
}

/** What the fields share: the words, and what is wrong with each. */
interface Shown {
  words: Words;
  problems: Problems;
  hadFiles: boolean;
}

const idOf = (name: FieldName): string => `f-${name}`;

/** Ids of what describes a field, as its attributes. */
function described(name: FieldName, help: boolean, problem: string | undefined): Html {
  const ids = [help && `${idOf(name)}-help`, problem !== undefined && `${idOf(name)}-problem`].filter(Boolean);
  return html`${ids.length > 0 && raw(` aria-describedby="${ids.join(' ')}"`)}${problem !== undefined && raw(' aria-invalid="true"')}`;
}

const above = (name: FieldName, help: string | undefined, problem: string | undefined): Html =>
  html`${help && html`<small id="${idOf(name)}-help">${help}</small>`}
    ${problem && html`<strong class="field-problem" id="${idOf(name)}-problem">${problem}</strong>`}`;

/** A labelled field with its help and what is wrong with it, around what is filled in. */
function field(
  { words, problems }: Shown,
  name: FieldName,
  input: (attributes: Html) => Html,
  { help, optional }: { help?: string; optional?: string } = {},
): Html {
  const problem = problems[name];
  const attributes = html`id="${idOf(name)}" name="${name}"${described(name, help !== undefined, problem)}`;
  return html`<p class="field">
    <label for="${idOf(name)}">${words.fields[name]}${optional && html` <span>${optional}</span>`}</label>
    ${above(name, help, problem)}
    ${input(attributes)}
  </p>`;
}

/** Several choices under one label. */
function choices(
  { words, problems }: Shown,
  name: 'temi' | 'lettura',
  type: 'checkbox' | 'radio',
  options: readonly (readonly [string, string])[],
  chosen: readonly string[],
): Html {
  const problem = problems[name];
  return html`<fieldset class="field" id="${idOf(name)}" tabindex="-1"${described(name, true, problem)}>
    <legend>${words.fields[name]}</legend>
    ${above(name, words.help[name], problem)}
    ${options.map(
      ([value, label]) =>
        html`<label class="choice"><input type="${type}" name="${name}" value="${value}"${
          chosen.includes(value) ? raw(' checked') : ''
        }> <span>${label}</span></label>`,
    )}
  </fieldset>`;
}

const area = (rows: number, text: string) => (attributes: Html) =>
  // A line end at the beginning is dropped by browsers: this one instead of one that was typed.
  html`<textarea ${attributes} rows="${rows}">${`\n${text}`}</textarea>`;

/** What is to be mended, each with a link to its field. */
function summary({ words, problems, hadFiles }: Shown): Html | false {
  const list = Object.entries(problems) as [FieldName | 'form', string][];
  if (list.length === 0) return false;
  if (list.every(([name]) => name === 'form'))
    return notice('bad', html`${list.map(([, text]) => text)} ${hadFiles && words.fileAgain}`);
  return html`<div class="said said-bad" role="alert" tabindex="-1" autofocus>
    <h2>${words.wrong(list.length)}</h2>
    <ul>${list.map(([name, text]) => html`<li>${name === 'form' ? text : html`<a href="#${idOf(name)}">${text}</a>`}</li>`)}</ul>
    ${hadFiles && html`<p>${words.fileAgain}</p>`}
  </div>`;
}

/** The form, empty or as it was sent. */
export function formPage({ site }: Context, words: Words, form: HandingInForm): string {
  const { token, typed, problems, themes, megabytes, session, hadFiles } = form;
  const shown = { words, problems, hadFiles };
  const participant = site.participants.find(({ id }) => id === session.participant)?.name;
  const types = typesTaken
    .split(', ')
    .map((type) => `.${type}`)
    .join(',');
  const file = (attributes: Html) => html`<input ${attributes} type="file" accept="${types}">`;
  const readingNames = readings.map((reading) => [reading, words.readings[reading]] as const);
  return ownPage(
    site,
    words.title,
    html`<p class="lead">${words.lead}</p>`,
    summary(shown),
    html`<form class="way handing-in" method="post" action="${HANDING_IN}" enctype="multipart/form-data" novalidate>
      <p>${words.required} ${words.from(session.name, participant)}</p>
      <input type="hidden" name="modulo" value="${token}">
      ${field(shown, 'titolo', (attributes) => html`<input ${attributes} type="text" value="${typed.title}" autocomplete="off">`, { help: words.help.titolo })}
      ${field(shown, 'scopo', area(3, typed.summary), { help: words.help.scopo })}
      ${field(shown, 'tipo', (attributes) => html`<select ${attributes}>${kindOptions(words, typed.kind)}</select>`)}
      ${choices(shown, 'temi', 'checkbox', themes, typed.themes)}
      ${field(shown, 'file', file, { help: words.help.file(typesTaken, megabytes) })}
      ${choices(shown, 'lettura', 'radio', readingNames, [typed.reading])}
      ${field(shown, 'alternativa', file, { help: words.help.alternativa, optional: words.optional.alternativa })}
      ${field(shown, 'note', area(5, typed.note), { help: words.help.note, optional: words.optional.note })}
      ${button(words.submit)}
    </form>`,
  );
}

const kindOptions = (words: Words, chosen: string): Html[] =>
  [['', words.choose] as const, ...kinds].map(
    ([value, label]) => html`<option value="${value}"${value === chosen ? raw(' selected') : ''}>${label}</option>`,
  );

/** What becomes of what was handed in. */
export function handedPage({ site }: Context, { done }: Words, { title, id, advice }: Handed): string {
  return ownPage(
    site,
    done.title,
    notice('good', done.thanks(title)),
    html`<p>${done.next}</p>
      <dl class="own-facts"><div><dt>${done.name}</dt><dd>${id}</dd></div></dl>`,
    advice.length > 0 &&
      html`<section aria-labelledby="migliorare"><h2 id="migliorare">${done.advice}</h2>
        <ul class="problems">${advice.map((text) => html`<li>${text}</li>`)}</ul>
        <p>${done.adviceHelp}</p></section>`,
    html`<ul class="own-links">
      <li><a href="${HANDING_IN}">${done.another}</a></li>
      <li><a href="/riservato/">${done.home}</a></li>
    </ul>`,
  );
}

/** Where nothing can be handed in. */
export const unavailablePage = ({ site }: Context, { title, unavailable, done }: Words): string =>
  ownPage(
    site,
    title,
    html`<p class="lead">${unavailable.text}</p><p>${unavailable.next}</p>
      <p><a href="/riservato/">${done.home}</a></p>`,
  );
