import { earliestDate, latestDate, utc } from "./date-text.ts";

/** Interval codes of DateAdd and DateDiff: year, month, week, day, hour, minute, second. */
export type Interval = "yyyy" | "m" | "ww" | "d" | "h" | "n" | "s";

const second = 1_000;
const day = 86_400 * second;

const lengths = { ww: 7 * day, d: day, h: 3_600 * second, n: 60 * second, s: second } as const;

/** Whether a text is one of the codes. */
export function isInterval(text: string): text is Interval {
  return text === "yyyy" || text === "m" || Object.hasOwn(lengths, text);
}

/** `count` intervals later, in milliseconds since 1970; undefined when that leaves the years 1 to 9999. */
export function addToDate(interval: Interval, count: number, milliseconds: number): number | undefined {
  const moved =
    interval === "yyyy" || interval === "m"
      ? addMonths(count * (interval === "m" ? 1 : 12), milliseconds)
      : milliseconds + count * lengths[interval];
  return moved !== undefined && moved >= earliestDate && moved <= latestDate ? moved : undefined;
}

function addMonths(count: number, milliseconds: number): number | undefined {
  const date = new Date(milliseconds);
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth() + count;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  const timeOfDay = milliseconds - startOfDay(milliseconds);
  // The day itself, or the last one that the month has.
  for (const late of [date.getUTCDate(), 30, 29, 28]) {
    const midnight = late <= date.getUTCDate() ? utc(year, month, late, 0, 0, 0, 0) : undefined;
    if (midnight !== undefined) return midnight + timeOfDay;
  }
  return undefined;
}

function startOfDay(milliseconds: number): number {
  return Math.floor(milliseconds / day) * day;
}

/**
 * Visual Basic's DateDiff: years and months by the calendar, weeks between the Sundays that begin them, the rest as time that has passed
 * without its last, unfinished interval.
 */
export function dateDifference(interval: Interval, from: number, to: number): number {
  const first = new Date(from);
  const second = new Date(to);
  const years = second.getUTCFullYear() - first.getUTCFullYear();
  if (interval === "yyyy") return years;
  if (interval === "m") return years * 12 + second.getUTCMonth() - first.getUTCMonth();
  if (interval !== "ww") return Math.trunc((to - from) / lengths[interval]);
  const elapsed = to - second.getUTCDay() * day - (from - first.getUTCDay() * day);
  return Math.trunc(Math.trunc(elapsed / day) / 7);
}
