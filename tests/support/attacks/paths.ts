/** Other spellings of a protected address, that some parser or other takes for it. */
import { type Attack, allEncoded, type Family, request, utf8 } from './attack.ts';
import type { Ground } from './ground.ts';

/** A spelling of `/riservato/` followed by `rest`. */
type Spelling = (rest: string) => string;

const spelled = (entries: readonly (readonly [string, Spelling])[]): Record<string, Spelling> =>
  Object.fromEntries(entries);
const before =
  (prefix: string): Spelling =>
  (rest) =>
    `${prefix}riservato/${rest}`;
/** `riservato` written otherwise, in UTF-8. */
const named =
  (name: string): Spelling =>
  (rest) =>
    `/${name}/${rest}`;
/** `riservato` written otherwise, percent-encoded where it is not ASCII. */
const alike = (name: string): Spelling => named(name.replace(/[^ -~]/gu, (letter) => allEncoded(letter)));
const after =
  (end: string): Spelling =>
  (rest) =>
    `/riservato/${rest}${end}`;
/** The last slash or extension is part of the address: this stands before it. */
const inName =
  (text: string): Spelling =>
  (rest) =>
    `/riservato/${rest.replace(/(\/|\.\w+)$/, `${text}$1`)}`;

const dotSegments = spelled([
  ...['/./', '/../', '/../../', '/x/../', '/guide/../', '/accesso/../', '/healthz/../', '/_astro/./../', '/.../'].map(
    (prefix): [string, Spelling] => [`dots: ${prefix}`, before(prefix)],
  ),
  ...['/%2e/', '/%2e%2e/', '/.%2e/', '/%2E./', '/x/%2e%2e/', '/x/%2E%2e/', '/accesso/%2e%2e/', '/healthz/.%2E/'].map(
    (prefix): [string, Spelling] => [`encoded dots: ${prefix}`, before(prefix)],
  ),
  ...['/..%2f', '/x/..%2f', '/x%2f..%2f', '/accesso/..%2F', '/accesso%2f..%2f', '/..%5c', '/x/..%5C', '/x%5c..%5c'].map(
    (prefix): [string, Spelling] => [`dots and encoded separators: ${prefix}`, before(prefix)],
  ),
  ['a dot segment within', named('riservato/.')],
  ['a dot segment at the end', after('.')],
  ['up and down again', named('riservato/../riservato')],
  ['up at the end', after('x/..')],
  ['the folder beside the public one', (rest) => `/../participants/${rest}`],
  ['the folder beside the public one, encoded', (rest) => `/..%2fparticipants%2f${rest}`],
  ['the folder by its name', (rest) => `/participants/${rest}`],
  ['the folder of both editions', (rest) => `/%2e%2e/dist/participants/${rest}`],
]);

const encodings: Record<string, Spelling> = {
  'one letter encoded': named('%72iservato'),
  'the last letter encoded': named('riservat%6f'),
  'the last letter encoded with a capital digit': named('riservat%6F'),
  'mixed case of digits': named('%72iservat%6F'),
  'all letters encoded': named(allEncoded('riservato')),
  'all of the rest encoded': (rest) => `/riservato/${allEncoded(rest).replaceAll('%2f', '/')}`,
  'everything encoded but the first slash': (rest) => `/${allEncoded(`riservato/${rest}`)}`,
  'encoded twice': named('%2572iservato'),
  'encoded three times': named('%252572iservato'),
  'slash encoded twice': (rest) => `/riservato%252f${rest}`,
  'dots encoded twice': before('/x/%252e%252e/'),
  'dots and slash encoded twice': before('/x%252f%252e%252e%252f'),
  'an IIS escape': named('%u0072iservato'),
  'an IIS escape of a slash': (rest) => `/riservato%u2215${rest}`,
  'a malformed escape': named('%riservato'),
  'half an escape': named('riservato%7'),
  'an escape of no digits': named('riservato%zz'),
  'a plus': named('+riservato'),
  'an overlong letter': named('%c1%b2iservato'),
  'an overlong slash': (rest) => `/riservato%c0%af${rest}`,
  'an overlong slash of three bytes': (rest) => `/riservato%e0%80%af${rest}`,
  'an overlong slash of four bytes': (rest) => `/riservato%f0%80%80%af${rest}`,
  'overlong dots': before('/x/%c0%ae%c0%ae/'),
  'overlong dots, bare': before('/x/\xc0\xae\xc0\xae/'),
  'a lone byte': named('riservato%ff'),
  'a continuation byte': named('riservato%80'),
  'half a surrogate pair': named('riservato%ed%a0%80'),
  'beyond Unicode': named('riservato%f4%90%80%80'),
};

