import { expect, test } from "vitest";
import { describe } from "#evaluation/describe";
import { attributesRead } from "#model/attributes-read";
import { throughLets } from "#model/through-lets";
import type { Expression } from "#model/expression";
import { snapshotOf } from "#test/features";

/** The expression of the last mapping of a text. */
function lastExpression(text: string): Expression {
  const { statements } = snapshotOf(text).binding();
  const last = [...statements.values()].findLast(({ expression }) => expression !== undefined)?.expression;
  if (last === undefined) throw new Error("The text has no mapping.");
  return last;
}

const partsOf = (text: string): readonly string[] => [...throughLets(lastExpression(text))].map(describe);

test("without lets these are the parts of the expression in the order of the text", () => {
  expect(partsOf('map User -> User {\n  title = Join(" ", [a], [b] & "c")\n}')).toEqual([
    "Join(…)",
    '" "',
    "[a]",
    '[b] & "c"',
    "[b]",
    '"c"',
  ]);
});

test("what a let stands for follows where it is first mentioned, and only there", () => {
  const text = 'let full = Trim([givenName])\nmap User -> User {\n  title = Join(" ", [full], [full], [mail])\n}';
  expect(partsOf(text)).toEqual(["Join(…)", '" "', "[full]", "Trim(…)", "[givenName]", "[full]", "[mail]"]);
});

test("lets lead to lets, whatever the case of their names", () => {
  const text = "let a = [B]\nlet b = [mail]\nmap User -> User {\n  title = [A]\n}";
  expect(partsOf(text)).toEqual(["[A]", "[B]", "[mail]"]);
  expect(attributesRead(lastExpression(text))).toEqual(new Set(["mail"]));
});

test("a let that refers to itself ends there", () => {
  const text = "let a = [b]\nlet b = [a]\nmap User -> User {\n  title = Append([a], [mail])\n}";
  expect(partsOf(text)).toEqual(["Append(…)", "[a]", "[mail]"]);
  expect(attributesRead(lastExpression(text))).toEqual(new Set(["mail"]));
});
