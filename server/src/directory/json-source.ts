import { lazy } from "#base/lazy";
import { asJson, own, say } from "#base/sentence";
import type { JsonObject } from "#scim/json-members";
import { isList, isObject } from "#scim/json-members";
import type { JsonValue } from "#scim/resource";
import type { DirectoryProblem } from "./directory-problem.ts";
import { atHand } from "./source.ts";
import type { SourceList } from "./record-place.ts";
import type { DirectorySource, SourceItem } from "./source.ts";

/** A text with everybody in it: `{ users, groups, appRoleAssignedTo }`, a JSON array of users, or one user a line (NDJSON). Never throws. */
export function jsonSource(text: string): DirectorySource {
  const lists = lazy(() => readLists(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text));
  return { items: () => atHand(() => itemsOf(lists())), content: () => text };
}

/** The records of a snapshot as they stand in it, and what could not be read. */
interface SnapshotLists {
  readonly users: readonly JsonValue[];
  /** For each user its line, where there is one user a line. */
  readonly lines: readonly number[];
  readonly groups: readonly JsonValue[];
  readonly appRoleAssignedTo: readonly JsonValue[] | undefined;
  readonly problems: readonly DirectoryProblem[];
}

function* itemsOf({ users, lines, groups, appRoleAssignedTo, problems }: SnapshotLists): Generator<SourceItem> {
  for (const problem of problems) yield { kind: "problem", problem };
  if (appRoleAssignedTo !== undefined) yield { kind: "assignments-stated" };
  for (const [index, value] of (appRoleAssignedTo ?? []).entries())
    yield { kind: "assignment", value, place: { list: "appRoleAssignedTo", item: index + 1 } };
  for (const [index, value] of groups.entries()) yield { kind: "record", type: "Group", value, place: { list: "groups", item: index + 1 } };
  for (const [index, value] of users.entries())
    yield { kind: "record", type: "User", value, place: { list: "users", item: index + 1, line: lines[index] } };
}

const nobody: SnapshotLists = { users: [], lines: [], groups: [], appRoleAssignedTo: undefined, problems: [] };

function readLists(text: string): SnapshotLists {
  const whole = parseJson(text);
  if (whole === undefined) return readLines(text);
  if (isList(whole)) return { ...nobody, users: whole };
  if (!isObject(whole)) return { ...nobody, problems: [notASnapshot] };
  if (!("users" in whole) && !("groups" in whole) && !("appRoleAssignedTo" in whole)) return { ...nobody, users: [whole] };
  const problems: DirectoryProblem[] = [];
  return {
    ...nobody,
    users: listIn(whole, "users", problems) ?? [],
    groups: listIn(whole, "groups", problems) ?? [],
    appRoleAssignedTo: listIn(whole, "appRoleAssignedTo", problems),
    problems,
  };
}

const notASnapshot: DirectoryProblem = {
  code: "not-a-snapshot",
  place: undefined,
  message: say`The snapshot is neither a list of users nor an object with "users", "groups" and "appRoleAssignedTo".`,
};

/** A list, or Graph's `{ "value": […] }` around one. */
function listIn(whole: JsonObject, name: SourceList, problems: DirectoryProblem[]): readonly JsonValue[] | undefined {
  const member = whole[name];
  if (member === undefined || member === null) return undefined;
  const list = isObject(member) ? member["value"] : member;
  if (isList(list)) return list;
  problems.push({ code: "not-a-list", place: undefined, message: say`${asJson(own(name))} is not a list; nothing was read from it.` });
  return undefined;
}

function readLines(text: string): SnapshotLists {
  const lines = text.split("\n");
  if (parseJson(lines[0] ?? "") === undefined) return { ...nobody, problems: [notJson] };
  const read = lines.flatMap((line, index) => (line.trim() === "" ? [] : [{ line: index + 1, record: parseJson(line) }]));
  return {
    ...nobody,
    users: read.flatMap(({ record }) => (record === undefined ? [] : [record])),
    lines: read.flatMap(({ line, record }) => (record === undefined ? [] : [line])),
    problems: read.flatMap(({ line, record }) => (record === undefined ? [lineNotJson(line)] : [])),
  };
}

const notJson: DirectoryProblem = {
  code: "not-json",
  place: undefined,
  message: say`The snapshot is neither JSON nor one JSON object per line. Check that the file is complete.`,
};

function lineNotJson(line: number): DirectoryProblem {
  return { code: "line-not-json", place: { line }, message: say`Line ${line} is not JSON and was skipped.` };
}

/** Broken JSON is an input error, hence a value: this is the edge where the exception ends. */
function parseJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}
