import { expect, test } from "vitest";
import { render } from "#base/render-sentence";
import { githubCommand, plainText, raw, sarif } from "#base/surfaces";
import { asGitHub, asJson, asSarif, asText, counts } from "#cli/diagnostics-report";
import type { CheckedFile } from "#cli/diagnostics-report";
import { openMapping } from "#engine/open-mapping";

const wrong = openMapping("a, b:c.scimmap", 'map User -> User {\n  userName = [mail] match 1\n  {x} = "[y]"\n}\n');
const fine = openMapping("fine.scimmap", "let a = [mail]\n");
const text = { surface: plainText };

function withCounts(errors: number, warnings: number, hints: number): CheckedFile {
  const [diagnostic] = wrong.diagnostics;
  if (diagnostic === undefined) throw new Error("The mapping has no finding.");
  const of = (count: number, severity: "error" | "warning" | "hint"): CheckedFile["diagnostics"] =>
    Array.from({ length: count }, () => ({ ...diagnostic, severity }));
  return { file: "x", diagnostics: [...of(errors, "error"), ...of(warnings, "warning"), ...of(hints, "hint")] };
}

test.each([
  [0, 0, 0, "0 errors, 0 warnings"],
  [1, 1, 1, "1 error, 1 warning, 1 hint"],
  [2, 3, 4, "2 errors, 3 warnings, 4 hints"],
])("%i errors, %i warnings and %i hints are counted as '%s'", (errors, warnings, hints, shown) => {
  expect(render(counts([withCounts(errors, warnings, hints)]), text)).toBe(shown);
});

test("the last line counts over all files", () => {
  expect(
    asText([withCounts(1, 0, 0), withCounts(1, 2, 0)], text)
      .trimEnd()
      .split("\n")
      .at(-1),
  ).toBe("2 files: 2 errors, 2 warnings");
  expect(asText([{ file: fine.file, diagnostics: [] }], text)).toBe("fine.scimmap: 0 errors, 0 warnings\n");
  expect(asText([], text)).toBe("0 files: 0 errors, 0 warnings\n");
});

test("a property of a GitHub command cannot end early", () => {
  const lines = asGitHub([wrong], { surface: githubCommand }).trimEnd().split("\n");
  expect(lines.length).toBe(wrong.diagnostics.length);
  for (const line of lines)
    expect(line).toMatch(/^::(error|warning|notice) file=a%2C b%3Ac\.scimmap,line=\d+,col=\d+,endLine=\d+,endColumn=\d+,title=[\w-]+::/);
});

test("brackets and braces of a SARIF message are text, no link and no placeholder", () => {
  const { runs } = JSON.parse(asSarif([wrong], { surface: sarif })) as { runs: { results: { message: { text: string } }[] }[] };
  const messages = runs[0]?.results.map(({ message }) => message.text) ?? [];
  expect(messages.some((message) => message.includes("{{"))).toBe(true);
  for (const message of messages) expect(message).not.toMatch(/(?<!\\)\[|(?<!\{)\{(?!\{)/);
});

test("a file name that no URI can hold does not stop a SARIF log", () => {
  const [log] = [asSarif([{ ...wrong, file: "a\ud800\\b c.scimmap" }], { surface: sarif })];
  expect(log).toContain('"uri": "a%EF%BF%BD/b%20c.scimmap"');
});

test("JSON says what the text says", () => {
  const { files } = JSON.parse(asJson([wrong], { surface: raw })) as { files: { file: string; diagnostics: { message: string }[] }[] };
  const lines = asText([wrong], text).trimEnd().split("\n").slice(0, -1);
  expect(files.map(({ file }) => file)).toEqual([wrong.file]);
  files[0]?.diagnostics.forEach(({ message }, index) => expect(lines[index]?.endsWith(` ${message}`)).toBe(true));
  expect(files[0]?.diagnostics.length).toBe(lines.length);
});
