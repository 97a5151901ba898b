import { describe, expect, test } from "vitest";
import { lexLine } from "#syntax/lex-line";
import { wordOf } from "#syntax/tokens";

/** Tokens as `Kind:text`. */
function kinds(line: string): readonly string[] {
  return lexLine(line).tokens.map(({ tokenType, image }) => `${tokenType.name}:${image}`);
}

describe("tokens", () => {
  test.each<[string, string[]]>([
    ["", []],
    ["   \t\u00a0", []],
    ["userName", ["Name:userName"]],
    ["$ref a_b a-b a1 $", ["Name:$ref", "Name:a_b", "Name:a-b", "Name:a1", "Stray:$"]],
    ["User->User", ["Name:User", "Arrow:->", "Name:User"]],
    ["a-->b", ["Name:a-", "Arrow:->", "Name:b"]],
    [
      "{ } ( ) [ ] , = .",
      [
        "LeftBrace:{",
        "RightBrace:}",
        "LeftParenthesis:(",
        "RightParenthesis:)",
        "LeftBracket:[",
        "RightBracket:]",
        "Comma:,",
        "Equals:=",
        "Dot:.",
      ],
    ],
    [
      "｛｝（）［］，＝",
      [
        "LeftBrace:｛",
        "RightBrace:｝",
        "LeftParenthesis:（",
        "RightParenthesis:）",
        "LeftBracket:［",
        "RightBracket:］",
        "Comma:，",
        "Equals:＝",
      ],
    ],
    ["< <= > >= <>", ["Compare:<", "Compare:<=", "Compare:>", "Compare:>=", "Compare:<>"]],
    ["<=>", ["Compare:<=", "Compare:>"]],
    ["==", ["Equals:=", "Equals:="]],
    ["&HF7 &hff & &x", ["HexNumber:&HF7", "HexNumber:&hff", "Ampersand:&", "Ampersand:&", "Name:x"]],
    ["&H &HG", ["Ampersand:&", "Name:H", "Ampersand:&", "Name:HG"]],
    ["0 12 -1 1.5 -1.5", ["NumberText:0", "NumberText:12", "NumberText:-1", "NumberText:1.5", "NumberText:-1.5"]],
    ['"a" "" "a\\"b" "a\\\\"', ['Text:"a"', 'Text:""', 'Text:"a\\"b"', 'Text:"a\\\\"']],
    ['"open', ['Text:"open']],
    ["urn:ietf:params:scim:schemas:core:2.0:User", ["Uri:urn:ietf:params:scim:schemas:core:2.0:User"]],
    ["URN:x:y.z gt:label1 gt:a.b", ["Uri:URN:x:y.z", "Uri:gt:label1", "Uri:gt:a.b"]],
    ["# ? ;", ["Stray:#", "Stray:?", "Stray:;"]],
  ])("%j", (line, expected) => {
    expect(kinds(line)).toEqual(expected);
  });

  test("a comment ends what is read, wherever it stands", () => {
    expect(kinds('a // b "c')).toEqual(["Name:a"]);
    expect(lexLine('a // b "c').comments.map(({ image, startOffset }) => [image, startOffset])).toEqual([['// b "c', 2]]);
    expect(kinds('"// no comment"')).toEqual(['Text:"// no comment"']);
    expect(lexLine("a").comments).toEqual([]);
    expect(kinds("a /b")).toEqual(["Name:a", "Stray:/", "Name:b"]);
  });

  test("offsets count UTF-16 units", () => {
    expect(lexLine('"😀" a').tokens.map(({ startOffset }) => startOffset)).toEqual([0, 5]);
  });
});

test("only a name is a word", () => {
  const [name, text, number] = lexLine('where "where" 1').tokens;
  expect([name, text, number, undefined].map(wordOf)).toEqual(["where", undefined, undefined, undefined]);
});
