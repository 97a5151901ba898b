import { describe, expect, test } from "vitest";
import { bounds } from "#base/bounds";
import { inEnglish } from "#base/render-sentence";
import { balanceOf } from "#syntax/blocks";
import { lexLine } from "#syntax/lex-line";
import { linesOf, parse } from "#syntax/parse";
import { splitStatements } from "#syntax/statements";

/** How often splitting looks at a token: work, which is the same on every machine. */
function looksAtTokens(text: string): number {
  let looks = 0;
  const counted = <T extends object>(tokens: readonly T[]): readonly T[] =>
    new Proxy(tokens, {
      get(target, key, receiver) {
        if (typeof key === "string" && /^\d/.test(key)) looks++;
        return Reflect.get(target, key, receiver) as unknown;
      },
    });
  const lines = linesOf(text);
  const lexed = lines.map((line) => lexLine(line)).map((line) => ({ ...line, tokens: counted(line.tokens) }));
  splitStatements(lines, lexed, balanceOf(lexed));
  return looks;
}

describe("twice as long a text is at most about twice as much work", () => {
  test.each<[string, (count: number) => string]>([
    ["a list of actions", (count) => `map User -> User {\n actions ${"create, ".repeat(count)}update\n}`],
    ["brackets without an end behind commas", (count) => `map User -> User {\n a = f(b${", a[".repeat(count)}\n}`],
    ["the same with one end", (count) => `map User -> User {\n a = f(b${", a[".repeat(count)}]\n}`],
    ["names without a type", (count) => `schema s = urn:a:b {\n ${"a ".repeat(count)}\n}`],
    ["'where' again and again", (count) => `map User -> User {\n ${"where a ".repeat(count)}\n}`],
    ["names behind a head and a brace too many", (count) => `provision ${"a ".repeat(count)}\n}`],
    ["assignments in one line", (count) => `map User -> User { ${"a = b, ".repeat(count)} }`],
    ["assignments without commas", (count) => `map User -> User { ${"a = b ".repeat(count)} }`],
    ["one statement over many lines", (count) => `let a = f(\n${"b,\n".repeat(count)})`],
    ["braces that close nothing", (count) => "}\n".repeat(count)],
    ["braces that nothing closes", (count) => "map A -> B {\n".repeat(count)],
    ["dotted names", (count) => `map User -> User { ${"a.".repeat(count)}b = c }`],
  ])("%s", (_, text) => {
    const [less, more] = [looksAtTokens(text(1_000)), looksAtTokens(text(2_000))];
    expect(less).toBeGreaterThanOrEqual(1_000);
    expect(more / less).toBeLessThan(2.2);
  });
});

test("of a statement that is too long only the beginning is read", () => {
  const long = (length: number) => `let long = Join("", ${'"0123456789", '.repeat(Math.ceil(length / 14))}[mail])\nlet next = [mail]`;
  expect(parse(long(bounds.statementLength - 100)).statements.map(({ parsed }) => parsed.problems.length)).toEqual([0, 0]);
  const [first, second] = parse(long(bounds.statementLength)).statements;
  expect(first?.parsed.node).toMatchObject({ kind: "Let", name: { text: "long" }, expression: { kind: "Call" } });
  expect(first?.parsed.problems.map(({ code, message, range }) => [code, inEnglish(message), range])).toEqual([
    ["too-large", "This statement has more than 65536 characters, so only its beginning is read. Split it.", { start: 0, end: 3 }],
  ]);
  expect(second?.parsed.problems).toEqual([]);
});

test.each([
  ["a text of 1 MB", `let a = "${"x\\y".repeat(300_000)}"`],
  ["a URN of 1 MB", `schema a = urn:${"a-b".repeat(300_000)}`],
  ["a name of 1 MB", `let ${"a-b".repeat(300_000)} = [mail]`],
  ["30 000 operands", `let a = [b]${" & [b]".repeat(30_000)}`],
  ["30 000 clauses", `map User -> User {\n where a eq "b"${' and a eq "b"'.repeat(30_000)}\n}`],
])("%s ends in one finding", (_, text) => {
  const problems = parse(text).statements.flatMap(({ parsed }) => parsed.problems.map(({ code }) => code));
  expect(problems).toEqual(["too-large"]);
});
