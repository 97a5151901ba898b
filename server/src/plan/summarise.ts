import type { PlannedAction, PlannedObject, PlanSummary } from "./plan.ts";
import { plannedActions } from "./plan.ts";

/** Counts per action, zero included, and whether disables and deletes exceed the deletion threshold. */
export function summarise(objects: readonly PlannedObject[], limit: number | undefined, defaultAccessDecided: number): PlanSummary {
  const counts = Object.fromEntries(plannedActions.map((action) => [action, 0])) as Record<PlannedAction, number>;
  for (const { action } of objects) counts[action] += 1;
  const planned = counts.disable + counts.delete;
  return {
    ...counts,
    deletionThreshold: limit === undefined ? null : { limit, planned, passed: planned > limit },
    requests: objects.reduce((sum, object) => sum + object.requests.length, 0),
    defaultAccessDecided,
  };
}
