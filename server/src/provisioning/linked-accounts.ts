import { isObject } from "#scim/json-members";
import type { Resource } from "#scim/resource";
import { matchingStep } from "./matching.ts";
import type { MatchOutcome } from "./matching.ts";
import type { PreparedMap } from "./prepared-map.ts";
import type { MatchedSubject } from "./subject.ts";
import { idOf } from "./target-accounts.ts";
import type { TargetAccounts } from "./target-accounts.ts";

/**
 * A running job uses the ids it has stored and asks no longer, so whom no query finds may be linked to an account all the same: one that
 * holds the object's id and that nobody else reaches (provisioning page §2, "History").
 */
export function withLinks(
  subjects: readonly MatchedSubject[],
  map: PreparedMap,
  accounts: TargetAccounts,
  reached: ReadonlySet<string>,
): readonly MatchedSubject[] {
  const missing = new Set(subjects.flatMap(({ object, match }) => (match?.outcome.kind === "none" ? [object.id] : [])));
  if (missing.size === 0) return subjects;
  const holders = holdersOf(missing, accounts.resources, reached);
  return subjects.map((subject) => {
    const { match, object } = subject;
    const account = match?.outcome.kind === "none" ? holders.get(object.id) : undefined;
    if (match === undefined || account === undefined) return subject;
    const outcome: MatchOutcome = { kind: "linked", account };
    return { ...subject, match: { ...match, outcome, step: matchingStep(map, outcome, match.step.details) } };
  });
}

/** By what is asked for, the smallest id of an account that holds it: the order of the list does not matter. */
function holdersOf(wanted: ReadonlySet<string>, resources: readonly Resource[], reached: ReadonlySet<string>): ReadonlyMap<string, string> {
  const holders = new Map<string, string>();
  for (const resource of resources) {
    const id = idOf(resource);
    if (id === undefined || reached.has(id)) continue;
    for (const text of ownTexts(resource)) {
      const known = holders.get(text);
      if (wanted.has(text) && (known === undefined || id < known)) holders.set(text, id);
    }
  }
  return holders;
}

/** Texts of a resource and of its extensions; complex attributes refer to others. */
function ownTexts(resource: Resource): readonly string[] {
  return Object.entries(resource).flatMap(([name, value]) => {
    if (typeof value === "string") return [value];
    return isObject(value) && name.toLowerCase().startsWith("urn:") ? Object.values(value).filter((item) => typeof item === "string") : [];
  });
}
