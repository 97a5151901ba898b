import { foreign, plural, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { DirectoryProblem } from "#directory/directory-problem";
import type { DirectorySnapshot } from "#directory/directory-snapshot";
import { note } from "#plan/plan-note";
import type { NoteCode, PlanNote } from "#plan/plan-note";

const LISTED = 50;

/** What a plan has to say of where its people come from: what could not be read there, with its file and place. */
export function sourceNotes({ name, problems }: Pick<DirectorySnapshot, "name" | "problems">): readonly PlanNote[] {
  const notes = problems.slice(0, LISTED).map((problem) => note(codeOf(problem), located(name, problem)));
  const more = problems.slice(LISTED);
  return more.length === 0 ? notes : [...notes, note(more.some(isBad) ? "bad-record" : "principal-not-here", moreOf(name, more.length))];
}

function codeOf(problem: DirectoryProblem): NoteCode {
  return isBad(problem) ? "bad-record" : "principal-not-here";
}

/** Whoever is assigned and not in the snapshot is not planned for; everybody else is, completely. */
function isBad({ code }: DirectoryProblem): boolean {
  return code !== "principal-not-here";
}

function located(name: string, { place, message }: DirectoryProblem): Sentence {
  return place?.line === undefined ? say`${foreign(name)}: ${message}` : say`${foreign(name)}:${place.line}: ${message}`;
}

function moreOf(name: string, count: number): Sentence {
  return plural(
    count,
    say`${foreign(name)}: 1 more part of it could not be read.`,
    say`${foreign(name)}: ${count} more parts of it could not be read.`,
  );
}
