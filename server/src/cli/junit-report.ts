import type { TestResult } from "#testing/run-test";
import { differenceLines, shareOf } from "./test-report.ts";
import type { TestedFile } from "./test-report.ts";

/** JUnit's XML, as CI services read it: one suite per file. Tests take no time worth measuring, so none is stated. */
export function testsAsJunit(files: readonly TestedFile[]): string {
  const all = files.flatMap(({ tests }) => tests);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: "scimmap", ...counts(all) })}>`,
    ...files.flatMap(suite),
    "</testsuites>",
    "",
  ].join("\n");
}

function suite({ file, tests, coverage }: TestedFile): readonly string[] {
  const covered =
    coverage === undefined
      ? []
      : [
          "    <properties>",
          `      <property${attributes({ name: "coverage.statements", value: shareOf(coverage.statements) })}/>`,
          `      <property${attributes({ name: "coverage.branches", value: shareOf(coverage.branches) })}/>`,
          "    </properties>",
        ];
  return [`  <testsuite${attributes({ name: file, ...counts(tests) })}>`, ...covered, ...tests.flatMap(testCase), "  </testsuite>"];
}

function testCase({ name, file, line, status, differences }: TestResult): readonly string[] {
  const head = `    <testcase${attributes({ name, classname: file, file, line: String(line) })}`;
  if (status === "passed") return [`${head}/>`];
  const element = status === "failed" ? "failure" : "error";
  const message = attributes({ message: differences[0]?.reason ?? "", type: status === "failed" ? "test-fails" : "test-error" });
  const text = differences.flatMap((difference) => differenceLines(file, difference)).join("\n");
  return [`${head}>`, `      <${element}${message}>${escape(text)}</${element}>`, "    </testcase>"];
}

function counts(tests: readonly TestResult[]): Readonly<Record<string, string>> {
  const count = (status: TestResult["status"]): string => String(tests.filter((test) => test.status === status).length);
  return { tests: String(tests.length), failures: count("failed"), errors: count("error") };
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escape(value).replaceAll('"', "&quot;").replaceAll("\n", "&#10;")}"`)
    .join("");
}

/** Characters that XML 1.0 does not know (§2.2) cannot be written in any way; they become U+FFFD. */
function escape(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
