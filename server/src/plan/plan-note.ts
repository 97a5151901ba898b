import type { Sentence } from "#base/sentence";

/** What the notes of a plan are about. */
export type NoteCode =
  /** A preview that did not begin: errors in the mapping, an environment that it does not have. */
  | "refused"
  | "everyone-counts-as-assigned"
  /** A part of the directory snapshot that could not be read. */
  | "bad-record"
  /** Assignments of people and groups that the snapshot does not have. */
  | "principal-not-here"
  /** Assigned groups of which it is not known who is in them. */
  | "open-groups"
  /** Groups in an assigned group, whose own members are not reached. */
  | "nested-groups"
  /** The mapping reads roles of which the snapshot has only the ids. */
  | "roles-not-known"
  | "map-disabled"
  | "map-not-previewable"
  | "target-not-read"
  /** How the target answered, such as a page that comes twice. */
  | "target-habit"
  /** A recorded target that lacks something by what it states itself. */
  | "recording-is-a-part"
  /** The list proves nothing, so objects were asked for one by one. */
  | "list-is-a-part"
  | "list-contradicted"
  | "cancelled"
  | "person-not-found"
  | "steps-shortened"
  | "left-alone"
  | "left-alone-not-counted";

/** Something that the reader of a plan has to know. */
export interface PlanNote {
  readonly code: NoteCode;
  /** One or more whole sentences. */
  readonly text: Sentence;
}

/** A note of a plan. */
export function note(code: NoteCode, text: Sentence): PlanNote {
  return { code, text };
}

const incomplete: ReadonlySet<NoteCode> = new Set<NoteCode>(["bad-record", "open-groups", "roles-not-known", "recording-is-a-part"]);

/** Whether a plan rests on a part of something only, because of what a note says: such a plan is not complete. */
export function leavesIncomplete({ code }: PlanNote): boolean {
  return incomplete.has(code);
}
