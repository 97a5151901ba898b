import { inEnglish } from "#base/render-sentence";
import type { PlannedObject, ProvisioningPlan } from "#plan/plan";
import type { ReasonCode } from "#plan/reason";
import type { Resource } from "#scim/resource";
import type { Fault, FaultSubject } from "./fault.ts";
import type { Truth, Truths } from "./truth.ts";
import type { World } from "./world.ts";

/** What both deciders say, as one text: whether a fault changes what is right. */
export function truthText({ store, entra }: Pick<Verdict, "store" | "entra">): string {
  return JSON.stringify([[...store], [...entra]].map((entries) => entries.map(([id, { tried: _, ...truth }]) => [id, truth])));
}

/** What a plan is judged by. */
export interface Verdict {
  readonly world: World;
  readonly store: Truths;
  readonly entra: Truths;
  readonly subjects: ReadonlyMap<string, FaultSubject>;
  readonly faults: readonly Fault[];
}

/** Codes of what could not be read: a plan with one of them is not complete. */
const notRead: ReadonlySet<ReasonCode> = new Set<ReasonCode>(["target-not-read"]);

/**
 * What is wrong with a plan, one line per object; empty when it is right. Right is: what both deciders say; `fail` or `unknown`
 * where they differ, and otherwise only for whom a fault touches; nobody missing, unless the plan says that and why.
 */
export function judge(plan: ProvisioningPlan, verdict: Verdict): readonly string[] {
  const planned = new Map(plan.objects.map((object) => [object.source.id, object]));
  const wrong = [...verdict.subjects.values()].flatMap((subject) => {
    const object = planned.get(subject.id);
    if (object !== undefined) return judgeObject(object, subject, verdict);
    return plan.complete || plan.notes.length === 0 ? [`${subject.id}: is missing, and the plan calls itself complete`] : [];
  });
  const unread = plan.objects.filter(({ code }) => notRead.has(code));
  const [first] = unread;
  return first !== undefined && plan.complete ? [...wrong, `${first.source.id}: ${first.code}, and the plan calls itself complete`] : wrong;
}

function judgeObject(object: PlannedObject, subject: FaultSubject, verdict: Verdict): readonly string[] {
  const store = verdict.store.get(subject.id);
  const entra = verdict.entra.get(subject.id);
  if (store === undefined || entra === undefined) return [`${subject.id}: nobody decided about it`];
  const touched = isTouched(subject, verdict);
  if (object.action === "fail" || object.action === "unknown") {
    const isRight = touched || dependsOnTouched(subject, verdict) || [store, entra].every(({ action }) => action === object.action);
    return isRight
      ? []
      : [`${subject.id}: ${object.action} (${object.code}) without a cause; right is ${store.action}: ${inEnglish(object.reason)}`];
  }
  const loose = dependsOnTouched(subject, verdict);
  return [store, entra].flatMap((truth, index) => {
    const differs = truth.isOpen === true ? undefined : difference(object, truth, loose);
    return differs === undefined ? [] : [`${subject.id}: ${differs} by ${index === 0 ? "the store" : "Entra ID's questions"}`];
  });
}

function isTouched(subject: FaultSubject, { faults }: Verdict): boolean {
  return faults.some(({ touches }) => touches(subject));
}

/** Whether somebody this object refers to, here or at the target, is touched: then its references may be left open or out. */
function dependsOnTouched(subject: FaultSubject, verdict: Verdict): boolean {
  if (membersOf(subject).some((id) => isTouchedAccount(id, verdict))) return true;
  const { people, groups } = verdict.world;
  const person = people.find(({ id }) => id === subject.id);
  const named = person?.manager === undefined ? (groups.find(({ id }) => id === subject.id)?.members ?? []) : [person.manager];
  return named.some((id) => {
    const other = verdict.subjects.get(id);
    return other !== undefined && isTouched(other, verdict);
  });
}

function membersOf({ account }: FaultSubject): readonly unknown[] {
  const members = account?.["members"];
  return Array.isArray(members) ? members.map((member: Resource) => member["value"]) : [];
}

function isTouchedAccount(id: unknown, verdict: Verdict): boolean {
  return [...verdict.subjects.values()].some(
    (subject) => [verdict.store, verdict.entra].some((truths) => truths.get(subject.id)?.target === id) && isTouched(subject, verdict),
  );
}

function difference(object: PlannedObject, truth: Truth, loose: boolean): string | undefined {
  const said = `${object.action} ${object.target?.id ?? ""}`.trim();
  const right = `${truth.action} ${truth.target ?? ""}`.trim();
  const isReference = (change: string): boolean => /manager|^members/.test(change);
  const changes = changesOf(object).filter((change) => !loose || !isReference(change));
  const wanted = [...truth.changes, ...(loose ? [] : truth.references)];
  const sameAction =
    said === right || (loose && /^(none|update)/.test(said) && said.split(" ")[1] === truth.target && /none|update/.test(truth.action));
  if (!sameAction) return `${said} is planned, right is ${right}`;
  const [more, less] = [changes.filter((change) => !wanted.includes(change)), wanted.filter((change) => !changes.includes(change))];
  if (more.length + less.length === 0) return undefined;
  return `${said} with ${more.join(", ") || "nothing"} instead of ${less.join(", ") || "nothing"}`;
}

function changesOf({ changes }: PlannedObject): readonly string[] {
  return changes.map(({ attribute, old, new: value, unknown }) => {
    if (unknown !== null) return `${attribute}=?`;
    return attribute === "members" && value === null ? `${attribute}-${JSON.stringify(old)}` : `${attribute}=${JSON.stringify(value)}`;
  });
}

/** What of a plan may not change where nobody's evidence is touched: everything but the way to it. */
export function outcomeOf({ objects, summary, complete }: ProvisioningPlan): string {
  const { requests: _, ...counts } = summary;
  return JSON.stringify({
    complete,
    counts,
    objects: objects.map(({ source, target, action, code, changes, requests }) => ({
      source,
      target,
      action,
      code,
      changes: changes.map(({ attribute, new: value }) => ({ attribute, value })),
      requests,
    })),
  });
}
