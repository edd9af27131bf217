/** SVG that is a picture and nothing else: an allow-list, since what browsers run in one cannot be listed. */

const ELEMENTS = new Set(
  (
    'svg g path rect circle ellipse line polyline polygon text tspan textPath title desc defs marker symbol use ' +
    'linearGradient radialGradient stop clipPath mask pattern style metadata'
  ).split(' '),
);
const TAG = /<\s*\/?\s*([^\s/>]+)((?:[^>"']|"[^"]*"|'[^']*')*)>/g;
const ATTRIBUTE = /([^\s=/]+)\s*=\s*("[^"]*"|'[^']*')/g;

/** An attribute that draws, names, or points within the picture. */
function isHarmless(name: string, value: string): boolean {
  if (/^on/i.test(name) || /&|javascript:|data:/i.test(value.replace(/&(?:amp|lt|gt|quot|apos);/g, ''))) return false;
  if (name === 'href' || name === 'xlink:href') return value.startsWith('#');
  if (name.includes(':')) return /^(?:xmlns|xml):[a-z]+$/.test(name);
  return !/url\(\s*['"]?(?!#)/i.test(value);
}

/** True where all that a text holds is drawing. */
export function isPlainSvg(text: string): boolean {
  const body = text.replace(/^\uFEFF?\s*<\?xml\s[^>]*\?>/, '').replace(/<!--[\s\S]*?-->/g, '');
  if (/<[!?]/.test(body) || /@import|expression\(/i.test(body)) return false;
  for (const [, name = '', attributes = ''] of body.matchAll(TAG)) {
    if (!ELEMENTS.has(name)) return false;
    for (const [, key = '', quoted = ''] of attributes.matchAll(ATTRIBUTE)) {
      if (!isHarmless(key, quoted.slice(1, -1))) return false;
    }
  }
  return !/<(?![\s/]*[A-Za-z])/.test(body);
}
