import type { ServiceStages, Wrap } from "./service.ts";
import type { Resource } from "#scim/resource";
import type { World } from "./world.ts";

/** One object of the directory, with what a sound service finds for it: what a fault looks at to say whose evidence it touches. */
export interface FaultSubject {
  readonly id: string;
  readonly type: "User" | "Group";
  /** What is looked for, in order of precedence up to what finds somebody. */
  readonly tried: readonly { readonly path: string; readonly value: string; readonly finds: readonly string[] }[];
  readonly account: Resource | undefined;
  readonly world: World;
}

/** A way in which services were seen to differ from what they should be. */
export interface Fault {
  readonly id: string;
  /** Entries of the reference page on quirks, sections of the provisioning page. */
  readonly quirk: readonly (number | "§4" | "§5")[];
  readonly wrap: Wrap;
  /** Whose evidence it touches: only these may become unknown or fail for the service's sake. */
  readonly touches: (subject: FaultSubject) => boolean;
  /** The same in words. */
  readonly share: Share;
  /** It comes and goes with the connection and says nothing about what Entra ID would find. */
  readonly passing?: boolean;
}

/** How many a fault touches, in words. */
export type Share =
  | "nobody"
  | "who is not found"
  | "values with the character"
  | "who depends on the attribute"
  | "who has a neighbour"
  | "values in another case"
  | "single accounts"
  | "groups with members"
  | "everybody";

/** Nobody's evidence is touched. */
export const nobody = (): boolean => false;

/** Everybody's evidence is touched. */
export const everybody = (): boolean => true;

/** A sound service with faults on top, in the order given: an outer one sees what an inner one made. */
export function composed(sound: ServiceStages, faults: readonly Fault[]): ServiceStages {
  return faults.reduce<ServiceStages>((stages, { wrap }) => ({ ...stages, ...wrap(stages) }), sound);
}
