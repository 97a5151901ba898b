import { failure, success } from "#base/result";
import type { Result } from "#base/result";
import { own, say } from "#base/sentence";
import type { Value } from "#base/sentence";
import { findAttribute, isExtension } from "./find-attribute.ts";
import { matchesElement } from "./filter/evaluate.ts";
import type { AttributePath, Filter } from "./filter/filter.ts";
import { printPath } from "./filter/print.ts";
import { isList, isObject, listOf, memberOf } from "./json-members.ts";
import type { JsonObject } from "./json-members.ts";
import type { PatchError } from "./patch-error.ts";
import { isAssigned, topLevelValue, withoutUnassigned } from "./read-values.ts";
import type { JsonValue, Resource } from "./resource.ts";
import { isSameValue } from "./same-value.ts";
import { SchemaCatalog, subAttributeOf } from "./schema-catalog.ts";
import type { AttributeDefinition } from "./schema-catalog.ts";
import { toOneValue, toSchemaValue } from "./schema-value.ts";
import { setMember } from "./set-member.ts";

/** What a PATCH operation does. */
export type PatchOp = "add" | "replace" | "remove";

type Changed = Result<JsonValue | undefined, PatchError>;

const noSchemas = new SchemaCatalog([], []);

/** One operation at one path (RFC 7644 §3.5.2.1 to §3.5.2.3). */
export function changeAtPath(
  resource: Resource,
  op: PatchOp,
  path: AttributePath,
  value: JsonValue | undefined,
  schemas: SchemaCatalog = noSchemas,
): Result<Resource, PatchError> {
  if (op !== "remove" && value === undefined)
    return failure({ scimType: "invalidValue", detail: say`'${nameOf(path)}' was given no value.` });
  const change = new PathChange(resource, op, path, value ?? null, schemas);
  const refused = change.refusal();
  if (refused !== undefined) return failure(refused);
  const changed = change.run();
  return changed.ok ? success(change.put(changed.value)) : changed;
}

class PathChange {
  readonly #resource: Resource;
  readonly #op: PatchOp;
  readonly #path: AttributePath;
  readonly #value: JsonValue;
  readonly #schemas: SchemaCatalog;
  readonly #extension: string | undefined;
  readonly #attribute: AttributeDefinition | undefined;
  readonly #sub: AttributeDefinition | undefined;
  readonly #current: JsonValue | undefined;

  constructor(resource: Resource, op: PatchOp, path: AttributePath, value: JsonValue, schemas: SchemaCatalog) {
    this.#resource = resource;
    this.#op = op;
    this.#path = path;
    this.#value = value;
    this.#schemas = schemas;
    this.#extension = path.urn !== undefined && isExtension(path.urn, resource, schemas) ? path.urn : undefined;
    this.#attribute = findAttribute({ urn: path.urn, attr: path.attr }, resource, schemas);
    this.#sub = this.#attribute === undefined || path.sub === undefined ? undefined : subAttributeOf(this.#attribute, path.sub);
    this.#current = topLevelValue(resource, this.#extension, path.attr);
  }

  /** What mutability forbids (RFC 7643 §7): changing what the service assigns, changing what may be set once, removing what is required. */
  refusal(): PatchError | undefined {
    const name = nameOf(this.#path);
    const target = this.#sub ?? this.#attribute;
    if (this.#attribute?.mutability === "readOnly" || target?.mutability === "readOnly") {
      return { scimType: "mutability", detail: say`'${name}' is read-only: the service assigns it.` };
    }
    const whole = this.#path.filter === undefined && this.#path.sub === undefined;
    if (whole && this.#attribute?.mutability === "immutable" && isAssigned(this.#current) && !this.#setsTheSame()) {
      return { scimType: "mutability", detail: say`'${name}' is immutable and has a value already.` };
    }
    if (whole && this.#attribute?.required === true && (this.#op === "remove" || !isAssigned(this.#value))) {
      const scimType = this.#op === "remove" ? "mutability" : "invalidValue";
      return { scimType, detail: say`'${name}' is required and cannot be left without a value.` };
    }
    return undefined;
  }

  #setsTheSame(): boolean {
    return this.#op !== "remove" && this.#current !== undefined && isSameValue(this.#current, this.#value);
  }

