import type { ObjectMapping, ScopingFilter, Settings } from "#model/mapping-model";
import type { DirectoryObject } from "#directory/directory-snapshot";
import type { ProvisioningStep, SourceLine, StepDetail } from "#plan/plan";
import type { AttributeReader, FilterResult } from "./scoping-filter.ts";
import { attributesIn, describeFilter, evaluateScopingFilter } from "./scoping-filter.ts";
import { lineOf } from "#plan/source-line";

/** What takes a person out of scope, in the order in which Entra looks (scoping reference §1). */
export type OutOfScopeCause = "soft-deleted" | "blocked" | "not-assigned" | "scoping-clause-false";

export interface ScopeDecision {
  readonly verdict: "in" | "out" | "not-entitled" | "unknown";
  /** Why it is out; all causes that hold. */
  readonly causes: readonly OutOfScopeCause[];
  /** One sentence for the cause that comes first. */
  readonly reason: string;
  /** The computed `IsSoftDeleted`, or what the record states. */
  readonly isSoftDeleted: boolean;
  /** Nobody said what happens to Default Access, and it mattered here. */
  readonly decidedByDefault: boolean;
  readonly because: SourceLine | undefined;
  readonly step: ProvisioningStep;
}

export interface ScopeInput {
  readonly map: ObjectMapping;
  readonly settings: Settings;
  /** Documentation of the application, when it says that Default Access is skipped. */
  readonly defaultAccessSource: string;
  readonly statesAssignments: boolean;
}

interface Finding {
  readonly cause: OutOfScopeCause;
  readonly sentence: string;
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
    causes: found.map((finding) => finding.cause),
    because: found[0]?.because,
  };
  const details = scopeDetails(object, input, filters, entitlement);
  const warned = filters.remarks.length > 0 && filters.verdict !== "unknown";
  if (found[0] !== undefined)
    return { ...base, verdict: "out", reason: found[0].sentence, step: step("skipped", found[0].sentence, details) };
  if (!entitlement.entitled)
    return { ...base, verdict: "not-entitled", reason: entitlement.reason, step: step("skipped", entitlement.reason, details) };
  if (filters.verdict === "unknown") {
    const reason = filters.remarks[0] ?? "A scoping filter cannot be decided here.";
    return { ...base, verdict: "unknown", reason, because: filters.because, step: step("warning", reason, details) };
  }
  return { ...base, verdict: "in", reason: "In scope.", step: step(warned ? "warning" : "success", filters.description, details) };
}

function findCauses(object: DirectoryObject, input: ScopeInput, filters: FilterVerdict): readonly Finding[] {
  const found: Finding[] = [];
  if (object.softDeleted)
    found.push({ cause: "soft-deleted", sentence: `The ${noun(object)} is deleted in Entra ID (in the recycle bin).` });
  else if (object.statedSoftDeleted === true) found.push({ cause: "soft-deleted", sentence: "The record states IsSoftDeleted as true." });
  if (object.blocked && object.type === "User")
    found.push({ cause: "blocked", sentence: "The user is blocked from signing in (accountEnabled is false)." });
  if (!isAssigned(object, input))
    found.push({ cause: "not-assigned", sentence: `The ${noun(object)} is not assigned to the application.` });
  if (filters.verdict === "out") found.push({ cause: "scoping-clause-false", sentence: filters.description, because: filters.because });
  return found;
}

function isAssigned(object: DirectoryObject, { settings, statesAssignments }: ScopeInput): boolean {
  return settings.scope === "all" || !statesAssignments || object.assignments.length > 0;
}

interface Entitlement {
  readonly entitled: boolean;
  readonly decidedByDefault: boolean;
  readonly reason: string;
}

/** Only users, only with scope `assigned`, only when Default Access is all they have. */
function decideEntitlement(object: DirectoryObject, { settings, defaultAccessSource }: ScopeInput): Entitlement {
  const onlyDefault = object.assignments.length > 0 && object.assignments.every((assignment) => assignment.defaultAccess);
  if (object.type !== "User" || settings.scope === "all" || !onlyDefault) return { entitled: true, decidedByDefault: false, reason: "" };
  const entitled = settings.defaultAccess === "provision";
  const what = entitled
    ? "The user's only role is Default Access, which counts like any other."
    : "Not effectively entitled: the user's only role is Default Access.";
  return {
    entitled,
    decidedByDefault: !settings.defaultAccessStated,
    reason: settings.defaultAccessStated ? what : `${what} ${defaultAccessSource}`,
  };
}

