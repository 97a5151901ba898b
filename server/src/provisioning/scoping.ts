import { joined, own, personal, plural, say } from "#base/sentence";
import type { Part, Sentence } from "#base/sentence";
import type { Connector } from "#model/connectors/connector";
import type { ObjectMapping, ScopingFilter, Settings } from "#model/mapping-model";
import type { DirectoryObject, OpenGroup } from "#directory/directory-snapshot";
import type { ProvisioningStep, SourceLine } from "#plan/plan";
import type { OutOfScopeCause } from "#plan/reason";
import type { ScopeFinding } from "#plan/scope-finding";
import { scopeSentence } from "#plan/scope-finding";
import { assignedSentence } from "#plan/step-detail";
import type { StepDetail } from "#plan/step-detail";
import type { AttributeReader, FilterResult, Truth } from "./scoping-filter.ts";
import { attributesIn, describeFilter, evaluateScopingFilter } from "./scoping-filter.ts";
import { lineOf } from "#plan/source-line";

/** Whether an object is considered, and why. */
export interface ScopeDecision {
  readonly verdict: "in" | "out" | "not-entitled" | "unknown";
  /** Why it is out; all causes that hold. */
  readonly causes: readonly OutOfScopeCause[];
  /** What was found first that takes it out. */
  readonly finding: ScopeFinding | undefined;
  readonly reason: Sentence;
  /** The computed `IsSoftDeleted`, or what the record states. */
  readonly isSoftDeleted: boolean;
  /** Nobody said what happens to Default Access, and it mattered here. */
  readonly decidedByDefault: boolean;
  readonly because: SourceLine | undefined;
  readonly step: ProvisioningStep;
}

/** What the scope of objects depends on besides the objects. */
export interface ScopeInput {
  readonly map: ObjectMapping;
  readonly settings: Settings;
  /** Whether its documentation skips people whose only role is Default Access. */
  readonly connector: Pick<Connector, "defaultAccess" | "displayName">;
  readonly statesAssignments: boolean;
  /** Assigned groups of which it is not known who is in them; none where nobody says otherwise. */
  readonly openGroups?: readonly OpenGroup[];
}

interface Found {
  readonly cause: OutOfScopeCause;
  readonly finding: ScopeFinding;
  readonly because?: SourceLine | undefined;
}

/** Whether an object is considered at all, and if not, why (provisioning page §3, language page §3). */
export function decideScope(object: DirectoryObject, input: ScopeInput): ScopeDecision {
  const filters = evaluateFilters(object, input.map.scopingFilters);
  const entitlement = decideEntitlement(object, input);
  const found = findCauses(object, input, filters);
  const isSoftDeleted = object.statedSoftDeleted ?? (found.length > 0 && object.type === "User");
  const base = {
    isSoftDeleted,
    decidedByDefault: entitlement.decidedByDefault,
    causes: found.map(({ cause }) => cause),
    finding: found[0]?.finding,
    because: found[0]?.because,
  };
  const details = scopeDetails(object, input, filters, entitlement);
  const warned = filters.remarks.length > 0 && filters.verdict !== "unknown";
  if (base.finding !== undefined) {
    const reason = scopeSentence(base.finding);
    return { ...base, verdict: "out", reason, step: step("skipped", reason, details) };
  }
  const open = openAssignment(object, input, entitlement);
  if (open !== undefined) return { ...base, verdict: "unknown", reason: open, step: step("warning", open, details) };
  if (entitlement.refusal !== undefined)
    return { ...base, verdict: "not-entitled", reason: entitlement.refusal, step: step("skipped", entitlement.refusal, details) };
  if (filters.verdict === "unknown") {
    const reason = filters.remarks[0] ?? say`A scoping filter cannot be decided here.`;
    return { ...base, verdict: "unknown", reason, because: filters.because, step: step("warning", reason, details) };
  }
  return { ...base, verdict: "in", reason: say`In scope.`, step: step(warned ? "warning" : "success", filters.description, details) };
}

