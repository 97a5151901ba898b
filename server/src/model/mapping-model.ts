import type { Attribute } from "#scim/schema";
import type { AttributePath } from "#scim/filter/filter";
import type { AttributeDefinition, SchemaCatalog } from "#scim/schema-catalog";
import type { ResourceType } from "#scim/schema";
import type { FilterNode } from "#scim/filter/ast";
import type { Connector } from "./connectors/connector.ts";
import type { Expression } from "./expression.ts";
import type { KnownTarget } from "./known-target.ts";
import type { Place } from "./place.ts";

/** What provisioning may do to objects at the target: the portal's Target Object Actions. */
export type Action = "create" | "update" | "delete";

/** Everything one `.scimmap` file means. Total: broken statements yield what can be known of them. */
export interface MappingModel {
  readonly provision: Provision;
  readonly connector: Connector;
  /** `target.catalog`, which most readers want. */
  readonly catalog: SchemaCatalog;
  readonly target: KnownTarget;
  readonly maps: readonly ObjectMapping[];
  readonly lets: readonly LetDeclaration[];
  readonly aliases: readonly SchemaAlias[];
  readonly sources: readonly SourceDeclaration[];
  readonly tests: readonly TestDeclaration[];
}

/** `provision "…" { … }`; without one, `name` is undefined and the settings are the defaults. */
export interface Provision {
  readonly name: string | undefined;
  readonly place: Place | undefined;
  readonly settings: Settings;
  readonly environments: readonly Environment[];
}

/** `environment NAME { … }`: the same application at another tenant URL, with settings of its own. */
export interface Environment {
  readonly name: string;
  readonly place: Place;
  /** The provision's settings with this environment's laid over them. */
  readonly settings: Settings;
}

/** What a provision or one of its environments says about the run, defaults filled in. */
export interface Settings {
  readonly tenantUrl: string | undefined;
  readonly scope: "assigned" | "all";
  readonly defaultAccess: "skip" | "provision";
  /** False when nobody said it and a default decided (language page §3). */
  readonly defaultAccessStated: boolean;
  readonly deletionThreshold: number | undefined;
  readonly skipOutOfScopeDeletions: boolean;
}

/** One object mapping: source object type to target resource type. */
export interface ObjectMapping {
  readonly place: Place;
  /** `User`, `Group`, or Entra's own words when quoted. */
  readonly source: string;
  readonly sourceQuoted: boolean;
  readonly target: string;
  readonly targetQuoted: boolean;
  /** The resource type at the target; undefined when unknown or quoted. */
  readonly resourceType: ResourceType | undefined;
  readonly disabled: boolean;
  readonly actions: readonly Action[];
  /** An object in any of them is in scope; none at all lets everything pass. */
  readonly scopingFilters: readonly ScopingFilter[];
  readonly attributes: readonly AttributeMapping[];
}

/** `where "title" filter` or `or where …`: one scoping filter. */
export interface ScopingFilter {
  readonly place: Place;
  readonly title: string;
  /** Missing when it could not be parsed. Names in it are source attributes. */
  readonly filter: FilterNode | undefined;
}

/** `target = source …`: one attribute mapping with what stands behind it (`match`, `default`, `on create`). */
export interface AttributeMapping {
  readonly place: Place;
  readonly target: MappingTarget;
  readonly source: MappingSource;
  /** From 1 up; undefined when it is no matching attribute. */
  readonly matchingPriority: number | undefined;
  readonly defaultValue: string | undefined;
  /** `ObjectAddOnly` is `on create`; a quoted flow type is Entra's own word. */
  readonly flowType: "Always" | "ObjectAddOnly" | { readonly quoted: string };
}

/** Right of the `=`: an expression (direct and constant mappings included), or `none`, which flows only its default value. */
export type MappingSource = { readonly kind: "expression"; readonly expression: Expression } | { readonly kind: "none" };

/** Left of the `=`: a path, Entra's own text in quotes, or nothing that could be read. */
export type MappingTarget =
  | BoundTarget
  | { readonly kind: "quoted"; readonly text: string; readonly place: Place }
  | { readonly kind: "missing"; readonly place: Place };

/** A target path resolved against the schemas. */
export interface BoundTarget {
  readonly kind: "path";
  readonly place: Place;
  /** As written. */
  readonly text: string;
  /** Aliases expanded, core URN left out, names in the schema's spelling. */
  readonly path: AttributePath;
  /** `path` printed: the `attribute` of a plan. */
  readonly canonical: string;
  /** The top-level attribute and, when one is named, the sub-attribute; undefined when no schema knows it. */
  readonly attribute: AttributeDefinition | undefined;
  readonly subAttribute: AttributeDefinition | undefined;
  /** The sub-attribute if named, else the attribute: what the value must fit. */
  readonly definition: AttributeDefinition | undefined;
}

/** `let name = expression` at the top of a file. */
export interface LetDeclaration {
  readonly name: string;
  readonly place: Place;
  readonly expression: Expression | undefined;
}

/** `schema name = urn`: a short name for an extension schema, with attributes where it has a body. */
export interface SchemaAlias {
  readonly name: string;
  readonly place: Place;
  readonly urn: string | undefined;
  /** Attributes of its body. */
  readonly attributes: readonly Attribute[];
}

/** `source User { … }`: source attributes that Entra ID does not have by itself, directory extensions among them. */
export interface SourceDeclaration {
  readonly objectType: string;
  readonly place: Place;
  readonly attributes: readonly (Attribute & { readonly place: Place })[];
}

/** `test "…" for User { … }`: an example that is checked (language page §3). */
export interface TestDeclaration {
  readonly name: string;
  readonly place: Place;
  /** As written behind `for`. */
  readonly target: string;
  readonly resourceType: ResourceType | undefined;
  readonly given: readonly GivenValue[];
  /** Undefined when it is missing or no known word. */
  readonly expectation: "create" | "update" | "disable" | "none" | "skip" | "fail" | undefined;
  /** Where `expect` stands; undefined when it is missing. */
  readonly expectPlace: Place | undefined;
  readonly expected: readonly ExpectedValue[];
}

/** One line of a test's `given`: a source attribute of the person, `accountEnabled` and `now` included. */
export interface GivenValue {
  readonly name: string;
  readonly value: TestValue;
  readonly place: Place;
}

/** One line of a test's `expect`: what the target attribute has to become; null where nothing may flow. */
export interface ExpectedValue {
  /** Canonical path, or Entra's own text where it is quoted. */
  readonly attribute: string;
  readonly value: TestValue;
  readonly place: Place;
}

/** A value as a test writes it: JSON without objects. */
export type TestValue = null | boolean | number | string | readonly TestValue[];
