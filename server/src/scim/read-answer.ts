import { failure, success } from "#base/result";
import type { Result } from "#base/result";
import { isList, memberOf, textOf } from "./json-members.ts";
import type { HttpResponse } from "#http/request";
import type { JsonValue } from "./resource.ts";
import type { TransportError } from "#http/transport-error";
import type { ScimError } from "./scim-error.ts";

/** Levels of arrays and objects beyond which an answer is refused: what reads it may be recursive. */
const maxNesting = 100;

/** The JSON of a 2xx answer, or what the answer means otherwise. `url` is only named in messages. */
export function readAnswer(response: HttpResponse, url: string, retryAfter: number | undefined): Result<JsonValue, ScimError> {
  const { status } = response;
  const asked = withoutQuery(url);
  if (status >= 200 && status < 300) return readJson(response, asked);
  if (status >= 300 && status < 400 && status !== 304) return failure(redirected(response, asked));
  const body = parse(response.body);
  const detail = body === undefined ? undefined : findDetail(body);
  if (status === 401 || status === 403)
    return failure({ kind: "unauthorized", status, detail, message: unauthorizedMessage(status, asked, detail) });
  if (status === 429) return failure({ kind: "rate-limited", status, retryAfter, message: rateLimitMessage(asked, retryAfter) });
  if (body === undefined && looksLikePage(response))
    return failure(unexpected(response, `'${asked}' answered ${status} with a page instead of a SCIM error`));
  const scimType = body === undefined ? undefined : findText(body, ["scimType"], 1);
  return failure({ kind: "scim", status, scimType, detail, message: scimMessage(status, asked, scimType, detail) });
}

/** A request that was never sent, or that the transport would not send. */
export function refused(message: string): ScimError {
  return transportFailure({ kind: "refused", message });
}

export function transportFailure(transport: TransportError): ScimError {
  return { kind: "transport", transport, message: transport.message };
}

/** Short and harmless to print: one line, control and direction characters made visible. */
export function excerptOf(text: string, length = 160): string {
  const clipped = text
    .slice(0, length * 4)
    .replace(/\s+/gu, " ")
    .trim();
  const visible = clipped.replace(
    /[\p{Cc}\p{Cf}\p{Surrogate}\u2028\u2029]/gu,
    (char) => `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
  );
  return visible.length > length || text.length > length * 4 ? `${visible.slice(0, length).trimEnd()}…` : visible;
}

function readJson(response: HttpResponse, asked: string): Result<JsonValue, ScimError> {
  const value = parse(response.body);
  if (value === undefined) return failure(unexpected(response, `'${asked}' answered ${response.status}, but not with JSON`));
  if (isTooDeep(value)) return failure(unexpected(response, `'${asked}' answered with JSON nested more than ${maxNesting} levels deep`));
  return success(value);
}

/** `JSON.parse` of V8 does not recurse, so depth is checked on the value. Undefined is "not JSON": JSON has no such value. */
function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text) as JsonValue;
  } catch {
    return undefined;
  }
}

/** Recursive, and bounded by what it checks: a page of a thousand resources passes without an allocation. */
function isTooDeep(value: JsonValue, levels = maxNesting): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (levels === 0) return true;
  if (isList(value)) return value.some((item) => isTooDeep(item, levels - 1));
  for (const name in value) {
    if (isTooDeep(value[name] ?? null, levels - 1)) return true;
  }
  return false;
}

function redirected(response: HttpResponse, asked: string): ScimError {
  const location = excerptOf(withoutQuery(response.headers["location"] ?? ""), 300);
  const where = location === "" ? "without saying where to" : `to '${location}'`;
  return {
    kind: "redirected",
    status: response.status,
    location,
    message: `'${asked}' answered ${response.status} and redirects ${where}. It was not followed, because the token is bound to the tenant URL; correct the tenant URL if the service has moved.`,
  };
}

function unexpected(response: HttpResponse, what: string): ScimError {
  const contentType = response.headers["content-type"];
  const excerpt = excerptOf(response.body);
  const shown =
    excerpt === "" ? "The answer is empty" : `The answer (${excerptOf(contentType ?? "no content type", 80)}) begins '${excerpt}'`;
  return {
    kind: "unexpected-content",
    status: response.status,
    contentType,
    excerpt,
    message: `${what}. ${shown}. Check that the tenant URL is the SCIM base URL and not a page or login address.`,
  };
}

function looksLikePage(response: HttpResponse): boolean {
  return /html/i.test(response.headers["content-type"] ?? "") || /^\s*<(!doctype|html)/i.test(response.body);
}

function unauthorizedMessage(status: 401 | 403, asked: string, detail: string | undefined): string {
  const said = detail === undefined ? "" : ` It says: ${quote(detail)}`;
  return status === 401
    ? `'${asked}' answered 401: the secret token is missing, wrong or expired.${said} Set a valid token.`
    : `'${asked}' answered 403: the token is known but may not read this.${said} Give it the right to read users and groups.`;
}

function rateLimitMessage(asked: string, retryAfter: number | undefined): string {
  const wait = retryAfter === undefined ? "It does not say how long to wait." : `It asks to wait ${retryAfter} seconds.`;
  return `'${asked}' answered 429: too many requests. ${wait} Lower the rate with '--rate' or try again later.`;
}

function scimMessage(status: number, asked: string, scimType: string | undefined, detail: string | undefined): string {
  const type = scimType === undefined ? "" : ` (${scimType})`;
  const said = detail === undefined ? "without saying why." : `and says: ${quote(detail)}`;
  return `'${asked}' answered ${status}${type} ${said}`;
}

function quote(detail: string): string {
  return /[.!?…]$/.test(detail) ? `'${detail}'` : `'${detail}'.`;
}

/** The explanation, wherever services put it: `detail`, `message`, `errorMessage`, up to two levels deep, as text, list or JSON in text. */
function findDetail(body: JsonValue): string | undefined {
  return findText(body, ["detail", "message", "errorMessage", "error_description", "description", "error"], 2);
}

function findText(body: JsonValue, names: readonly string[], depth: number): string | undefined {
  for (const name of names) {
    const text = asSentence(memberOf(body, name));
    if (text !== undefined) return excerptOf(nestedText(text, names, depth), 300);
  }
  if (depth === 0 || typeof body !== "object" || body === null) return undefined;
  const children: readonly JsonValue[] = isList(body) ? body : Object.values(body);
  for (const child of children.slice(0, 50)) {
    const text = findText(child, names, depth - 1);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** One service writes its SCIM error as JSON text inside `message`. */
function nestedText(text: string, names: readonly string[], depth: number): string {
  if (depth === 0 || !text.startsWith("{")) return text;
  const inner = parse(text);
  return (inner === undefined ? undefined : findText(inner, names, depth - 1)) ?? text;
}

function asSentence(value: JsonValue | undefined): string | undefined {
  if (isList(value)) {
    const texts = value.filter((item) => typeof item === "string");
    return texts.length === 0 ? undefined : texts.join(" ");
  }
  const text = textOf(value);
  return text === undefined || text.trim() === "" ? undefined : text;
}

/** Queries carry names and addresses of people; messages show where was asked, not for whom. */
function withoutQuery(url: string): string {
  const end = url.search(/[?#]/);
  return (end === -1 ? url : url.slice(0, end)).replace(/\/\/[^/@]*@/, "//");
}
