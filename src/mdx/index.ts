/** MDX as data: authors' text parsed, checked and resolved, and the components they may use. */
export type { Body, Heading, ResolvedBody, ResolvedPart } from './body.ts';
export type { Component } from './component.ts';
export { escapeHtml } from './escape.ts';
export type {
  Attachment,
  EntryLink,
  Item,
  Link,
  Lookup,
  MeasuredValue,
  MeasurementSet,
  RestrictedLink,
  Series,
  TrialCell,
} from './lookup.ts';
export { PAGE_IDS } from './markup.ts';
export { parseMdx } from './parse.ts';
export { nearName, type Place, type Problem, problem, type SchemaFinding, schemaFindings, unwrap } from './problems.ts';
export { datesIn, type Prose, type ProseLink, type WrittenDate } from './prose.ts';
export { components } from './registry.ts';
export { resolveBody } from './resolve.ts';
export type { ShownSet } from './series.ts';
