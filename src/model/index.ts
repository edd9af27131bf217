/** The model: what an entry of each collection holds, declared once. Everything else derives from it. */
export type { Collection, Facets, Listing } from './collection.ts';
export { directions, units } from './collections/indicators.ts';
export { measuredValue, roundTo, type Unit } from './collections/measurements.ts';
export { actionStates } from './collections/minutes.ts';
export { themeStages } from './collections/themes.ts';
export { trialStates } from './collections/trials.ts';
export { aYearAfter, compareDates, daysOf, isBefore, isOpenDate, isPartialDate, yearOf } from './dates.ts';
export { describeFields, type Field, type FieldKind } from './describe.ts';
export {
  coordinatorFields,
  type Editor,
  type EditorRole,
  mayCreate,
  mayDelete,
  mayEdit,
  mayEditSome,
  mayPublish,
  refusedFields,
  type Starts,
} from './editing.ts';
export { type EditionId, editionAt, editions } from './editions.ts';
export {
  collectionNamed,
  type EditorEntry,
  editorAddress,
  editorCollection,
  editorEntry,
  idOf,
  isPartName,
  sourceNamed,
} from './editor-address.ts';
export type { AttachmentPath, FieldMeta, Reference } from './fields.ts';
export { type FileSchema, fileSchemas } from './json-schema.ts';
export { type Facet, facetSegments, facets, PAGE_SEGMENT, reservedSegments } from './list-segments.ts';
export { idOfNew, nameFrom, titleField } from './naming.ts';
export { DEFAULT_MEGABYTES, type Network, networkSchema, type SourceSettings, sourceSchema } from './network.ts';
export { populationClasses } from './populations.ts';
export { capitalOf, fitsProvince, provinceOf, provinces } from './provinces.ts';
export {
  type Chapter,
  type CollectionId,
  collectionIds,
  collectionOf,
  collections,
  entryUrl,
  type Fields,
  isPart,
} from './registry.ts';
export { slug } from './slug.ts';
export { template } from './template.ts';
