import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluateText } from "#test/evaluate-text";

function valueOf(expression: string, inputs = {}) {
  const { value, unknown, problems } = evaluateText(expression, { inputs });
  expect({ unknown, problems }).toEqual({ unknown: null, problems: [] });
  return value;
}

function problemOf(expression: string, inputs = {}) {
  const { value, problems } = evaluateText(expression, { inputs });
  expect(value).toBeNull();
  return problems[0]?.message;
}

test.each([
  ["2025-07-30", "7/30/2025 12:00:00 AM", "documented"],
  ["2025-07-30T23:30:00-01:00", "7/31/2025 12:30:00 AM", "documented"],
  ["2025-07-30T23:30:00.1234567Z", "7/30/2025 11:30:00 PM", "documented"],
  ["2025-07-30 23:30:00+0100", "7/30/2025 10:30:00 PM", "documented"],
  ["2025-07-30T09:05", "7/30/2025 9:05:00 AM", "inferred"],
  ["7/2/2021 3:33:38 PM", "7/2/2021 3:33:38 PM", "inferred"],
  ["12/31/2021 12:00:00 AM", "12/31/2021 12:00:00 AM", "inferred"],
  ["0001-01-01", "1/1/0001 12:00:00 AM", "documented"],
  ["2024-02-29", "2/29/2024 12:00:00 AM", "documented"],
])("CDate reads %s as %s", (text, value, confidence) => {
  expect(evaluateText("CDate([x])", { inputs: { x: text } })).toMatchObject({ value, confidence, problems: [] });
});

test.each([
  "2025-02-29",
  "2025-13-01",
  "30.07.2025",
  "2025-07-30T24:00:00Z",
  "0001-01-01T00:00:00+01:00",
  "13/1/2021 1:00:00 AM",
  "",
  "2025-07-30+15:00",
])('CDate refuses "%s"', (text) => {
  expect(problemOf("CDate([x])", { x: text })).toBe(
    `CDate cannot read "${text}" as a date. Write one such as "2025-07-30" or "2025-07-30T09:00:00Z".`,
  );
});

test("no date gives no date", () => {
  for (const call of [
    "CDate([x])",
    'DateAdd("d", 1, CDate([x]))',
    'DateDiff("d", CDate([x]), Now())',
    "NumFromDate([x])",
    "DateFromNum([x])",
  ]) {
    expect(evaluateText(call)).toMatchObject({ value: null, unknown: null, problems: [], confidence: "inferred" });
  }
});

test.each([
  ["m", 1, "2025-01-31", "2/28/2025 12:00:00 AM"],
  ["m", 1, "2024-01-31", "2/29/2024 12:00:00 AM"],
  ["m", 3, "2025-01-31", "4/30/2025 12:00:00 AM"],
  ["m", -2, "2025-01-15", "11/15/2024 12:00:00 AM"],
  ["yyyy", 1, "2024-02-29", "2/28/2025 12:00:00 AM"],
  ["yyyy", 4, "2024-02-29T10:30:00Z", "2/29/2028 10:30:00 AM"],
  ["h", -1, "2025-03-01", "2/28/2025 11:00:00 PM"],
  ["n", 61, "2025-03-01", "3/1/2025 1:01:00 AM"],
  ["s", 1, "2025-12-31T23:59:59Z", "1/1/2026 12:00:00 AM"],
  ["ww", 1, "2025-12-31", "1/7/2026 12:00:00 AM"],
])("DateAdd of %s %i to %s is %s", (interval, count, date, value) => {
  expect(valueOf(`DateAdd("${interval}", ${count}, CDate("${date}"))`)).toBe(value);
});

test("DateAdd stays within the years of .NET", () => {
  expect(problemOf('DateAdd("yyyy", 8000, CDate("2025-01-01"))')).toBe("DateAdd leaves the years 1 to 9999.");
  expect(problemOf('DateAdd("m", -30000, CDate("2025-01-01"))')).toBe("DateAdd leaves the years 1 to 9999.");
  expect(problemOf('DateAdd("d", 999999999999999, CDate("2025-01-01"))')).toBe("DateAdd leaves the years 1 to 9999.");
});

