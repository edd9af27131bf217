import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { practices } from '#benchmark';
import { messages } from '#i18n';
import {
  type CollectionId,
  collectionIds,
  collectionNamed,
  collectionOf,
  coordinatorFields,
  fileSchemas,
  idOf,
  idOfNew,
  isPartName,
  mayCreate,
  mayDelete,
  mayEdit,
  refusedFields,
} from '#model';
import {
  type DecapCollection,
  type DecapField,
  type FormInput,
  formsOf,
  OWN,
  withoutOwn,
} from '../../src/cms/forms/index.ts';

const root = join(import.meta.dirname, '../..');
const content = { path: 'content', label: 'POLI-NET' };
const demo = { path: 'examples/demo', label: 'Dati dimostrativi' };
const coordinator = { sources: [content], role: 'coordinator', participant: null, locale: 'it', today: '2028-02-29' };
const forms = (input: Partial<FormInput> = {}) => formsOf({ ...(coordinator as FormInput), ...input });
const editor = { role: 'editor', participant: 'este' } as const;

const named = (name: string, input?: Partial<FormInput>): DecapCollection => {
  const found = forms(input).find((one) => one.name === name);
  if (!found) throw new Error(`no collection ${name}`);
  return found;
};
const fieldIn = (collection: DecapCollection, name: string) => collection.fields.find((field) => field.name === name);

/** The fields of a field: of a group, or of a list's items. */
const inner = (field: DecapField): DecapField[] => ('fields' in field ? field.fields : []);
/** Each field of a form with its path: `files[].label`. */
const walk = (fields: readonly DecapField[], before = ''): [path: string, field: DecapField][] =>
  fields.flatMap((field): [string, DecapField][] => {
    const many = field.widget === 'list' || ('multiple' in field && field.multiple);
    const path = `${before}${field.name}${many ? '[]' : ''}`;
    const one: [string, DecapField][] = 'field' in field ? [[path, field.field]] : [];
    return [...(one.length > 0 ? one : [[path, field] as [string, DecapField]]), ...walk(inner(field), `${path}.`)];
  });

/** True for a field of the file; the whole that a part belongs to is where its file lies. */
const isOfFile = ({ name }: DecapField) => !Object.values<string>(OWN).includes(name);

interface Json {
  properties?: Record<string, Json>;
  items?: Json;
}
/** The paths of a JSON Schema, told in the same way. */
const pathsOf = ({ properties = {} }: Json, before = ''): string[] =>
  Object.entries(properties).flatMap(([name, { items, ...json }]) => {
    const path = `${before}${name}${items ? '[]' : ''}`;
    return [path, ...pathsOf(items ?? json, `${path}.`)];
  });

const schemaOf = (name: string) => {
  const collection = collectionOf(collectionNamed(name) as string);
  const schema = name.includes('-part') ? collection?.part?.schema : collection?.schema;
  if (!schema) throw new Error(`no schema ${name}`);
  return schema;
};

/** Whether a schema refuses a value at a path, whatever else is missing. */
function refuses(name: string, path: string, value: unknown): boolean {
  const steps = path.split('.').flatMap((step) => (step.endsWith('[]') ? [step.slice(0, -2), 0] : [step]));
  const whole = steps.reduceRight<unknown>((below, step) => (step === 0 ? [below] : { [step]: below }), value);
  const { error } = schemaOf(name).safeParse(whole);
  return (error?.issues ?? []).some((issue) => issue.path.join() === steps.join());
}

const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** What Decap says of a value in a form: presence, pattern, range, options. */
function faults(field: DecapField, value: unknown, path = field.name): string[] {
  if (isEmpty(value)) return field.required ? [`${path}: required`] : [];
  if ('pattern' in field && field.pattern && !field.pattern[0].test(String(value))) return [`${path}: ${value}`];
  if (field.widget === 'number') {
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = field;
    return typeof value === 'number' && value >= min && value <= max ? [] : [`${path}: ${value}`];
  }
  if (field.widget === 'select')
    return field.options.some((option) => option.value === value) ? [] : [`${path}: ${value}`];
  if (field.widget === 'list')
    return (value as unknown[]).flatMap((item, at) =>
      'field' in field
        ? faults(field.field, item, `${path}[${at}]`)
        : field.fields.flatMap((one) => faults(one, (item as never)[one.name], `${path}[${at}].${one.name}`)),
    );
  return inner(field).flatMap((one) => faults(one, (value as never)[one.name], `${path}.${one.name}`));
}

