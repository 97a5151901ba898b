import { compilePattern, matchesWhole, scan } from "./dot-net-regex.ts";

/**
 * Whether a .NET pattern matches somewhere in a value, and whether the reading that demands the whole value would answer differently:
 * documents leave open which one REGEX MATCH of a scoping filter means. `unknown` is a sentence naming what stands in the way.
 */
export function matchesPattern(
  pattern: string,
  value: string,
): { readonly matches: boolean; readonly anchoredDiffers: boolean } | { readonly unknown: string } {
  const regex = compilePattern(pattern);
  if (regex.kind === "invalid") return { unknown: `The pattern "${pattern}" is not a .NET regular expression: ${regex.reason}.` };
  if (regex.kind === "unsupported") return { unknown: cannotRun(pattern, regex.construct) };
  const result = scan(regex, value, "first");
  if (result.kind === "unsupported") return { unknown: cannotRun(pattern, result.construct) };
  const matches = result.matches.length > 0;
  return { matches, anchoredDiffers: matches !== matchesWhole(regex, value) };
}

function cannotRun(pattern: string, construct: string): string {
  return `The pattern "${pattern}" needs ${construct}, which this preview cannot run exactly as .NET does.`;
}
