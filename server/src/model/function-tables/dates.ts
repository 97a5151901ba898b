import { phrase } from "#base/sentence";
import { define, optional, required } from "./define.ts";

const intervals = phrase("Intervals are yyyy (year), m (month), ww (week), d (day), h (hour), n (minute) and s (second).");
const fileTime = phrase("The number counts steps of 100 nanoseconds since 1 January 1601 UTC, as in Active Directory.");

/** Functions about dates; a date prints as `7/2/2021 3:33:38 PM`, in UTC. */
export const dateFunctions = [
  define({
    name: "Now",
    parameters: [],
    yields: "date",
    summary: phrase("The present moment in UTC."),
    notes: [
      phrase("As text it reads like 7/2/2021 3:33:38 PM."),
      phrase("The value differs on each evaluation, so a mapping that shows it updates every time."),
    ],
    example: { expression: "Now()", result: '"7/2/2021 3:33:38 PM"' },
  }),
  define({
    name: "CDate",
    parameters: [required("expression", "String")],
    yields: "date",
    summary: phrase("Reads a date written as text, for use in the other date functions."),
    notes: [phrase("An offset in the text is applied: the result is in UTC."), phrase("A date without an offset is midnight UTC.")],
    example: { expression: 'CDate("2021-06-30+08:00")', result: '"6/29/2021 4:00:00 PM"' },
  }),
  define({
    name: "DateAdd",
    parameters: [required("interval", "String"), required("value", "Integer"), required("dateTime", "DateTime")],
    yields: "date",
    summary: phrase("Moves a date forward by a number of intervals, or back with a negative number."),
    notes: [intervals, phrase("Wrap a date that is text in CDate.")],
    example: {
      expression: 'DateAdd("d", -10, CDate([StatusHireDate]))',
      given: { StatusHireDate: "2012-03-16-07:00" },
      result: '"3/6/2012 7:00:00 AM"',
    },
  }),
  define({
    name: "DateDiff",
    parameters: [required("interval", "String"), required("date1", "DateTime"), required("date2", "DateTime")],
    yields: "integer",
    summary: phrase("Says how many intervals lie between two dates; positive when the second is later."),
    notes: [
      intervals,
      phrase(
        "Days and less count time that has passed, cut off after the last whole one. Weeks, months and years count how often the calendar turned.",
      ),
    ],
    example: {
      expression: 'DateDiff("d", CDate([a]), CDate([b]))',
      given: { a: "2021-08-18+08:00", b: "2021-08-31+08:00" },
      result: '"13"',
    },
  }),
  define({
    name: "FormatDateTime",
    parameters: [
      required("source", "String"),
      optional("dateTimeStyles", "String"),
      required("inputFormat", "String"),
      required("outputFormat", "String"),
    ],
    shortForm: [required("source", "String"), required("inputFormat", "String"), required("outputFormat", "String")],
    yields: "text",
    summary: phrase("Writes a date in another format."),
    notes: [
      phrase("Formats are .NET's: MM is the month and mm the minute, HH counts to 24 and hh to 12 with tt for AM or PM."),
      phrase("The source has to fit the input format exactly, otherwise the mapping fails."),
      phrase("dateTimeStyles is usually left empty, or the argument left out."),
      phrase('Now() and the other dates have the input format "M/d/yyyy h:mm:ss tt".'),
    ],
    example: {
      expression: 'FormatDateTime([extensionAttribute1], , "yyyyMMddHHmmss.fZ", "yyyy-MM-dd")',
      given: { extensionAttribute1: "20150123105347.1Z" },
      result: '"2015-01-23"',
    },
  }),
  define({
    name: "DateFromNum",
    parameters: [required("value", "Integer")],
    yields: "date",
    summary: phrase("Reads a date from the number Active Directory stores it as."),
    notes: [fileTime],
    example: { expression: "DateFromNum(129699324000000000)", result: '"1/1/2012 11:00:00 PM"' },
  }),
  define({
    name: "NumFromDate",
    parameters: [required("value", "String")],
    yields: "integer",
    summary: phrase("Turns a date with time and offset into the number Active Directory stores it as."),
    notes: [
      fileTime,
      phrase("9223372036854775807 means never in Active Directory."),
      phrase("The numbers printed in Entra's Workday and SuccessFactors guides are wrong."),
    ],
    example: {
      expression: 'NumFromDate(Join("", FormatDateTime([ContractEndDate], ,"yyyy-MM-ddzzz", "yyyy-MM-dd"), " 23:59:59-08:00"))',
      given: { ContractEndDate: "2020-12-31-08:00" },
      result: '"132539615990000000"',
    },
  }),
];
