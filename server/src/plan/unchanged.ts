import { own, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";

/** Why a mapping changes nothing at the target. */
export type Unchanged =
  | "in-sync"
  /** The target has the default already. */
  | "default-in-sync"
  | "created-only"
  | "no-value"
  | "attribute-ignored"
  | "default-on-create-only"
  | "left-alone"
  | "never-returned"
  | "further-values-stay"
  | "further-roles-stay"
  /** A reference, a failure or an object that is left out: another part of the plan speaks of it. */
  | "elsewhere";

/** What one line of a step says of an attribute that stays as it is. */
export function unchangedSentence(attribute: string, why: Unchanged): Sentence {
  const label = own(attribute);
  switch (why) {
    case "in-sync":
    case "default-in-sync":
    case "elsewhere":
      return say`${label} is in sync`;
    case "created-only":
      return say`${label} flows only when the object is created`;
    case "no-value":
      return say`${label} has no value, so nothing flows`;
    case "attribute-ignored":
      return say`${label} is ignored (IgnoreAttributeFlow)`;
    case "default-on-create-only":
      return say`${label} has no value, and the default counts on create only`;
    case "left-alone":
      return say`${label} is left alone`;
    case "never-returned":
      return say`${label} is never returned by the target, so it cannot be compared`;
    case "further-values-stay":
      return say`${label}: further values at the target stay`;
    case "further-roles-stay":
      return say`${label}: further roles at the target stay`;
  }
}
