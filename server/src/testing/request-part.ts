import type { BoundTarget } from "#model/mapping-model";
import { printPath } from "#scim/filter/print";
import { isObject, keyOf, listOf, memberOf } from "#scim/json-members";
import type { JsonObject } from "#scim/json-members";
import type { JsonValue } from "#scim/resource";
import type { PlannedRequest } from "#plan/plan";
import { isSelected, selectorsOf } from "#provisioning/target-values";

/** The part of each planned request that carries one attribute: operations of a PATCH, members of a POST. */
export function requestParts(requests: readonly PlannedRequest[], target: BoundTarget): readonly PlannedRequest[] {
  return requests.flatMap((request) => {
    const { body } = request;
    if (!isObject(body ?? undefined)) return [];
    const part = request.method === "PATCH" ? patchPart(body as JsonObject, target) : postPart(body as JsonObject, target);
    return part === undefined ? [] : [{ ...request, body: part }];
  });
}

function patchPart(body: JsonObject, target: BoundTarget): JsonValue | undefined {
  const { urn, attr } = target.path;
  const whole = printPath({ urn, attr });
  const path = printPath(target.path);
  const operations = listOf(body["Operations"] ?? null).flatMap((operation): readonly JsonValue[] => {
    const written = memberOf(operation, "path");
    if (written === path || written === whole) return [operation];
    if (typeof written === "string") return written.startsWith(`${whole}[value eq `) ? [operation] : [];
    // Several single values share one operation without a path.
    const value = memberOf(operation, "value");
    const key = isObject(value) ? keyOf(value, path) : undefined;
    return key === undefined || !isObject(operation) || !isObject(value) ? [] : [{ ...operation, value: { [key]: value[key] ?? null } }];
  });
  return operations.length === 0 ? undefined : { Operations: operations };
}

function postPart(body: JsonObject, target: BoundTarget): JsonValue | undefined {
  const { urn, attr, sub, filter } = target.path;
  const container = urn === undefined ? body : memberOf(body, urn);
  const key = isObject(container) ? keyOf(container, attr) : undefined;
  if (!isObject(container) || key === undefined) return undefined;
  const value = container[key] ?? null;
  const part = filter === undefined ? memberPart(value, sub) : elementPart(value, target);
  if (part === undefined) return undefined;
  return urn === undefined ? { [key]: part } : { [urn]: { [key]: part } };
}

function memberPart(value: JsonValue, sub: string | undefined): JsonValue | undefined {
  if (sub === undefined || !isObject(value)) return value;
  const key = keyOf(value, sub);
  return key === undefined ? undefined : { [key]: value[key] ?? null };
}

function elementPart(value: JsonValue, target: BoundTarget): JsonValue | undefined {
  const selectors = selectorsOf(target.path, target.attribute) ?? [];
  const selected = listOf(value).filter((element) => isSelected(element, selectors));
  return selected.length === 0 ? undefined : selected;
}
