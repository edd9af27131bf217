/** A body resolved for one edition: every reference answered, nothing left to look up. */
import type { Body, ComponentPart, ImagePart, LinkPart, Part, ResolvedBody, ResolvedPart } from './body.ts';
import { escapeHtml } from './escape.ts';
import type { Lookup } from './lookup.ts';
import type { Place } from './problems.ts';
import { components } from './registry.ts';

/** The lookup of one entry, whose answers know at which place of the text they were asked for. */
export type LookupAt = (place: Place) => Lookup;

/** Resolves a parsed body; what the lookup does not find it reports itself. */
export function resolveBody(body: Body, lookupAt: LookupAt): ResolvedBody {
  const parts = joined(body.parts.flatMap((part) => resolvePart(part, lookupAt)));
  const headings = body.headings.map(({ depth, id, text }) => ({ depth, id, text }));
  return { parts, headings, words: body.words };
}

function resolvePart(part: Part, lookupAt: LookupAt): ResolvedPart[] {
  if (typeof part === 'string') return [part];
  if ('component' in part) return [component(part, lookupAt)];
  return 'href' in part ? link(part, lookupAt) : image(part, lookupAt);
}

function component(part: ComponentPart, lookupAt: LookupAt): ResolvedPart {
  const registered = components.get(part.component);
  const props = registered?.resolve?.(part.attributes, lookupAt(part)) ?? part.attributes;
  const { index, within } = part;
  return { folder: registered?.folder ?? '', props, index, within, parts: inner(part.parts, lookupAt) };
}

function link(part: LinkPart, lookupAt: LookupAt): ResolvedPart[] {
  const target = lookupAt(part).href(part.href);
  const parts = inner(part.parts, lookupAt);
  if (!target) return parts;
  if ('restricted' in target) return [{ folder: 'ref', props: { target }, index: 0, parts }];
  return [`<a href="${escapeHtml(target.url)}">`, ...parts, '</a>'];
}

function image(part: ImagePart, lookupAt: LookupAt): ResolvedPart[] {
  const file = lookupAt(part).image(part.src);
  if (!file) return [];
  const size = file.width && file.height ? ` width="${file.width}" height="${file.height}"` : '';
  return [`<img src="${escapeHtml(file.url)}" alt="${escapeHtml(part.alt)}"${size} loading="lazy" decoding="async">`];
}

const inner = (parts: Part[], lookupAt: LookupAt): ResolvedPart[] =>
  joined(parts.flatMap((part) => resolvePart(part, lookupAt)));

/** Neighbouring strings as one. */
function joined(parts: ResolvedPart[]): ResolvedPart[] {
  const result: ResolvedPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (typeof part === 'string' && typeof last === 'string') result[result.length - 1] = last + part;
    else result.push(part);
  }
  return result;
}
