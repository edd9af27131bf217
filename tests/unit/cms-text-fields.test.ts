import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { collectionOf, collections, describeFields } from '#model';
import { changedFile, type Format, type Key, parseFile } from '../../src/cms/text/index.ts';
import { isSame } from '../../src/cms/text/values.ts';

const filesOf = (source: string) =>
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(mdx|yaml)$/.test(path))
    .map((path) => join(source, path));
const files = ['content', 'examples/demo'].flatMap(filesOf);
const formatOf = (path: string): Format => (path.endsWith('.mdx') ? 'mdx' : 'yaml');
const keysOf = (path: string): Key[] => {
  const collection = collectionOf(/(\w+)\/[^/]+(?:\/[^/]+)?$/.exec(path)?.[1] ?? '');
  return collection ? describeFields(collection.schema) : [];
};

/** The text of a file saved with other values. */
function saved(text: string, change: (data: Data) => void, format: Format = 'yaml', keys: readonly Key[] = []): string {
  const { data, problem } = parseFile(text, format);
  expect(problem).toBeUndefined();
  change(data);
  const result = changedFile(text, data, { format, keys });
  return 'text' in result ? result.text : JSON.stringify(result.problem);
}
// biome-ignore lint/suspicious/noExplicitAny: tests change values of any form
type Data = Record<string, any>;

/** The lines that differ between two texts of as many lines. */
function changes(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  expect(now).toHaveLength(old.length);
  return now.filter((line, index) => line !== old[index]);
}

const MINUTES = readFileSync('examples/demo/minutes/demo-2026-04.mdx', 'utf8');
const minutes = describeFields(collections.minutes.schema);
const onMinutes = (change: (data: Data) => void) => saved(MINUTES, change, 'mdx', minutes);

describe('a file saved unedited keeps its bytes', () => {
  it.each(files)('%s', (path) => {
    const text = readFileSync(path, 'utf8');
    const variants = [text, text.replaceAll('\n', '\r\n'), `\uFEFF${text}`, text.trimEnd(), `${text}\n\n`];
    for (const variant of variants)
      expect(saved(variant, () => undefined, formatOf(path), keysOf(path)) === variant).toBe(true);
  });

  it('also where a form hands over empty values for what is absent', () => {
    const emptied = onMinutes((data) => {
      for (const { name } of minutes) data[name] ??= name === 'redirectFrom' ? [] : '';
      for (const action of data.actions)
        Object.assign(action, { due: action.due ?? '', practice: action.practice ?? null });
      data.next.starts = undefined;
      data.next.ends = {};
    });
    expect(emptied === MINUTES).toBe(true);
  });
});

describe('one field changed changes its lines alone', () => {
  it('a title', () => {
    const after = onMinutes((data) => {
      data.title = 'Incontro: un «altro» titolo';
    });
    expect(changes(MINUTES, after)).toEqual(['title: "Incontro: un «altro» titolo"']);
  });

  it('a field of the third action', () => {
    const after = onMinutes((data) => {
      data.actions[2].due = '2026-11-30';
    });
    expect(changes(MINUTES, after)).toEqual(['    due: 2026-11-30']);
  });

  it('a folded text stays folded, as wide as it was', () => {
    const after = onMinutes((data) => {
      data.decisions[0].text = data.decisions[0].text.replace('senza il nome', 'senza nome');
    });
    expect(changes(MINUTES, after).join('\n')).toMatchInlineSnapshot(
      `"      Dalla rilevazione di giugno 2026 i valori del clima organizzativo si pubblicano senza nome dei"`,
    );
  });

  it.each(files)('%s', (path) => {
    const text = readFileSync(path, 'utf8');
    const { data } = parseFile(text, formatOf(path));
    for (const [name, value] of Object.entries(data)) {
      if (typeof value !== 'string' || name === 'body') continue;
      const after = saved(
        text,
        (wanted) => {
          wanted[name] = `${value}: «altro»`;
        },
        formatOf(path),
        keysOf(path),
      );
      expect(parseFile(after, formatOf(path)).data).toEqual({ ...data, [name]: `${value}: «altro»` });
      const of = (lines: string) => lines.split(new RegExp(`^${name}:.*\n(?:[ #].*\n)*`, 'm'));
      expect(of(after)).toEqual(of(text));
    }
  });
});

