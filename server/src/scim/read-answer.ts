import { failure, success } from "#base/result";
import type { Result } from "#base/result";
import type { Sentence } from "#base/sentence";
import { noScim, rateLimitMessage, redirectMessage, scimMessage, unauthorizedMessage, unexpectedMessage } from "./answer-messages.ts";
import type { Asked } from "./asked.ts";
import { excerptOf } from "./excerpt.ts";
import { isList, memberOf, textOf } from "./json-members.ts";
import { isTooDeep, maxNesting } from "./nesting.ts";
import { parseJson } from "./parse-json.ts";
import type { HttpResponse } from "#http/request";
import type { JsonValue } from "./resource.ts";
import type { ScimError } from "./scim-error.ts";

/** The JSON of a 2xx answer, or what the answer means otherwise. */
export function readAnswer(response: HttpResponse, asked: Asked, retryAfter: number | undefined): Result<JsonValue, ScimError> {
  const { status } = response;
  if (status >= 200 && status < 300) return readJson(response, asked);
  if (status >= 300 && status < 400 && status !== 304) return failure(redirected(response, asked));
  const body = parse(response.body);
  const detail = body === undefined ? undefined : findDetail(body);
  if (status === 401 || status === 403)
    return failure({ kind: "unauthorized", status, detail, message: unauthorizedMessage(status, asked, detail) });
  if (status === 429) return failure({ kind: "rate-limited", status, retryAfter, message: rateLimitMessage(asked, retryAfter) });
  if (body === undefined && looksLikePage(response)) return failure(unexpected(response, noScim.page(asked, status)));
  const scimType = body === undefined ? undefined : findText(body, ["scimType"], 1);
  return failure({ kind: "scim", status, scimType, detail, message: scimMessage(status, asked, scimType, detail) });
}

function readJson(response: HttpResponse, asked: Asked): Result<JsonValue, ScimError> {
  const value = parse(response.body);
  if (value === undefined) return failure(unexpected(response, noScim.json(asked, response.status)));
  // `JSON.parse` of V8 does not recurse, so depth is checked on the value.
  if (isTooDeep(value)) return failure(unexpected(response, noScim.nesting(asked, maxNesting)));
  return success(value);
}

/** Some services put a byte-order mark in front (RFC 8259 §8.1 lets it be ignored). */
function parse(text: string): JsonValue | undefined {
  return parseJson(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
}

function redirected({ status, headers }: HttpResponse, asked: Asked): ScimError {
  const location = excerptOf(withoutQuery(headers["location"] ?? ""), 300);
  return { kind: "redirected", status, location, message: redirectMessage(status, asked, location) };
}

function unexpected({ status, headers, body }: HttpResponse, what: Sentence): ScimError {
  const contentType = headers["content-type"];
  const excerpt = excerptOf(body);
  const shownType = contentType === undefined ? undefined : excerptOf(contentType, 80);
  return { kind: "unexpected-content", status, contentType, excerpt, message: unexpectedMessage(what, shownType, excerpt) };
}

function looksLikePage(response: HttpResponse): boolean {
  return /html/i.test(response.headers["content-type"] ?? "") || /^\s*<(!doctype|html)/i.test(response.body);
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

/** Queries carry names and addresses of people; messages show where a redirect leads, not for whom. */
function withoutQuery(url: string): string {
  const end = url.search(/[?#]/);
  return (end === -1 ? url : url.slice(0, end)).replace(/\/\/[^/@]*@/, "//");
}
