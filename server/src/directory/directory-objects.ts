import { joined, own, personal, plural, say } from "#base/sentence";
import type { AppRole } from "#model/outcome";
import { attributeKey } from "#model/source-record";
import type { JsonObject } from "#scim/json-members";
import type { JsonValue } from "#scim/resource";
import type { DirectoryProblem } from "./directory-problem.ts";
import { nameOf } from "./directory-object.ts";
import { openBecause, openGroup } from "./assigned-groups.ts";
import type { Assignment, DirectoryObject, DirectorySnapshot, OpenGroup } from "./directory-snapshot.ts";
import { readAssignment, readRole } from "./read-assignments.ts";
import { objectOf, readRecord } from "./read-record.ts";
import type { ReadRecord } from "./read-record.ts";
import type { RecordPlace } from "./record-place.ts";
import type { DirectorySource, SourceItem } from "./source.ts";

/** What comes of a source, item by item. */
export type DirectoryEntry =
  | { readonly kind: "object"; readonly object: DirectoryObject; readonly record: JsonObject }
  | { readonly kind: "problem"; readonly problem: DirectoryProblem }
  /** The last one: what only the whole source could say. */
  | { readonly kind: "end"; readonly end: DirectoryEnd };

/** What only a whole source says. */
export type DirectoryEnd = Pick<DirectorySnapshot, "statesAssignments" | "openGroups" | "nestedGroups">;

/**
 * The objects of a source with all that it says of them. Only ids, assignments and the members of assigned groups are kept on the way.
 * Whether anybody's assignment is stated, and whether an assignment names somebody who is not there, is known at the end.
 */
export async function* directoryObjects(source: DirectorySource): AsyncGenerator<DirectoryEntry> {
  const known: Known = {
    roles: new Map(),
    assigned: new Map(),
    users: new Set(),
    throughGroups: new Map(),
    ids: new Set(),
    groupNames: new Map(),
    openGroups: [],
    statesAssignments: false,
  };
  for await (const item of source.items()) yield* entriesOf(item, known);
  const strangers = [...known.assigned.keys()].filter((id) => !known.ids.has(id));
  const people = strangers.filter((id) => known.users.has(id));
  if (people.length > 0) yield { kind: "problem", problem: notHere(people) };
  yield { kind: "end", end: endOf(known, strangers) };
}

/** Whoever is assigned, is not in the source and is not said to be a user may be a group, with people in it who are. */
function endOf({ statesAssignments, openGroups, throughGroups, groupNames, users }: Known, strangers: readonly string[]): DirectoryEnd {
  const missing = strangers.filter((id) => !users.has(id)).map((id): OpenGroup => ({ id, name: id, why: "not-in-source" }));
  const nestedGroups = [...throughGroups.keys()].flatMap((id) => groupNames.get(id) ?? []);
  return { statesAssignments, openGroups: [...openGroups, ...missing], nestedGroups };
}

/** What the items so far say of objects that are still to come. */
interface Known {
  /** By id in lower case. */
  readonly roles: Map<string, AppRole>;
  /** By object id. */
  readonly assigned: Map<string, Assignment[]>;
  /** Those of them that are said to be users. */
  readonly users: Set<string>;
  readonly throughGroups: Map<string, Assignment[]>;
  /** Of groups, by object id. */
  readonly groupNames: Map<string, string>;
  readonly openGroups: OpenGroup[];
  readonly ids: Set<string>;
  statesAssignments: boolean;
}

function* entriesOf(item: SourceItem, known: Known): Generator<DirectoryEntry> {
  switch (item.kind) {
    case "problem":
      yield item;
      return;
    case "role":
      yield* takeRole(item.value, item.place, known);
      return;
    case "assignments-stated":
      known.statesAssignments = true;
      return;
    case "assignment":
      yield* takeAssignment(item.value, item.place, known);
      return;
    case "record":
      yield* takeRecord(item, known);
  }
}

