import { foreign, joined, own, personal, plural, say } from "#base/sentence";
import type { Part, Sentence } from "#base/sentence";
import type { DirectoryProblem } from "#directory/directory-problem";
import type { DirectorySnapshot, OpenGroup } from "#directory/directory-snapshot";
import { attributesRead } from "#model/attributes-read";
import type { MappingModel, ObjectMapping } from "#model/mapping-model";
import { note } from "#plan/plan-note";
import type { NoteCode, PlanNote } from "#plan/plan-note";

const LISTED = 50;

/** What a plan has to say of where its people come from: what could not be read there, with its file and place. */
export function sourceNotes({ name, problems }: Pick<DirectorySnapshot, "name" | "problems">): readonly PlanNote[] {
  const notes = problems.slice(0, LISTED).map((problem) => note(codeOf(problem), located(name, problem)));
  const more = problems.slice(LISTED);
  return more.length === 0 ? notes : [...notes, note(more.some(isBad) ? "bad-record" : "principal-not-here", moreOf(name, more.length))];
}

function codeOf(problem: DirectoryProblem): NoteCode {
  return isBad(problem) ? "bad-record" : "principal-not-here";
}

/** Whoever is assigned and not in the snapshot is not planned for; everybody else is, completely. */
function isBad({ code }: DirectoryProblem): boolean {
  return code !== "principal-not-here";
}

function located(name: string, { place, message }: DirectoryProblem): Sentence {
  return place?.line === undefined ? say`${foreign(name)}: ${message}` : say`${foreign(name)}:${place.line}: ${message}`;
}

function moreOf(name: string, count: number): Sentence {
  return plural(
    count,
    say`${foreign(name)}: 1 more part of it could not be read.`,
    say`${foreign(name)}: ${count} more parts of it could not be read.`,
  );
}

/** What a plan has to say of groups through which people are assigned, or seem to be. */
export function assignmentNotes({ openGroups, nestedGroups }: Pick<DirectorySnapshot, "openGroups" | "nestedGroups">): readonly PlanNote[] {
  const open = openGroups.length === 0 ? [] : [note("open-groups", openSentence(openGroups))];
  return nestedGroups.length === 0 ? open : [...open, note("nested-groups", nestedSentence(nestedGroups))];
}

/** Whether a mapping reads roles of which nobody knows more than the id. */
export function roleNotes(
  { maps }: Pick<MappingModel, "maps">,
  { users, groups }: Pick<DirectorySnapshot, "users" | "groups">,
): readonly PlanNote[] {
  if (!maps.some(readsRoles)) return [];
  const roles = [...users, ...groups].flatMap(({ assignments }) => assignments.map(({ role }) => role));
  const ids = [...new Set(roles.flatMap(({ id, onlyId }) => (onlyId === true ? [id] : [])))];
  return ids.length === 0 ? [] : [note("roles-not-known", rolesSentence(ids))];
}

function readsRoles({ disabled, attributes }: ObjectMapping): boolean {
  if (disabled) return false;
  const names = attributes.flatMap(({ source }) => (source.kind === "none" ? [] : [...attributesRead(source.expression)]));
  return names.some((name) => name.toLowerCase() === "approleassignments");
}

function rolesSentence(ids: readonly string[]): Sentence {
  return say`The mapping reads roles, and of these the snapshot has only the ids: ${firstFew(ids.map(foreign))}. Add the list "appRoles" of the application's service principal to the snapshot, beside "users".`;
}

const NAMED = 5;

function openSentence(groups: readonly OpenGroup[]): Sentence {
  const named = firstFew(groups.map((group) => say`'${personal(group.name)}' (${becauseOf(group)})`));
  return say`Of assigned groups it is not known who is in them, so whether somebody who is not assigned otherwise is in scope is not known either: ${named}. Add these groups with all their members to the snapshot.`;
}

function becauseOf({ why }: OpenGroup): Sentence {
  switch (why) {
    case "not-in-source":
      return say`not in the snapshot`;
    case "members-not-fetched":
      return say`its record has no members`;
    case "members-cut":
      return say`only a part of its members is there: ${own("$expand")} gives 20 at most, ${own("/groups/{id}/members")} all`;
    case "members-hidden":
      return say`its members are hidden from whoever exported them`;
  }
}

function nestedSentence(groups: readonly string[]): Sentence {
  const named = firstFew(groups.map((name) => say`'${personal(name)}'`));
  return say`Groups in assigned groups do not count: Entra ID assigns direct members only, and not the members of ${named}.`;
}

function firstFew(parts: readonly Part[]): Part {
  const first = joined(parts.slice(0, NAMED), ", ");
  return parts.length > NAMED ? say`${first} and ${parts.length - NAMED} more` : first;
}
