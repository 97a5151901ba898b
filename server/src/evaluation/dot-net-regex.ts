import { say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import { RE2JS } from "re2js";
import { translatePattern } from "./dot-net-pattern.ts";
import type { TranslatedPattern } from "./dot-net-pattern.ts";
import type { Refusal } from "./pattern-reader.ts";
import { encodeUnits } from "./unit-encoding.ts";
import { runFinder } from "./unit-run.ts";

/** A pattern ready to run. */
export interface DotNetRegex extends Omit<TranslatedPattern, "kind" | "run"> {
  readonly kind: "regex";
  readonly engine: RE2JS;
  /** Finds the matches of a pattern that needs no engine. */
  readonly findRuns: ReturnType<typeof runFinder> | undefined;
}

/** One match: for every group its start and end in the encoded text, undefined when it took no part; group 0 is the match. */
export type Match = readonly (readonly [start: number, end: number] | undefined)[];

/** Matches in the text that `encodeUnits` made; or what stands in the way. */
export type Scan =
  { readonly kind: "scan"; readonly encoded: string; readonly matches: readonly Match[] } | Extract<Refusal, { kind: "unsupported" }>;

/** A text times the engine's program times the matches it may have to be searched for: above it a search could take seconds. */
export const mostWork = 50_000_000;

const remembered = new Map<string, DotNetRegex | Refusal>();
const mostRemembered = 200;

/** Compiles a .NET pattern; asking again for the same one costs a look-up. */
export function compilePattern(pattern: string): DotNetRegex | Refusal {
  const known = remembered.get(pattern);
  if (known !== undefined) return known;
  if (remembered.size >= mostRemembered) remembered.clear();
  const compiled = compile(pattern);
  remembered.set(pattern, compiled);
  return compiled;
}

function compile(pattern: string): DotNetRegex | Refusal {
  const translated = translatePattern(pattern);
  if (translated.kind !== "translated") return translated;
  try {
    const { run, ...rest } = translated;
    return { ...rest, kind: "regex", engine: RE2JS.compile(translated.text), findRuns: run && runFinder(run) };
  } catch {
    // The translation is well-formed, so only the engine's limits on size and nested counts are left.
    return { kind: "unsupported", construct: say`counts that multiply beyond 1000` };
  }
}

/** All matches, or only the first; an empty match next to another one counts, as in .NET. */
export function scan(regex: DotNetRegex, text: string, extent: "first" | "all"): Scan {
  const obstacle = obstacleIn(regex, text);
  if (obstacle !== undefined) return { kind: "unsupported", construct: obstacle };
  const encoded = encodeUnits(text, regex.finalNewline);
  // Where nothing had to be encoded, the units of the text are what the engine would match too.
  if (regex.findRuns !== undefined && encoded === text)
    return { kind: "scan", encoded, matches: regex.findRuns(text, extent).map((span) => [span]) };
  const matcher = regex.engine.matcher(encoded);
  const size = matcher.programSize();
  const matches: Match[] = [];
  for (let work = size * encoded.length; work <= mostWork;) {
    if (!matcher.find()) return { kind: "scan", encoded, matches };
    matches.push(groupsOf(matcher));
    if (extent === "first") return { kind: "scan", encoded, matches };
    work += size * (encoded.length - matcher.end());
  }
  return { kind: "unsupported", construct: say`a text of this length` };
}

/** Whether the pattern matches the whole text. */
export function matchesWhole(regex: DotNetRegex, text: string): boolean {
  return regex.engine.matches(encodeUnits(text, regex.finalNewline));
}

function groupsOf(matcher: ReturnType<RE2JS["matcher"]>): Match {
  return Array.from({ length: matcher.groupCount() + 1 }, (_, group) => {
    const start = matcher.start(group);
    return start < 0 ? undefined : [start, matcher.end(group)];
  });
}

/** `\b` beside letters outside ASCII is .NET's, not the engine's. */
function obstacleIn(regex: DotNetRegex, text: string): Sentence | undefined {
  if (regex.wordBoundary && /[^\P{L}\0-\x7F]|[^\P{Mn}\0-\x7F]|[^\P{Nd}\0-\x7F]|[^\P{Pc}\0-\x7F]|[\u200C\u200D]/u.test(text)) {
    return say`'\\b' or '\\B' in a text with letters outside ASCII`;
  }
  return undefined;
}
