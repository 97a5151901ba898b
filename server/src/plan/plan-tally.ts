import type { PlannedAction, PlannedObject, PlanSummary } from "./plan.ts";
import { plannedActions } from "./plan.ts";

/** Counts what goes by, so that nobody has to keep a plan to sum it up. */
export class PlanTally {
  readonly #counts = Object.fromEntries(plannedActions.map((action) => [action, 0])) as Record<PlannedAction, number>;
  #requests = 0;
  #defaultAccessDecided = 0;

  /** Takes one more object in; `decidedByDefault`: nobody said what happens to Default Access, and it mattered. */
  add({ action, requests }: Pick<PlannedObject, "action" | "requests">, decidedByDefault: boolean): void {
    this.#counts[action] += 1;
    this.#requests += requests.length;
    if (decidedByDefault) this.#defaultAccessDecided += 1;
  }

  /** Whether nothing went by. */
  get isEmpty(): boolean {
    return plannedActions.every((action) => this.#counts[action] === 0);
  }

  /** Counts per action, zero included, and whether disables and deletes exceed the deletion threshold. */
  summary(limit: number | undefined): PlanSummary {
    const planned = this.#counts.disable + this.#counts.delete;
    return {
      ...this.#counts,
      deletionThreshold: limit === undefined ? null : { limit, planned, passed: planned > limit },
      requests: this.#requests,
      defaultAccessDecided: this.#defaultAccessDecided,
    };
  }
}
