import { own, personal, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import { addToDate, dateDifference, isInterval } from "../calendar.ts";
import type { Interval } from "../calendar.ts";
import { parseDateText } from "../date-text.ts";
import type { DateText } from "../date-text.ts";
import { dateFromTicks, ticksOf } from "../file-time.ts";
import type { Evaluation, Run } from "../run.ts";
import { isStop, numberOf, problem, singleText, texts, unknown } from "../value.ts";
import type { DateValue, Stop } from "../value.ts";
import { givenValue, integerArgument, nullForNull, severalValues, textArgument } from "./builder.ts";
import type { Builders, Position, PreparedCall } from "./builder.ts";

/** Functions over dates, all in UTC. */
export const dateFunctions = {
  CDate: toDate,
  DateAdd: dateAdd,
  DateDiff: dateDiff,
  DateFromNum: dateFromNum,
  Now: () => (run) => dateOf(run.input.now.getTime()),
  NumFromDate: numFromDate,
} satisfies Partial<Builders>;

function dateOf(milliseconds: number): DateValue {
  return { kind: "date", milliseconds };
}

function toDate(call: PreparedCall<1>): Evaluation {
  const source = givenValue(call, 0);
  return (run) => {
    const value = source(run);
    if (value === null) return nullForNull(run);
    if (isStop(value)) return value;
    if (typeof value === "object" && "kind" in value && value.kind === "date") return value;
    const text = singleText(value);
    if (typeof text !== "string") return severalValues(call.name);
    const date = readDate(run, call, text);
    return "milliseconds" in date ? dateOf(date.milliseconds) : date;
  };
}

/** Reads a date text; what documents do not show (a time without offset, Entra's own form) is marked. */
function readDate(run: Run, call: PreparedCall, text: string): DateText | Stop {
  const date = parseDateText(text);
  if (date?.documented !== true) run.inferred = true;
  return date ?? problem(call.range, noDate(call.name, text));
}

function noDate(name: string, text: string): Sentence {
  return say`${own(name)} cannot read "${personal(text)}" as a date. Write one such as "2025-07-30" or "2025-07-30T09:00:00Z".`;
}

/** Adding months and years keeps the day, or takes the last one of a shorter month, as .NET does. */
function dateAdd(call: PreparedCall<3>): Evaluation {
  const intervalOf = intervalArgument(call);
  const count = integerArgument(call, 1);
  const source = dateArgument(call, 2);
  return (run) => {
    const interval = intervalOf(run);
    if (typeof interval !== "string") return interval;
    const number = count(run);
    if (typeof number !== "number") return number;
    const date = source(run);
    if (date === null || isStop(date)) return date;
    const moved = addToDate(interval, number, date.milliseconds);
    return moved === undefined ? problem(call.range, say`DateAdd leaves the years 1 to 9999.`) : dateOf(moved);
  };
}

function dateDiff(call: PreparedCall<3>): Evaluation {
  const intervalOf = intervalArgument(call);
  const first = dateArgument(call, 1);
  const second = dateArgument(call, 2);
  return (run) => {
    const interval = intervalOf(run);
    if (typeof interval !== "string") return interval;
    const from = first(run);
    if (from === null || isStop(from)) return from;
    const to = second(run);
    if (to === null || isStop(to)) return to;
    return numberOf(dateDifference(interval, from.milliseconds, to.milliseconds));
  };
}

function intervalArgument(call: PreparedCall<3>): (run: Run) => Interval | Stop {
  const source = textArgument(call, 0);
  return (run) => {
    const text = source(run);
    if (isStop(text)) return text;
    if (text !== null && isInterval(text)) return text;
    return unknown("undocumented", noInterval(call.name, text ?? ""));
  };
}

function noInterval(name: string, text: string): Sentence {
  return say`${own(name)} is documented for the intervals yyyy, m, ww, d, h, n and s, not for "${personal(text)}".`;
}

/** A date; null stays null. The reference demands CDate around texts and does not say what happens without it. */
function dateArgument(call: PreparedCall<3>, index: Position<3>): (run: Run) => DateValue | null | Stop {
  const source = givenValue(call, index);
  return (run) => {
    const value = source(run);
    if (value === null) return nullForNull(run);
    if (isStop(value)) return value;
    if (typeof value === "object" && "kind" in value && value.kind === "date") return value;
    return unknown("undocumented", say`${own(call.name)} is documented for dates only. Wrap the text in CDate.`);
  };
}

function dateFromNum(call: PreparedCall<1>): Evaluation {
  const source = textArgument(call, 0);
  return (run) => {
    const text = source(run);
    if (isStop(text)) return text;
    if (text === null) return nullForNull(run);
    const milliseconds = /^[0-9]{1,19}$/.test(text) ? dateFromTicks(BigInt(text)) : undefined;
    return milliseconds === undefined
      ? problem(call.range, say`DateFromNum cannot make a date of "${personal(text)}".`)
      : dateOf(milliseconds);
  };
}

function numFromDate(call: PreparedCall<1>): Evaluation {
  const source = givenValue(call, 0);
  return (run) => {
    const value = source(run);
    if (value === null) return nullForNull(run);
    if (isStop(value)) return value;
    const text = texts(value);
    if (typeof text !== "string") return severalValues(call.name);
    const date = readDate(run, call, text);
    if (!("milliseconds" in date)) return date;
    const ticks = ticksOf(date);
    return ticks < 0n ? problem(call.range, say`NumFromDate counts from the year 1601, but got "${personal(text)}".`) : numberOf(ticks);
  };
}
