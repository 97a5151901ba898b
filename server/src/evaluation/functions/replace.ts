import { own, personal, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import { compilePattern, scan } from "../dot-net-regex.ts";
import type { DotNetRegex, Match } from "../dot-net-regex.ts";
import { expandReplacement, readReplacement } from "../dot-net-replacement.ts";
import { asItIs, ofRecord } from "../of-record.ts";
import type { Refusal } from "../pattern-reader.ts";
import { decodeUnits, encodeUnits } from "../unit-encoding.ts";
import type { Evaluation, Run } from "../run.ts";
import { isStop, longestText, problem, unknown } from "../value.ts";
import type { Stop, Value } from "../value.ts";
import { argumentAt, expressionAt, nullForNull, textArgument } from "./builder.ts";
import type { Builders, PreparedCall } from "./builder.ts";

/** Replace, with its five modes. */
export const replaceFunctions = { Replace: replace } satisfies Partial<Builders>;

/** Positions of the arguments; an empty position means "not given", which differs from `""`. */
const position = { source: 0, oldValue: 1, pattern: 2, group: 3, replacement: 4, otherSource: 5, template: 6 } as const;

type Part = keyof typeof position;

/** Replace has five modes, told apart by which arguments are given (reference page, Replace). */
function replace(call: PreparedCall<7>): Evaluation {
  const given = Object.entries(position).filter(([part, index]) => part !== "source" && argumentAt(call, index) !== undefined);
  switch (given.map(([part]) => part).join(" ")) {
    case "oldValue replacement":
      return replaceText(call, "replacement", (source, replacement) => [source, replacement]);
    case "oldValue template":
      return replaceText(call, "template", (source, template) => [template, source]);
    case "pattern replacement":
      return replaceMatches(call);
    case "pattern group replacement":
      return replaceGroup(call);
    case "pattern group otherSource":
      return extractGroup(call);
    default:
      return mixedModes(call);
  }
}

function mixedModes(call: PreparedCall<7>): Evaluation {
  return (run) => {
    run.inferred = true;
    return problem(
      call.range,
      say`The arguments of Replace belong to different modes. Give what one mode needs and leave the others empty.`,
    );
  };
}

/** Every occurrence of oldValue in one text becomes another text; `roles` names both. Case counts. */
function replaceText(
  call: PreparedCall<7>,
  other: Part,
  roles: (source: string, other: string) => readonly [within: string, by: string],
): Evaluation {
  const read = readTexts(call, ["source", "oldValue", other]);
  return (run) => {
    const values = read(run);
    if (isStop(values)) return values;
    const [source = null, old = null, given = null] = values;
    if (source === null) return nullForNull(run);
    if (old === null || old === "") return problem(call.range, say`Replace has nothing to look for, because oldValue is empty.`);
    if (given === null) run.inferred = true;
    const [within, by] = roles(source, given ?? "");
    return withText(within.split(old), by);
  };
}

function withText(parts: readonly string[], by: string): Value {
  const length = parts.reduce((sum, part) => sum + part.length, (parts.length - 1) * by.length);
  return length > longestText ? tooLong() : parts.join(by);
}

/** Every match becomes the replacement, in which `${name}` stands for a group. */
function replaceMatches(call: PreparedCall<7>): Evaluation {
  const readSource = textArgument(call, position.source);
  const readGiven = textArgument(call, position.replacement);
  const regexOf = patternArgument(call);
  const replacementOf = rememberLast((given: string, regex: DotNetRegex) => readReplacement(encodeUnits(given, false), regex));
  return (run) => {
    const source = readSource(run);
    if (isStop(source)) return source;
    const given = readGiven(run);
    if (isStop(given)) return given;
    const regex = regexOf(run);
    if (regex.kind !== "regex") return regex;
    if (source === null) return nullForNull(run);
    const replacement = replacementOf(given ?? "", regex);
    if (given === null || replacement.unresolved) run.inferred = true;
    return substitute(run, regex, source, (encoded, match) => [match[0], expandReplacement(replacement.parts, encoded, match)]);
  };
}

/** Replacements seldom change from person to person. */
function rememberLast<T>(read: (given: string, regex: DotNetRegex) => T): (given: string, regex: DotNetRegex) => T {
  let last: { readonly given: string; readonly regex: DotNetRegex; readonly value: T } | undefined;
  return (given, regex) => {
    if (last?.given !== given || last.regex !== regex) last = { given, regex, value: read(given, regex) };
    return last.value;
  };
}

/** In every match only the text of the group is replaced; a match in which the group took no part stays. */
function replaceGroup(call: PreparedCall<7>): Evaluation {
  const read = readTexts(call, ["source", "group", "replacement"]);
  const regexOf = patternArgument(call);
  return (run) => {
    const values = read(run);
    if (isStop(values)) return values;
    const regex = regexOf(run);
    if (regex.kind !== "regex") return regex;
    const [source = null, name = null, replacement = null] = values;
    if (source === null) return nullForNull(run);
    const group = groupNamed(call, regex, name);
    if (typeof group !== "number") return group;
    // Whether `$` is special here is not documented; it is taken literally.
    if (replacement === null || replacement.includes("$")) run.inferred = true;
    return substitute(run, regex, source, (_, match) => [match[group], encodeUnits(replacement ?? "", false)]);
  };
}

/** The source if it has a value, otherwise what the group holds in the other source. */
function extractGroup(call: PreparedCall<7>): Evaluation {
  const readSource = textArgument(call, position.source);
  const read = readTexts(call, ["group", "otherSource"]);
  const regexOf = patternArgument(call);
  return (run) => {
    const source = readSource(run);
    if (isStop(source)) return source;
    if (source !== null && source !== "") return source;
    const values = read(run);
    if (isStop(values)) return values;
    const regex = regexOf(run);
    if (regex.kind !== "regex") return regex;
    const [name = null, other = null] = values;
    if (other === null) return nullForNull(run);
    const group = groupNamed(call, regex, name);
    return typeof group === "number" ? firstGroup(run, regex, other, group, source) : group;
  };
}

function firstGroup(run: Run, regex: DotNetRegex, text: string, group: number, otherwise: string | null): Value {
  const found = scan(regex, text, "first");
  if (found.kind === "unsupported") return cannotRun(found.construct);
  const [match] = found.matches;
  if (match !== undefined) return decodeUnits(found.encoded.slice(...(match[group] ?? [0, 0])));
  run.inferred = true;
  return otherwise;
}

/** Puts a text in place of a part of each match, the part given by its start and end in the encoded text. */
function substitute(
  run: Run,
  regex: DotNetRegex,
  source: string,
  each: (encoded: string, match: Match) => readonly [Match[number], string],
): Value {
  const found = scan(regex, source, "all");
  if (found.kind === "unsupported") return cannotRun(found.construct);
  if (found.matches.length === 0) run.inferred = true;
  let result = "";
  let copied = 0;
  for (const match of found.matches) {
    const [span, text] = each(found.encoded, match);
    if (span === undefined) continue;
    result += found.encoded.slice(copied, span[0]) + text;
    copied = span[1];
    if (result.length > longestText) return tooLong();
  }
  return decodeUnits(result + found.encoded.slice(copied));
}

function groupNamed(call: PreparedCall<7>, regex: DotNetRegex, name: string | null): number | Stop {
  const range = expressionAt(call, position.group)?.range ?? call.range;
  return regex.groups.get(name ?? "") ?? problem(range, say`The pattern has no group named "${personal(name ?? "")}".`);
}

/** The texts of several arguments, in order; the first stop of one ends them all. */
function readTexts(call: PreparedCall<7>, parts: readonly Part[]): (run: Run) => readonly (string | null)[] | Stop {
  const readers = parts.map((part) => textArgument(call, position[part]));
  return (run) => {
    const values: (string | null)[] = [];
    for (const reader of readers) {
      const value = reader(run);
      if (isStop(value)) return value;
      values.push(value);
    }
    return values;
  };
}

/** A pattern written as a text is compiled while the expression is prepared. */
function patternArgument(call: PreparedCall<7>): (run: Run) => DotNetRegex | Stop {
  const expression = expressionAt(call, position.pattern);
  const range = expression?.range ?? call.range;
  if (expression?.kind === "text") {
    const regex = orStop(compilePattern(expression.value), asItIs);
    return () => regex;
  }
  const read = textArgument(call, position.pattern);
  return (run) => {
    const pattern = read(run);
    if (isStop(pattern)) return pattern;
    return pattern === null ? problem(range, say`Replace has no pattern to look for.`) : orStop(compilePattern(pattern), ofRecord);
  };

  function orStop(compiled: DotNetRegex | Refusal, whose: (part: Sentence) => Sentence): DotNetRegex | Stop {
    if (compiled.kind === "invalid") return problem(range, say`This is not a .NET regular expression: ${whose(compiled.reason)}.`);
    return compiled.kind === "unsupported" ? cannotRun(whose(compiled.construct)) : compiled;
  }
}

function cannotRun(construct: Sentence): Stop {
  return unknown("pattern-not-run", say`The pattern of Replace needs ${construct}, which this preview cannot run exactly as .NET does.`);
}

function tooLong(): Stop {
  return unknown("too-long", say`The result of ${own("Replace")} is longer than ${longestText} characters.`);
}
