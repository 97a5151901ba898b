import type { Fault } from "./fault.ts";
import { discoveryFaults } from "./faults/discovery.ts";
import { filterFaults } from "./faults/filters.ts";
import { httpFaults } from "./faults/http.ts";
import { pagingFaults } from "./faults/paging.ts";
import { memberFaults, resourceFaults } from "./faults/resources.ts";

/** Every fault, the innermost first: what a service holds, what it understands, how it pages, what it says of itself, how it answers. */
export const faults: readonly Fault[] = [
  ...resourceFaults,
  ...memberFaults,
  ...filterFaults,
  ...pagingFaults,
  ...discoveryFaults,
  ...httpFaults,
];

/** Entries of the reference page on quirks that nobody meets who only reads, and why. */
export const notMetByReading: ReadonlyMap<number, string> = new Map([
  [3, "the media type of what is sent"],
  [41, "in the world without faults: one account has a mail address for its id"],
  [43, "an update without a change"],
  [44, "a duplicate on POST"],
  [45, "PATCH unsupported or in part"],
  [46, "what PATCH answers"],
  [47, "value paths in PATCH"],
  [48, "value paths without a match in PATCH"],
  [49, "PATCH without a path"],
  [50, "adding to and removing from lists"],
  [51, "malformed paths in PATCH"],
  [52, "remove without a path"],
  [55, "what DELETE answers"],
  [57, "what PUT clears"],
  [58, "bulk answers"],
  [59, "schemas in a POST"],
]);
