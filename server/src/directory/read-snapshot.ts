import { directoryObjects } from "./directory-objects.ts";
import type { DirectoryEnd } from "./directory-objects.ts";
import type { DirectoryProblem } from "./directory-problem.ts";
import type { DirectoryObject, DirectorySnapshot } from "./directory-snapshot.ts";
import type { DirectorySource } from "./source.ts";

/** Everybody of a source at once, for runs that look at all of them together. What could not be read is said; the rest goes on. */
export async function readSnapshot(source: DirectorySource): Promise<DirectorySnapshot> {
  const users: DirectoryObject[] = [];
  const groups: DirectoryObject[] = [];
  const problems: DirectoryProblem[] = [];
  let end: DirectoryEnd = { statesAssignments: false, openGroups: [], nestedGroups: [] };
  for await (const entry of directoryObjects(source)) {
    if (entry.kind === "problem") problems.push(entry.problem);
    else if (entry.kind === "end") end = entry.end;
    else (entry.object.type === "Group" ? groups : users).push(entry.object);
  }
  return { name: source.name, users, groups, ...end, problems, text: source.content() };
}
