import type { Sentence } from "#base/sentence";
import { note } from "#plan/plan-note";
import type { ProvisioningPlan } from "#plan/plan";
import type { PreviewInput } from "./preview-input.ts";
import { stampOf } from "./stamp.ts";
import { PlanTally } from "#plan/plan-tally";

/** The plan of a preview that did not begin: nothing was read, and a note says why. */
export async function refusedPlan(
  input: Pick<PreviewInput, "mappingText" | "environment" | "snapshot" | "reader" | "history" | "now" | "settings">,
  why: Sentence,
): Promise<ProvisioningPlan> {
  return {
    stamp: await stampOf(input, [], []),
    complete: false,
    summary: new PlanTally().summary(input.settings.deletionThreshold),
    notes: [note("refused", why)],
    mappingTexts: [],
    objects: [],
  };
}