interface FilterVerdict {
  readonly verdict: "in" | "out" | "unknown";
  readonly description: string;
  readonly because: SourceLine | undefined;
  readonly remarks: readonly string[];
  readonly details: readonly StepDetail[];
}

/** In scope when any filter is true; none at all lets everything pass. */
function evaluateFilters(object: DirectoryObject, filters: readonly ScopingFilter[]): FilterVerdict {
  if (filters.length === 0) return { verdict: "in", description: "No scoping filter.", because: undefined, remarks: [], details: [] };
  const attribute = withoutComputed(object);
  const results = filters.map((filter) => ({ filter, result: evaluateFilter(filter, attribute) }));
  const details = results.map(({ filter, result }) => filterDetail(filter, result, attribute));
  const remarks = results.flatMap(({ result }) => result.remarks);
  const passed = results.find(({ result }) => result.truth === "true");
  if (passed !== undefined)
    return {
      verdict: "in",
      description: `Scoping filter '${passed.filter.title}' is true.`,
      because: lineOf(passed.filter.place),
      remarks,
      details,
    };
  const open = results.find(({ result }) => result.truth === "unknown");
  if (open !== undefined) return { verdict: "unknown", description: "", because: lineOf(open.filter.place), remarks, details };
  return {
    verdict: "out",
    description: `Outside the scoping filters: ${results.map(failedText).join("; ")}.`,
    because: lineOf(filters[0]!.place),
    remarks,
    details,
  };
}

function evaluateFilter(filter: ScopingFilter, attribute: AttributeReader): FilterResult {
  if (filter.filter === undefined)
    return { truth: "unknown", failed: [], remarks: [`Scoping filter '${filter.title}' could not be read.`] };
  return evaluateScopingFilter(filter.filter, attribute);
}

function failedText({ filter, result }: { readonly filter: ScopingFilter; readonly result: FilterResult }): string {
  const what = result.truth === "missing" ? "has no value to compare" : "is not true";
  return `'${filter.title}' ${result.failed.join(", ")} ${what}`;
}

/** `IsSoftDeleted` follows from the scope, so a filter can only see what the record states or the directory knows. */
export function withoutComputed(object: DirectoryObject): AttributeReader {
  return (name) => {
    if (name.toLowerCase() !== "issoftdeleted") return object.attribute(name);
    return (object.statedSoftDeleted ?? (object.softDeleted || object.blocked)) ? "True" : "False";
  };
}

function filterDetail(filter: ScopingFilter, result: FilterResult, attribute: AttributeReader): StepDetail {
  const text = filter.filter === undefined ? filter.title : `${filter.title}: ${describeFilter(filter.filter)}`;
  const values = filter.filter === undefined ? [] : attributesIn(filter.filter).flatMap((name) => attribute(name) ?? []);
  return {
    text: `${text} is ${result.truth === "missing" ? "neither true nor false" : result.truth}`,
    value: values,
    because: lineOf(filter.place),
  };
}

function scopeDetails(object: DirectoryObject, input: ScopeInput, filters: FilterVerdict, entitlement: Entitlement): readonly StepDetail[] {
  const active = object.type === "User" ? [{ text: `IsActive ${!object.blocked && !object.softDeleted ? "True" : "False"}` }] : [];
  const assigned = { text: `Assigned ${assignmentText(object, input)}` };
  const entitled =
    entitlement.reason === "" ? [] : [{ text: `IsEffectivelyEntitledForProvisioning ${entitlement.entitled ? "True" : "False"}` }];
  const byDefault = entitlement.decidedByDefault && entitlement.entitled ? [{ text: entitlement.reason, remark: true as const }] : [];
  return [
    ...active,
    assigned,
    ...entitled,
    ...byDefault,
    ...filters.details,
    ...filters.remarks.map((remark) => ({ text: remark, remark: true as const })),
  ];
}

function assignmentText(object: DirectoryObject, { settings, statesAssignments }: ScopeInput): string {
  if (settings.scope === "all") return "not asked (scope all)";
  if (!statesAssignments) return "supposed, because the snapshot states no assignment";
  if (object.assignments.length === 0) return "False";
  const ways = object.assignments.map(
    ({ role, through }) => `${role.displayName}${through === undefined ? "" : ` through group "${through}"`}`,
  );
  return `True (${[...new Set(ways)].join(", ")})`;
}

function step(status: ProvisioningStep["status"], description: string, details: readonly StepDetail[]): ProvisioningStep {
  return { type: "scoping", status, description, details };
}

function noun(object: DirectoryObject): string {
  return object.type.toLowerCase();
}
