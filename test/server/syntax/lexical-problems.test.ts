import { describe, expect, test } from "vitest";
import { parse } from "#syntax/parse";
import { problemsOf, shapesOf } from "#test/shapes";

/** The codes and texts of what is wrong with a text of one line. */
function lexical(text: string): readonly string[] {
  return parse(text).statements.flatMap(({ parsed }) =>
    parsed.problems.map(({ code, range }) => `${code} ${text.slice(range.start, range.end)}`),
  );
}

const otherwise = "Remove it, or put it in double quotes if it is a text.";

describe("characters that begin nothing", () => {
  test.each([
    ["let x = [a];", "12-13 ';' cannot stand here. A statement ends with its line: remove it."],
    ["let x = [a] + [b]", "13-14 '+' cannot stand here. Texts are put together with a function: Join(\"\", [a], [b])."],
    ["let x = [a] | [b]", "13-14 '|' cannot stand here. A filter says 'or'."],
    ["let x = [a] || [b]", "13-15 '||' cannot stand here. A filter says 'or'."],
    ["let x = ![a]", "9-10 '!' cannot stand here. A filter says 'not (…)' or 'ne'."],
    ["let x = [a] :", "13-14 ':' cannot stand here. Remove it."],
    ["let x = ~[a]", `9-10 '~' cannot stand here. ${otherwise}`],
    ["let x = [a] ???", `13-16 '???' cannot stand here. ${otherwise}`],
    ["let x = [a] ;+", `13-15 ';+' cannot stand here. ${otherwise}`],
  ])("%s", (text, problem) => {
    expect(problemsOf(text)).toEqual([`1:${problem}`]);
  });

  test("that do not touch are two problems", () => {
    expect(lexical("let x = ~ ~[a]")).toEqual(["syntax ~", "syntax ~"]);
  });

  test("hide the mistakes beside them, and no others", () => {
    expect(lexical("let x = [a] ~ [b]")).toEqual(["syntax ~"]);
    expect(problemsOf("map User -> User {\n  a = F([b] [c]) ~\n}")).toEqual(
      ["2:12-12 ',' is missing here.", `2:18-19 '~' cannot stand here. ${otherwise}`].toReversed(),
    );
  });

  test("are no part of what a statement is", () => {
    expect(shapesOf("~let x = [a]")).toEqual(["Let x = [a]"]);
    expect(shapesOf("map User -> User {\n  ~ a = [b]\n}")[1]).toBe("  AttributeMapping a = [b]");
  });
});

describe("comments of other languages", () => {
  test.each(["# let x = [a]", "#let x", "/* let x = [a] */", "/*x"])("%s is one problem over the whole line", (text) => {
    expect(problemsOf(text)).toEqual([`1:1-${text.length + 1} A comment begins with '//' and ends with its line.`]);
  });

  test("only at the beginning of a statement", () => {
    expect(problemsOf("let x = [a] # y")[0]).toContain("'#' cannot stand here.");
    expect(problemsOf("/ let x = [a]")).toEqual([`1:1-2 '/' cannot stand here. ${otherwise}`]);
  });
});

describe("texts", () => {
  test("in single quotes are read and reported", () => {
    expect(problemsOf("let x = 'abc'")).toEqual(["1:9-14 Texts stand in double quotes, not in single ones."]);
    expect(shapesOf("let x = 'abc'")).toEqual(['Let x = "abc"']);
  });

  test("without an end reach to the end of their line, and hide what would be wrong behind it", () => {
    expect(problemsOf('let x = Join("a, [b], [c])')).toEqual(["1:14-27 This text has no closing quote; it ends with its line. Add '\"'."]);
    expect(shapesOf('let x = "abc')).toEqual(['Let x = "abc"']);
  });

  test("a mistake before such a text is told all the same", () => {
    expect(problemsOf('let x = F([a] "b')).toEqual([
      "1:15-17 This text has no closing quote; it ends with its line. Add '\"'.",
      "1:14-14 ',' is missing here.",
    ]);
  });

  test("a backslash before the last quote keeps a text open", () => {
    expect(problemsOf(String.raw`let x = "a\"`)).toEqual(["1:9-13 This text has no closing quote; it ends with its line. Add '\"'."]);
    expect(problemsOf(String.raw`let x = "a\\"`)).toEqual([]);
  });
});

describe("look-alikes", () => {
  test.each([
    ["let x = “abc”", ["look-alike-character “abc”"], 'Let x = "abc"'],
    ["let x = Trim（[a]）", ["look-alike-character （", "look-alike-character ）"], "Let x = (Trim [a])"],
    ["let x ＝ [a]", ["look-alike-character ＝"], "Let x = [a]"],
    ["let x = F([a]，[b])", ["look-alike-character ，"], "Let x = (F [a] [b])"],
  ])("%s is understood and reported", (text, problems, shape) => {
    expect(lexical(text)).toEqual(problems);
    expect(shapesOf(text)).toEqual([shape]);
  });

  test("braces too, and the block is there", () => {
    const text = "map User -> User ｛\n  a = [b]\n｝";
    expect(shapesOf(text)).toEqual(["Map User -> User", "  AttributeMapping a = [b]", "  Close"]);
    expect(problemsOf(text)).toHaveLength(2);
  });
});
