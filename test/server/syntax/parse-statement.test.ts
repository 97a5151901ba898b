import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { parse, positionOf, type DocumentTree } from "#syntax/parse";
import { readAnnotations } from "#test/annotations";

interface Finding {
  /** `line:start-end`, the line from 1. */
  readonly at: string;
  readonly code: string;
  readonly message: string;
}

test.each(["mistakes", "look-alikes"])("%s: each mistake has one sentence, at its place", (name) => {
  const { text, annotations } = readAnnotations(readFileSync(`test/fixtures/parse/${name}.scimmap`, "utf8"));
  const expected = annotations.map(({ line, column, endColumn, code, words }): Finding => ({
    at: position(line, column, endColumn),
    code,
    message: words,
  }));
  const found = findingsOf(parse(text)).map((finding) => ({ ...finding, message: annotated(finding, expected) }));
  expect(found.sort(byPlace)).toEqual(expected.sort(byPlace));
});

/** The words that an annotation of the same place expects, where the message has them. */
function annotated({ at, code, message }: Finding, expected: readonly Finding[]): string {
  return expected.find((one) => one.at === at && one.code === code && message.includes(one.message))?.message ?? message;
}

function findingsOf(tree: DocumentTree): Finding[] {
  expect(tree.problems).toEqual([]);
  return tree.statements.flatMap((statement) =>
    statement.parsed.problems.map(({ code, range, message }): Finding => {
      const start = positionOf(tree, statement, range.start);
      return {
        at: position(start.line, start.character, positionOf(tree, statement, range.end).character),
        code,
        message: inEnglish(message),
      };
    }),
  );
}

/** What begins under the slashes of an annotation cannot be pointed at exactly: columns 0 and 1 count as 2, and a point as one character. */
function position(line: number, column: number, endColumn: number): string {
  const start = Math.max(2, column);
  return `${String(line + 1).padStart(3, "0")}:${String(start).padStart(3, "0")}-${String(Math.max(start + 1, endColumn))}`;
}

function byPlace(a: Finding, b: Finding): number {
  return a.at + a.code < b.at + b.code ? -1 : 1;
}