function findCauses(object: DirectoryObject, input: ScopeInput, filters: FilterVerdict): readonly Found[] {
  const { type } = object;
  const found: Found[] = [];
  if (object.softDeleted) found.push({ cause: "soft-deleted", finding: { kind: "in-recycle-bin", type } });
  else if (object.statedSoftDeleted === true) found.push({ cause: "soft-deleted", finding: { kind: "stated-soft-deleted" } });
  if (object.blocked && type === "User") found.push({ cause: "blocked", finding: { kind: "blocked" } });
  if (!isAssigned(object, input) && !mayBeThroughGroup(object, input))
    found.push({ cause: "not-assigned", finding: { kind: "not-assigned", type } });
  if (filters.failed !== undefined)
    found.push({ cause: "scoping-clause-false", finding: { kind: "outside-filters", filters: filters.failed }, because: filters.because });
  return found;
}

function isAssigned(object: DirectoryObject, { settings, statesAssignments }: ScopeInput): boolean {
  return settings.scope === "all" || !statesAssignments || object.assignments.length > 0;
}

/** Whether a group of which it is not known who is in it may hold this user. */
function mayBeThroughGroup({ type }: DirectoryObject, { settings, openGroups = [] }: ScopeInput): boolean {
  return type === "User" && settings.scope === "assigned" && openGroups.length > 0;
}

/** Why it is not known whether somebody is assigned, or entitled: what the snapshot says is not enough, and it does not say everything. */
function openAssignment(object: DirectoryObject, input: ScopeInput, { refusal }: Entitlement): Sentence | undefined {
  const [first, ...more] = input.openGroups ?? [];
  if (first === undefined || !mayBeThroughGroup(object, input) || (isAssigned(object, input) && refusal === undefined)) return undefined;
  const name = personal(first.name);
  return plural(
    more.length + 1,
    say`Whether this user is assigned is not known: it is not said who is in the assigned group '${name}'.`,
    say`Whether this user is assigned is not known: it is not said who is in the assigned group '${name}', and in ${more.length} more.`,
  );
}

interface Entitlement {
  readonly decidedByDefault: boolean;
  /** That Default Access counts; undefined where something else decides. */
  readonly remark: Sentence | undefined;
  /** Why the user is not entitled. */
  readonly refusal: Sentence | undefined;
}

/** Only users, only with scope `assigned`, only when Default Access is all they have. */
function decideEntitlement(object: DirectoryObject, { settings, connector }: ScopeInput): Entitlement {
  const onlyDefault = object.assignments.length > 0 && object.assignments.every((assignment) => assignment.defaultAccess);
  if (object.type !== "User" || settings.scope === "all" || !onlyDefault)
    return { decidedByDefault: false, remark: undefined, refusal: undefined };
  const decidedByDefault = !settings.defaultAccessStated;
  const explained = (sentence: Sentence): Sentence => (decidedByDefault ? say`${sentence} ${defaultAccessSource(connector)}` : sentence);
  return settings.defaultAccess === "provision"
    ? {
        decidedByDefault,
        remark: explained(say`The user's only role is Default Access, which counts like any other.`),
        refusal: undefined,
      }
    : {
        decidedByDefault,
        remark: undefined,
        refusal: explained(say`Not effectively entitled: the user's only role is Default Access.`),
      };
}

/** What speaks for and against counting Default Access, where the mapping does not say it. */
function defaultAccessSource({ defaultAccess, displayName }: ScopeInput["connector"]): Sentence {
  return defaultAccess === "skip"
    ? say`The mapping does not say what to do: the documentation of ${own(displayName)} skips such people, while Entra ID itself has counted Default Access like any other role since 2020.`
    : say`The mapping does not say what to do: Entra ID itself has counted Default Access like any other role since 2020, while tutorials of some applications still skip such people.`;
}

interface FilterVerdict {
  readonly verdict: "in" | "out" | "unknown";
  readonly description: Sentence;
  /** Outside: which filters, with their clauses that are not true. */
  readonly failed: Part | undefined;
  readonly because: SourceLine | undefined;
  readonly remarks: readonly Sentence[];
  readonly details: readonly StepDetail[];
}

