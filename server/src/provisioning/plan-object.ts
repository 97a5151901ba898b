import { plural, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import { noMatchingValue, reason } from "#plan/reason";
import type { Resource } from "#scim/resource";
import type { Violation } from "./check-plan.ts";
import { checkCreate, checkUpdate } from "./check-plan.ts";
import type { Decision } from "./decide.ts";
import type { DirectoryObject } from "#directory/directory-snapshot";
import { applyEdit } from "./edits.ts";
import { lineOf } from "#plan/source-line";
import type { PlannedObject, PlannedRequest, ProvisioningStep } from "#plan/plan";
import type { Subject } from "./subject.ts";
import { createRequest, deleteRequest, patchRequest } from "./to-scim-request.ts";
import type { PatchShape } from "./to-scim-request.ts";

/** One entry of the plan: the decision with its requests, proved, and the log steps that led to it. */
export function planObject(subject: Subject, decision: Decision, prior: Resource | undefined, shape: PatchShape): PlannedObject {
  const violation = findViolation(subject, decision, prior);
  const sound: Decision =
    violation === undefined
      ? decision
      : {
          ...decision,
          action: "unknown",
          reason: reason(violation.kind === "refused" ? "target-would-refuse" : "plan-check-failed", violation.reason),
        };
  const targetId =
    subject.match?.outcome.kind === "one" && sound.reason.code !== "account-of-another" ? subject.match.outcome.id : undefined;
  const requests = requestsFor(subject, sound, targetId, shape);
  return {
    resourceType: subject.map.resourceType.name,
    source: { id: subject.object.id, name: subject.object.name },
    target: targetId === undefined ? null : { id: targetId },
    action: sound.action,
    reason: sound.reason.sentence,
    code: sound.reason.code,
    because: sound.because ?? lineOf(subject.map.map.place),
    evidence: subject.match?.evidence ?? [],
    changes: [...sound.edits, ...sound.references].flatMap((edit) => edit.changes).concat(sound.open),
    requests,
    steps: stepsOf(subject, sound, requests),
  };
}

function findViolation({ map }: Subject, { action, edits, references }: Decision, prior: Resource | undefined): Violation | undefined {
  const { resourceType, catalog } = map;
  if (action !== "create" && action !== "update" && action !== "enable" && action !== "disable") return undefined;
  const before = action === "create" ? {} : (prior ?? {});
  const first = action === "create" ? checkCreate(resourceType, edits, catalog) : checkUpdate(resourceType, before, edits, catalog);
  if (first !== undefined || references.length === 0) return first;
  const after = edits.reduce<Resource>((resource, edit) => applyEdit(resource, edit, catalog), before);
  return checkUpdate(resourceType, after, references, catalog);
}

function requestsFor(
  { map }: Subject,
  { action, edits, references }: Decision,
  id: string | undefined,
  shape: PatchShape,
): readonly PlannedRequest[] {
  const { resourceType, catalog } = map;
  const second = references.length === 0 ? [] : [patchRequest(resourceType, id, references, shape)];
  switch (action) {
    case "create":
      return [createRequest(resourceType, edits, catalog), ...second];
    case "update":
    case "enable":
    case "disable":
      return [...(edits.length === 0 ? [] : [patchRequest(resourceType, id, edits, shape)]), ...second];
    case "delete":
      return id === undefined ? [] : [deleteRequest(resourceType, id)];
    case "none":
    case "skip":
    case "fail":
    case "unknown":
      return [];
  }
}

function stepsOf({ object, scope, match }: Subject, decision: Decision, requests: readonly PlannedRequest[]): readonly ProvisioningStep[] {
  return [
    importStep(object, decision),
    ...(object.purged ? [] : [scope.step]),
    ...(match === undefined ? [] : [match.step]),
    ...decision.steps,
    exportStep(decision, requests),
  ];
}

/** Entra drops who has no matching value before it looks at anything else. */
function importStep({ type, purged }: DirectoryObject, { reason: { code } }: Decision): ProvisioningStep {
  if (code === "no-matching-value") return { type: "import", status: "skipped", description: noMatchingValue, details: [] };
  return { type: "import", status: "success", description: importSentence(type, purged), details: [] };
}

function importSentence(type: DirectoryObject["type"], purged: boolean): Sentence {
  if (purged) return say`Deleted for good in Entra ID (purged).`;
  return type === "User" ? say`Read the user from the directory snapshot.` : say`Read the group from the directory snapshot.`;
}

function exportStep({ action }: Decision, requests: readonly PlannedRequest[]): ProvisioningStep {
  if (requests.length > 0)
    return {
      type: "export",
      status: "success",
      description: plural(requests.length, say`1 request would be sent.`, say`${requests.length} requests would be sent.`),
      details: [],
    };
  const status = action === "fail" ? "failure" : action === "unknown" ? "warning" : "skipped";
  return {
    type: "export",
    status,
    description: action === "none" ? say`Nothing to send (RedundantExport).` : say`Nothing is sent.`,
    details: [],
  };
}
