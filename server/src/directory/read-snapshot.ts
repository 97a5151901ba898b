import { directoryObjects } from "./directory-objects.ts";
import type { DirectoryProblem } from "./directory-problem.ts";
import type { DirectoryObject, DirectorySnapshot } from "./directory-snapshot.ts";
import type { DirectorySource } from "./source.ts";

/** A snapshot with what of its source could not be read; the rest goes on. */
export interface SnapshotReading {
  readonly snapshot: DirectorySnapshot;
  readonly problems: readonly DirectoryProblem[];
}

/** Everybody of a source at once, for runs that look at all of them together. */
export async function readSnapshot(source: DirectorySource): Promise<SnapshotReading> {
  const users: DirectoryObject[] = [];
  const groups: DirectoryObject[] = [];
  const problems: DirectoryProblem[] = [];
  let statesAssignments = false;
  for await (const entry of directoryObjects(source)) {
    if (entry.kind === "problem") problems.push(entry.problem);
    else if (entry.kind === "end") statesAssignments = entry.statesAssignments;
    else (entry.object.type === "Group" ? groups : users).push(entry.object);
  }
  return { snapshot: { users, groups, statesAssignments, text: source.content() }, problems };
}
