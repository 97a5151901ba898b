import type { BoundTarget } from "#model/mapping-model";
import { equalityFilter } from "#scim/filter/equality";
import { matchesFilter } from "#scim/filter/evaluate";
import type { FilterValue } from "#scim/filter/filter";
import { printPath } from "#scim/filter/print";
import { textOf } from "#scim/json-members";
import type { Resource } from "#scim/resource";
import { valuesAt } from "#scim/resource-values";
import { isGroups, readSample } from "./authorisation.ts";
import type { ActiveMap, Check, ConnectionFacts, ConnectionInput, Finding } from "./check.ts";
import { activeMaps, skipped, together } from "./check.ts";
import { refusedFilterAdvice } from "./entra-probe.ts";

/** Every matching attribute can really be filtered by: asking for the value of an existing account finds exactly that account. */
export const matchingFilter: Check = {
  id: "matching-filter",
  title: "Matching attributes can be filtered by",
  reference: "Entra: the matching attribute must be filterable; RFC 7644 §3.4.2.2",
  async run(input, facts) {
    const findings: Finding[] = [];
    for (const active of activeMaps(input.model)) {
      for (const [order, target] of active.matching.entries()) findings.push(await tryAttribute(active, target, order, input, facts));
    }
    return findings.length === 0 ? skipped("The mapping has no matching attribute.") : together(findings);
  },
};

interface Sample {
  readonly id: string;
  readonly value: string | number | boolean;
}

async function tryAttribute(
  active: ActiveMap,
  target: BoundTarget,
  order: number,
  input: ConnectionInput,
  facts: ConnectionFacts,
): Promise<Finding> {
  const { endpoint } = active;
  const unread = await readSample(input, facts, endpoint);
  if (unread !== undefined)
    return skipped(`${endpoint} could not be listed, so no account is known whose value could be asked for. ${unread.message}`);
  const sample = sampleOf(facts.samples.get(endpoint) ?? [], target, input);
  if (sample === undefined)
    return skipped(`No account read from ${endpoint} has a value for '${target.canonical}', so filtering by it could not be tried.`);
  const found = await tryValue(endpoint, target, sample, input);
  // The first matching attribute was asked for an impossible value by Entra's probe already.
  const ignored = found.grade === "fail" || order === 0 ? undefined : await tryImpossible(endpoint, target, input);
  const finding = ignored ?? found;
  facts.filterable.push({ resourceType: active.resourceType.name, path: target.canonical, filterable: finding.grade !== "fail" });
  if (finding.grade !== "pass") return finding;
  return (await tryOtherCase(endpoint, target, sample, input)) ?? finding;
}

function sampleOf(resources: readonly Resource[], target: BoundTarget, { model }: ConnectionInput): Sample | undefined {
  for (const resource of resources) {
    const id = textOf(resource["id"]);
    const value = valuesAt(resource, target.path, model.catalog).find((item) => item !== "" && typeof item !== "object");
    if (id !== undefined && value !== undefined && value !== null && typeof value !== "object") return { id, value };
  }
  return undefined;
}

async function tryValue(endpoint: string, target: BoundTarget, sample: Sample, input: ConnectionInput): Promise<Finding> {
  const asked = describe(endpoint, target, "the value of an existing account");
  const answer = await ask(endpoint, target, sample.value, input);
  if (!answer.ok)
    return { grade: "fail", asked, answered: answer.error.message, advice: refusedFilterAdvice(answer.error, target.canonical) };
  const { resources } = answer.value;
  const filter = equalityFilter(target.path, sample.value);
  const strangers = resources.filter((resource) => !matchesFilter(filter, resource, input.model.catalog));
  if (resources.length === 0) return missed(asked, target);
  if (strangers.length > 0) return overlooked(asked, target, strangers.length);
  if (resources.length > 1) {
    const answered = `'${target.canonical}': ${resources.length} accounts have the same value.`;
    return {
      grade: "deviation",
      asked,
      answered,
      advice: `Matching by '${target.canonical}' fails for these accounts (DuplicateTargetEntries). Make the values unique.`,
    };
  }
  if (resources[0]?.["id"] !== sample.id) {
    return {
      grade: "fail",
      asked,
      answered: `'${target.canonical}': another account came than the one that has the value.`,
      advice: `Look into how the service filters by '${target.canonical}'.`,
    };
  }
  return { grade: "pass", asked, answered: `'${target.canonical}': exactly that account.`, advice: null };
}

/** A filter that is ignored finds the only account of a small target as well as a right one does. */
async function tryImpossible(endpoint: string, target: BoundTarget, input: ConnectionInput): Promise<Finding | undefined> {
  const answer = await ask(endpoint, target, input.guid, input);
  if (!answer.ok || answer.value.resources.length === 0) return undefined;
  return overlooked(describe(endpoint, target, "a value that nobody has"), target, answer.value.resources.length);
}

/** An attribute that is not caseExact must be found whatever the case (RFC 7643 §2.2). */
async function tryOtherCase(endpoint: string, target: BoundTarget, sample: Sample, input: ConnectionInput): Promise<Finding | undefined> {
  if (target.definition === undefined || target.definition.caseExact === true || typeof sample.value !== "string") return undefined;
  const other = swapCase(sample.value);
  if (other === sample.value) return undefined;
  const answer = await ask(endpoint, target, other, input);
  if (answer.ok && answer.value.resources.some(({ id }) => id === sample.id)) return undefined;
  return {
    grade: "deviation",
    asked: describe(endpoint, target, "the same value in other case"),
    answered: `'${target.canonical}': the account is found only when upper and lower case agree.`,
    advice: `'${target.canonical}' is not caseExact (RFC 7643 §7), so the service should find it in any case. Until then an account whose case differs is taken for missing and created again.`,
  };
}

function ask(
  endpoint: string,
  target: BoundTarget,
  value: FilterValue,
  { reader }: ConnectionInput,
): ReturnType<ConnectionInput["reader"]["query"]> {
  const options = isGroups(endpoint) ? { excludedAttributes: ["members"] } : {};
  return reader.query(endpoint, equalityFilter(target.path, value), options);
}

function missed(asked: string, target: BoundTarget): Finding {
  return {
    grade: "fail",
    asked,
    answered: `'${target.canonical}': no account, although one with this value exists.`,
    advice: `The service does not understand this filter. Match by an attribute it can filter by, or Entra creates every account again.`,
  };
}

function overlooked(asked: string, target: BoundTarget, strangers: number): Finding {
  return {
    grade: "fail",
    asked,
    answered: `'${target.canonical}': ${strangers === 1 ? "1 account" : `${strangers} accounts`} came without having the value, so the filter is ignored.`,
    advice: `Match by an attribute the service can filter by; otherwise Entra reports several matches or changes the wrong account.`,
  };
}

/** Shown without the value, which is personal. */
function describe(endpoint: string, target: BoundTarget, what: string): string {
  return `GET ${endpoint}?filter=${printPath(target.path)} eq (${what})`;
}

function swapCase(text: string): string {
  const upper = text.toUpperCase();
  return upper === text ? text.toLowerCase() : upper;
}