/** The shipped files of a collection of Decap's. */
function filesOf({ name, extension }: DecapCollection): string[] {
  const part = name.endsWith('-part');
  return [content, demo].flatMap(({ path }) => {
    const folder = join(root, path, collectionNamed(name) as string);
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith(`.${extension}`))
      .filter((file) => collectionNamed(name) !== 'manuals' || file.endsWith('index.mdx') === !part)
      .map((file) => join(folder, file));
  });
}
const valuesOf = (path: string): Record<string, unknown> =>
  parse(readFileSync(path, 'utf8').split(/^---$/m)[path.endsWith('.mdx') ? 1 : 0] ?? '');

describe('the forms', () => {
  it('are one for each collection, and one for its parts', () => {
    const names = collectionIds.flatMap((id) => (collectionOf(id)?.part ? [id, `${id}-part`] : [id]));
    expect(forms().map(({ name }) => name)).toEqual(names);
  });

  it.each(fileSchemas().filter(({ name }) => collectionNamed(name)))(
    'have every field of $name',
    ({ name, schema }) => {
      const paths = walk(named(name).fields.filter(isOfFile)).map(([path]) => path);
      expect(paths.filter((path) => path !== 'body').sort()).toEqual(pathsOf(schema as Json).sort());
      expect(paths.includes('body')).toBe(collectionOf(collectionNamed(name) as string)?.format === 'mdx');
    },
  );

  it.each(forms().map(({ name }) => name))('of %s accept every shipped file', (name) => {
    const collection = named(name);
    const files = filesOf(collection);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const values = valuesOf(file);
      expect([file, collection.fields.flatMap((field) => faults(field, values[field.name]))]).toEqual([file, []]);
    }
  });

  const samples = [
    ...['', ' ', 'Un titolo', ' con spazi ', 'due\nrighe', 'a\u200bb', 'a\u0000b', '😀'.repeat(3), 'à'],
    ...['x'.repeat(300), 'x'.repeat(301), 'x'.repeat(5000), 'x'.repeat(5001), 'd-2012-05-1', 'D-1', 'a/b', '/a', 'a_b'],
    ...['2012', '2012-05', '2012-05-04', '2012-5-4', '2012-13', '2012-00', '2012-04-31', '2012-02-30', '1799', '20123'],
    ...['../2012', '../2012-05-04', '../x', '2012-02-29', '028037', '28037', '0280370', 'PD', 'pd', 'P'],
    ...['09:30', '9:30', '24:00', '23:59', '09:60', 'https://comune.example.it/x', 'http://a.it', 'ftp://a.it', 'a.it'],
  ];
  const typed = forms().flatMap(({ name, fields }) =>
    walk(fields).flatMap(([path, field]) => ('pattern' in field && field.pattern ? [{ name, path, field }] : [])),
  );
  it.each(typed)('refuse of $name, $path what the schema refuses, and nothing else', ({ name, path, field }) => {
    const [pattern] = ('pattern' in field && field.pattern) || [/^$/];
    const accepted = samples.filter((sample) => pattern.test(sample) && sample !== '');
    expect(accepted).toEqual(samples.filter((sample) => !refuses(name, path, sample) && sample !== ''));
  });

  it('ask for a pattern wherever text is typed', () => {
    const free = forms().flatMap(({ name, fields }) =>
      walk(fields)
        .filter(([, field]) => (field.widget === 'string' || field.widget === 'text') && !field.pattern)
        .map(([path]) => `${name} ${path}`),
    );
    expect(free).toEqual([]);
  });

  it.each(
    forms().flatMap(({ name, fields }) =>
      walk(fields).flatMap(([path, field]) => (field.widget === 'number' ? [{ name, path, field }] : [])),
    ),
  )('hold $name, $path within the limits of the schema', ({ name, path, field }) => {
    for (const limit of [field.min, field.max]) if (limit !== undefined) expect(refuses(name, path, limit)).toBe(false);
    if (field.min !== undefined) expect(refuses(name, path, field.min - 1)).toBe(true);
    if (field.max !== undefined) expect(refuses(name, path, field.max + 1)).toBe(true);
    expect(refuses(name, path, 1.5)).toBe(field.value_type === 'int');
  });

  it.each([coordinator, { ...coordinator, ...editor }])('start with what the schema takes, for a $role', (input) => {
    const starts = forms(input as FormInput).flatMap(({ name, fields }) =>
      walk(fields).flatMap(([path, field]) =>
        field.default === undefined ? [] : [{ name, path, value: field.default }],
      ),
    );
    expect(starts.length).toBeGreaterThan(10);
    for (const { name, path, value } of starts)
      expect([name, path, refuses(name, path, value)]).toEqual([name, path, false]);
    expect(starts.every(({ path }) => !/[.[]/.test(path))).toBe(true);
  });

  it('start with the next year’s date for the review, where there is one', () => {
    const starts = (today: string) => fieldIn(named('guides', { today }), 'reviewBy')?.default;
    expect([starts('2027-03-01'), starts('2028-02-29')]).toEqual(['2028-03-01', '2029-02']);
    expect(fieldIn(named('guides', { today: undefined }), 'reviewBy')?.default).toBeUndefined();
  });
});

