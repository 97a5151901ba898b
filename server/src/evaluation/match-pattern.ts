import type { Result } from "#base/result";
import { failure, success } from "#base/result";
import { own, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import { compilePattern, matchesWhole, scan } from "./dot-net-regex.ts";

/** What a pattern of a scoping filter says of a value. */
export interface PatternMatch {
  readonly matches: boolean;
  /** The reading that demands the whole value would answer differently: documents leave open which one REGEX MATCH means. */
  readonly anchoredDiffers: boolean;
}

/** Whether a .NET pattern matches somewhere in a value; the error names what stands in the way. */
export function matchesPattern(pattern: string, value: string): Result<PatternMatch, Sentence> {
  const regex = compilePattern(pattern);
  if (regex.kind === "invalid") return failure(say`The pattern "${own(pattern)}" is not a .NET regular expression: ${regex.reason}.`);
  if (regex.kind === "unsupported") return failure(cannotRun(pattern, regex.construct));
  const result = scan(regex, value, "first");
  if (result.kind === "unsupported") return failure(cannotRun(pattern, result.construct));
  const matches = result.matches.length > 0;
  return success({ matches, anchoredDiffers: matches !== matchesWhole(regex, value) });
}

function cannotRun(pattern: string, construct: Sentence): Sentence {
  return say`The pattern "${own(pattern)}" needs ${construct}, which this preview cannot run exactly as .NET does.`;
}
