import { say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import { offsetMinutes, utc } from "./date-text.ts";
import { dayNames, monthNames } from "./dot-net-date-format.ts";
import type { FormatPart } from "./dot-net-date-format.ts";
import type { Moment } from "./dot-net-date-print.ts";

/** Fields of a text by the letter of their format; `t` is 0 for AM and 1 for PM, `z` minutes east of Greenwich, `f` steps of 100 nanoseconds. */
type Fields = Partial<Record<string, number>>;

/** What of a format cannot be parsed exactly as .NET would; undefined when all can. */
export function unparsable(parts: readonly FormatPart[]): Sentence | undefined {
  const years = parts.filter((part) => part.kind === "field" && part.letter === "y");
  if (years.length === 0) return say`an input format without a year`;
  if (years.some((part) => part.kind === "field" && part.count !== 4)) return say`an input format whose year has not four digits`;
  const long = parts.find((part) => part.kind === "field" && part.letter === "f" && part.count > 7);
  return long === undefined ? undefined : say`fractions of more than seven digits`;
}

/** Reads a text that fits a format exactly, as .NET's ParseExact with white space allowed around it; undefined when it does not fit. */
export function parseMoment(parts: readonly FormatPart[], text: string): Moment | undefined {
  const found: Fields = {};
  let rest = text.trim();
  for (const part of trimmed(parts)) {
    const length = readPart(part, rest, found);
    if (length === undefined) return undefined;
    rest = rest.slice(length);
  }
  return rest === "" ? momentOf(found) : undefined;
}

/** White space around the format counts as little as that around the text. */
function trimmed(parts: readonly FormatPart[]): readonly FormatPart[] {
  const blank = (part: FormatPart) => part.kind === "literal" && part.text.trim() === "";
  const start = parts.findIndex((part) => !blank(part));
  return parts.slice(start, parts.findLastIndex((part) => !blank(part)) + 1);
}

/** How many characters the part takes; undefined when it does not fit. */
function readPart(part: FormatPart, rest: string, found: Fields): number | undefined {
  switch (part.kind) {
    case "literal":
      return rest.startsWith(part.text) ? part.text.length : undefined;
    case "utc":
      return rest.startsWith("Z") ? keep(found, "z", 0, 1) : undefined;
    case "field":
      return readField(part.letter, part.count, rest, found);
  }
}

function readField(letter: string, count: number, rest: string, found: Fields): number | undefined {
  if (letter === "f") return readDigits(rest, found, "f", count, count, (digits) => Number(digits.padEnd(7, "0")));
  if (letter === "t")
    return readName(
      rest,
      found,
      "t",
      ["AM", "PM"].map((name) => name.slice(0, count)),
    );
  if (letter === "z") return readOffset(rest, found, count);
  if (letter === "K") return readZone(rest, found);
  if (letter === "M" && count > 2) return readName(rest, found, "M", named(monthNames, count), 1);
  if (letter === "d" && count > 2) return readName(rest, found, "weekday", named(dayNames, count));
  // One letter takes one or two digits, two letters demand both; the year has four.
  return letter === "y" ? readDigits(rest, found, "y", 4, 4) : readDigits(rest, found, letter, Math.min(count, 2), 2);
}

function named(names: readonly string[], count: number): readonly string[] {
  return count === 3 ? names.map((name) => name.slice(0, 3)) : names;
}

function readDigits(
  rest: string,
  found: Fields,
  letter: string,
  least: number,
  most: number,
  valueOf: (digits: string) => number = Number,
): number | undefined {
  const digits = new RegExp(`^[0-9]{${least},${most}}`).exec(rest)?.[0];
  return digits === undefined ? undefined : keep(found, letter, valueOf(digits), digits.length);
}

function readName(rest: string, found: Fields, letter: string, names: readonly string[], first = 0): number | undefined {
  const index = names.findIndex((name) => rest.toLowerCase().startsWith(name.toLowerCase()));
  return index === -1 ? undefined : keep(found, letter, index + first, names[index]?.length ?? 0);
}

/** `z` has one or two digits of hours, `zz` two, `zzz` minutes as well. */
function readOffset(rest: string, found: Fields, count: number): number | undefined {
  const shape = count === 1 ? /^[+-][0-9]{1,2}/ : count === 2 ? /^[+-][0-9]{2}/ : /^[+-][0-9]{2}:?[0-9]{2}/;
  const text = shape.exec(rest)?.[0];
  if (text === undefined) return undefined;
  const minutes = offsetMinutes(count > 2 ? text : `${text.charAt(0)}${text.slice(1).padStart(2, "0")}00`);
  return minutes === undefined ? undefined : keep(found, "z", minutes, text.length);
}

function readZone(rest: string, found: Fields): number | undefined {
  if (rest.startsWith("Z")) return keep(found, "z", 0, 1);
  return /^[+-]/.test(rest) ? readOffset(rest, found, 3) : 0;
}

/** A field that stands twice must say the same twice. */
function keep(found: Fields, letter: string, value: number, length: number): number | undefined {
  if (found[letter] !== undefined && found[letter] !== value) return undefined;
  found[letter] = value;
  return length;
}

function momentOf(found: Fields): Moment | undefined {
  const hour = hourOf(found);
  if (hour === undefined) return undefined;
  const { y = 1, M = 1, d = 1, m = 0, s = 0, f = 0, z = 0, weekday } = found;
  const local = utc(y, M, d, hour, m, s, Math.trunc(f / 10_000));
  if (local === undefined) return undefined;
  if (weekday !== undefined && new Date(local).getUTCDay() !== weekday) return undefined;
  return { milliseconds: local - z * 60_000, ticks: f % 10_000, zoned: found["z"] !== undefined };
}

/** Without AM or PM a twelve-hour clock means the morning; with one, a 24-hour clock must agree. */
function hourOf({ h, H, t }: Fields): number | undefined {
  if (h === undefined) {
    const hour = H ?? (t === 1 ? 12 : 0);
    return H !== undefined && t !== undefined && hour >= 12 !== (t === 1) ? undefined : hour;
  }
  const hour = (h % 12) + (t === 1 ? 12 : 0);
  return h > 12 || (H !== undefined && H !== hour) ? undefined : hour;
}
