import { own, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import { listEvidence, queryEvidence } from "#plan/evidence";
import type { Evidence } from "#plan/evidence";
import { querySentence } from "#plan/step-detail";
import type { FoundHow } from "#plan/step-detail";
import { printLookUp, shownFor } from "#scim/look-up";
import type { LookUp } from "#scim/look-up";
import type { ScimReader } from "#scim/reader";
import type { JsonValue, Resource } from "#scim/resource";
import type { MatchingAttribute, PreparedMap } from "./prepared-map.ts";
import { idOf } from "./target-accounts.ts";
import type { TargetAccounts } from "./target-accounts.ts";

/** A matching attribute and the mapped value that is looked for. */
export interface MatchingValue {
  readonly attribute: MatchingAttribute;
  readonly value: JsonValue;
}

/** What came of looking for one value, and the answers that it rests on. */
export type Found =
  | { readonly kind: "found"; readonly how: FoundHow; readonly resources: readonly Resource[]; readonly evidence: readonly Evidence[] }
  /** Nothing can be said. */
  | { readonly kind: "open"; readonly reason: Sentence; readonly evidence: readonly Evidence[] };

/** Looks for the accounts that have a value. */
export type AccountFinder = (value: MatchingValue) => Promise<Found>;

/** Looks in the resources that were read; where the target claims to have more, asks it. */
export function listFinder(accounts: TargetAccounts, reader: ScimReader, map: PreparedMap): AccountFinder {
  return async (value) => {
    const listed = accounts.find(value.attribute, value.value);
    const { origin } = reader;
    const kind = origin === "recording" ? "recorded" : "list";
    const evidence = listEvidence(kind, value.attribute.label, value.value, listed.length, accounts.resources.length);
    if (accounts.complete) return { kind: "found", how: "list", resources: listed, evidence: [evidence] };
    const asked = await askTarget(reader, map, value);
    if (asked.kind === "open") return { ...asked, evidence: [evidence, ...asked.evidence] };
    return { ...asked, resources: distinct([...listed, ...asked.resources]), evidence: [evidence, ...asked.evidence] };
  };
}

/** What the target answers when it is asked for one value. */
export type TargetAnswer = Found & {
  /** Whether accounts came that do not have the value; they are left aside. */
  readonly ignoredFilter: boolean;
};

/** One filter query, in the spelling in which Entra sends it when it matches; every answer is checked against the value here. */
export async function askTarget(reader: ScimReader, map: PreparedMap, { attribute, value }: MatchingValue): Promise<TargetAnswer> {
  const lookUp: LookUp = { path: attribute.target.path, value: typeof value === "object" ? JSON.stringify(value) : value };
  const excludedAttributes = map.resourceType.name === "Group" ? { excludedAttributes: ["members"] } : {};
  const answer = await reader.query(map.resourceType.endpoint, printLookUp(lookUp, "entra"), { ...excludedAttributes, maxPages: 1 });
  const query = querySentence(attribute.label, value);
  if (!answer.ok) {
    const reason = say`The target could not be asked for '${own(attribute.label)}', as Entra ID does before it acts: ${answer.error.message}`;
    const evidence: Evidence = { kind: "query", proves: "unanswered", asked: query, answered: answer.error.message };
    return { kind: "open", reason, evidence: [evidence], ignoredFilter: false };
  }
  const { resources } = answer.value;
  const matching = resources.filter((resource) => shownFor(lookUp, resource, map.catalog) !== "other");
  const evidence = [queryEvidence(query, matching.length)];
  return { kind: "found", how: "query", resources: matching, evidence, ignoredFilter: matching.length < resources.length };
}

function distinct(resources: readonly Resource[]): readonly Resource[] {
  const seen = new Set<string>();
  return resources.filter((resource) => {
    const id = idOf(resource);
    const isNew = id === undefined || !seen.has(id);
    if (id !== undefined) seen.add(id);
    return isNew;
  });
}
