import { decodeText } from "#base/decode-text";
import { findJsonFault } from "#base/json-fault";
import { failure, success } from "#base/result";
import type { Result } from "#base/result";
import { say } from "#base/sentence";
import { isList, isObject } from "#scim/json-members";
import { parseJson } from "#scim/parse-json";
import type { JsonObject } from "#scim/json-members";
import type { JsonValue } from "#scim/resource";
import type { DirectoryProblem } from "./directory-problem.ts";
import { kindOfItems, kindOfJson, kindOfText } from "./foreign-kind.ts";
import { listsSource } from "./lists-source.ts";
import type { SnapshotLists } from "./lists-source.ts";
import type { SourceList } from "./record-place.ts";
import type { DirectorySource } from "./source.ts";
import { refuseSource } from "./source-refusal.ts";
import type { RefusalReason, SourceRefusal } from "./source-refusal.ts";

type Lists = Result<SnapshotLists, RefusalReason>;

/** Opens the bytes of a file as `openSource` does its text. */
export function openBytes(name: string, bytes: Uint8Array): Result<DirectorySource, SourceRefusal> {
  const text = decodeText(bytes);
  return text === undefined ? failure(refuseSource(name, { code: "not-text" })) : openSource(name, text);
}

/**
 * Opens a text with everybody in it: `{ users, groups, appRoleAssignedTo }`, a JSON list of users, one user, or one user a line (NDJSON).
 * What it is shows in the text itself; `name` stands in what is said of it. Anything else is refused whole.
 */
export function openSource(name: string, text: string): Result<DirectorySource, SourceRefusal> {
  const lists = readLists(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  return lists.ok ? success(listsSource(name, lists.value, text)) : failure(refuseSource(name, lists.error));
}

const none: SnapshotLists = { users: [], lines: [], groups: [], appRoleAssignedTo: undefined, appRoles: [], problems: [] };

function readLists(text: string): Lists {
  const whole = parseJson(text);
  if (whole === undefined) return readText(text);
  if (isObject(whole) && snapshotLists.some((list) => list in whole)) return readSnapshotObject(whole);
  const code = kindOfJson(whole);
  return code === undefined ? success({ ...none, users: isList(whole) ? whole : [whole] }) : failure({ code });
}

const snapshotLists = ["users", "groups", "appRoleAssignedTo"] as const;

function readSnapshotObject(whole: JsonObject): Lists {
  const found = new Map<SourceList, readonly JsonValue[]>();
  for (const name of [...snapshotLists, "appRoles"] as const) {
    const member = whole[name];
    if (member === undefined || member === null) continue;
    // A list, or Graph's `{ "value": […] }` around one.
    const list = isObject(member) ? member["value"] : member;
    if (!isList(list)) return failure({ code: "not-a-list", list: name });
    found.set(name, list);
  }
  const users = found.get("users") ?? [];
  const groups = found.get("groups") ?? [];
  const code = kindOfItems(users) ?? (kindOfItems(groups) === "groups-only" ? undefined : kindOfItems(groups));
  if (code !== undefined) return failure({ code });
  return success({ ...none, users, groups, appRoleAssignedTo: found.get("appRoleAssignedTo"), appRoles: found.get("appRoles") ?? [] });
}

/** What is not JSON as a whole: one user a line, or JSON with a mistake in it, or another thing. */
function readText(text: string): Lists {
  const code = kindOfText(text);
  if (code !== undefined) return failure({ code });
  const lines = text.split("\n").flatMap((line, index) => (line.trim() === "" ? [] : [{ line: index + 1, text: line }]));
  const [first] = lines;
  if (first !== undefined && isObject(parseJson(first.text))) return readLines(lines);
  const fault = findJsonFault(text);
  if (fault === undefined || fault.cutOff) return failure({ code: "cut-off", line: fault?.line ?? 1 });
  return failure({ code: "not-json", line: fault.line, column: fault.column });
}

interface Line {
  readonly line: number;
  readonly text: string;
}

/** A line that is not JSON costs one record; one at the end that stops in the middle says that there was more. */
function readLines(all: readonly Line[]): Lists {
  const last = all.at(-1);
  if (last !== undefined && findJsonFault(last.text)?.cutOff === true) return failure({ code: "cut-off", line: last.line });
  const users: JsonValue[] = [];
  const lines: number[] = [];
  const problems: DirectoryProblem[] = [];
  for (const { line, text } of all) {
    const record = parseJson(text);
    if (record === undefined) problems.push(lineNotJson(line));
    else {
      users.push(record);
      lines.push(line);
    }
  }
  const code = kindOfItems(users);
  return code === undefined ? success({ ...none, users, lines, problems }) : failure({ code });
}

function lineNotJson(line: number): DirectoryProblem {
  return { code: "line-not-json", place: { line }, message: say`Line ${line} is not JSON and was skipped.` };
}
