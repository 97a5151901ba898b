import type { Sentence } from "#base/sentence";
import type { ObjectMapping } from "#model/mapping-model";
import { asJson, own, personal, say } from "#base/sentence";
import { note } from "#plan/plan-note";
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
import { summarise } from "#plan/summarise";

/**
 * What provisioning would do to every object of the snapshot: users, then groups, then the references between them. It reads through
 * `reader` and has no way to write. Cancelled, it keeps what it has and says so.
 */
export async function previewProvisioning(input: PreviewInput): Promise<ProvisioningPlan> {
  const notes: PlanNote[] = [...mapNotes(input)];
  const maps = preparedMaps(input, notes);
  const matched: MatchedMap[] = [];
  for (const map of maps) {
    if (isCancelled(input)) break;
    const result = await matchSubjects(map, objectsOf(map, input.snapshot), input);
    matched.push(result);
    notes.push(...result.notes);
  }
  const subjects = matched.flatMap(({ subjects: some }) => withConflicts(some, input));
  const { planned: objects, readById } = await planSubjects(subjects, matched, input, notes);
  const everything = matched.length === maps.length && matched.every((result) => result.complete);
  if (isCancelled(input))
    notes.push(note("cancelled", say`The preview was cancelled. What is here is right as far as it goes; the rest was not looked at.`));
  if (input.person !== undefined && objects.length === 0) notes.push(note("person-not-found", personNotFound(input.person)));
  if (!isDetailed(input)) notes.push(note("steps-shortened", stepsShortened));
  notes.push(...matched.flatMap(leftAloneNote));
  const decidedByDefault = objects.filter(({ subject }) => subject.scope.decidedByDefault && !subject.object.purged).length;
  return {
    stamp: await stampOf(input, matched, readById),
    complete: everything && !isCancelled(input) && unpreviewable(input).length === 0,
    summary: summarise(
      objects.map(({ plan }) => plan),
      input.settings.deletionThreshold,
      decidedByDefault,
    ),
    notes,
    mappingTexts: mappingTexts(input.model),
    objects: objects.map(({ plan }) => plan),
  };
}

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
