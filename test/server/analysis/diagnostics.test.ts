import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { openMapping } from "#engine/open-mapping";
import { readAnnotations } from "#test/annotations";

const folder = "test/fixtures/diagnostics";

test.each(readdirSync(folder))("%s says what its annotations say, and nothing else", (file) => {
  const { text, annotations } = readAnnotations(readFileSync(`${folder}/${file}`, "utf8"));
  const { diagnostics } = openMapping(file, text);
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

/** What begins under the slashes of an annotation cannot be pointed at exactly: columns 0 and 1 count as 2, and a point as one character. */
function position(line: number, column: number, endColumn: number): string {
  const start = Math.max(2, column);
  return `${String(line + 1).padStart(3, "0")}:${String(start)}-${String(Math.max(start + 1, endColumn))}`;
}

function byText(a: { at: string; code: string; message: unknown }, b: { at: string; code: string; message: unknown }): number {
  return `${a.at}${a.code}` < `${b.at}${b.code}` ? -1 : 1;
}
