import { inOrder } from "#base/in-order";
import { asSentence, joined, own, say } from "#base/sentence";
import { note } from "#plan/plan-note";
import type { PlanNote } from "#plan/plan-note";
import type { DirectoryObject } from "#directory/directory-snapshot";
import type { TargetView } from "./account-finder.ts";
import { confirm, PARALLEL } from "./confirmations.ts";
import { EvaluatedRecord } from "./evaluated-record.ts";
import { finderFor } from "./finders.ts";
import { withLinks } from "./linked-accounts.ts";
import type { MatchOutcome } from "./matching.ts";
import { findMatch } from "./matching.ts";
import type { PreparedMap } from "./prepared-map.ts";
import { isCancelled } from "./preview-input.ts";
import type { PreviewInput } from "./preview-input.ts";
import type { ScopeDecision, ScopeInput } from "./scoping.ts";
import { decideScope } from "./scoping.ts";
import type { MatchedSubject } from "./subject.ts";
import type { TargetAccounts } from "./target-accounts.ts";
import { idOf, readAccounts } from "./target-accounts.ts";

/** All objects of one mapping with the accounts they reach. */
export interface MatchedMap {
  readonly map: PreparedMap;
  readonly accounts: TargetAccounts;
  readonly subjects: readonly MatchedSubject[];
  /** Ids of the accounts that some object matches. */
  readonly reached: ReadonlySet<string>;
  /** False when nothing could be read or the run was cancelled: somebody may then be missing from `subjects`, or undecided. */
  readonly complete: boolean;
  readonly notes: readonly PlanNote[];
}

/** Scope and match of every object: Entra's own queries decide, and a list that is proved whole stands for most of them (provisioning page §4). */
export async function matchSubjects(map: PreparedMap, objects: readonly DirectoryObject[], input: PreviewInput): Promise<MatchedMap> {
  const { reader, onProgress } = input;
  const accounts = await readAccounts(reader, map, (read) =>
    onProgress?.(say`Read ${read} ${own(map.resourceType.name)} resources at the target.`),
  );
  const view: TargetView = { map, reader, accounts };
  const searched = await searchAll(view, objects, input);
  // A recording holds no answers to queries.
  const isConfirmed = accounts.whole && reader.origin === "service";
  const { subjects: asked, notes } = isConfirmed ? await confirm(searched, view, input) : { subjects: searched, notes: [] };
  const reached = new Set(asked.flatMap(({ match }) => reachedBy(match?.outcome)));
  return {
    map,
    accounts,
    subjects: input.history === "running" ? withLinks(asked, map, accounts, reached) : asked,
    reached,
    complete: accounts.failure === undefined && !isCancelled(input),
    notes: [...listNotes(accounts, input), ...notes],
  };
}

async function searchAll(view: TargetView, objects: readonly DirectoryObject[], input: PreviewInput): Promise<readonly MatchedSubject[]> {
  const { map } = view;
  const { settings, snapshot, model } = input;
  const { statesAssignments, openGroups } = snapshot;
  const scopeInput: ScopeInput = { map: map.map, settings, connector: model.connector, statesAssignments, openGroups };
  const find = finderFor(view);
  const subjects = await inOrder(objects, PARALLEL, async (object): Promise<MatchedSubject | undefined> => {
    if (isCancelled(input)) return undefined;
    const scope = decideScope(object, scopeInput);
    const record = new EvaluatedRecord(object, scope.isSoftDeleted, input.now);
    const match = isLookedFor(object, scope, input) ? await findMatch(map, record, find) : undefined;
    return isCancelled(input) && match?.outcome.kind === "unknown" ? undefined : { map, object, scope, record, match };
  });
  return subjects.filter((subject) => subject !== undefined);
}

function listNotes({ failure, doubt, findings }: TargetAccounts, { reader }: PreviewInput): readonly PlanNote[] {
  const habits = findings.map((finding) => note("target-habit", finding));
  if (failure !== undefined) return [note("target-not-read", failure), ...habits];
  if (doubt === undefined) return habits;
  const [code, consequence] =
    reader.origin === "service"
      ? (["list-is-a-part", say`Every object was asked for by Entra ID's own queries.`] as const)
      : (["recording-is-a-part", say`Nobody can be asked.`] as const);
  return [note(code, asSentence(joined([doubt, consequence], " "))), ...habits];
}

/** On a job's first cycle nobody is managed, so who is out of scope needs no account looked for. */
function isLookedFor(object: DirectoryObject, scope: ScopeDecision, { history }: PreviewInput): boolean {
  return history === "running" || (scope.verdict === "in" && !object.purged);
}

function reachedBy(outcome: MatchOutcome | undefined): readonly string[] {
  if (outcome?.kind === "one") return [outcome.id];
  return outcome?.kind === "several" ? outcome.resources.flatMap((resource) => idOf(resource) ?? []) : [];
}
