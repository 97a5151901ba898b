import type { IToken } from "chevrotain";
import { endOf, nameText } from "#scim/filter/vocabulary";
import type { ArgumentNode, ExpressionNode, ModifierNode } from "./ast.ts";
import { comparisonOperator, concatenationOf, isModifierWord, modifierNode, numberNode, textNode, wordNode } from "./expression-nodes.ts";
import {
  Ampersand,
  Comma,
  Compare,
  Dot,
  Equals,
  HexNumber,
  LeftBracket,
  LeftParenthesis,
  Name,
  NumberText,
  RightBracket,
  RightParenthesis,
  Text,
} from "./tokens.ts";

/** What stands behind the `=` of a mapping. */
export interface PlainSource {
  readonly expression: ExpressionNode;
  readonly modifiers: readonly ModifierNode[];
}

/** An expression without a mistake: what the grammar makes of it, without running it. Undefined where anything else stands. */
export function plainExpression(tokens: readonly IToken[]): ExpressionNode | undefined {
  const reader = new PlainReader(tokens);
  const expression = reader.expression();
  return reader.isAtEnd ? expression : undefined;
}

/** The same for an expression with modifiers behind it. */
export function plainSource(tokens: readonly IToken[]): PlainSource | undefined {
  const reader = new PlainReader(tokens);
  const expression = reader.expression();
  if (expression === undefined) return undefined;
  const modifiers: ModifierNode[] = [];
  while (!reader.isAtEnd) {
    const modifier = reader.modifier();
    if (modifier === undefined) return undefined;
    modifiers.push(modifier);
  }
  return { expression, modifiers };
}

/**
 * Reads the expressions of the grammar by hand, which nearly all are without a mistake in them; it takes a tenth of the grammar's time.
 * It gives up at the first token that does not fit: the grammar alone says what is wrong and what is still meant. A test compares both.
 */
class PlainReader {
  readonly #tokens: readonly IToken[];
  #at = 0;

  constructor(tokens: readonly IToken[]) {
    this.#tokens = tokens;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#tokens.length;
  }

  expression(): ExpressionNode | undefined {
    const first = this.#operand();
    if (first === undefined || this.#tokens[this.#at]?.tokenType !== Ampersand) return first;
    const operands = [first];
    while (this.#take(Ampersand) !== undefined) {
      const next = this.#operand();
      if (next === undefined) return undefined;
      operands.push(next);
    }
    return concatenationOf(operands);
  }

  modifier(): ModifierNode | undefined {
    const head = this.#take(Name);
    if (head === undefined || !isModifierWord(head)) return undefined;
    const value = this.#tokens[this.#at++];
    if (value === undefined) return undefined;
    const fits = head.image === "match" ? value.tokenType === NumberText : value.tokenType === Text || isOnCreate(head, value);
    return fits ? modifierNode(head, value, { start: head.startOffset, end: endOf(value) }) : undefined;
  }

  #operand(): ExpressionNode | undefined {
    const token = this.#tokens[this.#at++];
    if (token === undefined) return undefined;
    switch (token.tokenType) {
      case Name:
        return this.#tokens[this.#at]?.tokenType === LeftParenthesis ? this.#call(token) : wordNode(token);
      case Text:
        return textNode(token);
      case NumberText:
      case HexNumber:
        return numberNode(token);
      case LeftBracket:
        return this.#reference(token);
    }
    return undefined;
  }

  /** `[manager.department]`, behind its bracket. */
  #reference(open: IToken): ExpressionNode | undefined {
    const first = this.#take(Name);
    if (first === undefined) return undefined;
    let last = first;
    let text = first.image;
    while (this.#take(Dot) !== undefined) {
      const part = this.#take(Name);
      if (part === undefined) return undefined;
      text += `.${part.image}`;
      last = part;
    }
    const close = this.#take(RightBracket);
    if (close === undefined) return undefined;
    const name = { text, range: { start: first.startOffset, end: endOf(last) } };
    return { kind: "SourceReference", range: { start: open.startOffset, end: endOf(close) }, name };
  }

  /** `Join(" ", [givenName])`, behind the name. */
  #call(name: IToken): ExpressionNode | undefined {
    const callee = nameText(name);
    if (callee === undefined) return undefined;
    const positions: ArgumentNode[] = [];
    do {
      this.#at++;
      const argument = this.#argument();
      if (argument === undefined) return undefined;
      positions.push(argument);
    } while (this.#tokens[this.#at]?.tokenType === Comma);
    const close = this.#take(RightParenthesis);
    if (close === undefined) return undefined;
    const isEmpty = positions.length === 1 && positions[0]?.expression === undefined;
    const range = { start: name.startOffset, end: endOf(close) };
    return { kind: "Call", range, callee, arguments: isEmpty ? [] : positions, closed: true };
  }

  #argument(): ArgumentNode | undefined {
    const next = this.#tokens[this.#at];
    if (next === undefined) return undefined;
    const start = next.startOffset;
    if (next.tokenType === Comma || next.tokenType === RightParenthesis) return { range: { start, end: start }, expression: undefined };
    const left = this.expression();
    if (left === undefined) return undefined;
    const sign = this.#take(Equals) ?? this.#take(Compare);
    if (sign === undefined) return { range: { start, end: left.range.end }, expression: left };
    const right = this.expression();
    if (right === undefined) return undefined;
    const range = { start, end: right.range.end };
    return { range, expression: { kind: "ComparisonExpression", range, operator: comparisonOperator(sign), left, right } };
  }

  #take(type: IToken["tokenType"]): IToken | undefined {
    const token = this.#tokens[this.#at];
    if (token?.tokenType !== type) return undefined;
    this.#at++;
    return token;
  }
}

function isOnCreate(head: IToken, value: IToken): boolean {
  return head.image === "on" && value.tokenType === Name && value.image === "create";
}
