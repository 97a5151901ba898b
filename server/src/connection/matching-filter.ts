import { foreign, own, plural, say } from "#base/sentence";
import type { Part, Value } from "#base/sentence";
import type { BoundTarget } from "#model/mapping-model";
import { printPath } from "#scim/filter/print";
import { textOf } from "#scim/json-members";
import { printLookUp, shownFor } from "#scim/look-up";
import type { LookUp } from "#scim/look-up";
import type { Resource } from "#scim/resource";
import { valuesAt } from "#scim/resource-values";
import { isGroups, readSample } from "./authorisation.ts";
import type { Check, ConnectionFacts, ConnectionInput, Finding, Judgement } from "./check.ts";
import { activeMaps, faulty, once, passed, skipped, together } from "./check.ts";
import { filterKey, refusedFilter } from "./entra-probe.ts";
import { unanswered } from "./unanswered.ts";

/** Every matching attribute can really be filtered by: asking for the value of an existing account finds exactly that account. */
export const matchingFilter: Check = {
  id: "matching-filter",
  title: say`Matching attributes can be filtered by`,
  reference: say`Entra: the matching attribute must be filterable; RFC 7644 §3.4.2.2`,
  async run(input, facts) {
    const findings: Finding[] = [];
    const unread = new Set<string>();
    for (const trial of trials(input)) {
      if (unread.has(trial.endpoint)) continue;
      const error = await readSample(input, facts, trial.endpoint);
      if (error === undefined) {
        findings.push(await tryAttribute(trial, input, facts));
        continue;
      }
      unread.add(trial.endpoint);
      const answered = say`${foreign(trial.endpoint)} could not be listed, so no account is known whose value could be asked for. ${error.message}`;
      findings.push(skipped("list-unread", answered));
    }
    return findings.length === 0 ? skipped("no-matching-attribute", say`The mapping has no matching attribute.`) : together(findings);
  },
};

/** One matching attribute at one endpoint. */
interface Trial {
  readonly endpoint: string;
  readonly resourceType: string;
  readonly target: BoundTarget;
}

function trials({ model }: ConnectionInput): readonly Trial[] {
  const all = activeMaps(model).flatMap(({ endpoint, resourceType, matching }) =>
    matching.map((target): Trial => ({ endpoint, resourceType: resourceType.name, target })),
  );
  return once(all, ({ endpoint, target }) => filterKey(endpoint, target.canonical));
}

/** What came of one attribute, and whether it can be filtered by; undefined where no answer told. */
interface Outcome {
  readonly finding: Finding;
  readonly filterable: boolean | undefined;
}

interface Sample {
  readonly id: string;
  readonly value: string | number | boolean;
}

async function tryAttribute(trial: Trial, input: ConnectionInput, facts: ConnectionFacts): Promise<Finding> {
  const { endpoint, resourceType, target } = trial;
  const sample = sampleOf(facts.samples.get(endpoint) ?? [], target, input);
  if (sample === undefined) {
    const answered = say`No account read from ${foreign(endpoint)} has a value for '${nameOf(target)}', so filtering by it could not be tried.`;
    return skipped("no-sample", answered);
  }
  const found = await tryValue(trial, sample, input);
  const { finding, filterable } = found.filterable === true ? await tryImpossible(trial, found, input, facts) : found;
  if (filterable !== undefined) facts.filterable.push({ resourceType, path: target.canonical, filterable });
  if (finding.grade !== "pass") return finding;
  return (await tryOtherCase(trial, sample, input)) ?? finding;
}

function sampleOf(resources: readonly Resource[], target: BoundTarget, { model }: ConnectionInput): Sample | undefined {
  for (const resource of resources) {
    const id = textOf(resource["id"]);
    const value = valuesAt(resource, target.path, model.catalog).find((item) => item !== "" && typeof item !== "object");
    if (id !== undefined && value !== undefined && value !== null && typeof value !== "object") return { id, value };
  }
  return undefined;
}

async function tryValue(trial: Trial, sample: Sample, input: ConnectionInput): Promise<Outcome> {
  const { target } = trial;
  const asked = say`GET ${filterOf(trial)} (the value of an existing account)`;
  const answer = await ask(trial, sample.value, input);
  if (!answer.ok) {
    const finding = { asked, ...refusedFilter(answer.error, target.canonical) };
    return { finding, filterable: unanswered(answer.error, "fail") === undefined ? false : undefined };
  }
  const { resources } = answer.value;
  const lookUp = { path: target.path, value: sample.value };
  const strangers = resources.filter((resource) => shownFor(lookUp, resource, input.model.catalog) === "other");
  const finding = { asked, ...judge(resources, strangers.length, sample, target) };
  return { finding, filterable: finding.grade !== "fail" };
}

