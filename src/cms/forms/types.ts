/** What of Decap CMS 3's configuration is used here, and the widgets that are ours. */

interface Common {
  name: string;
  label: string;
  hint?: string | undefined;
  required: boolean;
  default?: string | undefined;
}

export interface Option {
  value: string;
  label: string;
}

/** Decap's own widgets. */
type TextWidget = {
  widget: 'string' | 'text';
  /** What a value has to match, and what that is in words. */
  pattern?: readonly [RegExp, string] | undefined;
};
type BooleanWidget = { widget: 'boolean' };
type NumberWidget = { widget: 'number'; value_type: 'int' | 'float'; min?: number; max?: number };
type SelectWidget = { widget: 'select'; options: Option[] };
type RelationWidget = {
  widget: 'relation';
  collection: string;
  value_field: '{{slug}}';
  search_fields: string[];
  display_fields: string[];
  options_length: number;
  multiple: boolean;
};
type ObjectWidget = { widget: 'object'; fields: DecapField[]; collapsed: boolean };
type ListWidget = { widget: 'list'; label_singular: string } & (
  | { fields: DecapField[]; summary: string }
  | { field: DecapField }
);

/** A reference to entries of some collections, by their names in Decap; its value is a bare id, or `collection/id`. */
type ReferenceWidget = {
  widget: 'polinet-reference';
  collections: string[];
  value: 'id' | 'collection/id';
  multiple: boolean;
};
/** The entry that a part belongs to: asked for while the part is new. */
type WholeWidget = Omit<ReferenceWidget, 'widget'> & { widget: 'polinet-whole'; wholes: true };
/** The address of the entry's page. */
type AddressWidget = { widget: 'polinet-address'; mayRename: boolean };
/** Shown, and not to be changed. */
type FixedWidget = { widget: 'polinet-fixed'; options?: Option[] };
type OwnWidget = { widget: 'polinet-attachment' | 'polinet-mdx' };

export type DecapWidget =
  | TextWidget
  | BooleanWidget
  | NumberWidget
  | SelectWidget
  | RelationWidget
  | ObjectWidget
  | ListWidget
  | ReferenceWidget
  | WholeWidget
  | AddressWidget
  | FixedWidget
  | OwnWidget;

export type DecapField = Common & DecapWidget;

export interface DecapCollection {
  name: string;
  label: string;
  label_singular: string;
  description: string;
  folder: string;
  extension: 'mdx' | 'yaml';
  format: 'polinet-mdx' | 'polinet-yaml';
  create: boolean;
  delete: boolean;
  publish: boolean;
  /** True where it is only there to be picked from. */
  hide: boolean;
  identifier_field: string;
  slug: string;
  path?: string;
  summary: string;
  sortable_fields: { field: string; default_sort?: 'asc' | 'desc' }[];
  view_filters?: { label: string; field: string; pattern: string }[];
  view_groups?: { label: string; field: string; pattern?: string }[];
  media_folder: '';
  public_folder: '';
  /** Keeps the entries whose field has that value; without a value, those that have no such field. */
  filter?: { field: string };
  fields: DecapField[];
}
