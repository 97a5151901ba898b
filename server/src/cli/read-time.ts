import { failure, success } from "#base/result";
import type { Attempt } from "./command.ts";
import type { Host } from "./host.ts";

/** The value of `--now`; without one, the host's clock. */
export function readTime(text: string | undefined, host: Host): Attempt<Date> {
  if (text === undefined) return success(host.now());
  const time = new Date(text);
  if (Number.isNaN(time.getTime()) || !/^\d{4}-\d\d-\d\d/.test(text)) {
    return failure({ message: `'${text}' is no time. Write --now as ISO 8601, for example 2026-11-20T08:00:00Z.` });
  }
  return success(time);
}