test.each([
  // Calendar differences: one second can be a year.
  ["yyyy", "2024-12-31T23:59:59Z", "2025-01-01", "1"],
  ["m", "2025-01-31", "2025-02-01", "1"],
  ["m", "2025-02-28", "2025-01-01", "-1"],
  // 2025-08-02 is a Saturday, the next day a Sunday.
  ["ww", "2025-08-02", "2025-08-03", "1"],
  ["ww", "2025-08-03", "2025-08-09", "0"],
  ["ww", "2025-08-03", "2025-08-02", "-1"],
  // Elapsed time, cut towards zero.
  ["d", "2025-01-01T12:00:00Z", "2025-01-02T11:59:59Z", "0"],
  ["d", "2025-01-02T11:59:59Z", "2025-01-01T12:00:00Z", "0"],
  ["h", "2025-01-01T00:30:00Z", "2025-01-01T02:29:00Z", "1"],
  ["n", "2025-01-01T00:00:00Z", "2025-01-01T00:00:59Z", "0"],
  ["s", "2025-01-01T00:00:00Z", "2024-12-31T23:59:00Z", "-60"],
])("DateDiff in %s from %s to %s is %s", (interval, from, to, value) => {
  expect(valueOf(`DateDiff("${interval}", CDate("${from}"), CDate("${to}"))`)).toBe(value);
});

test("what documents do not cover is unknown", () => {
  expect(evaluateText('DateDiff("q", Now(), Now())').unknown).toBe(
    'DateDiff is documented for the intervals yyyy, m, ww, d, h, n and s, not for "q".',
  );
  expect(evaluateText('DateAdd("constructor", 1, Now())').unknown).toContain('"constructor"');
  expect(evaluateText('DateAdd("d", 1, "2025-01-01")').unknown).toBe("DateAdd is documented for dates only. Wrap the text in CDate.");
});

test("dates compare as dates", () => {
  expect(evaluateText('IIF(CDate("2025-10-01") > CDate("2025-9-1"), "later", "earlier")').problems.length).toBe(1);
  expect(evaluateText('IIF(CDate("2025-10-01") > CDate("2025-09-01"), "later", "earlier")')).toMatchObject({
    value: "later",
    confidence: "inferred",
  });
});

test("FILETIME numbers keep every digit", () => {
  expect(valueOf('NumFromDate("1601-01-01T00:00:00Z")')).toBe("0");
  expect(valueOf('NumFromDate("1970-01-01T00:00:00Z")')).toBe("116444736000000000");
  expect(valueOf('NumFromDate("2012-01-01T23:00:00.1234567Z")')).toBe("129699324001234567");
  expect(valueOf('DateFromNum("0")')).toBe("1/1/1601 12:00:00 AM");
  expect(problemOf('DateFromNum("9223372036854775807")')).toBe('DateFromNum cannot make a date of "9223372036854775807".');
  expect(problemOf('NumFromDate("1600-12-31T00:00:00Z")')).toBe('NumFromDate counts from the year 1601, but got "1600-12-31T00:00:00Z".');
});

test("DateFromNum undoes NumFromDate", () => {
  const dates = fc.date({ min: new Date("1601-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59Z"), noInvalidDate: true });
  fc.assert(
    fc.property(dates, (date) => {
      const x = date.toISOString();
      expect(valueOf("DateFromNum(NumFromDate([x]))", { x })).toBe(valueOf("CDate([x])", { x }));
    }),
  );
});

