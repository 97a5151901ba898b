import type { Resource } from "#scim/resource";
import { findConflicts } from "./conflicts.ts";
import type { DecisionContext } from "./decide.ts";
import { decide, isCreated } from "./decide.ts";
import type { DiffContext } from "./diff-resource.ts";
import type { DirectoryObject, DirectorySnapshot } from "./directory-snapshot.ts";
import { readGroup } from "./group-members.ts";
import { matchSubjects } from "./match-subjects.ts";
import type { MatchedMap } from "./match-subjects.ts";
import type { PlannedObject, ProvisioningPlan } from "./plan.ts";
import { planObject } from "./plan-object.ts";
import { leftAloneNote, mapNotes } from "./plan-notes.ts";
import type { PreparedMap } from "./prepared-map.ts";
import { prepareMap } from "./prepared-map.ts";
import { isCancelled } from "./preview-input.ts";
import type { PreviewInput } from "./preview-input.ts";
import { processAttribute } from "./processing.ts";
import { isManaged, resolverOf } from "./resolve-references.ts";
import type { Subject } from "./subject.ts";
import { stampOf } from "./stamp.ts";
import { summarise } from "./summarise.ts";
import { patchShape } from "./to-scim-request.ts";

/**
 * What provisioning would do to every object of the snapshot: users, then groups, then the references between them. It reads through
 * `reader` and has no way to write. Cancelled, it keeps what it has and says so.
 */
export async function previewProvisioning(input: PreviewInput): Promise<ProvisioningPlan> {
  const notes: string[] = [...mapNotes(input)];
  const maps = preparedMaps(input, notes);
  const matched: MatchedMap[] = [];
  for (const map of maps) {
    if (isCancelled(input)) break;
    const result = await matchSubjects(map, objectsOf(map, input.snapshot), input);
    matched.push(result);
    notes.push(...result.notes);
  }
  const subjects = matched.flatMap(({ subjects: some }) => withConflicts(some, input));
  const objects = await planSubjects(subjects, matched, input, notes);
  const everything = matched.length === maps.length && matched.every((result) => result.complete);
  if (isCancelled(input)) notes.push("The preview was cancelled. What is here is right as far as it goes; the rest was not looked at.");
  const reported = objects.filter(({ subject }) => isWanted(subject.object, input.person));
  if (input.person !== undefined && reported.length === 0)
    notes.push(`Nobody in the snapshot has the object id, user principal name, mail address or name ${JSON.stringify(input.person)}.`);
  notes.push(...matched.flatMap(leftAloneNote));
  const decidedByDefault = reported.filter(({ subject }) => subject.scope.decidedByDefault && !subject.object.purged).length;
  return {
    stamp: await stampOf(input, matched),
    complete: everything && !isCancelled(input) && unpreviewable(input).length === 0,
    summary: summarise(
      reported.map(({ plan }) => plan),
      input.settings.deletionThreshold,
      decidedByDefault,
    ),
    notes,
    objects: reported.map(({ plan }) => plan),
  };
}

function unpreviewable({ model }: PreviewInput): readonly string[] {
  return model.maps
    .filter((map) => !map.disabled && prepareMap(map, model.catalog) === undefined)
    .map((map) => `${map.source} -> ${map.target}`);
}

/** Users before groups, so that a group's members are known (Entra: objects first, memberships afterwards). */
function preparedMaps(input: PreviewInput, notes: string[]): readonly PreparedMap[] {
  for (const name of unpreviewable(input))
    notes.push(`The object mapping ${name} cannot be previewed: it uses Entra ID's own words, or a resource type nobody describes.`);
  const maps = input.model.maps.filter((map) => !map.disabled).flatMap((map) => prepareMap(map, input.model.catalog) ?? []);
  const isGroup = ({ map }: PreparedMap): number => (map.source.toLowerCase() === "group" ? 1 : 0);
  return [...maps].sort((a, b) => isGroup(a) - isGroup(b));
}

function objectsOf({ map }: PreparedMap, snapshot: DirectorySnapshot): readonly DirectoryObject[] {
  return map.source.toLowerCase() === "group" ? snapshot.groups : map.source.toLowerCase() === "user" ? snapshot.users : [];
}

/** Conflicts are between objects of one mapping; only who may be written to needs its attributes evaluated. */
function withConflicts(subjects: readonly Omit<Subject, "conflict" | "processed">[], { now }: PreviewInput): readonly Subject[] {
  const conflicts = findConflicts(subjects);
  return subjects.map((subject) => {
    const { map, object, scope, match } = subject;
    const isNeeded = match !== undefined && !object.purged && ["one", "none"].includes(match.outcome.kind) && scope.verdict !== "unknown";
    const processed = isNeeded ? map.attributes.map((attribute) => processAttribute(attribute, object, scope.isSoftDeleted, now)) : [];
    return { ...subject, conflict: conflicts.get(object.id), processed };
  });
}

interface Planned {
  readonly subject: Subject;
  readonly plan: PlannedObject;
}

async function planSubjects(
  subjects: readonly Subject[],
  matched: readonly MatchedMap[],
  input: PreviewInput,
  notes: string[],
): Promise<readonly Planned[]> {
  const shape = patchShape(input.settings.tenantUrl) === "compliant" ? "compliant" : patchShape(input.reader.baseUrl);
  const diff: DiffContext = { catalog: input.model.catalog, compliant: shape === "compliant" };
  const { connector } = input.model;
  const complete = matched.every((result) => result.complete);
  const resolve = resolverOf(subjects, complete, (subject) => isCreated(subject, { diff, connector }));
  const context: DecisionContext = {
    settings: input.settings,
    connector,
    history: input.history,
    diff,
    references: { catalog: input.model.catalog, resolve, isManaged: isManaged(subjects), history: input.history },
  };
  const planned: Planned[] = [];
  for (const [index, subject] of subjects.entries()) {
    if (index % 500 === 0) await breathe(`Planned ${index} of ${subjects.length} objects.`, input);
    const prior = await readPrior(subject, input);
    if (typeof prior === "string") {
      if (isCancelled(input)) break;
      notes.push(prior);
    }
    const resource = typeof prior === "string" ? undefined : prior;
    const decision =
      typeof prior === "string"
        ? {
            ...decide(subject, undefined, context),
            action: "unknown" as const,
            code: "target-not-read",
            reason: prior,
            edits: [],
            references: [],
            open: [],
          }
        : decide(subject, resource, context);
    planned.push({ subject, plan: planObject(subject, decision, resource, shape) });
  }
  return planned;
}

/** What the target has: for groups with their members, which the listing leaves out. A text says why it could not be read. */
async function readPrior(subject: Subject, { reader }: PreviewInput): Promise<Resource | undefined | string> {
  const outcome = subject.match?.outcome;
  if (outcome?.kind !== "one") return undefined;
  return readGroup(subject, outcome.resource, outcome.id, reader);
}

/** Lets the host's event loop turn, so that cancelling and progress work during long runs. */
async function breathe(progress: string, { onProgress }: PreviewInput): Promise<void> {
  onProgress?.(progress);
  await new Promise<void>((resolve) => setTimeout(resolve, 0));
}

function isWanted(object: DirectoryObject, person: string | undefined): boolean {
  if (person === undefined) return true;
  const wanted = person.toLowerCase();
  return [object.id, object.name, object.attribute("userPrincipalName"), object.attribute("mail")].some(
    (text) => typeof text === "string" && text.toLowerCase() === wanted,
  );
}
