import { personal, say } from "#base/sentence";
import { changeCase, toProperCase } from "../letter-case.ts";
import { normalizeDiacritics } from "../diacritics.ts";
import type { Evaluation, Run } from "../run.ts";
import { isStop, problem, texts } from "../value.ts";
import type { Stop } from "../value.ts";
import { trimWhiteSpace } from "../white-space.ts";
import { givenValue, nullForNull, textArgument, textFunction } from "./builder.ts";
import type { Builders, PreparedCall } from "./builder.ts";

/** Functions that join and rewrite texts. */
export const textFunctions = {
  Append: append,
  Join: join,
  NormalizeDiacritics: textFunction((text, run) => {
    const { plain, documented } = normalizeDiacritics(text);
    if (!documented) run.inferred = true;
    return plain;
  }),
  PCase: properCase,
  Prepend: append,
  // Only the space character is mentioned, not tabs or other white space.
  StripSpaces: textFunction((text) => text.replaceAll(" ", "")),
  ToLower: (call) => letterCase(call, "lower"),
  ToUpper: (call) => letterCase(call, "upper"),
  Trim: trim,
} satisfies Partial<Builders>;

/** Both texts in the order they are written. What a missing one stands for is not documented; here it is an empty text. */
function append(call: PreparedCall<2>): Evaluation {
  const first = textArgument(call, 0);
  const second = textArgument(call, 1);
  return (run) => {
    const start = first(run);
    if (isStop(start)) return start;
    const end = second(run);
    if (isStop(end)) return end;
    if (start === null || end === null) run.inferred = true;
    return (start ?? "") + (end ?? "");
  };
}

function join(call: PreparedCall): Evaluation {
  const separator = textArgument(call, 0);
  const sources = call.arguments.slice(1).map((_, index) => givenValue(call, index + 1));
  return (run) => {
    const between = separator(run);
    if (isStop(between)) return between;
    const parts: string[] = [];
    for (const source of sources) {
      const stop = addParts(run, source, parts);
      if (stop !== undefined) return stop;
    }
    if (parts.length === 0 || between === null) run.inferred = true;
    return parts.join(between ?? "");
  };
}

/** Null and empty sources are skipped; a multi-valued source contributes each of its values. */
function addParts(run: Run, source: Evaluation, parts: string[]): Stop | undefined {
  const value = source(run);
  if (isStop(value)) return value;
  const given = texts(value);
  if (typeof given === "string") {
    if (given !== "") parts.push(given);
  } else if (given !== null) {
    const present = given.filter((text) => text !== "");
    if (present.length < given.length) run.inferred = true;
    parts.push(...present);
  }
  return undefined;
}

function letterCase(call: PreparedCall<2>, direction: "lower" | "upper"): Evaluation {
  const source = textArgument(call, 0);
  const culture = textArgument(call, 1);
  return (run) => {
    const text = source(run);
    if (isStop(text)) return text;
    const name = culture(run);
    if (isStop(name)) return name;
    if (text === null) return nullForNull(run);
    const changed = changeCase(text, direction, name ?? "");
    if (changed === undefined)
      return problem(call.range, say`"${personal(name ?? "")}" is not the name of a culture. Write one such as "en-US".`);
    if (!changed.simple) run.inferred = true;
    return changed.text;
  };
}

/** Words begin after a separator: one of the characters given, otherwise any space, punctuation or symbol. */
function properCase(call: PreparedCall<2>): Evaluation {
  const source = textArgument(call, 0);
  const separators = textArgument(call, 1);
  return (run) => {
    const text = source(run);
    if (isStop(text)) return text;
    const given = separators(run);
    if (isStop(given)) return given;
    if (text === null) return nullForNull(run);
    const { proper, documented } = toProperCase(text, given ?? undefined);
    if (!documented) run.inferred = true;
    return proper;
  };
}

/** The Cloud Sync reference trims each value of a multi-valued attribute. */
function trim(call: PreparedCall<1>): Evaluation {
  const source = givenValue(call, 0);
  return (run) => {
    const value = source(run);
    if (isStop(value)) return value;
    const given = texts(value);
    if (given === null) return nullForNull(run);
    return typeof given === "string" ? trimWhiteSpace(given) : given.map(trimWhiteSpace);
  };
}
