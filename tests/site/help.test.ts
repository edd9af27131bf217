import { describe, expect, inject, it } from 'vitest';
import { helpOf, helpSegment, helpUrls } from '#content';
import { collectionIds, type Field } from '#model';
import { readEdition } from '../support/pages.ts';

const edition = readEdition(inject('dist'), 'public');
const help = helpOf('public');
const textOf = (url: string) => edition.pages.get(url)?.document.textContent ?? '';
const names = (fields: readonly Field[], above = ''): string[] =>
  fields.flatMap(({ name, list, fields: inner = [] }) => [
    above + name,
    ...names(inner, `${above}${name}${list ? '[]' : ''}.`),
  ]);

describe('the help pages', () => {
  it.each([...helpUrls])('%s is there, and linked', (url) => {
    expect(edition.pages.has(url)).toBe(true);
  });

  it.each(collectionIds)('have every field of %s', (id) => {
    const page = edition.pages.get(`/aiuto/contenuti/${helpSegment(id)}/`);
    const listed = page?.document.querySelectorAll('.help-fields th code').map(({ textContent }) => textContent);
    const found = help.collections.find((collection) => collection.id === id);
    const wanted = [...names(found?.fields ?? []), ...names(found?.part?.fields ?? [])];
    expect(wanted.length).toBeGreaterThan(1);
    expect(listed).toEqual(wanted);
  });

  it('have every component, with its attributes and an example that is shown', () => {
    const page = edition.pages.get('/aiuto/componenti/')?.document;
    const shown = page?.querySelectorAll('[data-component]').map((section) => section.getAttribute('data-component'));
    expect(shown).toEqual(help.components.map(({ name }) => name));
    for (const { name, attributes, example } of help.components) {
      const section = page?.querySelector(`[data-component="${name}"]`);
      expect(section?.querySelector('pre')?.textContent.replace(/<\/?code>/g, '')).toBe(example);
      expect(section?.querySelector('.help-sample')?.textContent.trim(), name).not.toBe('');
      const listed = section?.querySelectorAll('.help-fields th code').map(({ textContent }) => textContent) ?? [];
      expect(listed).toEqual(names(attributes));
    }
  });

  it('have every rule, on the list and on a page of its own, with what the check says', () => {
    const listed = edition.pages.get('/aiuto/regole/')?.document.querySelectorAll('.help-rules code') ?? [];
    expect(listed.map(({ textContent }) => textContent).sort()).toEqual(help.rules.map(({ id }) => id).sort());
    for (const { id, title, explanation, says } of help.rules) {
      const text = textOf(`/aiuto/regole/${id}/`);
      for (const part of [title, explanation, ...says]) expect(text, id).toContain(part);
    }
  });
});
