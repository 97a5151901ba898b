import { expect, test } from "vitest";
import { readTime } from "#cli/read-time";
import { shown, testTerminal } from "#test/test-terminal";

const terminal = testTerminal({ now: "2026-11-20T12:00:00Z" });

test("without --now it is the process's time", () => {
  expect(readTime(undefined, terminal)).toEqual({ ok: true, value: new Date("2026-11-20T12:00:00Z") });
});

test.each(["2027-01-02T03:04:05Z", "2027-01-02", "2027-01-02T03:04:05+09:00"])("'%s' is a time", (text) => {
  expect(readTime(text, terminal)).toEqual({ ok: true, value: new Date(text) });
});

test("without an offset it is a time in UTC, wherever the machine stands", () => {
  expect(readTime("2027-01-02T03:04:05", terminal)).toEqual({ ok: true, value: new Date("2027-01-02T03:04:05Z") });
});

// JavaScript reads "1" as a year and "March 7" as a day; neither says what was meant.
test.each(["", "1", "March 7", "2027-13-01", "2027-02-30T03:04:05", "2027-01-02 (noon)", "tomorrow"])("'%s' is none", (text) => {
  expect(shown(readTime(text, terminal))).toEqual({
    ok: false,
    error: `'${text}' is no time. Write --now as ISO 8601, for example 2026-11-20T08:00:00Z.`,
  });
});
