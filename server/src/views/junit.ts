import { render } from "#base/render-sentence";
import type { Rendering } from "#base/render-sentence";
import { foreign, joined, nothing, own } from "#base/sentence";
import type { Part } from "#base/sentence";
import type { TestedFile, TestResult } from "#plan/test-report";
import { differenceLines, shareOf } from "./test-report.ts";

/** JUnit's XML, as CI services read it: one suite per file. Tests take no time worth measuring, so none is stated. */
export function testsAsJunit(files: readonly TestedFile[], rendering: Rendering): string {
  const all = files.flatMap(({ tests }) => tests);
  const xml: Xml = (part) => render(part, rendering);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: own("scimmap"), ...counts(all) }, xml)}>`,
    ...files.flatMap((file) => suite(file, xml)),
    "</testsuites>",
    "",
  ].join("\n");
}

/** A part as text between tags or inside an attribute. */
type Xml = (part: Part) => string;

function suite({ file, tests, coverage }: TestedFile, xml: Xml): readonly string[] {
  const covered =
    coverage === undefined
      ? []
      : [
          "    <properties>",
          `      <property${attributes({ name: own("coverage.statements"), value: shareOf(coverage.statements) }, xml)}/>`,
          `      <property${attributes({ name: own("coverage.branches"), value: shareOf(coverage.branches) }, xml)}/>`,
          "    </properties>",
        ];
  const cases = tests.flatMap((test) => testCase(test, xml));
  return [`  <testsuite${attributes({ name: foreign(file), ...counts(tests) }, xml)}>`, ...covered, ...cases, "  </testsuite>"];
}

function testCase({ name, file, line, status, differences }: TestResult, xml: Xml): readonly string[] {
  const place = { name: own(name), classname: foreign(file), file: foreign(file), line: own(line) };
  const head = `    <testcase${attributes(place, xml)}`;
  if (status === "passed") return [`${head}/>`];
  const element = status === "failed" ? "failure" : "error";
  const reason = differences[0]?.reason;
  const message = { message: reason ?? nothing, type: own(status === "failed" ? "test-fails" : "test-error") };
  const text = xml(
    joined(
      differences.flatMap((difference) => differenceLines(file, difference)),
      "\n",
    ),
  );
  return [`${head}>`, `      <${element}${attributes(message, xml)}>${text}</${element}>`, "    </testcase>"];
}

function counts(tests: readonly TestResult[]): Readonly<Record<string, Part>> {
  const count = (status: TestResult["status"]): Part => own(tests.filter((test) => test.status === status).length);
  return { tests: own(tests.length), failures: count("failed"), errors: count("error") };
}

function attributes(values: Readonly<Record<string, Part>>, xml: Xml): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${xml(value)}"`)
    .join("");
}