describe('values keep the form they had', () => {
  const set = (text: string, name: string, value: unknown) =>
    saved(text, (data) => {
      data[name] = value;
    });

  it.each([
    ['date: 2012-05-04 # un venerdì\n', 'date', '2012-05-11', 'date: 2012-05-11 # un venerdì\n'],
    ['date: 2012-05\n', 'date', '2012', 'date: 2012\n'],
    ['joined: 2011\n', 'joined', '2012', 'joined: 2012\n'],
    ['joined: 2011\n', 'joined', '2011', 'joined: 2011\n'],
    ['joined: 2011\n', 'joined', '2011-06', 'joined: 2011-06\n'],
    ['istat: "028037"\n', 'istat', '028038', 'istat: "028038"\n'],
    ["istat: '028037'\n", 'istat', '128038', "istat: '128038'\n"],
    ['title: "A"  # nota\n', 'title', 'B "b"', 'title: "B \\"b\\""  # nota\n'],
    ['title: A\n', 'title', 'B: c', 'title: "B: c"\n'],
    ['title: A\n', 'title', 'true', 'title: "true"\n'],
    ['left:\n', 'left', '2012', 'left: "2012"\n'],
    ['left: # mai\n', 'left', 'x', 'left: x  # mai\n'],
    ['left: ~\n', 'left', 'x', 'left: x\n'],
    ['text: |\n  uno\n  due\n', 'text', 'uno\ntre\n', 'text: |\n  uno\n  tre\n'],
    ['text: >- # nota\n  uno\n  due\nx: 1\n', 'text', 'uno tre', 'text: >-  # nota\n  uno tre\nx: 1\n'],
    ['text: uno # nota\nx: 1\n', 'text', 'uno\ndue', 'text: |-  # nota\n  uno\n  due\nx: 1\n'],
    ['text: uno\n  due\nx: 1\n', 'text', 'uno tre', 'text: uno\n  tre\nx: 1\n'],
    ['tags: [a, "b"] # c\n', 'tags', ['a', 'c'], 'tags: [a, "c"] # c\n'],
    ['tags: [a, "b"] # c\n', 'tags', ['a', 'c, d', 'b'], 'tags: [a, "c, d", b] # c\n'],
    [
      'population: { value: 1, year: 2011 } # c\n',
      'population',
      { value: 2, year: '2012' },
      'population: { value: 2, year: 2012 } # c\n',
    ],
    ['population: {value: 1}\n', 'population', { value: 2, year: 2012 }, 'population: {value: 2, year: 2012}\n'],
    ['open: true\n', 'open', false, 'open: false\n'],
    ['n: 48.0\n', 'n', 48.5, 'n: 48.5\n'],
    ['"a b": 1 # c\nx: 2\n', 'a b', 'z', '"a b": z # c\nx: 2\n'],
  ])('%j', (text, name, value, wanted) => {
    expect(set(text, name, value)).toBe(wanted);
    const windows = text.replaceAll('\n', '\r\n').slice(0, -2);
    expect(set(windows, name, value)).toBe(wanted.replaceAll('\n', '\r\n').slice(0, -2));
  });
});

const LIST = `# verbale
title: Uno
# gli impegni
actions:
  # in ordine di data
  - id: a-1 # il primo
    text: Scrivere.
    due: 2026-10

  # da confermare
  - id: a-2
    text: >-
      Leggere,
      poi scrivere.

  - id: a-3
    text: 'Provare.'
    state: open # finché dura
# i presenti
attendees:
- este # ospita
- rho
- "rivoli"
state: draft
`;
const keys: Key[] = [
  { name: 'title' },
  { name: 'number' },
  { name: 'attendees' },
  { name: 'actions', fields: ['id', 'text', 'owner', 'due', 'state'].map((name) => ({ name })) },
  { name: 'state' },
];
const onList = (change: (data: Data) => void) => saved(LIST, change, 'yaml', keys);

