import { asJson, joined, own, personal, plural, say } from "#base/sentence";
import type { Part, Sentence } from "#base/sentence";
import { note } from "#plan/plan-note";
import type { PlanNote } from "#plan/plan-note";
import { memberOf, textOf } from "#scim/json-members";
import type { Resource } from "#scim/resource";
import type { MatchedMap } from "./match-subjects.ts";
import type { Match } from "./matching.ts";
import type { PreviewInput } from "./preview-input.ts";
import { assignmentNotes, roleNotes, sourceNotes } from "./source-notes.ts";
import { idOf } from "./target-accounts.ts";

const LISTED = 50;

/** What the plan rests on before anything is read. */
export function mapNotes({ model, settings, snapshot }: Pick<PreviewInput, "model" | "settings" | "snapshot">): readonly PlanNote[] {
  const notes: PlanNote[] = [];
  if (settings.scope === "assigned" && !snapshot.statesAssignments) {
    const text = say`The snapshot states no assignment (appRoleAssignedTo), so everyone in it counts as assigned.`;
    notes.push(note("everyone-counts-as-assigned", text));
  }
  notes.push(...sourceNotes(snapshot));
  if (settings.scope === "assigned") notes.push(...assignmentNotes(snapshot));
  notes.push(...roleNotes(model, snapshot));
  for (const map of model.maps.filter(({ disabled }) => disabled))
    notes.push(note("map-disabled", say`The object mapping ${own(map.source)} -> ${own(map.target)} is disabled and left out.`));
  return notes;
}

/** Accounts that no object of the directory matches: provisioning never touches them. A list that is not whole cannot tell how many they are. */
export function leftAloneNote({ map, accounts, subjects, reached, complete }: MatchedMap): readonly PlanNote[] {
  if (!complete) return [];
  if (!accounts.whole) {
    const type = own(map.resourceType.name);
    return [note("left-alone-not-counted", say`${type} resources at the target that nobody matched are left alone, and not counted.`)];
  }
  const perhaps = new Set(subjects.flatMap(({ match }) => (match === undefined ? [] : perhapsReached(match))));
  const alone = accounts.resources.filter((resource) => !reached.has(idOf(resource) ?? "") && !perhaps.has(idOf(resource) ?? ""));
  if (alone.length === 0) return [];
  const named = alone.map(nameOf).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return [note("left-alone", leftAlone(alone.length, map.resourceType.name, listed(named.map(({ part }) => part))))];
}

/** Accounts that the job may have linked, and those that the list has for somebody whose query fails: nobody knows that they are left alone. */
function perhapsReached({ outcome, suspects = [] }: Match): readonly string[] {
  return outcome.kind === "linked" ? [outcome.account, ...suspects] : suspects;
}

function leftAlone(count: number, type: string, names: Part): Sentence {
  return plural(
    count,
    say`1 ${own(type)} resource at the target that nobody matched is left alone: ${names}.`,
    say`${count} ${own(type)} resources at the target that nobody matched are left alone: ${names}.`,
  );
}

function listed(names: readonly Part[]): Part {
  const first = joined(names.slice(0, LISTED), ", ");
  return names.length > LISTED ? say`${first} and ${names.length - LISTED} more` : first;
}

function nameOf(resource: Resource): { readonly name: string; readonly part: Part } {
  const name = textOf(memberOf(resource, "userName")) ?? textOf(memberOf(resource, "displayName")) ?? idOf(resource);
  return name === undefined ? { name: nameless.pattern, part: nameless } : { name, part: asJson(personal(name)) };
}

const nameless = say`"a resource without id"`;
