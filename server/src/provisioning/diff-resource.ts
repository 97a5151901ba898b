import { own, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { BoundTarget } from "#model/mapping-model";
import { isObject, memberOf } from "#scim/json-members";
import type { JsonValue, Resource } from "#scim/resource";
import type { SchemaCatalog } from "#scim/schema-catalog";
import { comparisonKey, sameValue } from "./compare-values.ts";
import type { Comparison } from "./compare-values.ts";
import { convertValue } from "./convert-value.ts";
import type { Edit } from "./edits.ts";
import { wholeAttribute } from "./edits.ts";
import type { AttributeChange, OpenChange } from "#plan/plan";
import type { Unchanged } from "#plan/unchanged";
import type { PreparedAttribute } from "./prepared-map.ts";
import type { MappedValue, ProcessedAttribute } from "./processing.ts";
import { holdsRole, roleAsText, withRoleType } from "./role-values.ts";
import { readTarget, selectorsOf } from "./target-values.ts";
import { unknownValue } from "./unknown-value.ts";

/** What one attribute needs at the target. */
export type AttributeDiff =
  | { readonly kind: "edit"; readonly edit: Edit; readonly from: ValueSource }
  | { readonly kind: "same"; readonly why: Unchanged }
  /** It cannot be known whether, or to what, the value changes. */
  | { readonly kind: "open"; readonly change: OpenChange; readonly edit: Edit };

/** Where a value that flows comes from. */
export type ValueSource = "expression" | "default";

/** How a mapping's values are compared with what the target has. */
export interface DiffContext {
  readonly catalog: SchemaCatalog;
  /** `aadOptscim062020`: the compliant PATCH shape. */
  readonly compliant: boolean;
  /** Whether a step names every attribute with each call of its expression, or only what differs. */
  readonly detailed: boolean;
}

/** Compares what a mapping yields with what the target has; `prior` undefined means that the object is created. */
export function diffAttribute(processed: ProcessedAttribute, prior: Resource | undefined, context: DiffContext): AttributeDiff {
  const { attribute, mapped } = processed;
  if (prior !== undefined && attribute.mapping.flowType === "ObjectAddOnly") return { kind: "same", why: "created-only" };
  switch (mapped.kind) {
    case "unknown":
      return open(processed, prior, mapped.reason, context);
    case "nothing":
      return diffNothing(processed, mapped, prior, context);
    case "value":
      return diffValue(processed, mapped.value, prior, context, "expression");
    case "reference":
    case "failure":
    case "object-ignored":
      return { kind: "same", why: "elsewhere" };
  }
}

function open(
  { attribute, confidence }: ProcessedAttribute,
  prior: Resource | undefined,
  reason: Sentence,
  { catalog }: DiffContext,
): AttributeDiff {
  const current = attribute.target === undefined ? [] : readTarget(prior, attribute.target, catalog);
  const change: OpenChange = {
    attribute: attribute.label,
    old: current[0] ?? null,
    new: null,
    unknown: reason,
    confidence,
    because: attribute.because,
  };
  return {
    kind: "open",
    change,
    edit: { attribute, operation: "set", value: unknownValue(reason), hadValue: current.length > 0, changes: [change] },
  };
}

/** A null flows nothing, on create after the default; `none` fills its default in whenever the target has no value (language page §3). */
function diffNothing(
  processed: ProcessedAttribute,
  { isNull }: Extract<MappedValue, { kind: "nothing" }>,
  prior: Resource | undefined,
  context: DiffContext,
): AttributeDiff {
  const { attribute } = processed;
  const { defaultValue, source } = attribute.mapping;
  if (defaultValue === undefined || !isNull || attribute.target === undefined)
    return { kind: "same", why: isNull ? "no-value" : "attribute-ignored" };
  if (prior !== undefined && source.kind !== "none") return { kind: "same", why: "default-on-create-only" };
  if (prior !== undefined && readTarget(prior, attribute.target, context.catalog).length > 0) return { kind: "same", why: "left-alone" };
  const converted = convertValue(defaultValue, attribute.target.definition);
  if (!converted.ok) return open(processed, prior, say`The default cannot be written: ${converted.error.reason}`, context);
  const value = attribute.fit.takesSeveral ? [converted.value] : converted.value;
  return diffValue(processed, value, prior, context, "default");
}

function diffValue(
  processed: ProcessedAttribute,
  value: JsonValue,
  prior: Resource | undefined,
  context: DiffContext,
  from: ValueSource,
): AttributeDiff {
  const { attribute } = processed;
  const { target } = attribute;
  if (target === undefined) return { kind: "same", why: "elsewhere" };
  if (prior === undefined) return createValue(processed, value, from);
  const definition = target.definition;
  if (definition?.returned === "never" || definition?.mutability === "writeOnly") return { kind: "same", why: "never-returned" };
  if (attribute.roles !== undefined) return diffRoles(processed, target, value, prior, context);
  const current = readTarget(prior, target, context.catalog);
  if (definition?.returned === "request" && current.length === 0)
    return open(
      processed,
      prior,
      say`The target returns '${own(attribute.label)}' only when asked for it by name, so it cannot be compared.`,
      context,
    );
  if (Array.isArray(value)) return diffElements(processed, value as readonly JsonValue[], current, from);
  if (current.length === 0 ? value === "" : current.every((item) => sameValue(item, value, comparisonOf(attribute))))
    return { kind: "same", why: inSync(from) };
  return {
    kind: "edit",
    from,
    edit: { attribute, operation: "set", value, hadValue: current.length > 0, changes: [changed(processed, current[0] ?? null, value)] },
  };
}

function inSync(from: ValueSource): Unchanged {
  return from === "default" ? "default-in-sync" : "in-sync";
}

function createValue(processed: ProcessedAttribute, value: JsonValue, from: ValueSource): AttributeDiff {
  const { attribute } = processed;
  if (attribute.roles !== undefined && !Array.isArray(value)) {
    return {
      kind: "edit",
      from,
      edit: {
        attribute,
        operation: "add",
        value: [singleRole(attribute, value)],
        hadValue: false,
        changes: [changed(processed, null, value)],
      },
    };
  }
  const isEmpty = Array.isArray(value) && value.length === 0;
  const operation = Array.isArray(value) ? "replace" : "set";
  return {
    kind: "edit",
    from,
    edit: { attribute, operation, value, hadValue: false, changes: isEmpty ? [] : [changed(processed, null, value)] },
  };
}

/** Entra adds values of multi-valued attributes and never takes one away, so a value is in sync when the target contains it. */
function diffElements(
  processed: ProcessedAttribute,
  wanted: readonly JsonValue[],
  current: readonly JsonValue[],
  from: ValueSource,
): AttributeDiff {
  const comparison = comparisonOf(processed.attribute);
  const known = new Set(current.map((item) => comparisonKey(item, comparison)));
  const missing = wanted.filter((item) => !known.has(comparisonKey(item, comparison)));
  if (missing.length === 0) return { kind: "same", why: wanted.length < current.length ? "further-values-stay" : inSync(from) };
  const change = changed(processed, current.length === 0 ? null : current, [...current, ...missing]);
  return {
    kind: "edit",
    from,
    edit: { attribute: processed.attribute, operation: "add", value: missing, hadValue: current.length > 0, changes: [change] },
  };
}

/** Two of the roles functions only add; the assertive one replaces the collection (function reference). */
function diffRoles(
  processed: ProcessedAttribute,
  target: BoundTarget,
  value: JsonValue,
  prior: Resource,
  { catalog, compliant }: DiffContext,
): AttributeDiff {
  const { attribute, roles } = processed;
  const current = readTarget(prior, wholeAttribute(target), catalog);
  const wanted = Array.isArray(value) ? (value as readonly JsonValue[]) : [singleRole(attribute, value)];
  const missing = wanted.filter((role) => !holdsRole(current, role));
  const replaces = attribute.roles === "replace";
  const surplus = current.filter((role) => !holdsRole(wanted, role));
  if (missing.length === 0 && (!replaces || surplus.length === 0 || wanted.length === 0)) {
    return { kind: "same", why: surplus.length > 0 ? "further-roles-stay" : "in-sync" };
  }
  const elements = replaces ? wanted : compliant ? missing : missing.map((role) => roleAsText(role, roles));
  const after = replaces ? wanted : [...current, ...elements];
  const edit: Edit = {
    attribute,
    operation: replaces ? "replace" : "add",
    value: elements,
    hadValue: current.length > 0,
    changes: [changed(processed, current.length === 0 ? null : roleNames(current), roleNames(after))],
  };
  return { kind: "edit", from: "expression", edit };
}

/** `roles[primary eq "True"].value` on update is added as a whole element (function reference, SingleAppRoleAssignment). */
function singleRole({ target }: PreparedAttribute, value: JsonValue): JsonValue {
  const selectors = target === undefined ? [] : (selectorsOf(target.path, target.attribute) ?? []);
  return withRoleType({
    ...Object.fromEntries(selectors.map((selector) => [selector.name, selector.value])),
    [target?.path.sub ?? "value"]: value,
  });
}

function roleNames(elements: readonly JsonValue[]): readonly JsonValue[] {
  return elements.map((element) => (isObject(element) ? (memberOf(element, "value") ?? null) : element));
}

function changed({ attribute, confidence }: ProcessedAttribute, old: JsonValue, value: JsonValue): AttributeChange {
  return { attribute: attribute.label, old, new: value, unknown: null, confidence, because: attribute.because };
}

/** What decides equality of the mapped values: the sub-attribute's characteristics, for whole elements those of their `value`. */
function comparisonOf({ target }: PreparedAttribute): Comparison {
  const definition = target?.definition;
  if (definition?.type !== "complex") return definition;
  return definition.subAttributes.find((sub) => sub.name.toLowerCase() === "value") ?? definition;
}
