import { failure, success } from "#base/result";
import { foreign, own, say } from "#base/sentence";
import { readIsoTime } from "#evaluation/date-text";
import type { Attempt } from "./command.ts";
import type { Terminal } from "./terminal.ts";

/** The value of `--now`; without one, the process's clock. */
export function readTime(text: string | undefined, { now }: Pick<Terminal, "now">): Attempt<Date> {
  if (text === undefined) return success(now());
  const time = readIsoTime(text);
  return time === undefined
    ? failure(say`'${foreign(text)}' is no time. Write --now as ISO 8601, for example ${own("2026-11-20T08:00:00Z")}.`)
    : success(time);
}
