import type { Sentence } from "#base/sentence";
import type { MappingModel, Settings } from "#model/mapping-model";
import type { ScimReader } from "#scim/reader";
import type { DirectorySnapshot } from "#directory/directory-snapshot";
import type { PlannedSubject } from "./planned-subject.ts";

/** Everything a preview depends on; nothing else can change its outcome. */
export interface PreviewInput {
  readonly model: MappingModel;
  /** The provision's settings, or those of the chosen environment. */
  readonly settings: Settings;
  readonly environment: string | undefined;
  /** Text of the mapping, for the stamp. */
  readonly mappingText: string;
  readonly snapshot: DirectorySnapshot;
  readonly reader: ScimReader;
  readonly history: "first" | "running";
  readonly now: Date;
  /** Only this object is reported: object id, user principal name, mail address or name. */
  readonly person?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** What is being done. */
  readonly onProgress?: ((progress: Sentence) => void) | undefined;
  /** Called with each object that is reported, and with all that its entry in the plan was made from. */
  readonly onPlanned?: ((planned: PlannedSubject) => void) | undefined;
}

/** A function, because it may become true while something is awaited. */
export function isCancelled({ signal }: Pick<PreviewInput, "signal">): boolean {
  return signal?.aborted === true;
}
