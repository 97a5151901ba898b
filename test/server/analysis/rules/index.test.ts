import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { rules } from "#analysis/rules/index";
import { inEnglish } from "#base/render-sentence";
import { openMapping } from "#engine/open-mapping";
import { parse } from "#syntax/parse";
import { readAnnotations } from "#test/annotations";
import type { Annotation } from "#test/annotations";
import type { ReadUsed } from "#workspace/bind-file";

/** One fixture a rule, named after its code; those in `together` show how several rules speak of one mapping. */
const folder = "test/fixtures/diagnostics";
const fixtures = readdirSync(folder).filter((name) => name.endsWith(".scimmap"));
const together = readdirSync(`${folder}/together`).map((name) => `together/${name}`);

/** Tests that fail are found by running them, so that rule lives with documents. */
const codes = [...new Set([...rules.map(({ code }) => code), "test-fails"])].sort();

const now = new Date("2026-11-20T08:00:00Z");

const readUsed: ReadUsed = (_from, name) => {
  const file = `${folder}/${name}`;
  return existsSync(file) ? { file: name, text: readAnnotations(readFileSync(file, "utf8")).text } : undefined;
};

test.each([...fixtures, ...together])("%s says what its annotations say, and nothing else", (file) => {
  const { text, annotations } = readAnnotations(readFileSync(`${folder}/${file}`, "utf8"));
  const { diagnostics } = openMapping(file, text, { readUsed, now });
  const found = diagnostics.map(({ code, severity, place, endColumn, message }) => ({
    at: position(place.line, place.column, endColumn),
    severity,
    code,
    message: inEnglish(message),
  }));
  const expected = annotations.map(({ code, severity, line, column, endColumn, words }) => ({
    at: position(line, column, endColumn),
    severity,
    code,
    message: expect.stringContaining(words) as string,
  }));
  expect(found.sort(byText)).toEqual(expected.sort(byText));
});

test("every rule has a fixture of its name, and every fixture is a rule's", () => {
  expect(fixtures.map((name) => name.replace(".scimmap", "")).sort()).toEqual(codes);
});

describe.each(codes)("the fixture of %s", (code) => {
  const { text, annotations } = readAnnotations(readFileSync(`${folder}/${code}.scimmap`, "utf8"));

  test("is about that rule alone", () => {
    expect(annotations.filter((annotation) => annotation.code !== code)).toEqual([]);
  });

  test("has a statement that fires and one of the same kind that stays silent", () => {
    const { fires, silent } = kindsOf(text, annotations);
    expect(fires.length).toBeGreaterThan(0);
    // What breaks a statement may make it one of no kind.
    expect(fires.some((kind) => silent.includes(kind) || kind === "Unknown")).toBe(true);
  });

  test("is silent where a comment allows it", () => {
    const lines = text.split("\n");
    const { statements } = parse(text);
    const [annotation] = annotations;
    const statement = statements.find(({ firstLine, lastLine }) => firstLine <= annotation!.line && annotation!.line <= lastLine);
    // A token in a comment stands in no statement, so no comment above one can allow it.
    if (statement === undefined) {
      expect(code).toBe("secret-in-file");
      return;
    }
    const allowed = lines.toSpliced(statement.firstLine, 0, `// scimmap: allow ${code}`).join("\n");
    const count = (source: string) => openMapping(`${code}.scimmap`, source, { readUsed, now }).diagnostics.length;
    expect(count(allowed)).toBeLessThan(count(text));
  });

  test("is silent when its rule is off, and as severe as the settings say", () => {
    const severities = (severity: "off" | "hint") => {
      const { diagnostics } = openMapping(`${code}.scimmap`, text, { readUsed, now, rules: { [code]: severity } });
      return [...new Set(diagnostics.map((diagnostic) => diagnostic.severity))];
    };
    expect(severities("off")).toEqual([]);
    expect(severities("hint")).toEqual(["hint"]);
  });
});

/** The kinds of statements with a finding, and of those without one. */
function kindsOf(
  text: string,
  annotations: readonly Annotation[],
): { readonly fires: readonly string[]; readonly silent: readonly string[] } {
  const fires: string[] = [];
  const silent: string[] = [];
  for (const { firstLine, lastLine, kind } of parse(text).statements) {
    const found = annotations.some(({ line }) => firstLine <= line && line <= lastLine);
    (found ? fires : silent).push(kind);
  }
  return { fires, silent };
}

/** What begins under the slashes of an annotation cannot be pointed at exactly: columns 0 and 1 count as 2, and a point as one character. */
function position(line: number, column: number, endColumn: number): string {
  const start = Math.max(2, column);
  return `${String(line + 1).padStart(3, "0")}:${String(start)}-${String(Math.max(start + 1, endColumn))}`;
}

function byText(a: { at: string; code: string; message: unknown }, b: { at: string; code: string; message: unknown }): number {
  return `${a.at}${a.code}` < `${b.at}${b.code}` ? -1 : 1;
}
