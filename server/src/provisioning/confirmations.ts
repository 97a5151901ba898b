import { own, say } from "#base/sentence";
import { inOrder } from "#base/in-order";
import { note } from "#plan/plan-note";
import type { PlanNote } from "#plan/plan-note";
import type { TargetView } from "./account-finder.ts";
import { askingFinder } from "./finders.ts";
import type { Match } from "./matching.ts";
import { findMatch } from "./matching.ts";
import { isCancelled } from "./preview-input.ts";
import type { PreviewInput } from "./preview-input.ts";
import { isInScope, isWanted } from "./subject.ts";
import type { MatchedSubject } from "./subject.ts";

/** Objects of a map whose outcome is confirmed by Entra's own queries, at most. */
const CONFIRMED = 200;

/** Queries under way at the same time. */
export const PARALLEL = 8;

/** What objects match once Entra's queries have been heard. */
export interface Confirmed {
  readonly subjects: readonly MatchedSubject[];
  readonly notes: readonly PlanNote[];
}

/**
 * Asks for those whose outcome rests on a list, the most dangerous first; one answer that contradicts the list, and everybody is asked
 * (provisioning page §4). Cancelled, it leaves out whom it did not get to: what was not confirmed could be wrong.
 */
export async function confirm(subjects: readonly MatchedSubject[], view: TargetView, input: PreviewInput): Promise<Confirmed> {
  const some = await askAll(toConfirm(subjects, input.person), view, input);
  if (![...some].some(([before, after]) => contradicts(before.match, after?.match)))
    return { subjects: replaced(subjects, some), notes: [] };
  const others = subjects.filter((subject) => subject.match !== undefined && !some.has(subject));
  const all = new Map([...some, ...(await askAll(others, view, input))]);
  const type = own(view.map.resourceType.name);
  const text = say`The target's answers to Entra ID's queries contradict its list of ${type} resources, so every object was asked for.`;
  return { subjects: replaced(subjects, all), notes: [note("list-contradicted", text)] };
}

/** The person that is asked about, then those with the greatest danger, then in the order of the directory. */
function toConfirm(subjects: readonly MatchedSubject[], person: string | undefined): readonly MatchedSubject[] {
  const ranked = subjects.flatMap((subject) => {
    const danger = dangerOf(subject);
    if (danger === undefined) return [];
    return [{ subject, rank: person !== undefined && isWanted(subject.object, person) ? -1 : danger }];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, CONFIRMED)
    .map(({ subject }) => subject);
}

/** An account that is not seen is created again; one that a later attribute found may not be the one that Entra finds; and so on. */
function dangerOf(subject: MatchedSubject): number | undefined {
  const { match } = subject;
  switch (match?.outcome.kind) {
    case "none":
      return isInScope(subject) ? 0 : 2;
    case "one":
      return match.tried.length > 1 ? 1 : 3;
    case "several":
      return 3;
    case "no-value":
    case "object-ignored":
    case "failure":
    case "query-fails":
    case "linked":
    case "unknown":
    case undefined:
      return undefined;
  }
}

/** Who was asked for, with what came; undefined where the run was cancelled before. */
type Asked = ReadonlyMap<MatchedSubject, MatchedSubject | undefined>;

async function askAll(subjects: readonly MatchedSubject[], view: TargetView, input: PreviewInput): Promise<Asked> {
  const find = askingFinder(view);
  let done = 0;
  const asked = await inOrder(subjects, PARALLEL, async (subject): Promise<readonly [MatchedSubject, MatchedSubject | undefined]> => {
    if (isCancelled(input)) return [subject, undefined];
    const match = await findMatch(view.map, subject.record, find);
    done += 1;
    if (done % PARALLEL === 0) input.onProgress?.(say`Asked for ${done} of ${subjects.length} objects.`);
    return [subject, isCancelled(input) && match.outcome.kind === "unknown" ? undefined : { ...subject, match }];
  });
  return new Map(asked);
}

/** No answer contradicts nothing. */
function contradicts(listed: Match | undefined, asked: Match | undefined): boolean {
  if (listed === undefined || asked === undefined || asked.outcome.kind === "unknown") return false;
  return idsOf(listed) !== idsOf(asked);
}

function idsOf({ outcome }: Match): string {
  return outcome.kind === "one" ? `one ${outcome.id}` : outcome.kind;
}

function replaced(subjects: readonly MatchedSubject[], asked: Asked): readonly MatchedSubject[] {
  return subjects.flatMap((subject) => (asked.has(subject) ? (asked.get(subject) ?? []) : subject));
}