/** In scope when any filter is true; none at all lets everything pass. */
function evaluateFilters(object: DirectoryObject, filters: readonly ScopingFilter[]): FilterVerdict {
  const [first] = filters;
  const description = say`No scoping filter.`;
  if (first === undefined) return { verdict: "in", description, failed: undefined, because: undefined, remarks: [], details: [] };
  const attribute = withoutComputed(object);
  const results = filters.map((filter) => ({ filter, result: evaluateFilter(filter, attribute) }));
  const base = {
    description,
    failed: undefined,
    remarks: results.flatMap(({ result }) => result.remarks),
    details: results.map(({ filter, result }) => filterDetail(filter, result, attribute)),
  };
  const passed = results.find(({ result }) => result.truth === "true")?.filter;
  if (passed !== undefined)
    return { ...base, verdict: "in", description: say`Scoping filter '${own(passed.title)}' is true.`, because: lineOf(passed.place) };
  const open = results.find(({ result }) => result.truth === "unknown")?.filter;
  if (open !== undefined) return { ...base, verdict: "unknown", because: lineOf(open.place) };
  return { ...base, verdict: "out", failed: joined(results.map(failedText), "; "), because: lineOf(first.place) };
}

function evaluateFilter(filter: ScopingFilter, attribute: AttributeReader): FilterResult {
  if (filter.filter === undefined)
    return { truth: "unknown", failed: [], remarks: [say`Scoping filter '${own(filter.title)}' could not be read.`] };
  return evaluateScopingFilter(filter.filter, attribute);
}

function failedText({ filter, result }: { readonly filter: ScopingFilter; readonly result: FilterResult }): Part {
  const title = own(filter.title);
  const clauses = joined(result.failed.map(own), ", ");
  return result.truth === "missing" ? say`'${title}' ${clauses} has no value to compare` : say`'${title}' ${clauses} is not true`;
}

/** `IsSoftDeleted` follows from the scope, so a filter can only see what the record states or the directory knows. */
export function withoutComputed(object: DirectoryObject): AttributeReader {
  return (name) => {
    if (name.toLowerCase() !== "issoftdeleted") return object.attribute(name);
    return (object.statedSoftDeleted ?? (object.softDeleted || object.blocked)) ? "True" : "False";
  };
}

function filterDetail(filter: ScopingFilter, { truth }: FilterResult, attribute: AttributeReader): StepDetail {
  const written = filter.filter === undefined ? filter.title : `${filter.title}: ${describeFilter(filter.filter)}`;
  const values = filter.filter === undefined ? [] : attributesIn(filter.filter).flatMap((name) => attribute(name) ?? []);
  return { code: "scoping-filter", text: truthSentence(own(written), truth), value: values, because: lineOf(filter.place) };
}

function truthSentence(filter: Part, truth: Truth): Sentence {
  switch (truth) {
    case "true":
      return say`${filter} is true`;
    case "false":
      return say`${filter} is false`;
    case "missing":
      return say`${filter} is neither true nor false`;
    case "unknown":
      return say`${filter} is unknown`;
  }
}

function scopeDetails(object: DirectoryObject, input: ScopeInput, filters: FilterVerdict, entitlement: Entitlement): readonly StepDetail[] {
  const { remark, refusal, decidedByDefault } = entitlement;
  const details: StepDetail[] = [];
  if (object.type === "User") details.push({ code: "is-active", text: activeSentence(!object.blocked && !object.softDeleted) });
  details.push({ code: "assigned", text: assignmentSentence(object, input) });
  if (remark !== undefined || refusal !== undefined) details.push({ code: "entitled", text: entitledSentence(refusal === undefined) });
  if (remark !== undefined && decidedByDefault) details.push({ code: "default-access", text: remark, remark: true });
  const remarks = filters.remarks.map((text): StepDetail => ({ code: "scoping-remark", text, remark: true }));
  return [...details, ...filters.details, ...remarks];
}

function activeSentence(active: boolean): Sentence {
  return active ? say`IsActive True` : say`IsActive False`;
}

function entitledSentence(entitled: boolean): Sentence {
  return entitled ? say`IsEffectivelyEntitledForProvisioning True` : say`IsEffectivelyEntitledForProvisioning False`;
}

function assignmentSentence(object: DirectoryObject, input: ScopeInput): Sentence {
  const { settings, statesAssignments } = input;
  if (settings.scope === "all") return say`Assigned not asked (scope all)`;
  if (!statesAssignments) return say`Assigned supposed, because the snapshot states no assignment`;
  if (object.assignments.length === 0) return mayBeThroughGroup(object, input) ? say`Assigned unknown` : say`Assigned False`;
  return assignedSentence(object.assignments.map(({ role, through }) => ({ role: role.displayName, through })));
}

function step(status: ProvisioningStep["status"], description: Sentence, details: readonly StepDetail[]): ProvisioningStep {
  return { type: "scoping", status, description, details };
}
