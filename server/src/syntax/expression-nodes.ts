import type { IToken } from "chevrotain";
import { own, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { TextRange } from "#base/text-range";
import type { LiteralNode, NameText } from "#scim/filter/ast";
import { literal, nameText } from "#scim/filter/vocabulary";
import type { ComparisonExpressionNode, ExpressionNode, ModifierNode, NumberNode, TextNode, WordNode } from "./ast.ts";
import { unescapeText } from "./texts.ts";
import { Text, wordOf } from "./tokens.ts";

const modifierWords: ReadonlySet<string> = new Set(["match", "default", "on"]);

/** Whether a modifier can begin with this token. */
export function isModifierWord(token: IToken | undefined): boolean {
  return modifierWords.has(wordOf(token) ?? "");
}

/** `match 1`, `default "…"` or `on create`, as far as it is there. */
export function modifierNode(head: IToken, value: IToken | undefined, range: TextRange): ModifierNode {
  switch (head.image) {
    case "match":
      return { kind: "Match", range, precedence: value === undefined ? undefined : numberNode(value) };
    case "default":
      return { kind: "Default", range, value: value === undefined ? undefined : textNode(value) };
    default:
      return { kind: "On", range, flow: value === undefined ? undefined : value.tokenType === Text ? textNode(value) : nameText(value) };
  }
}

/** Why a word is no value. */
export function noValue(text: string): Sentence {
  const word = text.toLowerCase();
  if (word === "true" || word === "false" || word === "null") return say`'${own(text)}' is written in lower case: ${own(word)}.`;
  return say`'${own(text)}' is no value. Put a text in double quotes, or write a number, true, false or null.`;
}

/** `a & b & c`; an operand on its own stands for itself. */
export function concatenationOf(operands: readonly ExpressionNode[]): ExpressionNode | undefined {
  const [first, last] = [operands[0], operands.at(-1)];
  if (first === undefined || last === undefined || operands.length === 1) return first;
  return { kind: "Concatenation", range: { start: first.range.start, end: last.range.end }, operands };
}

/** `a.b`, from `a` and `b`; a part that recovery made up is left out. */
export function dotted(name: NameText | undefined, part: IToken): NameText | undefined {
  const more = nameText(part);
  if (name === undefined || more === undefined) return name ?? more;
  return { text: `${name.text}.${more.text}`, range: { start: name.range.start, end: more.range.end } };
}

/** What a sign of comparison says. */
export function comparisonOperator(token: IToken): ComparisonExpressionNode["operator"] {
  const { image } = token;
  return image === "<>" || image === "<" || image === "<=" || image === ">" || image === ">=" ? image : "=";
}

/** A literal whose text follows the rules of `.scimmap` texts. */
export function valueLiteral(token: IToken): LiteralNode {
  const node = literal(token);
  return node.quoted ? { ...node, value: unescapeText(node.text) } : node;
}

/** A token as a text; undefined for one that recovery made up. */
export function textNode(token: IToken): TextNode | undefined {
  const name = nameText(token);
  return name === undefined ? undefined : { kind: "Text", range: name.range, value: unescapeText(name.text) };
}

/** A token as a number; undefined for one that recovery made up. */
export function numberNode(token: IToken): NumberNode | undefined {
  const name = nameText(token);
  return name === undefined ? undefined : { kind: "Number", range: name.range, text: name.text };
}

/** A token as a word; undefined for one that recovery made up. */
export function wordNode(token: IToken): WordNode | undefined {
  const name = nameText(token);
  return name === undefined ? undefined : { kind: "Word", range: name.range, name: name.text };
}
