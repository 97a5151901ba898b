import { asJson, own, personal, say } from "#base/sentence";
import type { Resolution } from "./references.ts";
import type { Subject } from "./subject.ts";
import { isInScope } from "./subject.ts";

/** What stands at the target for each object of the directory (provisioning page §3: references are written when both objects exist). */
export function resolverOf(
  subjects: readonly Subject[],
  complete: boolean,
  isCreated: (subject: Subject) => boolean,
): (objectId: string) => Resolution {
  const byId = new Map<string, Subject>();
  for (const subject of subjects) if (!byId.has(subject.object.id)) byId.set(subject.object.id, subject);
  const created = new Map<Subject, boolean>();
  const isCreatedOnce = (subject: Subject): boolean => {
    const known = created.get(subject) ?? isCreated(subject);
    created.set(subject, known);
    return known;
  };
  return (objectId) => {
    const subject = byId.get(objectId);
    if (subject !== undefined) return resolve(subject, isCreatedOnce);
    if (!complete) return { kind: "unknown", reason: say`The preview did not get as far as object ${personal(objectId)}.` };
    return { kind: "left-out", reason: say`object ${personal(objectId)} is not in the snapshot, so the reference is not written.` };
  };
}

function resolve(subject: Subject, isCreated: (subject: Subject) => boolean): Resolution {
  const { object, scope, match, conflict, map } = subject;
  const name = asJson(personal(object.name));
  if (scope.verdict === "unknown" && !object.purged)
    return { kind: "unknown", reason: say`Whether ${name} is in scope is not known: ${scope.reason}` };
  if (!isInScope(subject)) return { kind: "left-out", reason: say`${name} is out of scope, so the reference is not written.` };
  if (conflict !== undefined) return { kind: "left-out", reason: say`${name} fails, so the reference is not written.` };
  switch (match?.outcome.kind) {
    case "one":
      return { kind: "id", id: match.outcome.id };
    case "linked":
      return {
        kind: "unknown",
        reason: say`${name} may be linked to account ${asJson(personal(match.outcome.account))}, which no query finds.`,
      };
    case "unknown":
      return { kind: "unknown", reason: say`The account of ${name} is not known: ${match.outcome.reason}` };
    case "none":
      return isCreated(subject)
        ? { kind: "to-be-created", name: object.name }
        : { kind: "left-out", reason: say`${name} has no account and gets none, so the reference is not written.` };
    case "query-fails":
      return { kind: "left-out", reason: say`${name} fails, so the reference is not written.` };
    case "no-value":
    case "object-ignored":
    case "failure":
    case "several":
    case undefined:
      return { kind: "left-out", reason: say`${name} is not provisioned (${own(map.map.target)}), so the reference is not written.` };
  }
}

/** Whether an account belongs to an in-scope object that this job would manage: only such members are taken out of a group. */
export function isManaged(subjects: readonly Subject[]): (targetId: string) => boolean {
  const managed = new Set<string>();
  for (const subject of subjects) {
    if (isInScope(subject) && subject.conflict === undefined && subject.match?.outcome.kind === "one")
      managed.add(subject.match.outcome.id);
  }
  return (targetId) => managed.has(targetId);
}