function* takeRole(value: JsonValue, place: RecordPlace, { roles }: Known): Generator<DirectoryEntry> {
  const role = readRole(value);
  if (role === undefined) yield { kind: "problem", problem: roleWithoutId(place) };
  else if (role.onlyId !== true) roles.set(role.id.toLowerCase(), role);
}

/** Other principals than users and groups, such as services, are no people. */
function* takeAssignment(value: JsonValue, place: RecordPlace, { assigned, users, roles }: Known): Generator<DirectoryEntry> {
  const read = readAssignment(value, roles);
  const type = read?.principalType?.toLowerCase() ?? "";
  if (read?.principalId === undefined) yield { kind: "problem", problem: ofNobody(place) };
  else if (type === "" || type === "group" || type === "user") {
    add(assigned, read.principalId, read.assignment);
    if (type === "user") users.add(read.principalId);
  }
}

function* takeRecord({ type, value, place }: Extract<SourceItem, { kind: "record" }>, known: Known): Generator<DirectoryEntry> {
  const { read, problems } = readRecord(type, value, place, known.roles);
  for (const problem of problems) yield { kind: "problem", problem };
  if (read === undefined) return;
  if (known.ids.has(read.id)) {
    yield { kind: "problem", problem: idTwice(place) };
    return;
  }
  known.ids.add(read.id);
  if (read.statesAssignments) known.statesAssignments = true;
  if (type === "Group") reachMembers(read, known);
  const object = objectOf(read, known.assigned.get(read.id), type === "User" ? known.throughGroups.get(read.id) : undefined);
  yield { kind: "object", object, record: read.record };
}

/** A group's assignment reaches its direct members only (Entra: nested groups are not read). */
function reachMembers(group: ReadRecord, { assigned, throughGroups, groupNames, openGroups }: Known): void {
  const name = nameOf(group.values) ?? group.id;
  groupNames.set(group.id, name);
  const through = [...(assigned.get(group.id) ?? []), ...group.assignments].map((assignment) => ({ ...assignment, through: name }));
  const members = group.values.get(memberIds);
  if (through.length === 0) return;
  const why = openBecause(group);
  if (why !== undefined) openGroups.push(openGroup(group, why));
  if (typeof members !== "object") return;
  for (const member of members ?? []) add(throughGroups, member, ...through);
}

const memberIds = attributeKey("members");

function add(assignments: Map<string, Assignment[]>, id: string, ...more: readonly Assignment[]): void {
  const known = assignments.get(id);
  if (known === undefined) assignments.set(id, [...more]);
  else known.push(...more);
}

function roleWithoutId(place: RecordPlace): DirectoryProblem {
  return { code: "role-without-id", place, message: say`${own(place.list)}, item ${place.item} has no "id" and was skipped.` };
}

function ofNobody(place: RecordPlace): DirectoryProblem {
  const message = say`${own(place.list)}, item ${place.item} names no principal or no role ("principalId", "appRoleId") and was skipped.`;
  return { code: "assignment-of-nobody", place, message };
}

function idTwice(place: RecordPlace): DirectoryProblem {
  const message = say`${own(place.list)}, item ${place.item} has the object id of an earlier record and was skipped.`;
  return { code: "object-id-twice", place, message };
}

/** The first few of them. */
function notHere(ids: readonly string[]): DirectoryProblem {
  const shown = joined(ids.slice(0, 5).map(personal), ", ");
  const one = say`appRoleAssignedTo names a principal that is not in the snapshot: ${shown}.`;
  const several = say`appRoleAssignedTo names ${ids.length} principals that are not in the snapshot: ${shown}.`;
  const many = say`appRoleAssignedTo names ${ids.length} principals that are not in the snapshot: ${shown}, ….`;
  return { code: "principal-not-here", place: undefined, message: plural(ids.length, one, ids.length > 5 ? many : several) };
}