describe('a list', () => {
  it('loses an item with its comments, and nothing else', () => {
    const after = onList((data) => {
      data.actions.splice(1, 1);
      data.attendees.splice(0, 1);
    });
    expect(after).toBe(
      LIST.replace(/\n {2}# da confermare\n[\s\S]*?\n(?=\n {2}- id: a-3)/, '').replace('- este # ospita\n', ''),
    );
  });

  it('takes a new item where it was put, written as its neighbours are', () => {
    const after = onList((data) => {
      data.actions.splice(1, 0, { state: 'open', text: 'Fare: presto.', id: 'a-9', owner: '', due: '2027-01' });
      data.attendees.push('vignola');
    });
    const item = '\n  - id: a-9\n    text: "Fare: presto."\n    due: 2027-01\n    state: open\n';
    expect(after).toBe(LIST.replace('    due: 2026-10\n', `$&${item}`).replace('- "rivoli"\n', '$&- "vignola"\n'));
  });

  it('takes an item at its top and in a field that had none', () => {
    expect(saved('a:\n  - x\n', (data) => data.a.unshift('y'))).toBe('a:\n  - y\n  - x\n');
    expect(
      saved('a: []\nb: 1\n', (data) => {
        data.a = ['y', 'z'];
      }),
    ).toBe('a:\n  - y\n  - z\nb: 1\n');
    expect(
      saved('a:  # chi\nb: 1\n', (data) => {
        data.a = ['y'];
      }),
    ).toBe('a:  # chi\n  - y\nb: 1\n');
  });

  it('moves items with their comments', () => {
    const after = onList((data) => {
      data.actions.push(data.actions.splice(1, 1)[0]);
      data.attendees.reverse();
    });
    const [second = ''] = /\n {2}# da confermare\n[\s\S]*?\n(?=\n {2}- id: a-3)/.exec(LIST) ?? [];
    const moved = LIST.replace(second, '').replace('open # finché dura\n', `$&${second}`);
    expect(after).toBe(moved.replace(/- este[\s\S]*"rivoli"\n/, '- "rivoli"\n- rho\n- este # ospita\n'));
  });

  it('keeps the lines of an item in which one field is new, changed or gone', () => {
    const after = onList((data) => {
      data.actions[0].owner = 'este';
      data.actions[0].due = '2026-11';
      data.actions[1].due = '2027';
      data.actions[2].id = 'a-4';
      data.actions[2].state = '';
    });
    expect(after).toBe(
      LIST.replace('    due: 2026-10\n', '    owner: este\n    due: 2026-11\n')
        .replace('poi scrivere.\n', '$&    due: "2027"\n')
        .replace('a-3', 'a-4')
        .replace('state: open # finché dura', '# state:  # finché dura'),
    );
  });

  it('emptied is left out', () => {
    const after = onList((data) => {
      data.actions = [];
      data.attendees = null;
    });
    expect(after).toBe('# verbale\ntitle: Uno\n# gli impegni\n# actions:\n# i presenti\n# attendees:\nstate: draft\n');
  });
});

describe('a field', () => {
  it('that is left out stays as a comment where it had one', () => {
    const text = 'a: 1\n# perché\nb: 2\nc: 3  # nota\nd: 4\n\ne: 5\n';
    const without = saved(text, (data) => {
      for (const name of 'bcd') data[name] = '';
    });
    expect(without).toBe('a: 1\n# perché\n# b:\n# c:  # nota\n\ne: 5\n');
    const back = saved(without, (data) => {
      data.c = 7;
    });
    expect(back).toBe('a: 1\n# perché\n# b:\nc: 7  # nota\n\ne: 5\n');
  });

  it('that is new goes where the order of the model puts it', () => {
    const order = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name }));
    const add = (text: string, more: Data) =>
      saved(
        text,
        (data) => {
          Object.assign(data, more);
        },
        'yaml',
        order,
      );
    expect(add('a: 1 # uno\n# due\ne: 5', { d: 4, c: [3], z: 'Zeta' })).toBe(
      'a: 1 # uno\nc:\n  - 3\nd: 4\n# due\ne: 5\nz: Zeta',
    );
    expect(add('# inizio\nc: 3\n', { a: 1, b: { x: 1, y: '' } })).toBe('# inizio\na: 1\nb:\n  x: 1\nc: 3\n');
    expect(add('', { b: 2, a: '1' })).toBe('a: "1"\nb: 2\n');
  });

  it('of a new entry takes the place of its comment', () => {
    const text =
      'title: "A"  # Titolo\n# left:  # Uscita. Una data\n# population:  # Popolazione\n#   value:  # Valore\n# notes:  # Note\n';
    const after = saved(text, (data) => {
      data.left = '2012-05';
      data.population = { value: 3 };
      data.notes = 'Uno\ndue';
    });
    expect(after).toBe(
      'title: "A"  # Titolo\nleft: 2012-05  # Uscita. Una data\npopulation:  # Popolazione\n  value: 3\n#   value:  # Valore\nnotes: |-  # Note\n  Uno\n  due\n',
    );
  });
});

