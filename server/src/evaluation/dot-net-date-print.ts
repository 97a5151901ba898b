import { dayNames, monthNames } from "./dot-net-date-format.ts";
import type { FormatPart } from "./dot-net-date-format.ts";

/** A moment in UTC; `ticks` are steps of 100 nanoseconds beyond the milliseconds. `zoned` when the text it came from said its offset. */
export interface Moment {
  readonly milliseconds: number;
  readonly ticks: number;
  readonly zoned: boolean;
}

/** Writes a moment by a .NET format, with the invariant culture's names, on a service whose local time is UTC. */
export function printMoment(parts: readonly FormatPart[], moment: Moment): string {
  return parts.map((part) => printPart(part, moment)).join("");
}

function printPart(part: FormatPart, moment: Moment): string {
  switch (part.kind) {
    case "literal":
      return part.text;
    case "utc":
      return "Z";
    case "field":
      return printField(part.letter, part.count, moment);
  }
}

function printField(letter: string, count: number, moment: Moment): string {
  const date = new Date(moment.milliseconds);
  const hour = date.getUTCHours();
  const padded = (value: number) => String(value).padStart(Math.min(count, 2), "0");
  switch (letter) {
    case "y":
      return count <= 2 ? padded(date.getUTCFullYear() % 100) : String(date.getUTCFullYear()).padStart(count, "0");
    case "M":
      return count <= 2 ? padded(date.getUTCMonth() + 1) : nameOf(monthNames, date.getUTCMonth(), count);
    case "d":
      return count <= 2 ? padded(date.getUTCDate()) : nameOf(dayNames, date.getUTCDay(), count);
    case "H":
      return padded(hour);
    case "h":
      return padded(hour % 12 === 0 ? 12 : hour % 12);
    case "m":
      return padded(date.getUTCMinutes());
    case "s":
      return padded(date.getUTCSeconds());
    case "f":
      return (String(date.getUTCMilliseconds()).padStart(3, "0") + String(moment.ticks).padStart(4, "0")).slice(0, count);
    case "t":
      return (hour < 12 ? "AM" : "PM").slice(0, Math.min(count, 2));
    case "K":
      return moment.zoned ? "Z" : "";
    default:
      return ["+0", "+00", "+00:00"][Math.min(count, 3) - 1] ?? "";
  }
}

function nameOf(names: readonly string[], index: number, count: number): string {
  const name = names[index] ?? "";
  return count === 3 ? name.slice(0, 3) : name;
}
