import { comparisonKey } from "./compare-values.ts";
import { conflict } from "#plan/reason";
import type { Conflict } from "#plan/reason";
import type { MatchedSubject } from "./subject.ts";
import { isInScope } from "./subject.ts";

/**
 * Two objects in each other's way (semantics page, "Preview"): one matching value for two in-scope objects, one account reached by two
 * of them, or an account of an in-scope object that an out-of-scope one matches too.
 */
export function findConflicts(subjects: readonly MatchedSubject[]): ReadonlyMap<string, Conflict> {
  const conflicts = new Map<string, Conflict>();
  const inScope = subjects.filter(isInScope);
  for (const [value, group] of groupBy(inScope, triedKeys)) {
    for (const subject of group.length > 1 ? group : []) {
      if (conflicts.has(subject.object.id)) continue;
      const label = value.slice(0, value.indexOf("\n"));
      conflicts.set(subject.object.id, conflict("same-value", others(subject, group), label));
    }
  }
  const owners = groupBy(inScope, accountIds);
  for (const group of owners.values()) {
    for (const subject of group.length > 1 ? group : []) {
      if (conflicts.has(subject.object.id)) continue;
      conflicts.set(subject.object.id, conflict("same-account", others(subject, group)));
    }
  }
  for (const subject of subjects) {
    const owner = isInScope(subject) ? undefined : accountIds(subject).flatMap((id) => owners.get(id) ?? [])[0];
    if (owner !== undefined) conflicts.set(subject.object.id, conflict("account-in-scope", [owner.object.name]));
  }
  return conflicts;
}

function triedKeys({ match }: MatchedSubject): readonly string[] {
  return (match?.tried ?? []).map(({ attribute, value }) => `${attribute.label}\n${comparisonKey(value, attribute.target.definition)}`);
}

/** Whose query fails may reach the account that the list has for its value all the same. */
function accountIds({ match }: MatchedSubject): readonly string[] {
  return match?.outcome.kind === "one" ? [match.outcome.id] : (match?.suspects ?? []);
}

function groupBy(
  subjects: readonly MatchedSubject[],
  keys: (subject: MatchedSubject) => readonly string[],
): ReadonlyMap<string, readonly MatchedSubject[]> {
  const groups = new Map<string, MatchedSubject[]>();
  for (const subject of subjects) {
    for (const key of keys(subject)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [subject]);
      else group.push(subject);
    }
  }
  return groups;
}

function others(subject: MatchedSubject, group: readonly MatchedSubject[]): readonly string[] {
  return group.filter((other) => other !== subject).map(({ object }) => object.name);
}
