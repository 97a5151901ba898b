import { failure, success } from "#base/result";
import type { Result } from "#base/result";
import { own, say } from "#base/sentence";
import { isExtension } from "./find-attribute.ts";
import { parsePath } from "./filter/parse.ts";
import type { AttributePath } from "./filter/filter.ts";
import { isList, isObject, listOf, memberOf } from "./json-members.ts";
import type { PatchError } from "./patch-error.ts";
import { changeAtPath } from "./patch-path.ts";
import type { JsonValue, Resource } from "./resource.ts";
import type { SchemaCatalog } from "./schema-catalog.ts";
import { setMember } from "./set-member.ts";

/** One operation of a PATCH body (RFC 7644 §3.5.2). `op` in any case: Entra writes `Add`, `Replace`, `Remove`. */
export interface PatchOperation {
  readonly op: string;
  readonly path?: string | undefined;
  readonly value?: JsonValue | undefined;
}

/**
 * What a resource is after a PATCH: operations in order, all or none (RFC 7644 §3.5.2). With `schemas`, mutability is enforced and values
 * take the form the schema gives them. Also understands what Entra sends: capitalised operations, one path-less operation with dotted and
 * URN keys, `Remove` on `members` with the list of members to remove, Booleans as text, a manager as a plain id, and `add` on a
 * filtered path that matches nothing, which makes the element the filter describes.
 */
export function applyPatch(
  resource: Resource,
  operations: readonly PatchOperation[],
  schemas?: SchemaCatalog,
): Result<Resource, PatchError> {
  let current = resource;
  for (const operation of operations) {
    const changed = applyOperation(current, operation, schemas);
    if (!changed.ok) return changed;
    current = changed.value;
  }
  return success(current);
}

function applyOperation(resource: Resource, operation: PatchOperation, schemas: SchemaCatalog | undefined): Result<Resource, PatchError> {
  const op = operation.op.toLowerCase();
  if (op !== "add" && op !== "replace" && op !== "remove") {
    return failure({ scimType: "invalidSyntax", detail: say`'${own(operation.op)}' is no PATCH operation; use add, replace or remove.` });
  }
  const { path, value } = operation;
  if (path !== undefined && path !== "") return applyAt(resource, op, path, value, schemas);
  if (op === "remove") return failure({ scimType: "noTarget", detail: say`An operation 'remove' needs a path.` });
  if (!isObject(value))
    return failure({ scimType: "invalidValue", detail: say`An operation '${own(op)}' without a path needs an object of attributes.` });
  return applyEach(resource, op, Object.entries(value), schemas);
}

/** The members of a path-less operation, each as an operation of its own. Keys may be names, dotted names and URN-qualified names. */
function applyEach(
  resource: Resource,
  op: "add" | "replace",
  members: readonly (readonly [string, JsonValue])[],
  schemas: SchemaCatalog | undefined,
): Result<Resource, PatchError> {
  let current = resource;
  for (const [key, value] of members) {
    const changed = applyAt(current, op, key, value, schemas);
    if (!changed.ok) return changed;
    current = changed.value;
  }
  return success(current);
}

function applyAt(
  resource: Resource,
  op: "add" | "replace" | "remove",
  path: string,
  value: JsonValue | undefined,
  schemas: SchemaCatalog | undefined,
): Result<Resource, PatchError> {
  if (isSchemaUrn(path, resource, schemas)) return applyToExtension(resource, op, path, value, schemas);
  const parsed = parsePath(path);
  if (parsed.path === undefined || parsed.problems.some(({ code }) => code === "syntax")) {
    return failure({ scimType: "invalidPath", detail: say`'${own(path)}' is no attribute path (RFC 7644 §3.5.2).` });
  }
  const changed = changeAtPath(resource, op, parsed.path, value, schemas);
  return changed.ok && op !== "remove" ? success(withSchema(changed.value, parsed.path, schemas)) : changed;
}

/** A bare schema URN parses as an attribute `User` of a shorter URN, so it is looked for first. */
function isSchemaUrn(path: string, resource: Resource, schemas: SchemaCatalog | undefined): boolean {
  if (!/^urn:/i.test(path)) return false;
  if (schemas?.schema(path) !== undefined) return true;
  return isObject(memberOf(resource, path)) || /:\d+\.\d+:[A-Za-z]+$/.test(path);
}

function applyToExtension(
  resource: Resource,
  op: "add" | "replace" | "remove",
  urn: string,
  value: JsonValue | undefined,
  schemas: SchemaCatalog | undefined,
): Result<Resource, PatchError> {
  if (op === "remove" || value === null) {
    const names = Object.keys(objectOf(memberOf(resource, urn)));
    return removeEach(
      resource,
      names.map((name) => `${urn}:${name}`),
      schemas,
    );
  }
  if (!isObject(value))
    return failure({ scimType: "invalidValue", detail: say`'${own(urn)}' is a schema; its value must be an object of attributes.` });
  const members = Object.entries(value).map(([name, member]) => [`${urn}:${name}`, member] as const);
  return applyEach(resource, op, members, schemas);
}

function removeEach(resource: Resource, paths: readonly string[], schemas: SchemaCatalog | undefined): Result<Resource, PatchError> {
  let current = resource;
  for (const path of paths) {
    const changed = applyAt(current, "remove", path, undefined, schemas);
    if (!changed.ok) return changed;
    current = changed.value;
  }
  return success(current);
}

function objectOf(value: JsonValue | undefined): Resource {
  return isObject(value) ? value : {};
}

/** An attribute of an extension brings the extension's URN into `schemas` (RFC 7644 §3.5.2.1). */
function withSchema(resource: Resource, { urn }: AttributePath, schemas: SchemaCatalog | undefined): Resource {
  if (urn === undefined || !isExtension(urn, resource, schemas) || memberOf(resource, urn) === undefined) return resource;
  const listed = memberOf(resource, "schemas");
  if (listed !== undefined && !isList(listed)) return resource;
  const known = listOf(listed).some((item) => typeof item === "string" && item.toLowerCase() === urn.toLowerCase());
  return known ? resource : setMember(resource, "schemas", [...listOf(listed), urn]);
}