describe('the words of the forms', () => {
  const fields = forms().flatMap(({ name, fields }) => walk(fields).map(([path, field]) => ({ name, path, field })));

  it.each(fields)('name $name, $path', ({ field }) => {
    expect(field.label).not.toBe('');
    expect(field.label).not.toBe(field.name);
    // How a file has it written is not for a form.
    expect(field.hint ?? '').not.toMatch(/["`]|virgolette|«(true|false|participants)»/);
  });

  it('name each value of a choice', () => {
    const options = fields.flatMap(({ field }) => ('options' in field ? (field.options ?? []) : []));
    expect(options.length).toBeGreaterThan(40);
    expect(options.filter(({ label }) => !/\p{L}/u.test(label))).toEqual([]);
    // A word that the two languages share.
    expect(options.filter(({ value, label }) => label === value).map(({ label }) => label)).toEqual(['euro']);
  });

  it('say of every date and address how it is written', () => {
    const words = messages('it').forms;
    for (const { field } of fields) {
      const says = 'pattern' in field ? field.pattern?.[1] : undefined;
      if (says === words.patterns.date() || says === words.patterns['open-date']() || says === words.patterns.url())
        expect(field.hint).toMatch(/\p{L}/u);
    }
  });

  it('are the language’s own', () => {
    const [it, en] = ['it', 'en'].map((locale) => fieldIn(named('guides', { locale }), 'body'));
    expect([it?.label, en?.label]).toEqual([messages('it').forms.body.label, messages('en').forms.body.label]);
  });
});

describe('the name of a new entry', () => {
  it('is made of its title, or of what it is called after', () => {
    expect(idOfNew('guides', { title: '  Perché «sì»: 10 orari d’apertura  ' })).toBe('perche-si-10-orari-d-apertura');
    expect(idOfNew('participants', { name: 'Cittadella sul Brenta' })).toBe('cittadella-sul-brenta');
    expect(idOfNew('minutes', { title: 'Incontro', date: '2026-05-04' })).toBe('2026-05-04');
    expect(idOfNew('measurements', { indicator: 'attesa', period: 2026 })).toBe('attesa-2026');
    expect(idOfNew('guides', { title: 'a'.repeat(300) })).toHaveLength(100);
  });

  it.each(['🎉🎉', '—', '', 'Ωδή'])('is none where nothing of «%s» can be in an address', (title) => {
    expect(idOfNew('guides', { title })).toBeUndefined();
  });

  it('is known to every form, and written into no file', () => {
    for (const { slug } of forms()) expect(slug).toBe('{{fields.polinet-id}}');
    expect(withoutOwn({ title: 'Uno', [OWN.id]: 'uno', [OWN.file]: '', [OWN.whole]: 'due' })).toEqual({ title: 'Uno' });
  });
});

describe('references', () => {
  it.each([[[content]], [[content, demo]]])('name collections that there are', (sources) => {
    const all = forms({ sources });
    const names = new Set(all.map(({ name }) => name));
    const targets = all.flatMap(({ fields }) => [
      ...walk(fields).flatMap(([, field]) =>
        field.widget === 'relation'
          ? [field.collection]
          : field.widget === 'polinet-reference' || field.widget === 'polinet-whole'
            ? field.collections
            : [],
      ),
    ]);
    expect(targets.length).toBeGreaterThan(20);
    expect(targets.filter((name) => !names.has(name))).toEqual([]);
  });

  it('are Decap’s own relations only where an entry’s path is its id, and all entries are in one collection', () => {
    const relations = (sources: FormInput['sources']) =>
      forms({ sources }).flatMap(({ fields }) =>
        walk(fields).flatMap(([, field]) => (field.widget === 'relation' ? [field] : [])),
      );
    const one = relations([content]);
    expect(one.length).toBeGreaterThan(10);
    for (const { collection, search_fields } of one) {
      const target = named(collection);
      expect([target.extension, 'path' in target]).toEqual(['yaml', false]);
      expect(search_fields.every((name) => fieldIn(target, name))).toBe(true);
      expect(filesOf(target).some((file) => file.endsWith('index.yaml'))).toBe(false);
    }
    expect(relations([content, demo])).toEqual([]);
  });

  it('to a practice are to what the benchmark takes for one', () => {
    const practice = fieldIn(named('trials'), 'practice');
    expect(practice).toMatchObject({ widget: 'polinet-reference', value: 'collection/id', collections: practices });
  });

  it('find, in the collections that they name, every entry that the shipped content refers to', () => {
    const input = { sources: [content, demo] };
    const known = new Set(forms().flatMap((collection) => filesOf(collection).map((file) => refOf(collection, file))));
    const cited = forms(input).flatMap((collection) =>
      filesOf(collection).flatMap((file) =>
        collection.fields.flatMap((field) => refsIn(field, valuesOf(file)[field.name])),
      ),
    );
    expect(cited.length).toBeGreaterThan(200);
    expect(
      cited.filter(([ref, collections]) => !known.has(ref) || !collections.includes(ref.split('/')[0] as string)),
    ).toEqual([]);
  });
});

/** An entry by what Decap calls it: its collection's name, and its path there without extension. */
const refOf = ({ name }: DecapCollection, file: string): string => {
  const id = collectionNamed(name) as string;
  const [, slug = ''] = file.split(`/${id}/`);
  return `${id}/${idOf(slug.replace(/\.\w+$/, ''))}`;
};

/** The references in a value, each with the collections that its field may name. */
function refsIn(field: DecapField, value: unknown): [ref: string, collections: (string | undefined)[]][] {
  if (isEmpty(value)) return [];
  if (field.widget === 'polinet-reference') {
    const collections = field.collections.map(collectionNamed);
    return [value].flat().map((one) => [field.value === 'id' ? `${collections[0]}/${one}` : String(one), collections]);
  }
  return [value].flat().flatMap((item) => inner(field).flatMap((one) => refsIn(one, (item as never)[one.name])));
}

/** As Decap 3.16 documents them (`collection-types`, `widgets`): what each of its own widgets may be told. */
const COMMON = ['name', 'label', 'hint', 'required', 'pattern', 'default', 'widget'];
const OPTIONS: Record<string, string[]> = {
  string: [],
  text: [],
  boolean: [],
  number: ['value_type', 'min', 'max'],
  select: ['options'],
  relation: ['collection', 'value_field', 'search_fields', 'display_fields', 'options_length', 'multiple'],
  object: ['fields', 'collapsed'],
  list: ['label_singular', 'field', 'fields', 'summary'],
  'polinet-reference': ['collections', 'value', 'multiple'],
  'polinet-whole': ['collections', 'value', 'wholes', 'multiple'],
  'polinet-address': ['mayRename'],
  'polinet-fixed': ['options'],
  'polinet-attachment': [],
  'polinet-mdx': [],
};

describe('the configuration', () => {
  const all = [...forms({ sources: [content, demo] }), ...forms(editor)];

  it('tells each widget only what it knows', () => {
    for (const { fields } of all)
      for (const [path, field] of walk(fields)) {
        const known = [...COMMON, ...(OPTIONS[field.widget] ?? [])];
        expect([path, Object.keys(field).filter((key) => !known.includes(key))]).toEqual([path, []]);
        expect(Object.values(field)).not.toContain(undefined);
      }
  });

  it('has no two collections of one name, and no two fields of one name side by side', () => {
    const names = forms({ sources: [content, demo] }).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('guides-2');
    expect(names).toContain('manuals-part-2');
    const check = (fields: readonly DecapField[]) => {
      expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
      for (const field of fields) check(inner(field));
    };
    for (const { fields } of all) check(fields);
  });

  it('sorts, filters, groups and names entries by fields that they have', () => {
    for (const {
      name,
      fields,
      sortable_fields,
      view_filters = [],
      view_groups = [],
      identifier_field,
      summary,
      slug,
    } of all) {
      const known = new Set([...fields.map((field) => field.name), 'dirname']);
      const cited = [...`${summary} ${slug}`.matchAll(/\{\{(\w+)\}\}/g)].map(([, key]) => key as string);
      const used = [
        identifier_field,
        ...[...sortable_fields, ...view_filters, ...view_groups].map(({ field }) => field),
        ...cited.filter((key) => key !== 'slug'),
      ];
      expect([name, used.filter((field) => !known.has(field))]).toEqual([name, []]);
      expect(sortable_fields.filter(({ default_sort }) => default_sort)).toHaveLength(1);
    }
  });

  it('is of each source’s folder, and names the source where there are several', () => {
    expect(named('guides')).toMatchObject({ folder: 'content/guides', label: 'Guide' });
    expect(named('guides-2', { sources: [content, demo] })).toMatchObject({
      folder: 'examples/demo/guides',
      label: 'Guide · Dati dimostrativi',
    });
    expect(named('guides', { sources: [{ path: '', label: '' }] }).folder).toBe('guides');
  });

  it('puts a file beside its entry, and cites it from there', () => {
    for (const { name, extension, path, media_folder, public_folder } of forms()) {
      expect([media_folder, public_folder]).toEqual(['', '']);
      const whole = isPartName(name) ? '{{polinet-whole}}/' : '';
      expect(path).toBe(extension === 'mdx' ? `${whole}{{slug}}/index` : undefined);
    }
  });

  it('tells manuals and chapters apart by what only one of them has', () => {
    const [whole, part] = [named('manuals'), named('manuals-part')];
    const kept = ({ filter }: DecapCollection, file: string) => valuesOf(file)[filter?.field ?? ''] === undefined;
    const [manuals, chapters] = [filesOf(whole), filesOf(part)];
    expect(chapters.length).toBeGreaterThan(manuals.length);
    expect([...manuals, ...chapters].filter((file) => kept(whole, file)).sort()).toEqual(manuals.sort());
    expect([...manuals, ...chapters].filter((file) => kept(part, file)).sort()).toEqual(chapters.sort());
  });
});

describe('roles', () => {
  const este = { role: 'editor', participant: 'este' } as const;

  it('let only the coordinator delete and publish', () => {
    expect(forms().every((one) => one.delete && one.publish && one.create && !one.hide)).toBe(true);
    expect(forms(editor).some((one) => one.delete || one.publish)).toBe(false);
    expect([mayDelete(este), mayDelete({ ...este, role: 'coordinator' })]).toEqual([false, true]);
  });

  it('show an editor what only the coordinator changes, and do not let her change it', () => {
    for (const { name, fields } of forms(editor)) {
      const id = collectionNamed(name) as CollectionId;
      const fixed = name.includes('-part') ? [] : Object.keys(coordinatorFields(id));
      expect(
        fields
          .filter(({ widget }) => widget === 'polinet-fixed')
          .map((field) => field.name)
          .sort(),
      ).toEqual(fixed.sort());
    }
    expect(fieldIn(named('guides', editor), 'access')).toMatchObject({ default: 'participants' });
    expect(fieldIn(named('guides'), 'access')).toMatchObject({ widget: 'select', required: true });
    expect(fieldIn(named('guides'), 'access')?.default).toBeUndefined();
  });

  it('name no field that a collection does not have', () => {
    for (const id of collectionIds)
      for (const name of Object.keys(coordinatorFields(id))) expect(fieldIn(named(id), name)).toBeDefined();
    expect(coordinatorFields('themes')).toEqual({});
  });

  it('give an editor her own municipality’s entry, and no page', () => {
    const may = (collection: CollectionId, id: string, participant: string | null = 'este') =>
      mayEdit({ role: 'editor', participant }, collection, id);
    expect([may('participants', 'este'), may('participants', 'rho'), may('participants', 'este', null)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([may('pages', 'chi-siamo'), may('guides', 'una')]).toEqual([false, true]);
    expect([mayCreate(este, 'participants'), mayCreate(este, 'guides')]).toEqual([false, true]);
    expect(named('participants', editor)).toMatchObject({ create: false, hide: false });
    expect(named('participants', { ...editor, participant: null })).toMatchObject({ hide: true });
    expect(named('pages', editor)).toMatchObject({ create: false, hide: true });
  });

  it('refuse a save that changes what only the coordinator changes', () => {
    const [open, closed] = [{ access: 'public' }, { access: 'participants' }];
    expect(refusedFields(este, 'guides', closed, open)).toEqual(['access']);
    expect(refusedFields(este, 'guides', open, closed)).toEqual(['access']);
    expect(refusedFields(este, 'guides', open, { ...open, title: 'Altro' })).toEqual([]);
    expect(refusedFields(este, 'guides', undefined, closed)).toEqual([]);
    expect(refusedFields(este, 'guides', undefined, open)).toEqual(['access']);
    expect(refusedFields(este, 'participants', { joined: '2012' }, { joined: '2011', founder: true })).toEqual([
      'joined',
      'founder',
    ]);
    expect(refusedFields({ ...este, role: 'coordinator' }, 'guides', closed, open)).toEqual([]);
  });
});
