import { inEnglish } from "#base/render-sentence";
import { equalityFilter } from "#scim/filter/equality";
import { matchesFilter } from "#scim/filter/evaluate";
import type { ScimReader } from "#scim/reader";
import type { JsonValue, Resource } from "#scim/resource";
import type { EvaluationInput } from "#evaluation/evaluate";
import type { ProvisioningStep, StepDetail } from "#plan/plan";
import type { MatchingAttribute, PreparedMap } from "./prepared-map.ts";
import type { FailureCode } from "./processing.ts";
import { processAttribute } from "./processing.ts";
import type { TargetAccounts } from "./target-accounts.ts";
import { idOf } from "./target-accounts.ts";

/** A matching attribute and the mapped value that is looked for. */
export interface MatchingValue {
  readonly attribute: MatchingAttribute;
  readonly value: JsonValue;
}

export type MatchOutcome =
  | { readonly kind: "one"; readonly resource: Resource; readonly id: string; readonly by: MatchingValue }
  | { readonly kind: "none" }
  | { readonly kind: "several"; readonly by: MatchingValue; readonly resources: readonly Resource[] }
  | { readonly kind: "no-value" }
  | { readonly kind: "object-ignored" }
  | { readonly kind: "failure"; readonly code: FailureCode; readonly reason: string; readonly attribute: MatchingAttribute }
  | { readonly kind: "unknown"; readonly reason: string };

export interface Match {
  readonly outcome: MatchOutcome;
  /** Values that were looked for, in order of precedence, up to the deciding one. */
  readonly tried: readonly MatchingValue[];
  readonly step: ProvisioningStep;
}

/** How one value is looked for at the target; the text says why it could not be. */
export type LookUp = (value: MatchingValue) => Promise<readonly Resource[] | string>;

/** Matching attributes in order of precedence; the first that finds anything decides (provisioning page §3, "Matching"). */
export async function findMatch(map: PreparedMap, record: EvaluationInput, lookUp: LookUp): Promise<Match> {
  const tried: MatchingValue[] = [];
  const details: StepDetail[] = [];
  const end = (outcome: MatchOutcome): Match => ({ outcome, tried, step: matchingStep(map, outcome, details) });
  for (const attribute of map.matching) {
    const value = matchingValue(attribute, record);
    if (value === undefined) {
      details.push({ text: `${attribute.label} has no value and is passed over`, because: attribute.because });
      continue;
    }
    if ("kind" in value) return end(value);
    tried.push(value);
    const found = await lookUp(value);
    if (typeof found === "string") return end({ kind: "unknown", reason: found });
    details.push(
      { text: `${attribute.label} eq ${JSON.stringify(value.value)} → ${count(found.length, "resource")}`, because: attribute.because },
      ...specialCharacters(value),
    );
    if (found.length === 0) continue;
    details.push(...rewrittenBy(value, tried));
    return end(outcomeOf(found, value));
  }
  return end({ kind: tried.length === 0 ? "no-value" : "none" });
}

/** What is looked for by one matching attribute; undefined when it has no value, an outcome when nothing can be looked for. */
export function matchingValue(attribute: MatchingAttribute, record: EvaluationInput): MatchingValue | MatchOutcome | undefined {
  const { mapped } = processAttribute(attribute, record);
  if (mapped.kind === "failure") return { ...mapped, attribute };
  if (mapped.kind === "object-ignored") return { kind: "object-ignored" };
  if (mapped.kind === "unknown")
    return { kind: "unknown", reason: `The matching value for '${attribute.label}' is not known: ${mapped.reason}` };
  return mapped.kind !== "value" || mapped.value === "" ? undefined : { attribute, value: mapped.value };
}

/** What a non-empty answer means: one resource is the match, several are a failure and no reason to try the next attribute. */
export function outcomeOf(found: readonly Resource[], by: MatchingValue): MatchOutcome {
  const resource = found[0];
  if (resource === undefined || found.length > 1) return { kind: "several", by, resources: found };
  const id = idOf(resource);
  if (id === undefined)
    return { kind: "unknown", reason: "The account that matches has no 'id' at the target, so no request could name it (RFC 7643 §3.1)." };
  return { kind: "one", resource, id, by };
}

