/** SVG that is a picture and nothing else: an allow-list, since what browsers run in one cannot be listed. */
import { SaxesParser } from 'saxes';

const ELEMENTS = new Set(
  (
    'svg g path rect circle ellipse line polyline polygon text tspan textPath title desc defs marker symbol use ' +
    'linearGradient radialGradient stop clipPath mask pattern style metadata filter feBlend feColorMatrix ' +
    'feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow ' +
    'feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight ' +
    'feSpecularLighting feSpotLight feTile feTurbulence'
  ).split(' '),
);
const SVG = 'http://www.w3.org/2000/svg';
/** Namespaces whose attributes browsers act on; those of drawing programs are notes to themselves. */
const ACTIVE = new Set(['', SVG, 'http://www.w3.org/1999/xlink', 'http://www.w3.org/1999/xhtml']);

/** A value that points within the picture, if anywhere. */
const isLocal = (value: string) =>
  !/javascript:|data:|\\|@/i.test(value) &&
  !/url\(\s*['"]?\s*(?!#|['"\s])/i.test(value) &&
  !/expression\(/i.test(value);

function isHarmless(local: string, uri: string, value: string): boolean {
  if (!ACTIVE.has(uri)) return true;
  if (/^on/i.test(local)) return false;
  return local === 'href' ? value.startsWith('#') : isLocal(value);
}

/**
 * Judges the text of an SVG file.
 *
 * @returns `plain` where all that it holds is drawing, `active` where it holds more, `broken` where it is no XML
 */
export function judgeSvg(text: string): 'plain' | 'active' | 'broken' {
  let judged: 'plain' | 'active' | 'broken' = 'plain';
  const parser = new SaxesParser({ xmlns: true });
  const active = () => {
    if (judged === 'plain') judged = 'active';
  };
  parser.on('error', () => {
    judged = 'broken';
  });
  parser.on('doctype', (doctype) => doctype.includes('[') && active());
  parser.on('processinginstruction', active);
  parser.on('opentag', ({ local, uri, attributes }) => {
    // What other programs note within `metadata` is no element that a browser knows.
    if (uri === SVG || uri === '' || uri === 'http://www.w3.org/1999/xhtml') if (!ELEMENTS.has(local)) active();
    for (const { local: name, uri: space, value } of Object.values(attributes))
      if (!isHarmless(name, space, value)) active();
  });
  parser.on('text', (content) => {
    if (/@import|url\(/i.test(content) || content.includes('\\')) if (!isLocal(content)) active();
  });
  parser.on('cdata', (content) => !isLocal(content) && active());
  try {
    parser.write(text).close();
  } catch {
    return 'broken';
  }
  return judged;
}
