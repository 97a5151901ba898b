import { own, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import { note } from "#plan/plan-note";
import type { PlanNote } from "#plan/plan-note";
import type { DirectoryObject } from "#directory/directory-snapshot";
import { EvaluatedRecord } from "./evaluated-record.ts";
import { askTarget, listFinder } from "./account-finder.ts";
import type { AccountFinder } from "./account-finder.ts";
import type { Match, MatchOutcome } from "./matching.ts";
import { findMatch, matchingStep, outcomeOf } from "./matching.ts";
import type { PreparedMap } from "./prepared-map.ts";
import { isCancelled } from "./preview-input.ts";
import type { PreviewInput } from "./preview-input.ts";
import type { ScopeDecision, ScopeInput } from "./scoping.ts";
import { decideScope } from "./scoping.ts";
import type { Subject } from "./subject.ts";
import { isInScope } from "./subject.ts";
import type { TargetAccounts } from "./target-accounts.ts";
import { idOf, readAccounts } from "./target-accounts.ts";

/** An object with the account it reaches, before anybody looks at the others. */
export type MatchedSubject = Omit<Subject, "conflict" | "processed">;

/** All objects of one mapping with the accounts they reach. */
export interface MatchedMap {
  readonly map: PreparedMap;
  readonly accounts: TargetAccounts;
  readonly subjects: readonly MatchedSubject[];
  /** Ids of the accounts that some object matches. */
  readonly reached: ReadonlySet<string>;
  /** False when the target could not be read or the run was cancelled. */
  readonly complete: boolean;
  readonly notes: readonly PlanNote[];
}

/** Filter queries under way at the same time while creates are confirmed. */
const PARALLEL = 8;

/** Scope and match of every object: one paging of the target, joined in memory, and one filter query per planned create (provisioning page §4). */
export async function matchSubjects(map: PreparedMap, objects: readonly DirectoryObject[], input: PreviewInput): Promise<MatchedMap> {
  const { reader, now, onProgress } = input;
  const accounts = await readAccounts(reader, map, (read) =>
    onProgress?.(say`Read ${read} ${own(map.resourceType.name)} resources at the target.`),
  );
  const unread = accounts.failure;
  const find: AccountFinder =
    unread === undefined ? listFinder(accounts, reader, map) : () => Promise.resolve({ kind: "open", reason: unread, evidence: [] });
  const { settings, snapshot, model } = input;
  const { statesAssignments, openGroups } = snapshot;
  const scopeInput: ScopeInput = { map: map.map, settings, connector: model.connector, statesAssignments, openGroups };
  const subjects: MatchedSubject[] = [];
  for (const object of objects) {
    if (isCancelled(input)) break;
    const scope = decideScope(object, scopeInput);
    const record = new EvaluatedRecord(object, scope.isSoftDeleted, now);
    const match = isLookedFor(object, scope, input) ? await findMatch(map, record, find) : undefined;
    if (isCancelled(input) && match?.outcome.kind === "unknown") break;
    subjects.push({ map, object, scope, record, match });
  }
  // A recording holds no answers to queries.
  const confirmed = accounts.complete && reader.origin === "service" ? await confirmCreates(subjects, map, input) : { subjects, notes: [] };
  return {
    map,
    accounts,
    subjects: confirmed.subjects,
    reached: new Set(confirmed.subjects.flatMap(({ match }) => reachedBy(match?.outcome))),
    complete: unread === undefined && !isCancelled(input),
    notes: [
      ...(unread === undefined ? [] : [note("target-not-read", unread)]),
      ...accounts.findings.map((finding) => note("target-habit", finding)),
      ...(accounts.hint === undefined ? [] : [note(reader.origin === "recording" ? "recording-is-a-part" : "target-habit", accounts.hint)]),
      ...confirmed.notes,
    ],
  };
}

/** On a job's first cycle nobody is managed, so who is out of scope needs no account looked for. */
function isLookedFor(object: DirectoryObject, scope: ScopeDecision, { history }: PreviewInput): boolean {
  return history === "running" || (scope.verdict === "in" && !object.purged);
}

interface Confirmed {
  readonly subjects: readonly MatchedSubject[];
  readonly notes: readonly PlanNote[];
}

/**
 * A planned create is confirmed by the query Entra sends before it creates: an account may exist and not be listed.
 * Cancelled, it leaves out whom it did not get to: an unconfirmed create could be wrong.
 */
async function confirmCreates(subjects: readonly MatchedSubject[], map: PreparedMap, input: PreviewInput): Promise<Confirmed> {
  const confirmed = new Map<MatchedSubject, MatchedSubject>();
  const surprises: Surprise[] = [];
  const creates = subjects.filter(isPlannedCreate);
  for (let start = 0; start < creates.length && !isCancelled(input); start += PARALLEL) {
    input.onProgress?.(say`Confirmed ${start} of ${creates.length} creates.`);
    const some = creates.slice(start, start + PARALLEL);
    const answers = await Promise.all(
      some.map(async (subject) => ({ subject, answer: await confirmCreate(subject, map, input, surprises) })),
    );
    for (const { subject, answer } of answers)
      if (!isCancelled(input) || answer.match?.outcome.kind !== "unknown") confirmed.set(subject, answer);
  }
  return {
    subjects: subjects.flatMap((subject) => (isPlannedCreate(subject) ? (confirmed.get(subject) ?? []) : subject)),
    notes: surpriseNotes(surprises, map),
  };
}

/** How a confirming query contradicts the list. */
interface Surprise {
  readonly code: "filter-ignored" | "account-not-listed";
  readonly attribute: string;
}

/** One note for each kind and attribute, in an order that does not depend on who answered first. */
function surpriseNotes(surprises: readonly Surprise[], map: PreparedMap): readonly PlanNote[] {
  const labels = [...new Set(map.matching.map(({ label }) => label))];
  return (["filter-ignored", "account-not-listed"] as const).flatMap((code) =>
    labels
      .filter((label) => surprises.some((surprise) => surprise.code === code && surprise.attribute === label))
      .map((label) => note(code, surpriseSentence({ code, attribute: label }, map))),
  );
}

function surpriseSentence({ code, attribute }: Surprise, { resourceType }: PreparedMap): Sentence {
  const type = own(resourceType.name);
  switch (code) {
    case "filter-ignored":
      return say`The target answers a filter on '${own(attribute)}' with ${type} resources that do not match it. Entra ID would take them for matches; here they are left aside.`;
    case "account-not-listed":
      return say`The target finds ${type} resources by '${own(attribute)}' that it does not list.`;
  }
}

function isPlannedCreate(subject: MatchedSubject): boolean {
  return isInScope(subject) && subject.match?.outcome.kind === "none" && subject.map.map.actions.includes("create");
}

async function confirmCreate(
  subject: MatchedSubject,
  map: PreparedMap,
  { reader }: PreviewInput,
  surprises: Surprise[],
): Promise<MatchedSubject> {
  const value = subject.match?.tried[0];
  if (subject.match === undefined || value === undefined) return subject;
  const answer = await askTarget(reader, map, value);
  const match = { ...subject.match, evidence: [...subject.match.evidence, ...answer.evidence] };
  if (answer.kind === "open") return withOutcome(subject, match, { kind: "unknown", reason: answer.reason });
  const { resources, ignoredFilter } = answer;
  const attribute = value.attribute.label;
  if (ignoredFilter) surprises.push({ code: "filter-ignored", attribute });
  if (resources.length === 0) return { ...subject, match };
  surprises.push({ code: "account-not-listed", attribute });
  return withOutcome(subject, match, outcomeOf(resources, value, answer.how));
}

function withOutcome(subject: MatchedSubject, match: Match, outcome: MatchOutcome): MatchedSubject {
  return { ...subject, match: { ...match, outcome, step: matchingStep(subject.map, outcome, match.step.details) } };
}

function reachedBy(outcome: MatchOutcome | undefined): readonly string[] {
  if (outcome?.kind === "one") return [outcome.id];
  return outcome?.kind === "several" ? outcome.resources.flatMap((resource) => idOf(resource) ?? []) : [];
}
