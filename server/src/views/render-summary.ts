import type { ProvisioningPlan, PlannedObject } from "#plan/plan";
import { plannedActions } from "#plan/plan";

/** Attributes named in the summary. */
const MOST_CHANGED = 5;

/** Counts per action and reason, the attributes changed most, the deletion threshold, and everything the plan wants known. */
export function renderSummary(plan: ProvisioningPlan): string {
  const { stamp, summary, objects, notes, complete } = plan;
  const environment = stamp.environment === null ? "" : `, environment ${stamp.environment}`;
  const head = `Preview of provisioning to ${stamp.targetUrl}${environment}, ${stamp.time}. Nothing was written.`;
  const history =
    stamp.history === "first"
      ? "History first: nobody is managed yet."
      : "History running: whoever matches counts as managed, so disables and deletes are an upper bound.";
  return [
    head,
    history,
    ...(complete ? [] : ["This preview is incomplete."]),
    "",
    ...plannedActions
      .filter((action) => summary[action] > 0)
      .flatMap((action) =>
        countLines(
          action,
          objects.filter((object) => object.action === action),
        ),
      ),
    `${String(summary.requests).padStart(7)} ${summary.requests === 1 ? "request" : "requests"} planned`,
    ...mostChanged(objects),
    ...threshold(plan),
    ...(summary.defaultAccessDecided === 0
      ? []
      : [
          `${summary.defaultAccessDecided} ${summary.defaultAccessDecided === 1 ? "person's" : "people's"} only role is Default Access, and a default decided about them; 'defaultAccess' in the mapping says it for good.`,
        ]),
    ...(notes.length === 0 ? [] : ["", "Notes", ...notes.map((note) => `  ${note}`)]),
  ].join("\n");
}

function countLines(action: string, objects: readonly PlannedObject[]): readonly string[] {
  const codes = countBy(objects.map((object) => object.code));
  const reasons = codes.map(([code, count]) => (codes.length === 1 ? code : `${count} ${code}`)).join(", ");
  return [`${String(objects.length).padStart(7)} ${action.padEnd(8)} ${reasons}`];
}

function mostChanged(objects: readonly PlannedObject[]): readonly string[] {
  const updates = objects.filter((object) => object.action === "update" || object.action === "enable" || object.action === "disable");
  const counts = countBy(updates.flatMap((object) => [...new Set(object.changes.map((change) => change.attribute))]));
  if (counts.length === 0) return [];
  return [
    `Changed most on update: ${counts
      .slice(0, MOST_CHANGED)
      .map(([attribute, count]) => `${attribute} (${count})`)
      .join(", ")}.`,
  ];
}

function threshold({ summary: { deletionThreshold } }: ProvisioningPlan): readonly string[] {
  if (deletionThreshold === null) return [];
  const { limit, planned, passed } = deletionThreshold;
  const verdict = passed ? "more than the threshold allows: Entra ID would stop the job and stage them" : "within the threshold";
  return [`Disables and deletes: ${planned}, deletion threshold ${limit}: ${verdict}.`];
}

/** Most frequent first, equal ones by name. */
function countBy(names: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
}
