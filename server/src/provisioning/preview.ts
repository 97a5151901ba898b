import type { Sentence } from "#base/sentence";
import type { ObjectMapping } from "#model/mapping-model";
import { asJson, own, personal, say } from "#base/sentence";
import { leavesIncomplete, note } from "#plan/plan-note";
import type { PlanNote } from "#plan/plan-note";
import type { DirectoryObject, DirectorySnapshot } from "#directory/directory-snapshot";
import { mappingTexts } from "./mapping-texts.ts";
import { matchSubjects } from "./match-subjects.ts";
import type { MatchedMap } from "./match-subjects.ts";
import type { ProvisioningPlan } from "#plan/plan";
import { isDetailed, planSubjects, withConflicts } from "./plan-subjects.ts";
import { leftAloneNote, mapNotes } from "./plan-notes.ts";
import type { PreparedMap } from "./prepared-map.ts";
import { prepareMap } from "./prepared-map.ts";
import { isCancelled } from "./preview-input.ts";
import type { PreviewInput } from "./preview-input.ts";
import { stampOf } from "./stamp.ts";
import { foldPlan } from "#plan/plan-parts";
import type { PlanPart } from "#plan/plan-parts";
import { PlanTally } from "#plan/plan-tally";

/**
 * What provisioning would do to every object of the snapshot: users, then groups, then the references between them. It reads through
 * `reader` and has no way to write. Cancelled, it keeps what it has and says so.
 */
export async function previewProvisioning(input: PreviewInput): Promise<ProvisioningPlan> {
  return foldPlan(planParts(input));
}

/** The plan as it is made: each object once it is decided, then what could be said of all of them only at the end. */
export async function* planParts(input: PreviewInput): AsyncGenerator<PlanPart> {
  const discoveries = { notes: [...mapNotes(input)], readById: [] };
  const maps = preparedMaps(input, discoveries.notes);
  const matched = await matchMaps(maps, input, discoveries.notes);
  const subjects = matched.flatMap(({ subjects: some }) => withConflicts(some, input));
  const tally = new PlanTally();
  let answered = true;
  for await (const { subject, plan } of planSubjects(subjects, matched, input, discoveries)) {
    answered &&= plan.code !== "target-not-read";
    tally.add(plan, subject.scope.decidedByDefault && !subject.object.purged);
    yield { kind: "object", object: plan };
  }
  const everything = matched.length === maps.length && answered;
  const notes = [...discoveries.notes, ...closingNotes(input, tally.isEmpty), ...matched.flatMap(leftAloneNote)];
  yield {
    kind: "end",
    stamp: await stampOf(input, matched, discoveries.readById),
    complete: everything && !isCancelled(input) && unpreviewable(input).length === 0 && !notes.some(leavesIncomplete),
    summary: tally.summary(input.settings.deletionThreshold),
    notes,
    mappingTexts: mappingTexts(input.model),
  };
}

async function matchMaps(maps: readonly PreparedMap[], input: PreviewInput, notes: PlanNote[]): Promise<readonly MatchedMap[]> {
  const matched: MatchedMap[] = [];
  for (const map of maps) {
    if (isCancelled(input)) break;
    const result = await matchSubjects(map, objectsOf(map, input.snapshot), input);
    matched.push(result);
    notes.push(...result.notes);
  }
  return matched;
}

function closingNotes(input: PreviewInput, nobody: boolean): readonly PlanNote[] {
  return [
    ...(isCancelled(input) ? [note("cancelled", cancelled)] : []),
    ...(input.person !== undefined && nobody ? [note("person-not-found", personNotFound(input.person))] : []),
    ...(isDetailed(input) ? [] : [note("steps-shortened", stepsShortened)]),
  ];
}

const cancelled = say`The preview was cancelled. What is here is right as far as it goes; the rest was not looked at.`;
const stepsShortened = say`The steps name only what differs, because there are many objects. Preview one person to see every value and call.`;

function personNotFound(person: string): Sentence {
  return say`Nobody in the snapshot has the object id, user principal name, mail address or name ${asJson(personal(person))}.`;
}

function unpreviewable({ model }: PreviewInput): readonly ObjectMapping[] {
  return model.maps.filter((map) => !map.disabled && prepareMap(map, model.catalog) === undefined);
}

/** Users before groups, so that a group's members are known (Entra: objects first, memberships afterwards). */
function preparedMaps(input: PreviewInput, notes: PlanNote[]): readonly PreparedMap[] {
  for (const { source, target } of unpreviewable(input)) {
    const text = say`The object mapping ${own(source)} -> ${own(target)} cannot be previewed: it uses Entra ID's own words, or a resource type nobody describes.`;
    notes.push(note("map-not-previewable", text));
  }
  const maps = input.model.maps.filter((map) => !map.disabled).flatMap((map) => prepareMap(map, input.model.catalog) ?? []);
  const isGroup = ({ map }: PreparedMap): number => (map.source.toLowerCase() === "group" ? 1 : 0);
  return [...maps].sort((a, b) => isGroup(a) - isGroup(b));
}

function objectsOf({ map }: PreparedMap, snapshot: DirectorySnapshot): readonly DirectoryObject[] {
  return map.source.toLowerCase() === "group" ? snapshot.groups : map.source.toLowerCase() === "user" ? snapshot.users : [];
}
