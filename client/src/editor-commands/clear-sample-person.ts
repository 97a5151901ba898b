import { say } from "#base/sentence";
import { done } from "../error-boundary.ts";
import type { CommandResult } from "../error-boundary.ts";
import type { SamplePersonChoice } from "../live-values/sample-person.ts";

/** Nobody's values stand beside mappings any more. */
export async function clearSamplePerson(samplePerson: SamplePersonChoice): Promise<CommandResult> {
  await samplePerson.change(undefined);
  return done(say`The sample person is forgotten.`);
}
