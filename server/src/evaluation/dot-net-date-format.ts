/** A .NET custom date and time format ("Custom date and time format strings"), read into its parts. */
export type FormatPart =
  | { readonly kind: "literal"; readonly text: string }
  /** A bare `Z`: in a text that is read it says that the time is in UTC. */
  | { readonly kind: "utc" }
  /** A letter and how often it stands there: `yyyy` is `y` four times. */
  | { readonly kind: "field"; readonly letter: string; readonly count: number };

export type DateFormat =
  | { readonly kind: "format"; readonly parts: readonly FormatPart[] }
  | { readonly kind: "invalid"; readonly reason: string }
  | { readonly kind: "unsupported"; readonly construct: string };

const fields = "dfFghHKmMstyz";

/** Reads a format. `reason` is a clause and `construct` a noun phrase, both without a full stop. */
export function readDateFormat(format: string): DateFormat {
  if (format === "") return { kind: "invalid", reason: "it is empty" };
  if (format.length === 1) return { kind: "unsupported", construct: `the standard format "${format}"` };
  const parts: FormatPart[] = [];
  let position = 0;
  while (position < format.length) {
    const step = readPart(format, position);
    if (typeof step === "string") return { kind: "invalid", reason: step };
    if (step.part !== undefined) parts.push(step.part);
    position += step.length;
  }
  const foreign = parts.find((part) => part.kind === "field" && (part.letter === "g" || part.letter === "F"));
  return foreign?.kind === "field"
    ? { kind: "unsupported", construct: `the format letter '${foreign.letter}'` }
    : { kind: "format", parts };
}

interface Step {
  readonly part: FormatPart | undefined;
  readonly length: number;
}

function readPart(format: string, position: number): Step | string {
  const character = format.charAt(position);
  if (character === "'" || character === '"') return readQuoted(format, position, character);
  if (character === "\\") return position + 1 < format.length ? literal(format.charAt(position + 1), 2) : "a '\\' stands at its end";
  // `%` only marks that a single letter is a field.
  if (character === "%") return /[^%]/.test(format.charAt(position + 1)) ? { part: undefined, length: 1 } : "a '%' has no letter behind it";
  if (character === "Z") return { part: { kind: "utc" }, length: 1 };
  if (!fields.includes(character)) return literal(character, 1);
  let count = 1;
  while (format.charAt(position + count) === character) count += 1;
  return { part: { kind: "field", letter: character, count }, length: count };
}

function literal(text: string, length: number): Step {
  return { part: { kind: "literal", text }, length };
}

/** A backslash escapes inside quotes too. */
function readQuoted(format: string, position: number, quote: string): Step | string {
  let text = "";
  for (let index = position + 1; index < format.length; index += 1) {
    const character = format.charAt(index);
    if (character === quote) return literal(text, index + 1 - position);
    if (character === "\\") index += 1;
    text += format.charAt(index);
  }
  return "a quote is not closed";
}

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

export const dayNames: readonly string[] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
