import { say } from "#base/sentence";
import { bareWords, functions } from "#model/functions";
import type { FunctionSignature } from "#model/functions";
import {
  Ampersand,
  Comma,
  Compare,
  Dot,
  Equals,
  LeftBracket,
  LeftParenthesis,
  RightBracket,
  RightParenthesis,
  wordOf,
} from "#syntax/tokens";
import type { Token } from "#syntax/cursor";
import { describeFunction, signatureOf } from "#describe/function";
import { describeWord } from "#describe/keyword";
import { paragraph } from "#describe/block";
import { callSnippet } from "./call-snippet.ts";
import { itemAt } from "./item.ts";
import type { CompletionItem, Draft } from "./item.ts";
import { modifierItems } from "./modifiers.ts";
import type { Scope } from "./scope.ts";
import { sourceNames } from "./sources.ts";
import type { SourceName } from "./sources.ts";
import { usualActive, usualSources } from "./usual-sources.ts";

/** Where an expression stands: in a mapping it is followed by modifiers, and its target suggests what to map from. */
export interface ExpressionPlace {
  readonly kind: "mapping" | "let";
  /** Canonical path of the mapping's target. */
  readonly target?: string | undefined;
}

/** Within an expression, by the tokens of it that stand left of the position. */
export function expressionItems(tokens: readonly Token[], place: ExpressionPlace, scope: Scope): readonly CompletionItem[] {
  if (scope.cursor.quotes !== "none") return [];
  const open = openBrackets(tokens);
  const innermost = open.at(-1);
  const last = tokens.at(-1);
  if (innermost?.token.tokenType === LeftBracket) return namesInBrackets(tokens.slice(innermost.index + 1), place, scope);
  if (last === undefined || wantsOperand(last)) return operandItems(open, place, scope);
  return open.length === 0 && place.kind === "mapping" ? modifierItems(tokens, scope) : [];
}

interface OpenBracket {
  readonly token: Token;
  readonly index: number;
  /** The function whose arguments stand here. */
  readonly callee: string | undefined;
}

function openBrackets(tokens: readonly Token[]): readonly OpenBracket[] {
  const open: OpenBracket[] = [];
  tokens.forEach((token, index) => {
    const { tokenType } = token;
    if (tokenType === LeftParenthesis || tokenType === LeftBracket) open.push({ token, index, callee: wordOf(tokens[index - 1]) });
    else if (tokenType === RightParenthesis || tokenType === RightBracket) open.pop();
  });
  return open;
}

const beforeOperand: ReadonlySet<unknown> = new Set([LeftParenthesis, Comma, Ampersand, Equals, Compare]);

function wantsOperand(last: Token): boolean {
  return beforeOperand.has(last.tokenType);
}

/** A name with dots is several tokens: all of them are replaced. */
function namesInBrackets(typed: readonly Token[], place: ExpressionPlace, scope: Scope): readonly CompletionItem[] {
  const { cursor } = scope;
  const { word, after } = cursor;
  const dotted = typed.length > 0 && typed.at(-1)?.tokenType === Dot;
  if (typed.length > 0 && !dotted) return [];
  const head = typed.map(({ image }) => image).join("");
  const start = word.start - head.length;
  const closed = after[0]?.tokenType === RightBracket;
  return suggestedFirst(sourceNames(scope), place).map(({ name, kind, detail, documentation }) =>
    itemAt(cursor, {
      label: name,
      kind,
      detail,
      documentation,
      insert: closed ? name : `${name}]`,
      range: { line: word.line, start, end: word.end },
    }),
  );
}

function operandItems(open: readonly OpenBracket[], place: ExpressionPlace, scope: Scope): readonly CompletionItem[] {
  const { cursor } = scope;
  const callee = open.at(-1)?.callee;
  const names = suggestedFirst(sourceNames(scope), place).map(({ name, kind, detail, documentation }) =>
    itemAt(cursor, { label: `[${name}]`, kind, detail, documentation, filter: name }),
  );
  const usual = usualSource(place) === undefined ? 0 : 1;
  const active = place.target?.toLowerCase() === "active" && open.length === 0 ? [itemAt(cursor, activeDraft)] : [];
  const isWhole = open.length === 0 && place.kind === "mapping";
  return [
    ...active,
    ...names.slice(0, usual),
    ...functions.filter(({ group }) => group === "reference").map((signature) => itemAt(cursor, functionDraft(signature))),
    ...names.slice(usual),
    ...wordDrafts(callee, isWhole).map((draft) => itemAt(cursor, draft)),
    ...functions.filter(({ group }) => group === "engine-other").map((signature) => itemAt(cursor, functionDraft(signature))),
  ];
}

const activeDraft: Draft = {
  label: usualActive,
  kind: "function",
  detail: say`disables people who are blocked, deleted or no longer assigned`,
  documentation: () => undefined,
};

function functionDraft(signature: FunctionSignature): Draft {
  const { name } = signature;
  return {
    label: name,
    kind: "function",
    detail: signatureOf(signature),
    documentation: () => describeFunction(signature),
    insert: callSnippet(signature),
    snippet: true,
  };
}

/** Bare words, with those first that the surrounding function takes. */
function wordDrafts(callee: string | undefined, isWhole: boolean): readonly Draft[] {
  const fitting = callee === undefined ? [] : (wordsOfFunction.get(callee) ?? []);
  const words = [...bareWords].toSorted(([a], [b]) => Number(fitting.includes(b)) - Number(fitting.includes(a)));
  const drafts = words.map(([label, meaning]): Draft => ({
    label,
    kind: "word",
    detail: say`bare word`,
    documentation: () => paragraph(meaning),
  }));
  if (!isWhole) return drafts;
  return [{ label: "none", kind: "word", detail: say`no value flows`, documentation: () => describeWord("keyword", "none") }, ...drafts];
}

const wordsOfFunction: ReadonlyMap<string, readonly string[]> = new Map([
  ["InStr", ["vbTextCompare", "vbBinaryCompare"]],
  ["ConvertFromBase64", ["UTF8", "ASCII", "Unicode"]],
]);

function usualSource({ target }: ExpressionPlace): string | undefined {
  return target === undefined ? undefined : (usualSources.get(target.toLowerCase()) ?? leafOf(target));
}

function suggestedFirst(names: readonly SourceName[], place: ExpressionPlace): readonly SourceName[] {
  const usual = usualSource(place)?.toLowerCase();
  const found = names.find(({ name }) => name.toLowerCase() === usual);
  return found === undefined ? names : [found, ...names.filter((name) => name !== found)];
}

/** The last name of a path: `department` of `urn:…:User:department`. */
function leafOf(path: string): string | undefined {
  return /[\w$-]+$/.exec(path)?.[0];
}
