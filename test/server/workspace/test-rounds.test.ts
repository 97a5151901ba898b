import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cases } from "#test/cases";
import { DocumentStore } from "#workspace/documents";

const uri = "file:///mapping.scimmap";
const clock = () => new Date("2026-11-20T08:00:00Z");
const written = [
  "let shout = ToUpper([displayName])",
  "map User -> User {",
  "  userName = [userPrincipalName]  match 1",
  "  displayName = [shout]",
  "}",
  "map Group -> Group {",
  "  displayName = [displayName]  match 1",
  "}",
  'test "shouts" for User { given { userPrincipalName = "a@b", displayName = "Ada" } expect create { displayName = "ADA" } }',
  'test "whispers" for User { given { userPrincipalName = "a@b", displayName = "Ada" } expect create { displayName = "ada" } }',
  'test "group" for Group { given { displayName = "Staff" } expect create { displayName = "staff" } }',
];

function storeWith(lines: readonly string[]): DocumentStore {
  const documents = new DocumentStore(clock);
  documents.open(uri, 1, "scimmap", lines.join("\n"));
  return documents;
}

/** Runs a round to its end: how many tests it took, and whether others fail than before. */
function round(documents: DocumentStore): readonly [tests: number, changed: boolean] {
  const running = documents.get(uri)!.testRound();
  for (let tests = 0; ; tests++) {
    const step = running.next();
    if (step.done === true) return [tests, step.value];
  }
}

function failing(documents: DocumentStore): readonly number[] {
  const found = documents.get(uri)!.diagnostics();
  return found.filter(({ code }) => code === "test-fails").map(({ place }) => place.line + 1);
}

function replaceLine(documents: DocumentStore, line: number, text: string): void {
  documents.edit(uri, 2, [{ range: { start: { line, character: 0 }, end: { line, character: 999 } }, text }]);
}

describe("a round of tests", () => {
  test("runs all of them once, and then only what an edit can have changed", () => {
    const documents = storeWith(written);
    expect(failing(documents)).toEqual([]);
    expect(round(documents)).toEqual([3, true]);
    expect(failing(documents)).toEqual([10, 11]);
    expect(round(documents)).toEqual([0, false]);
    replaceLine(documents, 6, "  displayName = ToLower([displayName])  match 1");
    expect(round(documents)).toEqual([1, true]);
    expect(failing(documents)).toEqual([10]);
    replaceLine(documents, 9, written[9]!.replace("ada", "ADA"));
    expect(round(documents)).toEqual([1, true]);
    expect(failing(documents)).toEqual([]);
  });

  test("is no news where the same tests fail, which move with their lines", () => {
    const documents = storeWith(written);
    round(documents);
    documents.edit(uri, 2, [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: "// above\n" }]);
    expect(failing(documents)).toEqual([11, 12]);
    round(documents);
    expect(failing(documents)).toEqual([11, 12]);
    replaceLine(documents, 3, "  userName = [mail]  match 1");
    replaceLine(documents, 3, written[2]!);
    expect(round(documents)[1]).toBe(false);
  });

  test("forgets a test that is gone, and runs none where the rule is off", () => {
    const documents = storeWith(written);
    round(documents);
    replaceLine(documents, 10, "");
    expect(round(documents)).toEqual([0, true]);
    const off = storeWith(written);
    off.setRules(uri, { "test-fails": "off" });
    round(off);
    expect(failing(off)).toEqual([]);
  });

  // So that what is tested stands in several chunks of lines and statements.
  const lets = (name: string): readonly string[] => Array.from({ length: 200 }, (_, index) => `let ${name}${index} = [mail]`);
  const [before, behind] = [lets("before"), lets("behind")];

  test("finds after any edits what a round of a fresh document finds", () => {
    const edit = fc.record({
      line: fc.nat(written.length),
      text: fc.constantFrom(...written, "", "}", "// c", "let shout = [displayName]"),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        const documents = storeWith([...before, ...written, ...behind]);
        round(documents);
        for (const { line, text } of edits) {
          replaceLine(documents, before.length + line, text);
          round(documents);
          documents.get(uri)?.diagnostics();
        }
        const fresh = storeWith([...documents.get(uri)!.lines]);
        round(fresh);
        expect(documents.get(uri)!.diagnostics()).toEqual(fresh.get(uri)!.diagnostics());
      }),
      { numRuns: cases(60, 2000) },
    );
  });
});
