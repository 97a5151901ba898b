/** The first moment that .NET's dates reach, in milliseconds since 1970: the beginning of the year 1. */
export const earliestDate = utc(1, 1, 1, 0, 0, 0, 0) ?? 0;
/** The last one: the end of the year 9999. */
export const latestDate = utc(9999, 12, 31, 23, 59, 59, 999) ?? 0;

/** A date read from a text, in UTC. */
export interface DateText {
  readonly milliseconds: number;
  /** What the milliseconds leave out, in steps of 100 nanoseconds. */
  readonly ticks: number;
  /** False for a shape that no document shows with its meaning: a time without an offset, Entra's own text form. */
  readonly documented: boolean;
}

/**
 * Reads ISO 8601 forms (`2020-03-16`, `2020-03-16-07:00`, `2009-06-15T01:45:30.5-07:00`, also with a space for the T) and Entra's own form
 * `M/d/yyyy h:mm:ss tt`. Without an offset a date is in UTC. Undefined for anything else.
 */
export function parseDateText(text: string): DateText | undefined {
  return parseIso(text.trim()) ?? parseOwn(text.trim());
}

/** A moment written in ISO 8601, in UTC where no offset says otherwise: what `now` and `--now` take. Undefined for anything else. */
export function readIsoTime(text: string): Date | undefined {
  const read = parseIso(text.trim());
  return read && new Date(read.milliseconds);
}

const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,7}))?)?)?\s?(Z|[+-]\d{2}:?\d{2})?$/;

function parseIso(text: string): DateText | undefined {
  const match = iso.exec(text);
  if (match === null) return undefined;
  const groups: readonly (string | undefined)[] = match;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = groups.slice(1, 7).map((digits) => Number(digits ?? 0));
  const fraction = (match[7] ?? "").padEnd(7, "0");
  const local = utc(year, month, day, hour, minute, second, Number(fraction.slice(0, 3)));
  const offset = offsetMinutes(match[8] ?? "Z");
  if (local === undefined || offset === undefined) return undefined;
  return within(local - offset * 60_000, Number(fraction.slice(3)), match[8] !== undefined || match[4] === undefined);
}

const own = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d{2}):(\d{2}) ([AP])M$/;

function parseOwn(text: string): DateText | undefined {
  const match = own.exec(text);
  if (match === null) return undefined;
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  if (hour < 1 || hour > 12) return undefined;
  const moment = utc(year, month, day, (hour % 12) + (match[7] === "P" ? 12 : 0), minute, second, 0);
  return moment === undefined ? undefined : within(moment, 0, false);
}

function within(milliseconds: number, ticks: number, documented: boolean): DateText | undefined {
  return milliseconds < earliestDate || milliseconds > latestDate ? undefined : { milliseconds, ticks, documented };
}

/** Minutes east of Greenwich of `Z`, `+08:00` or `+0800`; undefined above .NET's 14 hours. */
export function offsetMinutes(text: string): number | undefined {
  if (text === "Z") return 0;
  const digits = text.replace(":", "");
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3, 5));
  if (minutes > 14 * 60 || Number(digits.slice(3, 5)) > 59) return undefined;
  return digits.startsWith("-") ? -minutes : minutes;
}

/** Milliseconds since 1970 of a moment in UTC; undefined when the calendar or the clock lacks it. */
export function utc(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  millisecond: number,
): number | undefined {
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, millisecond);
  const exists = year >= 1 && date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.getTime() : undefined;
}

/** Entra's text form of a date, `M/d/yyyy h:mm:ss tt` in UTC (reference page, CDate and Now). `milliseconds` count from 1970-01-01T00:00:00Z. */
export function printDate(milliseconds: number): string {
  const date = new Date(milliseconds);
  const hour = date.getUTCHours();
  const day = `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${String(date.getUTCFullYear()).padStart(4, "0")}`;
  const time = [hour % 12 === 0 ? 12 : hour % 12, twoDigits(date.getUTCMinutes()), twoDigits(date.getUTCSeconds())].join(":");
  return `${day} ${time} ${hour < 12 ? "AM" : "PM"}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