const separators = spelled([
  ...['//', '///', '/%2f', '/%2F', '/%2f%2f', '/.//', '//./', '/x//../', '//127.0.0.1/', '//evil.example/', '/%5c'].map(
    (prefix): [string, Spelling] => [`separators: ${prefix}`, before(prefix)],
  ),
  ...['\\', '/\\', '\\/', '/x\\..\\', '/x/..\\', '/%5C..%5c', '/@', '/:'].map((prefix): [string, Spelling] => [
    `separators: ${prefix}`,
    before(prefix),
  ]),
  ['two slashes after', named('riservato/')],
  ['an encoded slash after', (rest) => `/riservato%2f${rest}`],
  ['an encoded slash after, in capitals', (rest) => `/riservato%2F${rest}`],
  ['a backslash after', (rest) => `/riservato\\${rest}`],
  ['an encoded backslash after', (rest) => `/riservato%5c${rest}`],
  ['two slashes at the end', after('/')],
  ['an encoded slash at the end', after('%2f')],
  ...[';', ';x=1', ';jsessionid=1', ';/', ';.css', '%3b', '%3Bx'].map((text): [string, Spelling] => [
    `parameter ${text} after`,
    after(text),
  ]),
  ...[';', ';x=1', ';jsessionid=1', '%3b', '::$DATA', '~1'].map((text): [string, Spelling] => [
    `${text} in the name`,
    named(`riservato${text}`),
  ]),
  ...['/;/', '/;x=1/', '/.;/', '/..;/', '/x/..;/', '/%2e%2e;/', '/x/..;x=1/'].map((prefix): [string, Spelling] => [
    `parameter: ${prefix}`,
    before(prefix),
  ]),
]);

const endings = spelled([
  ...['.', '..', '%2e', '%20', '%20%20', '%09', '%00', '%00.css', '%0a', '%0d%0a', '%a0', '%c2%a0', '%7f'].map(
    (text): [string, Spelling] => [`${text} at the end of the first name`, named(`riservato${text}`)],
  ),
  ...['.', '%2e', '%20', '%09', '%00', '%00.png', '%0a', '%0d', '%1f', '.css', '%3f', '%3f.css', '%23', '*'].map(
    (text): [string, Spelling] => [`${text} at the end of the last name`, inName(text)],
  ),
  ...['%20', '%00', '.', '%2e', 'index.html', 'index.htm', '%69ndex.html', 'INDEX.HTML', '.br', '.gz', '.html'].map(
    (text): [string, Spelling] => [`${text} after all`, after(text)],
  ),
  ['a null byte before', before('/%00/')],
  ['a space before', before('/%20')],
  ['a tab before', before('/%09')],
  ['a bare tab before', before('/\t')],
  ['a bare null byte before', before('/\0')],
  ['without its last character', (rest) => `/riservato/${rest.slice(0, -1)}`],
  ['a question mark within', (rest) => `/riservato?/${rest}`],
  ['a question mark before', before('/?/')],
  ['dots behind a question mark', before('/?x=/../')],
  ['an encoded question mark before', before('/%3f/')],
  ['a query that looks like a style', after('?x=.css')],
  ['a fragment before', before('/#/')],
]);

const lookAlikes: Record<string, Spelling> = {
  'all capitals': named('RISERVATO'),
  'one capital': named('Riservato'),
  'the last a capital': named('riservatO'),
  'an encoded capital': named('%52iservato'),
  'full-width letter': alike('ｒiservato'),
  'all full-width letters': alike('ｒｉｓｅｒｖａｔｏ'),
  'full-width letters, bare': (rest) => utf8(`/ｒiservato/${rest}`),
  'dotted capital I': alike('rİservato'),
  'dotless i': alike('rıservato'),
  'long s': alike('riſervato'),
  'Cyrillic a': alike('riservаto'),
  'Greek omicron': alike('riservatο'),
  'superscript o': alike('riservatº'),
  'circled letter': alike('ⓡiservato'),
  'mathematical letter': alike('𝐫iservato'),
  'combining accent': alike('riservato\u0300'),
  'accent composed': alike('riservatò'),
  'accent decomposed': alike('riservato\u0300'.normalize('NFD')),
  'zero-width space': alike('riser\u200bvato'),
  'zero-width joiner': alike('riservato\u200d'),
  'soft hyphen': alike('riser\u00advato'),
  'byte order mark': alike('\ufeffriservato'),
  'variation selector': alike('riservato\ufe0f'),
  'combining grapheme joiner': alike('riservato\u034f'),
  'right-to-left override': alike('\u202eriservato'),
  'a tag character': alike('riservato\u{e0072}'),
  'private use': alike('riservato\ue000'),
  'a noncharacter': alike('riservato\uffff'),
  'Greek question mark, a semicolon when composed': alike('riservato\u037e'),
  'full-width slash': (rest) => `/riservato${allEncoded('／')}${rest}`,
  'division slash': (rest) => `/riservato${allEncoded('∕')}${rest}`,
  'fraction slash': (rest) => `/riservato${allEncoded('⁄')}${rest}`,
  'full-width backslash': (rest) => `/riservato${allEncoded('＼')}${rest}`,
  'full-width dots': before(`/x/${allEncoded('．．')}/`),
  'two-dot leader': before(`/x/${allEncoded('‥')}/`),
  'full-width percent': named(`${allEncoded('％')}72iservato`),
  'full-width semicolon': named(`riservato${allEncoded('；')}`),
};

const spellings = { ...dotSegments, ...encodings, ...separators, ...endings, ...lookAlikes };
const rest = (path: string) => path.slice('/riservato/'.length);

/** Every spelling, for a page and for a file. */
export const pathFamily: Family = {
  name: 'path spellings',
  attacks(ground: Ground): Attack[] {
    const { page, file, missingPage, missingFile } = ground.restricted;
    const pairs = [
      { kind: 'page', path: page, missing: missingPage },
      { kind: 'file', path: file, missing: missingFile },
    ];
    return Object.entries(spellings).flatMap(([name, spell]) =>
      pairs.map(({ kind, path, missing }) => ({
        name: `${name}, a ${kind}`,
        send: request(ground, spell(rest(path))),
        twin: request(ground, spell(rest(missing))),
        most: 1,
      })),
    );
  },
};
