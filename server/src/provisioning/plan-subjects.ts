import { success } from "#base/result";
import type { Result } from "#base/result";
import { say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import { note } from "#plan/plan-note";
import type { PlanNote } from "#plan/plan-note";
import type { Seen } from "#plan/reason";
import type { Resource } from "#scim/resource";
import { findConflicts } from "./conflicts.ts";
import type { DecisionContext } from "./decide.ts";
import { decide, isCreated, notRead } from "./decide.ts";
import type { DiffContext } from "./diff-resource.ts";
import { readGroup } from "./group-members.ts";
import type { MatchedMap } from "./match-subjects.ts";
import { planObject } from "./plan-object.ts";
import type { PlannedSubject } from "./planned-subject.ts";
import { isCancelled } from "./preview-input.ts";
import type { PreviewInput } from "./preview-input.ts";
import { processAttribute } from "./processing.ts";
import type { ProcessedAttribute } from "./processing.ts";
import { isManaged, resolverOf } from "./resolve-references.ts";
import { isWanted } from "./subject.ts";
import type { MatchedSubject, Subject } from "./subject.ts";
import { patchShape } from "./to-scim-request.ts";

/** Above this many objects the steps name only what differs: every call for everybody would fill the memory. */
const DETAILED_UP_TO = 1000;

/** Conflicts are between objects of one mapping; only who may be written to needs its attributes evaluated. */
export function withConflicts(subjects: readonly MatchedSubject[], input: PreviewInput): readonly Subject[] {
  const conflicts = findConflicts(subjects);
  const traced = isDetailed(input);
  return subjects.map((subject) => {
    const { map, object, scope, record, match } = subject;
    const isNeeded = match !== undefined && !object.purged && ["one", "none"].includes(match.outcome.kind) && scope.verdict !== "unknown";
    const attributes = isNeeded ? map.attributes : [];
    const processed = (): readonly ProcessedAttribute[] =>
      attributes.map((attribute) => processAttribute(attribute, record, traced ? [] : undefined));
    return { ...subject, conflict: conflicts.get(object.id), processed };
  });
}

/** Whether every call for everybody is worth keeping. */
export function isDetailed({ snapshot, person }: PreviewInput): boolean {
  return person !== undefined || snapshot.users.length + snapshot.groups.length <= DETAILED_UP_TO;
}

/** What comes to light while subjects are planned. */
export interface Discoveries {
  readonly notes: PlanNote[];
  /** Groups as they were read with their members. */
  readonly readById: Resource[];
}

/** The second half of a preview: users and groups are matched, now each gets its decision, references included, one after the other. */
export async function* planSubjects(
  subjects: readonly Subject[],
  matched: readonly MatchedMap[],
  input: PreviewInput,
  { notes, readById }: Discoveries,
): AsyncGenerator<PlannedSubject> {
  const shape = patchShape(input.settings.tenantUrl) === "compliant" ? "compliant" : patchShape(input.reader.baseUrl);
  const diff: DiffContext = { catalog: input.model.catalog, compliant: shape === "compliant", detailed: isDetailed(input) };
  const { connector } = input.model;
  const complete = matched.every((result) => result.complete);
  const resolve = resolverOf(subjects, complete, (subject) => isCreated(subject, { diff, connector }));
  const context: DecisionContext = {
    settings: input.settings,
    connector,
    history: input.history,
    seen: seenBy(input),
    diff,
    references: { catalog: input.model.catalog, resolve, isManaged: isManaged(subjects), history: input.history },
  };
  for (const [index, subject] of subjects.entries()) {
    if (!isWanted(subject.object, input.person)) continue;
    if (index % 500 === 0) await breathe(say`Planned ${index} of ${subjects.length} objects.`, input);
    const prior = await readPrior(subject, input);
    if (!prior.ok) {
      if (isCancelled(input)) break;
      notes.push(note("target-not-read", prior.error));
    }
    const resource = prior.ok ? prior.value : undefined;
    if (resource !== undefined && subject.match?.outcome.kind === "one" && resource !== subject.match.outcome.resource)
      readById.push(resource);
    const decision = !prior.ok ? notRead(prior.error) : decide(subject, resource, context);
    const entry: PlannedSubject = { subject, prior: resource, diff, plan: planObject(subject, decision, resource, shape) };
    input.onPlanned?.(entry);
    yield entry;
  }
}

function seenBy({ reader, history }: PreviewInput): Seen {
  if (reader.origin === "recording") return "without-token";
  return history === "first" ? "by-first-cycle" : "by-running-job";
}

/** What the target has: for groups with their members, which the listing leaves out. */
async function readPrior(subject: Subject, { reader }: PreviewInput): Promise<Result<Resource | undefined, Sentence>> {
  const outcome = subject.match?.outcome;
  if (outcome?.kind !== "one") return success(undefined);
  return readGroup(subject, outcome.resource, outcome.id, reader);
}

/** Lets the host's event loop turn, so that cancelling and progress work during long runs. */
async function breathe(progress: Sentence, { onProgress }: PreviewInput): Promise<void> {
  onProgress?.(progress);
  await new Promise<void>((resolve) => setTimeout(resolve, 0));
}
