import { foreign, own, say } from "#base/sentence";
import type { Sentence, Value } from "#base/sentence";
import { isList, isObject, listOf, memberOf, textOf } from "#scim/json-members";
import { applyPatch } from "#scim/patch";
import type { PatchOperation } from "#scim/patch";
import type { JsonValue, Resource } from "#scim/resource";
import type { ResourceType } from "#scim/schema";
import type { SchemaCatalog } from "#scim/schema-catalog";
import { comparisonKey, sameValue } from "./compare-values.ts";
import type { Edit } from "./edits.ts";
import { applyEdit, memberId, wholeAttribute } from "./edits.ts";
import type { PlannedRequest } from "#plan/plan";
import { readTarget } from "./target-values.ts";
import { createRequest, patchRequest } from "./to-scim-request.ts";
import { holdsUnknown } from "./unknown-value.ts";
import type { PatchShape } from "./to-scim-request.ts";

/** `refused`: the target's schema forbids it. `wrong`: the request does not do what was planned, a fault of this program. */
export interface Violation {
  readonly kind: "refused" | "wrong";
  readonly reason: Sentence;
}

/**
 * Proves that planned edits reach what they were planned for: the PATCH, in either of Entra's shapes, applied to what the target has
 * must give the desired values, and change nothing else. An edit whose value only the real run knows cannot be proved and is left out.
 */
export function checkUpdate(type: ResourceType, prior: Resource, edits: readonly Edit[], catalog: SchemaCatalog): Violation | undefined {
  const known = edits.filter(isKnown);
  const desired = known.reduce((resource, edit) => applyEdit(resource, edit, catalog), prior);
  for (const shape of ["legacy", "compliant"] as const satisfies readonly PatchShape[]) {
    const request = patchRequest(type, "check", known, shape);
    const applied = applyPatch(prior, operationsOf(request), catalog);
    if (!applied.ok)
      return {
        kind: "refused",
        reason: say`By its own schema the target would refuse the ${own(shape)} PATCH: ${applied.error.detail}`,
      };
    const wrong = known.find((edit) => !sameAt(edit, applied.value, desired, catalog)) ?? untouched(prior, applied.value, known);
    if (wrong !== undefined)
      return { kind: "wrong", reason: wrongPatch(shape, typeof wrong === "string" ? foreign(wrong) : own(wrong.attribute.label)) };
  }
  return undefined;
}

/** The same for a POST: every planned value must stand in the body where the target path points. */
export function checkCreate(type: ResourceType, edits: readonly Edit[], catalog: SchemaCatalog): Violation | undefined {
  const known = edits.filter(isKnown);
  const { body } = createRequest(type, known, catalog);
  const resource = isObject(body ?? undefined) ? (body as Resource) : {};
  const wrong = known.find((edit) => edit.operation === "set" && edit.value !== "" && !holds(edit, resource, catalog));
  return wrong === undefined
    ? undefined
    : {
        kind: "wrong",
        reason: say`The planned POST does not carry the value of '${own(wrong.attribute.label)}'. This is a fault in the preview, not in the mapping; please report it.`,
      };
}

function wrongPatch(shape: PatchShape, attribute: Value): Sentence {
  return say`The planned ${own(shape)} PATCH would not give the desired value of '${attribute}'. This is a fault in the preview, not in the mapping; please report it.`;
}

function isKnown(edit: Edit): boolean {
  return edit.attribute.target !== undefined && !holdsUnknown(edit.value);
}

function holds(edit: Edit, resource: Resource, catalog: SchemaCatalog): boolean {
  const { target } = edit.attribute;
  return target !== undefined && readTarget(resource, target, catalog).some((value) => sameValue(value, edit.value, target.definition));
}

function operationsOf({ body }: PlannedRequest): readonly PatchOperation[] {
  return listOf(memberOf(body ?? undefined, "Operations")).flatMap((operation) => {
    const op = textOf(memberOf(operation, "op"));
    if (op === undefined) return [];
    return [{ op, path: textOf(memberOf(operation, "path")), value: isObject(operation) ? operation["value"] : undefined }];
  });
}

function sameAt(edit: Edit, applied: Resource, desired: Resource, catalog: SchemaCatalog): boolean {
  const target = edit.attribute.target;
  if (target === undefined) return true;
  if (edit.operation === "set") return sameSet(readTarget(applied, target, catalog), readTarget(desired, target, catalog), edit);
  if (edit.attribute.roles !== undefined) return readTarget(applied, wholeAttribute(target), catalog).length > 0;
  return sameSet(readTarget(applied, wholeAttribute(target), catalog), readTarget(desired, wholeAttribute(target), catalog), edit);
}

function sameSet(left: readonly JsonValue[], right: readonly JsonValue[], { attribute }: Edit): boolean {
  const comparison = attribute.reference === undefined ? attribute.target?.definition : { type: "string" as const, caseExact: true };
  const keys = (values: readonly JsonValue[]): string =>
    [...new Set(values.map((value) => comparisonKey(memberId(value), comparison)))].sort().join("\n");
  return keys(left) === keys(right);
}

/** The name of a top-level attribute that a PATCH changed although no edit is about it. */
function untouched(prior: Resource, applied: Resource, edits: readonly Edit[]): string | undefined {
  const edited = new Set(edits.map(({ attribute }) => (attribute.target?.path.urn ?? attribute.target?.path.attr ?? "").toLowerCase()));
  const names = new Set([...Object.keys(prior), ...Object.keys(applied)]);
  return [...names].find(
    (name) => !edited.has(name.toLowerCase()) && name.toLowerCase() !== "schemas" && canonical(prior[name]) !== canonical(applied[name]),
  );
}

/** JSON without empty values and order of members. */
function canonical(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return "";
  if (isList(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  return `{${Object.keys(value)
    .sort()
    .map((name) => `${name}:${canonical(value[name])}`)
    .join(",")}}`;
}
