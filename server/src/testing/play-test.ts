import { reason } from "#plan/reason";
import { attributesRead } from "#model/attributes-read";
import type { MappingModel } from "#model/mapping-model";
import type { Resource } from "#scim/resource";
import type { Decision, DecisionContext } from "#provisioning/decide";
import { decide } from "#provisioning/decide";
import { EvaluatedRecord } from "#provisioning/evaluated-record";
import type { DirectoryObject } from "#directory/directory-snapshot";
import type { MatchingValue } from "#provisioning/account-finder";
import type { Match, MatchOutcome } from "#provisioning/matching";
import { matchingStep, matchingValue } from "#provisioning/matching";
import type { PlannedObject } from "#plan/plan";
import { planObject } from "#provisioning/plan-object";
import type { MatchingAttribute, PreparedMap } from "#provisioning/prepared-map";
import { processAttribute } from "#provisioning/processing";
import type { ProcessedAttribute } from "#provisioning/processing";
import { decideScope } from "#provisioning/scoping";
import type { Subject } from "#provisioning/subject";
import { isInScope } from "#provisioning/subject";
import { SUPPOSED_ID, supposedAccount } from "./supposed-account.ts";
import type { TestPerson } from "./test-person.ts";

/** What all tests of a file share. */
export interface TestStage {
  readonly model: MappingModel;
  /** What Now() yields where a test does not give `now`. */
  readonly clock: Date;
  /** Keep the traces of expressions, which coverage needs. */
  readonly traced: boolean;
}

/** An object's way through its map without a target. */
export interface Played {
  readonly subject: Subject;
  readonly plan: PlannedObject;
  readonly processed: readonly ProcessedAttribute[];
  /** Those that had a say in the outcome. */
  readonly exercised: readonly ProcessedAttribute[];
}

/** Plays the steps of a preview for one object. A managed one has an account, active and different in every mapped attribute. */
export function playTest(map: PreparedMap, person: TestPerson, managed: boolean, { model, traced }: TestStage): Played {
  const { object, now } = person;
  const { settings } = model.provision;
  const scope = decideScope(object, { map: map.map, settings, connector: model.connector, statesAssignments: false });
  const record = new EvaluatedRecord(object, scope.isSoftDeleted, now);
  const processed = map.attributes.map((attribute) => processAttribute(attribute, record, traced ? [] : undefined));
  const account = managed ? supposedAccount(processed, true) : undefined;
  const match = supposeMatch(map, object, record, account);
  const subject: Subject = { map, object, scope, record, match, conflict: undefined, processed: () => processed };
  const decision = differing(subject, decide(subject, account, contextOf(model)));
  const plan = planObject(subject, decision, account, "compliant");
  return { subject, plan, processed, exercised: exercisedBy(subject, processed, managed) };
}

function contextOf({ catalog, connector, provision }: MappingModel): DecisionContext {
  return {
    settings: provision.settings,
    connector,
    history: "running",
    seen: "without-token",
    diff: { catalog, compliant: true, detailed: false },
    // Whoever a reference names is supposed to have an account, with the object's own id.
    references: { catalog, resolve: (id) => ({ kind: "id", id }), isManaged: () => false, history: "running" },
  };
}

/** Nobody is asked: a managed person's account answers to the first value, an unknown person has none. */
function supposeMatch(map: PreparedMap, object: DirectoryObject, record: EvaluatedRecord, account: Resource | undefined): Match {
  const tried: MatchingValue[] = [];
  const end = (outcome: MatchOutcome): Match => ({ outcome, tried, step: matchingStep(map, outcome, []), evidence: [] });
  const found = (by: MatchingValue): Match =>
    end(account === undefined ? { kind: "none" } : { kind: "one", resource: account, id: SUPPOSED_ID, by, how: "query" });
  for (const attribute of map.matching) {
    const sought = matchingValue(attribute, record);
    if (!sought.ok) return end(sought.error);
    const { value } = sought;
    if (value === undefined) continue;
    tried.push(value);
    if (account !== undefined) return found(value);
  }
  const unsaid = map.matching.find((attribute) => readsUnsaid(attribute, object));
  if (tried.length === 0 && unsaid === undefined) return end({ kind: "no-value" });
  return unsaid === undefined ? end({ kind: "none" }) : found({ attribute: unsaid, value: null });
}

/** A value that is missing because the test does not speak of it is supposed to be there; given as `null`, it really is missing. */
function readsUnsaid({ mapping }: MatchingAttribute, object: DirectoryObject): boolean {
  if (mapping.source.kind === "none") return false;
  const names = [...attributesRead(mapping.source.expression)].filter((name) => name.toLowerCase() !== "issoftdeleted");
  return names.some((name) => object.attribute(name) === undefined);
}

/** In scope, an account that differs in every mapped attribute is never in sync, also where nothing flows (language page §3, `test`). */
function differing(subject: Subject, decision: Decision): Decision {
  if (decision.action !== "none" || !isInScope(subject)) return decision;
  if (subject.map.map.actions.includes("update")) {
    return { ...decision, action: "update", reason: reason("attributes-differ", "supposed") };
  }
  return { ...decision, action: "skip", reason: reason("action-not-allowed", "supposed", "update") };
}

function exercisedBy(
  { map, scope, match, object }: Subject,
  processed: readonly ProcessedAttribute[],
  managed: boolean,
): readonly ProcessedAttribute[] {
  const flows = ({ attribute }: ProcessedAttribute): boolean => !managed || attribute.mapping.flowType !== "ObjectAddOnly";
  const matches = ({ attribute }: ProcessedAttribute): boolean => attribute.mapping.matchingPriority !== undefined;
  const disables = ({ attribute }: ProcessedAttribute): boolean =>
    map.usesSoftDelete ? attribute.readsSoftDelete : attribute.label.toLowerCase() === "active";
  if (object.purged) return [];
  switch (scope.verdict) {
    case "in":
      return processed.filter(match?.outcome.kind === "one" || match?.outcome.kind === "none" ? flows : matches);
    case "out":
      return managed ? processed.filter(disables) : [];
    case "not-entitled":
    case "unknown":
      return [];
  }
}
