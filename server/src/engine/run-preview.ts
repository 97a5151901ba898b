import { foreign, names, own, plural, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { DirectorySnapshot } from "#directory/directory-snapshot";
import type { ProvisioningPlan } from "#plan/plan";
import type { PlannedSubject } from "#provisioning/planned-subject";
import { previewProvisioning } from "#provisioning/preview";
import { refusedPlan } from "#provisioning/refused-plan";
import type { Settings } from "#model/mapping-model";
import type { ScimReader } from "#scim/reader";
import { errorsOf } from "./open-mapping.ts";
import type { OpenedMapping } from "./open-mapping.ts";

/** What is previewed, against what. */
export interface PreviewRun {
  readonly mapping: OpenedMapping;
  readonly environment?: string | undefined;
  readonly snapshot: DirectorySnapshot;
  readonly reader: ScimReader;
  /** Who is managed already: nobody on a first cycle, whoever matches on a running job (provisioning page §2). */
  readonly history: "first" | "running";
  readonly now: Date;
  readonly person?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Sentence) => void) | undefined;
  readonly onPlanned?: ((planned: PlannedSubject) => void) | undefined;
}

/** Previews a mapping. One with errors is refused: the plan is then empty, incomplete, and its notes say why. */
export async function runPreview(run: PreviewRun): Promise<ProvisioningPlan> {
  const { mapping, environment, snapshot, reader, history, now } = run;
  const { provision } = mapping.model;
  const chosen = environment === undefined ? provision.settings : provision.environments.find(({ name }) => name === environment)?.settings;
  const input = {
    ...run,
    model: mapping.model,
    mappingText: mapping.text,
    environment,
    settings: chosen ?? provision.settings,
  };
  const problem = refusal(mapping, environment, chosen);
  return problem === undefined
    ? previewProvisioning(input)
    : refusedPlan({ mappingText: mapping.text, environment, snapshot, reader, history, now, settings: input.settings }, problem);
}

function refusal(mapping: OpenedMapping, environment: string | undefined, chosen: Settings | undefined): Sentence | undefined {
  const { model, file } = mapping;
  const errors = errorsOf(mapping);
  const first = errors[0];
  if (first !== undefined) {
    const { place } = first;
    const found = say`${foreign(place.file.name)}:${place.line + 1}: ${first.message}`;
    return plural(
      errors.length,
      say`The mapping has errors, so nothing was read or planned. ${found}`,
      say`The mapping has errors, so nothing was read or planned. ${found} (and ${errors.length - 1} more)`,
    );
  }
  if (chosen !== undefined) return undefined;
  const known = model.provision.environments.map(({ name }) => name);
  const unknown = say`${foreign(file)} has no environment '${own(environment ?? "")}'.`;
  return known.length === 0 ? unknown : say`${unknown} It has: ${names(known)}.`;
}
