import type { PlannedObject } from "#plan/plan";

/** Whether an object was decided by an answer of its own; one that was not makes a plan incomplete (provisioning page §4). */
export function isAnswered({ code }: Pick<PlannedObject, "code">): boolean {
  return code !== "target-not-read";
}
