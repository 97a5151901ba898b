import fc from "fast-check";
import { expect, test } from "vitest";
import type { ExpressionNode, ModifierNode } from "#syntax/ast";
import { lexLine } from "#syntax/lex-line";
import { plainExpression, plainSource } from "#syntax/plain-expression";
import { runGrammar } from "#syntax/run-grammar";
import { cases } from "../../support/cases.ts";

const { expression } = fc.letrec<{ expression: string; operand: string; argument: string }>((tie) => ({
  expression: fc.oneof(
    { weight: 4, arbitrary: tie("operand") },
    fc.tuple(tie("operand"), tie("expression")).map((parts) => parts.join(" & ")),
  ),
  operand: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom("[mail]", "[manager.department]", '"a"', '"a\\"b"', "'", "1", "-2.5", "&H1F", "word", "default", "match", "“x”"),
    fc
      .tuple(fc.constantFrom("Join", "IIF", "on"), fc.array(tie("argument"), { maxLength: 3 }))
      .map(([name, values]) => `${name}(${values.join(", ")})`),
  ),
  argument: fc.oneof(
    { weight: 4, arbitrary: tie("expression") },
    fc.constant(""),
    fc.tuple(tie("expression"), fc.constantFrom("=", "<>", "<", ">="), tie("expression")).map((parts) => parts.join(" ")),
  ),
}));

const modifiers = fc.array(
  fc.constantFrom("match 1", 'default "x"', "on create", 'on "FlowWhenChanged"', "on delete", "match", "default 1"),
  { maxLength: 3 },
);
const pieces = fc.constantFrom(
  "(",
  ")",
  "[",
  "]",
  ",",
  "&",
  "=",
  "<",
  ".",
  "a",
  '"t"',
  "1",
  "match",
  "default",
  "on",
  "create",
  "?",
  "{",
  "x:y",
);
const sources = fc.tuple(expression, modifiers).map(([text, behind]) => [text, ...behind].join(" "));
/** A source with a token too many, too few or exchanged. */
const broken = fc.tuple(sources, fc.nat(), fc.nat({ max: 1 }), fc.oneof(pieces, fc.constant(""))).map(([text, at, count, piece]) => {
  const tokens = lexLine(text).tokens.map(({ image }) => image);
  tokens.splice(at % (tokens.length + 1), count, piece);
  return tokens.join(" ");
});
const texts = fc.oneof(
  sources,
  broken,
  fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(" ")),
);

test("what is read by hand is what the grammar reads where it finds no mistake", () => {
  const found = fc.property(texts, (text) => {
    const { tokens } = lexLine(text);
    const slot = { node: undefined as ExpressionNode | undefined };
    const behind: ModifierNode[] = [];
    const problems = runGrammar(tokens, 0, (grammar) => grammar.mappingSource(slot, behind));
    const expected = problems.length > 0 ? undefined : { expression: slot.node, modifiers: behind };
    expect(plainSource(tokens)).toEqual(expected);
  });
  fc.assert(found, { numRuns: cases(2_000, 50_000) });
});

test("an expression on its own has nothing behind it", () => {
  const found = fc.property(texts, (text) => {
    const { tokens } = lexLine(text);
    const slot = { node: undefined as ExpressionNode | undefined };
    const problems = runGrammar(tokens, 0, (grammar) => grammar.expressionEntry(slot));
    expect(plainExpression(tokens)).toEqual(problems.length > 0 ? undefined : slot.node);
  });
  fc.assert(found, { numRuns: cases(1_000, 20_000) });
});