test.each([
  ["2025-07-30", "yyyy-MM-dd", "dd.MM.yy", "30.07.25"],
  ["7/3/2025 1:05:09 PM", "M/d/yyyy h:mm:ss tt", "yyyy-MM-ddTHH:mm:ss", "2025-07-03T13:05:09"],
  ["7/3/2025 12:05:09 AM", "M/d/yyyy h:mm:ss tt", "H:m:s", "0:5:9"],
  ["7/3/2025 12:05", "M/d/yyyy h:mm", "HH", "00"],
  ["03 Jul 2025", "dd MMM yyyy", "dddd, d MMMM yyyy", "Thursday, 3 July 2025"],
  ["Thu 03 july 2025", "ddd dd MMMM yyyy", "ddd MMM", "Thu Jul"],
  ["20250703140509.25", "yyyyMMddHHmmss.ff", "HH:mm:ss.ffff hh t", "14:05:09.2500 02 P"],
  [" 2025-07 ", "yyyy-MM", "yyyy-MM-dd", "2025-07-01"],
  ["2025 at 7", "yyyy' at 'M", "'month' %M", "month 7"],
  ["2025\\07", "yyyy\\\\\\\\MM", "\\\\y\\\\\\\\yyyy", "y\\2025"],
])("FormatDateTime writes %s by %s as %s: %s", (x, input, output, value) => {
  expect(evaluateText(`FormatDateTime([x], , "${input}", "${output}")`, { inputs: { x } })).toMatchObject({
    value,
    confidence: "documented",
    problems: [],
  });
});

test("an offset in the text moves the time to UTC, which is inferred", () => {
  const call = 'FormatDateTime([x], , "yyyy-MM-ddTHH:mmzzz", "yyyy-MM-dd HH:mm zzz K")';
  expect(evaluateText(call, { inputs: { x: "2025-07-30T23:00-02:00" } })).toMatchObject({
    value: "2025-07-31 01:00 +00:00 Z",
    confidence: "inferred",
  });
  const zoned = 'FormatDateTime([x], , "yyyy-MM-ddTHH:mmK", "HH:mm")';
  expect(evaluateText(zoned, { inputs: { x: "2025-07-30T23:00Z" } })).toMatchObject({ value: "23:00", confidence: "inferred" });
});

test.each([
  ["2025-7-30", "yyyy-MM-dd"],
  ["2025-02-30", "yyyy-MM-dd"],
  ["2025-07-30T10", "yyyy-MM-dd"],
  ["9:00 AM 2025", "hh:mm tt yyyy"],
  ["13:00 2025", "h:mm yyyy"],
  ["13:00 AM 2025", "HH:mm tt yyyy"],
  ["Mon 03 07 2025", "ddd dd MM yyyy"],
  ["2025 2024", "yyyy yyyy"],
])("a source %s that does not fit %s is a problem", (x, format) => {
  expect(problemOf(`FormatDateTime([x], , "${format}", "yyyy")`, { x })).toBe(
    `FormatDateTime cannot read "${x}", because it does not fit the input format.`,
  );
});

test("formats that .NET refuses are problems, those we cannot follow exactly are unknown", () => {
  expect(problemOf('FormatDateTime("2025", , "yyyy\'", "yyyy")')).toBe("This is not a .NET date format: a quote is not closed.");
  expect(problemOf('FormatDateTime("2025", , "", "yyyy")')).toBe("This is not a .NET date format: it is empty.");
  const unknownOf = (input: string, output: string, styles = "") =>
    evaluateText(`FormatDateTime("2025", ${styles}, "${input}", "${output}")`).unknown;
  expect(unknownOf("d", "yyyy")).toBe('FormatDateTime cannot compute the standard format "d" exactly as .NET does.');
  expect(unknownOf("yyyy", "yyyy g")).toBe("FormatDateTime cannot compute the format letter 'g' exactly as .NET does.");
  expect(unknownOf("yy MM", "yyyy")).toBe(
    "FormatDateTime cannot compute an input format whose year has not four digits exactly as .NET does.",
  );
  expect(unknownOf("MM-dd", "yyyy")).toBe("FormatDateTime cannot compute an input format without a year exactly as .NET does.");
  expect(unknownOf("yyyy", "yyyy", '"AssumeLocal"')).toBe('FormatDateTime cannot be computed here with the styles "AssumeLocal".');
});