  /** The attribute's new value; undefined unassigns it. */
  run(): Changed {
    if (this.#path.filter !== undefined) return this.#changeMatching(this.#path.filter);
    if (this.#path.sub !== undefined) return this.#changeSubAttribute(this.#path.sub);
    return this.#isMultiValued() ? this.#changeList() : this.#changeSingle();
  }

  /** The resource with the attribute's new value in its place. */
  put(value: JsonValue | undefined): Resource {
    const kept = value !== undefined && isAssigned(value) ? withoutUnassigned(value) : undefined;
    if (this.#extension === undefined) return setMember(this.#resource, this.#path.attr, kept);
    const container = memberOf(this.#resource, this.#extension);
    const changed = setMember(isObject(container) ? container : {}, this.#path.attr, kept);
    return setMember(this.#resource, this.#extension, Object.keys(changed).length === 0 ? undefined : changed);
  }

  #isMultiValued(): boolean {
    return this.#attribute?.multiValued ?? (isList(this.#current) || isList(this.#value));
  }

  #changeSingle(): Changed {
    if (this.#op === "remove") return success(undefined);
    const value = toSchemaValue(this.#value, this.#attribute);
    if (value === undefined) return this.#unfit();
    // Sub-attributes given replace or add, the others stay (RFC 7644 §3.5.2.1 and §3.5.2.3).
    return success(isObject(value) && isObject(this.#current) ? merge(this.#current, value) : value);
  }

  #changeList(): Changed {
    const current = listOf(this.#current);
    if (this.#op === "remove") return success(this.#withoutListed(current));
    const items = toSchemaValue(isList(this.#value) ? this.#value : [this.#value], this.#attribute);
    if (!isList(items)) return this.#unfit();
    if (this.#op === "replace") return success(onePrimary([], items));
    const fresh = items.filter((item) => item !== null && !current.some((known) => isSameValue(known, item)));
    return success(onePrimary(current, fresh));
  }

  /** Entra removes members by listing them as the value; a `remove` without a value means all of them. */
  #withoutListed(current: readonly JsonValue[]): JsonValue | undefined {
    if (this.#value === null) return undefined;
    const listed = listOf(this.#value);
    return current.filter((item) => !listed.some((other) => isSameElement(item, other)));
  }

  #changeSubAttribute(sub: string): Changed {
    const converted = this.#converted();
    if (converted === undefined) return this.#unfit();
    if (!this.#isMultiValued()) return success(setSub(this.#current, sub, converted));
    const elements = listOf(this.#current);
    if (elements.length === 0) return success(this.#op === "remove" ? undefined : [setSub(undefined, sub, converted)]);
    return success(this.#setInElements(elements, () => true, sub, converted));
  }

  #changeMatching(filter: Filter): Changed {
    const elements = listOf(this.#current).filter(isAssigned);
    const isMatch = (element: JsonValue): boolean => matchesElement(filter, element, this.#path, this.#resource, this.#schemas);
    const found = elements.some(isMatch);
    if (!found && this.#op !== "add") return this.#op === "remove" ? success(this.#current) : this.#noTarget();
    const { sub } = this.#path;
    if (sub === undefined) return this.#changeElements(elements, isMatch, found ? undefined : filter);
    const converted = this.#converted();
    if (converted === undefined) return this.#unfit();
    if (found) return success(this.#setInElements(elements, isMatch, sub, converted));
    const described = this.#describedBy(filter);
    return described === undefined ? this.#noTarget() : success(onePrimary(elements, [setSub(described, sub, converted)]));
  }

  /** Whole elements at `a[filter]`; `missing` is the filter when nothing matches and one is to be added. */
  #changeElements(elements: readonly JsonValue[], isMatch: (element: JsonValue) => boolean, missing: Filter | undefined): Changed {
    if (this.#op === "remove" || this.#value === null) return success(elements.filter((element) => !isMatch(element)));
    const value = toOneValue(onlyItem(this.#value), this.#attribute);
    if (value === undefined) return this.#unfit();
    if (missing !== undefined) {
      const described = this.#describedBy(missing);
      return described === undefined
        ? this.#noTarget()
        : success(onePrimary(elements, [isObject(value) ? merge(described, value) : value]));
    }
    const change = (element: JsonValue): JsonValue =>
      this.#op === "add" && isObject(element) && isObject(value) ? merge(element, value) : value;
    return success(replaceElements(elements, isMatch, change));
  }

  /** The element to add where none matches: Entra expects it (erratum 8097), the RFC leaves it open. */
  #describedBy(filter: Filter): JsonObject | undefined {
    const element = elementOf(filter);
    const converted = element === undefined ? undefined : toOneValue(element, this.#attribute);
    return isObject(converted) ? converted : undefined;
  }

  #setInElements(elements: readonly JsonValue[], isMatch: (element: JsonValue) => boolean, sub: string, value: JsonValue): JsonValue {
    return replaceElements(elements, isMatch, (element) => setSub(element, sub, value)).filter(isAssigned);
  }

  /** The value for the sub-attribute; null, which unassigns, for `remove`. Undefined when it does not fit. */
  #converted(): JsonValue | undefined {
    return this.#op === "remove" ? null : toSchemaValue(this.#value, this.#sub);
  }

  #unfit(): Changed {
    const type = (this.#path.sub === undefined ? this.#attribute : this.#sub)?.type ?? "expected";
    return failure({
      scimType: "invalidValue",
      detail: say`The value given for '${nameOf(this.#path)}' is not of its type (${own(type)}).`,
    });
  }

  #noTarget(): Changed {
    return failure({ scimType: "noTarget", detail: say`No value matches '${nameOf(this.#path)}'.` });
  }
}

/** The one item of a list of one; any other value as it is. */
function onlyItem(value: JsonValue): JsonValue {
  if (!isList(value)) return value;
  const [item, ...others] = value;
  return item === undefined || others.length > 0 ? value : item;
}

/** Paths stand in the mapping, or are built from those that do. */
function nameOf(path: AttributePath): Value {
  return own(printPath(path));
}

function merge(current: JsonObject, given: JsonObject): JsonObject {
  return Object.entries(given).reduce((merged, [name, value]) => setMember(merged, name, isAssigned(value) ? value : undefined), current);
}

/** A complex value with one sub-attribute set; null unassigns it. A plain value counts as its own `value`. */
function setSub(element: JsonValue | undefined, sub: string, value: JsonValue): JsonValue {
  const object = isObject(element) ? element : isAssigned(element) && element !== undefined ? { value: element } : {};
  return setMember(object, sub, isAssigned(value) ? value : undefined);
}

/** Existing elements and new ones; a new `primary` takes it from the others (RFC 7644 §3.5.2). */
function onePrimary(existing: readonly JsonValue[], added: readonly JsonValue[]): JsonValue {
  return [...(added.some(isPrimary) ? existing.map(withoutPrimary) : existing), ...added];
}

function replaceElements(
  elements: readonly JsonValue[],
  isMatch: (element: JsonValue) => boolean,
  change: (element: JsonValue) => JsonValue,
): readonly JsonValue[] {
  const changed = elements.map((element) => (isMatch(element) ? { now: change(element), was: element } : { now: element, was: element }));
  const newPrimary = changed.some(({ now, was }) => isPrimary(now) && !isPrimary(was));
  return changed.map(({ now, was }) => (newPrimary && isPrimary(was) ? withoutPrimary(now) : now));
}

function isPrimary(element: JsonValue): boolean {
  return memberOf(element, "primary") === true;
}

function withoutPrimary(element: JsonValue): JsonValue {
  return isObject(element) && isPrimary(element) ? setMember(element, "primary", false) : element;
}

/** Elements with a `value` are the same when that is; Entra adds `"$ref": null` and no more. */
function isSameElement(element: JsonValue, listed: JsonValue): boolean {
  const value = isObject(listed) ? memberOf(listed, "value") : listed;
  if (value === undefined || value === null) return isSameValue(element, listed);
  return isSameValue(isObject(element) ? (memberOf(element, "value") ?? null) : element, value);
}

/** The element a filter describes when it only says what is equal: `type eq "work"` gives `{ "type": "work" }`. */
function elementOf(filter: Filter): JsonObject | undefined {
  if ("and" in filter) {
    const parts = filter.and.map(elementOf);
    return parts.reduce<JsonObject | undefined>(
      (all, part) => (all === undefined || part === undefined ? undefined : { ...all, ...part }),
      {},
    );
  }
  if (!("op" in filter) || filter.op !== "eq" || filter.path.sub !== undefined) return undefined;
  return { [filter.path.attr]: filter.value };
}
