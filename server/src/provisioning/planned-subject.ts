import type { Resource } from "#scim/resource";
import type { DiffContext } from "./diff-resource.ts";
import type { PlannedObject } from "#plan/plan";
import type { Subject } from "./subject.ts";

/** One entry of the plan with what it was made from. */
export interface PlannedSubject {
  readonly subject: Subject;
  /** What the target has for it; undefined when nothing matched or nothing could be read. */
  readonly prior: Resource | undefined;
  readonly diff: DiffContext;
  readonly plan: PlannedObject;
}