/** A match at a later precedence rewrites the earlier matching attributes (provisioning page §3). */
function rewrittenBy(by: MatchingValue, tried: readonly MatchingValue[]): readonly StepDetail[] {
  const rewritten = tried.filter((value) => value !== by && value.attribute.mapping.flowType === "Always");
  return rewritten.map(({ attribute }) => ({
    text: `${attribute.label} found nobody and is rewritten, because ${by.attribute.label} matches`,
    because: attribute.because,
    remark: true,
  }));
}

/** Entra's filter queries fail for values with special characters, undocumented which; our own query may work all the same. */
function specialCharacters({ attribute, value }: MatchingValue): readonly StepDetail[] {
  if (typeof value !== "string" || !/[^\p{L}\p{N} @._'-]/u.test(value)) return [];
  return [
    {
      text: `${attribute.label} has characters that Entra ID's filter query may not carry ${MAY_FAIL}`,
      because: attribute.because,
      remark: true,
    },
  ];
}

const MAY_FAIL = "(undocumented which): matching may fail there although it worked here";

/** Looks in the resources that were read; where the target claims to have more, asks it. */
export function lookUpIn(accounts: TargetAccounts, reader: ScimReader, map: PreparedMap): LookUp {
  return async (value) => {
    if (accounts.complete) return accounts.find(value.attribute, value.value);
    const asked = await askTarget(reader, map, value);
    return typeof asked === "string" ? asked : distinct([...accounts.find(value.attribute, value.value), ...asked.resources]);
  };
}

export interface TargetAnswer {
  /** Resources that really match; what an ignored filter brings in addition is left aside. */
  readonly resources: readonly Resource[];
  readonly ignoredFilter: boolean;
}

/** One filter query, as Entra sends it when it matches; every answer is checked against the filter here. */
export async function askTarget(reader: ScimReader, map: PreparedMap, { attribute, value }: MatchingValue): Promise<TargetAnswer | string> {
  const filter = equalityFilter(attribute.target.path, value as string | number | boolean);
  const excludedAttributes = map.resourceType.name === "Group" ? { excludedAttributes: ["members"] } : {};
  const answer = await reader.query(map.resourceType.endpoint, filter, { ...excludedAttributes, maxPages: 1 });
  if (!answer.ok)
    return `The target could not be asked for '${attribute.label}', as Entra ID does before it acts: ${inEnglish(answer.error.message)}`;
  const matching = answer.value.resources.filter((resource) => matchesFilter(filter, resource, map.catalog));
  return { resources: matching, ignoredFilter: matching.length < answer.value.resources.length };
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

export function matchingStep(map: PreparedMap, outcome: MatchOutcome, details: readonly StepDetail[]): ProvisioningStep {
  const warned = details.some((detail) => detail.text.endsWith(MAY_FAIL));
  const step = (status: ProvisioningStep["status"], description: string): ProvisioningStep => ({
    type: "matching",
    status,
    description,
    details,
  });
  switch (outcome.kind) {
    case "one":
      return step(warned ? "warning" : "success", `${outcome.by.attribute.label} eq ${JSON.stringify(outcome.by.value)} → 1 resource`);
    case "none":
      return step(warned ? "warning" : "success", `No ${map.resourceType.name} at the target matches.`);
    case "several":
      return step(
        "failure",
        `${outcome.by.attribute.label} eq ${JSON.stringify(outcome.by.value)} → ${count(outcome.resources.length, "resource")} (DuplicateTargetEntries)`,
      );
    case "no-value":
      return step("skipped", "ImportSkipped: no matching attribute has a value.");
    case "object-ignored":
      return step("skipped", "IgnoreObjectFlow leaves this object out.");
    case "failure":
      return step("failure", outcome.reason);
    case "unknown":
      return step("warning", outcome.reason);
  }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
