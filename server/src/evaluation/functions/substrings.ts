import { personal, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import { changeCase } from "../letter-case.ts";
import type { Evaluation, Run } from "../run.ts";
import { isStop, numberOf, problem, unknown } from "../value.ts";
import { trimWhiteSpace } from "../white-space.ts";
import { argumentAt, expressionAt, integerArgument, nullForNull, textArgument } from "./builder.ts";
import type { Builders, PreparedCall } from "./builder.ts";

/** Functions that cut texts. Positions count UTF-16 units from 1, as in .NET and Visual Basic. */
export const substringFunctions = {
  InStr: inStr,
  Left: left,
  Mid: mid,
  Split: split,
  Word: word,
} satisfies Partial<Builders>;

/** A negative count gives the whole text, a missing text the empty one (both documented). */
function left(call: PreparedCall<2>): Evaluation {
  const source = textArgument(call, 0);
  const count = integerArgument(call, 1);
  return (run) => {
    const text = source(run);
    if (isStop(text)) return text;
    const length = count(run);
    if (typeof length !== "number") return length;
    if (text === null) return "";
    return length < 0 ? text : text.slice(0, length);
  };
}

function mid(call: PreparedCall<3>): Evaluation {
  const source = textArgument(call, 0);
  const from = integerArgument(call, 1);
  const count = integerArgument(call, 2);
  return (run) => {
    const text = source(run);
    if (isStop(text)) return text;
    const start = from(run);
    if (typeof start !== "number") return start;
    const length = count(run);
    if (typeof length !== "number") return length;
    if (start < 1 || length < 0) {
      run.inferred = true;
      return problem(call.range, outsideText(start, length));
    }
    if (text === null) return nullForNull(run);
    if (start > text.length) run.inferred = true;
    return text.slice(start - 1, start - 1 + length);
  };
}

function outsideText(start: number, length: number): Sentence {
  return say`Mid counts from 1 and takes a length from 0 up, but got start ${personal(start)} and length ${personal(length)}.`;
}

/** Visual Basic's InStr: binary unless told otherwise; the position counts from the beginning, 0 is "not found". */
function inStr(call: PreparedCall<4>): Evaluation {
  const compare = expressionAt(call, 3);
  const name = compare === undefined ? "vbBinaryCompare" : compare.kind === "word" ? compare.name : "";
  if (name !== "vbBinaryCompare" && name !== "vbTextCompare") {
    return () => unknown("undocumented", say`InStr is documented for the comparisons vbBinaryCompare and vbTextCompare only.`);
  }
  const source = textArgument(call, 0);
  const needle = textArgument(call, 1);
  const from = argumentAt(call, 2) === undefined ? () => 1 : integerArgument(call, 2);
  return (run) => {
    const text = source(run);
    if (isStop(text)) return text;
    const sought = needle(run);
    if (isStop(sought)) return sought;
    const start = from(run);
    if (typeof start !== "number") return start;
    if (start < 1) {
      run.inferred = true;
      return problem(call.range, say`InStr counts from 1, but got start ${personal(start)}.`);
    }
    if (text === null || sought === null || rests(text, sought, start, compare === undefined ? undefined : name)) run.inferred = true;
    return numberOf(positionOf(text ?? "", sought ?? "", start, name));
  };
}

function positionOf(text: string, sought: string, start: number, comparison: string): number {
  if (start > text.length) return 0;
  if (comparison === "vbBinaryCompare") return text.indexOf(sought, start - 1) + 1;
  return lowerCase(text).indexOf(lowerCase(sought), start - 1) + 1;
}

/** Whether the position rests on a decision of ours: an edge, a comparison that nobody chose where it matters, or case beyond ASCII. */
function rests(text: string, sought: string, start: number, comparison: string | undefined): boolean {
  if (sought === "" || start > text.length) return true;
  if (comparison === "vbTextCompare") return /[^\0-\x7F]/.test(text + sought);
  return (
    comparison === undefined && positionOf(text, sought, start, "vbBinaryCompare") !== positionOf(text, sought, start, "vbTextCompare")
  );
}

function lowerCase(text: string): string {
  return changeCase(text, "lower", "")?.text ?? text;
}

function split(call: PreparedCall<2>): Evaluation {
  if (argumentAt(call, 1) === undefined)
    return () => unknown("undocumented", say`Entra does not document how Split works without a delimiter.`);
  const source = textArgument(call, 0);
  const delimiter = textArgument(call, 1);
  return (run) => {
    const text = source(run);
    if (isStop(text)) return text;
    const between = delimiter(run);
    if (isStop(between)) return between;
    if (text === null) return nullForNull(run);
    return splitAt(run, text, between ?? "");
  };
}

/** Parts are trimmed as in the documented example; that empty ones are dropped and a long delimiter counts as one is our decision. */
function splitAt(run: Run, text: string, delimiter: string): readonly string[] | null {
  const all = (delimiter === "" ? [text] : text.split(delimiter)).map(trimWhiteSpace);
  const parts = all.filter((part) => part !== "");
  if (delimiter.length !== 1 || parts.length < all.length) run.inferred = true;
  return parts.length === 0 ? null : parts;
}

/** The n-th word; every character of the delimiters separates. No such word, a number below 1 or no text: the empty text. */
function word(call: PreparedCall<3>): Evaluation {
  const source = textArgument(call, 0);
  const position = integerArgument(call, 1);
  const delimiters = textArgument(call, 2);
  return (run) => {
    const text = source(run);
    if (isStop(text)) return text;
    const number = position(run);
    if (typeof number !== "number") return number;
    const separators = delimiters(run);
    if (isStop(separators)) return separators;
    return text === null || number < 1 ? "" : wordAt(run, text, number, separators ?? "");
  };
}

function wordAt(run: Run, text: string, number: number, delimiters: string): string {
  const words: string[] = [];
  let start = 0;
  for (let end = 0; end <= text.length; end += 1) {
    if (end < text.length && !delimiters.includes(text.charAt(end))) continue;
    words.push(text.slice(start, end));
    start = end + 1;
  }
  const present = words.filter((word) => word !== "");
  if (words.length === 1 || present.length < words.length) run.inferred = true;
  return present[number - 1] ?? "";
}
