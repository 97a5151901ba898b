import type { AppRole } from "#model/outcome";
import type { SourceRecord } from "#model/source-record";
import type { DirectoryProblem } from "./directory-problem.ts";

/** Who is in Entra ID, as far as a preview needs it (provisioning page §2). */
export interface DirectorySnapshot {
  /** What its source is called. */
  readonly name: string;
  readonly users: readonly DirectoryObject[];
  readonly groups: readonly DirectoryObject[];
  /** False when nothing in it says who is assigned; then everyone counts as assigned. */
  readonly statesAssignments: boolean;
  /** Assigned groups of which it is not known who is in them: whoever is not assigned otherwise may be through one. */
  readonly openGroups: readonly OpenGroup[];
  /** Names of groups that are members of an assigned one; its assignment does not reach theirs. */
  readonly nestedGroups: readonly string[];
  /** What of the source could not be read. */
  readonly problems: readonly DirectoryProblem[];
  /** What it was read from; hashed for the plan's stamp. */
  readonly text: string;
}

/** An assigned group whose members nobody knows, or not all of them. */
export interface OpenGroup {
  readonly id: string;
  /** Its id, where it has no name. */
  readonly name: string;
  readonly why: "not-in-source" | "members-not-fetched" | "members-cut" | "members-hidden";
}

/** A user or group with what the directory says about it besides its attributes. */
export interface DirectoryObject extends SourceRecord {
  /** Direct ones, and those a user has as a direct member of an assigned group. */
  readonly assignments: readonly Assignment[];
  /** `deletedDateTime` is set: in the recycle bin. */
  readonly softDeleted: boolean;
  /** `accountEnabled` is false. */
  readonly blocked: boolean;
  /** What the record itself says of `IsSoftDeleted`; it overrides the computed value. */
  readonly statedSoftDeleted: boolean | undefined;
  /** Marked `"purged": true`: deleted for good. */
  readonly purged: boolean;
}

/** A role of the application that somebody has, and the way it came. */
export interface Assignment {
  readonly role: AppRole;
  /** Role id 0…0 (Graph: `appRoleAssignedTo`). */
  readonly defaultAccess: boolean;
  /** Name of the assigned group this one came through; undefined for a direct assignment. */
  readonly through: string | undefined;
}

/** The id of the role that is none: Default Access. */
export const DEFAULT_ACCESS_ROLE = "00000000-0000-0000-0000-000000000000";