describe('a file', () => {
  it('that is new is written in the house style', () => {
    const data = {
      body: '\nTesto.\n',
      date: '2012-05-04',
      title: 'Titolo: uno',
      themes: ['a'],
      left: '',
      istat: '028037',
    };
    const result = changedFile(undefined, data, { format: 'mdx', keys: [{ name: 'title' }, { name: 'date' }] });
    expect(result).toEqual({
      text: '---\ntitle: "Titolo: uno"\ndate: 2012-05-04\nthemes:\n  - a\nistat: "028037"\n---\n\nTesto.\n',
    });
    expect(changedFile(undefined, { a: 1 }, { format: 'yaml', keys })).toEqual({ text: 'a: 1\n' });
  });

  it.each([
    ['---\na: 1\n---\n\nUno.\n', 'Due.', '---\na: 1\n---\n\nDue.\n'],
    ['---\r\na: 1\r\n---\r\n\r\nUno.', 'Due.\n\nTre.\n', '---\r\na: 1\r\n---\r\n\r\nDue.\r\n\r\nTre.'],
    ['---\na: 1\n---', 'Due.', '---\na: 1\n---\n\nDue.\n'],
    ['---\na: 1\n---\n\nUno.\n', '', '---\na: 1\n---\n'],
    ['\uFEFF--- \na: 1\n---  \n\n\nUno.\n\n', 'Due.', '\uFEFF--- \na: 1\n---  \n\n\nDue.\n\n'],
    ['---\na: 1\n---\nUno.\r\nDue.\nTre.\n', 'Uno.\nQuattro.\nTre.', '---\na: 1\n---\nUno.\r\nQuattro.\nTre.\n'],
  ])('%j keeps what stands around its text', (text, body, wanted) => {
    expect(
      saved(
        text,
        (data) => {
          data.body = body;
        },
        'mdx',
      ),
    ).toBe(wanted);
  });

  it.each([
    ['mdx', 'Testo.', 1],
    ['mdx', '---\na: 1\n', 1],
    ['mdx', '---\na: 1\nb: "x\nc: 2\n---\n\nTesto.\n', 5],
    ['yaml', 'a: 1\na: 2\n', 2],
    ['yaml', 'a: 1\n{b}: 2\n', 2],
    ['yaml', 'a: !x 1\n', 1],
    ['yaml', 'a: *b\n', 1],
    ['yaml', '- a\n', 1],
  ] as const)('%s %j is told apart with its place, and is not written over', (format, text, line) => {
    const { problem } = parseFile(text, format);
    expect(problem?.message).toMatch(/\w{3}/);
    expect(problem?.line).toBe(line);
    expect(changedFile(text, { a: 1 }, { format, keys })).toEqual({ problem });
  });

  it('with anchors says what was wanted, and nothing more changes', () => {
    expect(
      saved('a: &x 1\nb: *x\n# c\nc: 2 # d\n', (data) => {
        data.a = 5;
      }),
    ).toBe('a: 5\nb: 1\n# c\nc: 2 # d\n');
    expect(
      saved('a: &x 1\nb: *x\n', (data) => {
        data.b = 5;
      }),
    ).toBe('a: &x 1\nb: 5\n');
  });
});

