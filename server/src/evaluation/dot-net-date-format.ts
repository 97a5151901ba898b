import { failure, success } from "#base/result";
import type { Result } from "#base/result";
import { own, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";

/** A .NET custom date and time format ("Custom date and time format strings"), read into its parts. */
export type FormatPart =
  | { readonly kind: "literal"; readonly text: string }
  /** A bare `Z`: in a text that is read it says that the time is in UTC. */
  | { readonly kind: "utc" }
  /** A letter and how often it stands there: `yyyy` is `y` four times. */
  | { readonly kind: "field"; readonly letter: string; readonly count: number };

/** A format that was read, or why it was not: `reason` is a clause and `construct` a noun phrase, both without a full stop. */
export type DateFormat =
  | { readonly kind: "format"; readonly parts: readonly FormatPart[] }
  | { readonly kind: "invalid"; readonly reason: Sentence }
  | { readonly kind: "unsupported"; readonly construct: Sentence };

const fields = "dfFghHKmMstyz";

/** Reads a format. */
export function readDateFormat(format: string): DateFormat {
  if (format === "") return { kind: "invalid", reason: say`it is empty` };
  if (format.length === 1) return { kind: "unsupported", construct: say`the standard format "${own(format)}"` };
  const parts: FormatPart[] = [];
  let position = 0;
  while (position < format.length) {
    const step = readPart(format, position);
    if (!step.ok) return { kind: "invalid", reason: step.error };
    if (step.value.part !== undefined) parts.push(step.value.part);
    position += step.value.length;
  }
  const foreign = parts.find((part) => part.kind === "field" && (part.letter === "g" || part.letter === "F"));
  return foreign?.kind === "field"
    ? { kind: "unsupported", construct: say`the format letter '${own(foreign.letter)}'` }
    : { kind: "format", parts };
}

/** One part, if it is more than a mark, and how many characters spell it. */
interface Step {
  readonly part: FormatPart | undefined;
  readonly length: number;
}

type Reading = Result<Step, Sentence>;

function readPart(format: string, position: number): Reading {
  const character = format.charAt(position);
  if (character === "'" || character === '"') return readQuoted(format, position, character);
  if (character === "\\")
    return position + 1 < format.length ? literal(format.charAt(position + 1), 2) : failure(say`a '\\' stands at its end`);
  // `%` only marks that a single letter is a field.
  if (character === "%")
    return /[^%]/.test(format.charAt(position + 1)) ? success({ part: undefined, length: 1 }) : failure(say`a '%' has no letter behind it`);
  if (character === "Z") return success({ part: { kind: "utc" }, length: 1 });
  if (!fields.includes(character)) return literal(character, 1);
  let count = 1;
  while (format.charAt(position + count) === character) count += 1;
  return success({ part: { kind: "field", letter: character, count }, length: count });
}

function literal(text: string, length: number): Reading {
  return success({ part: { kind: "literal", text }, length });
}

/** A backslash escapes inside quotes too. */
function readQuoted(format: string, position: number, quote: string): Reading {
  let text = "";
  for (let index = position + 1; index < format.length; index += 1) {
    const character = format.charAt(index);
    if (character === quote) return literal(text, index + 1 - position);
    if (character === "\\") index += 1;
    text += format.charAt(index);
  }
  return failure(say`a quote is not closed`);
}

/** The invariant culture's names of the months. */
export const monthNames: readonly string[] = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Its names of the days. */
export const dayNames: readonly string[] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
