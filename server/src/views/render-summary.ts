import type { Rendering } from "#base/render-sentence";
import { foreign, joined, own, plural, say } from "#base/sentence";
import type { Part, Sentence } from "#base/sentence";
import type { PlannedAction, ProvisioningPlan, PlannedObject, PlanStamp } from "#plan/plan";
import { plannedActions } from "#plan/plan";
import { line } from "./layout.ts";

/** Attributes named in the summary. */
const MOST_CHANGED = 5;

/** Counts per action and reason, the attributes changed most, the deletion threshold, and everything the plan wants known. */
export function renderSummary(plan: ProvisioningPlan, rendering: Rendering): string {
  const { stamp, summary, objects, notes, complete } = plan;
  const counted = plannedActions.filter((action) => summary[action] > 0);
  const lines: readonly Part[] = [
    headOf(stamp),
    historyOf(stamp),
    ...(complete ? [] : [say`This preview is incomplete.`]),
    own(""),
    ...counted.map((action) =>
      countLine(
        action,
        objects.filter((object) => object.action === action),
      ),
    ),
    plural(summary.requests, say`${padded(1)} request planned`, say`${padded(summary.requests)} requests planned`),
    ...mostChanged(objects),
    ...threshold(plan),
    ...defaultAccess(summary.defaultAccessDecided),
    ...(notes.length === 0 ? [] : [own(""), say`Notes`, ...notes.map(({ text }) => joined([own("  "), text], ""))]),
  ];
  return lines.map((part) => line(rendering, part)).join("\n");
}

function headOf({ targetUrl, environment, time }: PlanStamp): Sentence {
  return environment === null
    ? say`Preview of provisioning to ${foreign(targetUrl)}, ${own(time)}. Nothing was written.`
    : say`Preview of provisioning to ${foreign(targetUrl)}, environment ${own(environment)}, ${own(time)}. Nothing was written.`;
}

function historyOf({ history }: PlanStamp): Sentence {
  switch (history) {
    case "first":
      return say`History first: nobody is managed yet.`;
    case "running":
      return say`History running: whoever matches counts as managed, so disables and deletes are an upper bound.`;
  }
}

function padded(count: number): Part {
  return own(String(count).padStart(7));
}

function countLine(action: PlannedAction, objects: readonly PlannedObject[]): Part {
  const codes = countBy(objects.map((object) => object.code));
  const reasons = codes.map(([code, count]) => (codes.length === 1 ? code : `${count} ${code}`)).join(", ");
  return own(`${String(objects.length).padStart(7)} ${action.padEnd(8)} ${reasons}`);
}

function mostChanged(objects: readonly PlannedObject[]): readonly Sentence[] {
  const updates = objects.filter((object) => object.action === "update" || object.action === "enable" || object.action === "disable");
  const counts = countBy(updates.flatMap((object) => [...new Set(object.changes.map((change) => change.attribute))]));
  if (counts.length === 0) return [];
  const named = counts.slice(0, MOST_CHANGED).map(([attribute, count]) => own(`${attribute} (${count})`));
  return [say`Changed most on update: ${joined(named, ", ")}.`];
}

function threshold({ summary: { deletionThreshold } }: ProvisioningPlan): readonly Sentence[] {
  if (deletionThreshold === null) return [];
  const { limit, planned, passed } = deletionThreshold;
  return [
    passed
      ? say`Disables and deletes: ${planned}, deletion threshold ${limit}: more than the threshold allows: Entra ID would stop the job and stage them.`
      : say`Disables and deletes: ${planned}, deletion threshold ${limit}: within the threshold.`,
  ];
}

function defaultAccess(decided: number): readonly Sentence[] {
  if (decided === 0) return [];
  return [
    plural(
      decided,
      say`1 person's only role is Default Access, and a default decided about them; 'defaultAccess' in the mapping says it for good.`,
      say`${decided} people's only role is Default Access, and a default decided about them; 'defaultAccess' in the mapping says it for good.`,
    ),
  ];
}

/** Most frequent first, equal ones by name. */
function countBy(names: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
}
