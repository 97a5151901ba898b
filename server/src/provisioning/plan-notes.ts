import { memberOf, textOf } from "#scim/json-members";
import type { Resource } from "#scim/resource";
import type { MatchedMap } from "./match-subjects.ts";
import type { PreviewInput } from "./preview-input.ts";
import { idOf } from "./target-accounts.ts";

const LISTED = 50;

/** What the plan rests on before anything is read. */
export function mapNotes({ model, settings, snapshot }: Pick<PreviewInput, "model" | "settings" | "snapshot">): readonly string[] {
  const notes: string[] = [];
  if (settings.scope === "assigned" && !snapshot.statesAssignments) {
    notes.push("The snapshot states no assignment (appRoleAssignedTo), so everyone in it counts as assigned.");
  }
  for (const map of model.maps.filter(({ disabled }) => disabled))
    notes.push(`The object mapping ${map.source} -> ${map.target} is disabled and left out.`);
  return notes;
}

/** Accounts that no object of the directory matches: provisioning never touches them. */
export function leftAloneNote({ map, accounts, reached, complete }: MatchedMap): readonly string[] {
  if (!complete) return [];
  const alone = accounts.resources.filter((resource) => !reached.has(idOf(resource) ?? ""));
  if (alone.length === 0) return [];
  const names = alone.map(nameOf).sort();
  const listed = names
    .slice(0, LISTED)
    .map((name) => JSON.stringify(name))
    .join(", ");
  const more = names.length > LISTED ? ` and ${names.length - LISTED} more` : "";
  const noun = `${map.resourceType.name} ${alone.length === 1 ? "resource" : "resources"} at the target`;
  return [`${alone.length} ${noun} that nobody matched ${alone.length === 1 ? "is" : "are"} left alone: ${listed}${more}.`];
}

function nameOf(resource: Resource): string {
  return textOf(memberOf(resource, "userName")) ?? textOf(memberOf(resource, "displayName")) ?? idOf(resource) ?? "a resource without id";
}