/** Values of every form that fields have, and YAML that writes them with comments, in mixed styles. */
const words = fc.constantFrom(
  'este',
  'Uno: due',
  '2011',
  '2012-05',
  '028037',
  'a # b',
  'l’unità «x»',
  'Riga\ndue',
  ' spazi ',
  '- x',
  'true',
  'a, b]',
  'Molte parole che insieme fanno una riga più lunga di ottanta segni, da piegare se il testo era piegato',
);
const scalar = fc.oneof(words, words, fc.integer(), fc.boolean());
const group = fc.dictionary(fc.constantFrom('id', 'text', 'due', 'state', 'owner'), scalar, { minKeys: 1 });
const values = fc.dictionary(
  fc.constantFrom('title', 'date', 'notes', 'themes', 'actions', 'next', 'left'),
  fc.oneof(scalar, fc.array(words, { maxLength: 5 }), fc.array(group, { maxLength: 5 }), group),
);
const style = fc.record({
  defaultStringType: fc.constantFrom(
    'PLAIN' as const,
    'QUOTE_DOUBLE' as const,
    'QUOTE_SINGLE' as const,
    'BLOCK_FOLDED' as const,
  ),
  lineWidth: fc.constantFrom(0, 40),
  indentSeq: fc.boolean(),
  defaultKeyType: fc.constant('PLAIN' as const),
});
const yamlOf = (data: Data, options: object, inLine: boolean) =>
  Object.entries(data)
    .map(([name, value]) =>
      inLine && typeof value === 'object'
        ? `${name}: ${JSON.stringify(value)}\n`
        : stringify({ [name]: value }, options),
    )
    .join('');
const commented = (text: string) =>
  text
    .replace(/^(\w+):/gm, '# sopra $1\n$1:')
    .replace(/^(\w+: [\w-]+)$/gm, '$1 # accanto')
    .replace(/(?<=\n)(?=# sopra (?:actions|next))/g, '\n');

describe('whatever changes', () => {
  it('the file says what was wanted, and other fields keep their lines', () => {
    fc.assert(
      fc.property(values, values, style, fc.boolean(), fc.boolean(), (before, more, options, inLine, windows) => {
        const text = commented(yamlOf(before, options, inLine)).replaceAll('\n', windows ? '\r\n' : '\n');
        const { data, problem } = parseFile(text, 'yaml');
        expect(problem).toBeUndefined();
        const wanted = { ...data, ...more };
        const result = changedFile(text, wanted, { format: 'yaml', keys });
        const after = 'text' in result ? result.text : '';
        expect(isSame(parseFile(after, 'yaml').data, wanted)).toBe(true);
        const kept = Object.keys(data).filter((name) => isSame(data[name], wanted[name]));
        for (const name of kept) {
          const [lines = ''] = new RegExp(`^${name}:.*\\n(?:[ -].*\\n)*`, 'm').exec(text) ?? [];
          expect(after).toContain(lines);
        }
        if (kept.length > 0) for (const name of Object.keys(data)) expect(after).toContain(`# sopra ${name}`);
      }),
      { numRuns: 2000 },
    );
  });
});