function judge(resources: readonly Resource[], strangers: number, sample: Sample, target: BoundTarget): Judgement {
  const name = nameOf(target);
  if (resources.length === 0)
    return faulty("fail", "account-missed", say`'${name}': no account, although one with this value exists.`, matchByAnother);
  if (strangers > 0) return overlooked(target, strangers);
  if (resources.length > 1) {
    const answered = say`'${name}': ${resources.length} accounts have the same value.`;
    const advice = say`Matching by '${name}' fails for these accounts (DuplicateTargetEntries). Make the values unique.`;
    return faulty("deviation", "accounts-alike", answered, advice);
  }
  if (resources[0]?.["id"] !== sample.id) {
    const answered = say`'${name}': another account came than the one that has the value.`;
    return faulty("fail", "account-mistaken", answered, say`Look into how the service filters by '${name}'.`);
  }
  return passed("account-found", say`'${name}': exactly that account.`);
}

/**
 * A filter that is ignored finds the only account of a small target as well as a right one does, so what a real value found counts only
 * with what an impossible one does. Of the first matching attribute Entra's probe asked that already.
 */
async function tryImpossible(trial: Trial, found: Outcome, input: ConnectionInput, facts: ConnectionFacts): Promise<Outcome> {
  const { endpoint, target } = trial;
  const asked = say`GET ${filterOf(trial)} (a value that nobody has)`;
  const known = facts.strangersFound.get(filterKey(endpoint, target.canonical));
  if (known !== undefined) return known === 0 ? found : { finding: { asked, ...overlooked(target, known) }, filterable: false };
  const answer = await ask(trial, input.guid, input);
  if (answer.ok) {
    const strangers = answer.value.resources.length;
    return strangers === 0 ? found : { finding: { asked, ...overlooked(target, strangers) }, filterable: false };
  }
  const silent = unanswered(answer.error, "fail");
  return silent === undefined ? found : { finding: { asked, ...silent }, filterable: undefined };
}

/** An attribute that is not caseExact must be found whatever the case (RFC 7643 §2.2). */
async function tryOtherCase(trial: Trial, sample: Sample, input: ConnectionInput): Promise<Finding | undefined> {
  const { target } = trial;
  if (target.definition === undefined || target.definition.caseExact === true || typeof sample.value !== "string") return undefined;
  const other = swapCase(sample.value);
  if (other === sample.value) return undefined;
  const answer = await ask(trial, other, input);
  if (!answer.ok || answer.value.resources.some(({ id }) => id === sample.id)) return undefined;
  const name = nameOf(target);
  const answered = say`'${name}': the account is found only when upper and lower case agree.`;
  const advice = say`'${name}' is not caseExact (RFC 7643 §7), so the service should find it in any case. Until then an account whose case differs is taken for missing and created again.`;
  return { asked: say`GET ${filterOf(trial)} (the same value in other case)`, ...faulty("deviation", "case-minded", answered, advice) };
}

function ask(
  { endpoint, target }: Trial,
  value: LookUp["value"],
  { reader }: ConnectionInput,
): ReturnType<ConnectionInput["reader"]["query"]> {
  const options = isGroups(endpoint) ? { excludedAttributes: ["members"] } : {};
  return reader.query(endpoint, printLookUp({ path: target.path, value }, "entra"), options);
}

const matchByAnother = say`The service does not understand this filter. Match by an attribute it can filter by, or Entra creates every account again.`;
const matchByFilterable = say`Match by an attribute the service can filter by; otherwise Entra reports several matches or changes the wrong account.`;

function overlooked(target: BoundTarget, strangers: number): Judgement {
  const name = nameOf(target);
  const answered = plural(
    strangers,
    say`'${name}': 1 account came without having the value, so the filter is ignored.`,
    say`'${name}': ${strangers} accounts came without having the value, so the filter is ignored.`,
  );
  return faulty("fail", "filter-ignored", answered, matchByFilterable);
}

function nameOf({ canonical }: BoundTarget): Value {
  return own(canonical);
}

/** Shown without the value, which is personal. */
function filterOf({ endpoint, target }: Trial): Part {
  return foreign(`${endpoint}?filter=${printPath(target.path)} eq`);
}

function swapCase(text: string): string {
  const upper = text.toUpperCase();
  return upper === text ? text.toLowerCase() : upper;
}
