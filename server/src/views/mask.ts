import type { Mask, Rendering } from "#base/render-sentence";
import { render } from "#base/render-sentence";
import type { Sentence } from "#base/sentence";
import { raw } from "#base/surfaces";
import type { JsonValue, PlannedRequest } from "#plan/plan";

/** Gives a value its pseudonym: equal values get equal ones, different values different ones. */
export type Pseudonym = (value: string) => string;

/**
 * What stands in place of personal values (provisioning page §1.9): a pseudonym, but for texts that stand in the mapping and for Booleans,
 * also as Entra writes them.
 */
export function maskOf(textsOfMapping: readonly string[], pseudonym: Pseudonym): Mask {
  const known = new Set(textsOfMapping);
  return (value) => (value === "" || known.has(value) || /^(?:true|false)$/i.test(value) ? value : pseudonym(value));
}

/** A value of a record or a target with everything personal in it masked. `type` and `primary` say what a value is, and not whose. */
export function maskedValue(value: JsonValue, mask: Mask | undefined): JsonValue {
  if (mask === undefined) return value;
  if (typeof value === "string") return maskedText(value, mask);
  if (typeof value === "number") return mask(String(value));
  if (typeof value !== "object" || value === null) return value;
  if (isList(value)) return value.map((element) => maskedValue(element, mask));
  const members = Object.entries(value).map(([name, member]) => [name, isKind(name, member) ? member : maskedValue(member, mask)] as const);
  return Object.fromEntries(members);
}

function isKind(name: string, value: JsonValue): boolean {
  return (name === "type" && typeof value === "string") || (name === "primary" && typeof value === "boolean");
}

/** Entra adds a role as JSON in a text; the role's id is nobody's. */
function maskedText(text: string, mask: Mask): string {
  const { id, value, name } = roleText.exec(text)?.groups ?? {};
  if (id === undefined || value === undefined || name === undefined) return mask(text);
  return JSON.stringify({ id, value: mask(unquoted(value)), displayName: mask(unquoted(name)) });
}

const quotedText = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-f]{4}))*"/iu;
const roleText = new RegExp(
  `^\\{"id":"(?<id>[0-9a-f-]{36})","value":(?<value>${quotedText.source}),"displayName":(?<name>${quotedText.source})\\}$`,
  "iu",
);

function unquoted(quoted: string): string {
  return JSON.parse(quoted) as string;
}

/** A planned request as it is shown: personal values of path and body masked, and the reason in place of what only the real run knows. */
export function shownRequest({ method, path, body }: PlannedRequest, rendering: Rendering): PlannedRequest {
  const { mask } = rendering;
  return {
    method,
    path: mask === undefined || method === "POST" ? path : maskedLocation(path, mask),
    body: body === null ? null : shownBody(body, rendering),
  };
}

/** The last segment names the resource, in whatever spelling the target gives ids. */
function maskedLocation(path: string, mask: Mask): string {
  const start = path.lastIndexOf("/") + 1;
  const id = path.slice(start);
  return id === UNASSIGNED ? path : path.slice(0, start) + encodeURIComponent(mask(decodeURIComponent(id)));
}

/** Stands for the id of an object that is yet to be created. */
const UNASSIGNED = "{id}";

/** Members of a request that are ours: `schemas`, `meta`, and of an operation `op` and `path`. Everything else is somebody's. */
function shownBody(body: JsonValue, rendering: Rendering): JsonValue {
  return mapMembers(body, (name, member) => {
    if (name === "schemas" || name === "meta") return member;
    if (name === "Operations" && isList(member)) return member.map((operation) => shownOperation(operation, rendering));
    return name.startsWith("urn:") ? mapMembers(member, (_, inner) => shownValue(inner, rendering)) : shownValue(member, rendering);
  });
}

function shownOperation(operation: JsonValue, rendering: Rendering): JsonValue {
  const { mask } = rendering;
  return mapMembers(operation, (name, member) => {
    if (name === "op") return member;
    if (name === "path" && typeof member === "string") return mask === undefined ? member : maskedPath(member, mask);
    return shownValue(member, rendering);
  });
}

/** Of a path only what is compared with can be somebody's: `members[value eq "2819c223"]`. */
function maskedPath(path: string, mask: Mask): string {
  return path.replace(everyQuotedText, (quoted) => JSON.stringify(mask(unquoted(quoted))));
}

const everyQuotedText = new RegExp(quotedText.source, "giu");

/** A value that a mapping yields: a text, number or Boolean, elements of them, or what only the real run knows. */
export function shownValue(value: JsonValue, rendering: Rendering): JsonValue {
  if (isList(value)) return value.map((element) => shownValue(element, rendering));
  if (typeof value !== "object" || value === null) return maskedValue(value, rendering.mask);
  if ("$unknown" in value) return { $unknown: render(value["$unknown"] as unknown as Sentence, { ...rendering, surface: raw }) };
  return mapMembers(value, (name, member) => (isKind(name, member) ? member : shownValue(member, rendering)));
}

function mapMembers(value: JsonValue, change: (name: string, member: JsonValue) => JsonValue): JsonValue {
  if (typeof value !== "object" || value === null || isList(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, change(name, member)]));
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
