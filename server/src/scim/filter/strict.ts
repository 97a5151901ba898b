import type { IToken } from "chevrotain";
import { own, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { AttributePathNode, ComparisonNode, FilterNode, LiteralNode } from "./ast.ts";
import { isClosed } from "./literals.ts";
import type { FilterProblem } from "./filter-problem.ts";
import type { ParseProblem } from "./problem-messages.ts";
import { compareOperators, splitUri } from "./to-filter.ts";
import { walkFilter } from "./walk.ts";
import { Dot, endOf, LeftBracket, LeftParenthesis, Name, RightBracket, RightParenthesis } from "./tokens.ts";

/** What the grammar lets pass and the ABNF does not: operators, JSON literals, nested value paths, URIs, spacing. */
export function strictProblems(text: string, tokens: readonly IToken[], node: FilterNode | AttributePathNode | undefined): FilterProblem[] {
  const problems: FilterProblem[] = [];
  if (node !== undefined) checkNode(node, false, problems);
  return problems.length > 0 ? problems : spacingProblems(text, tokens);
}

/** Operators and values that no grammar of filters can hold, as far as spelling shows it; `scoping` adds 'matches' and Entra's own. */
export function wordProblems(node: FilterNode | AttributePathNode | undefined, scoping: boolean): readonly ParseProblem[] {
  if (node === undefined) return [];
  if (node.kind === "AttributePath") return wordProblems(node.valueFilter?.filter, false);
  return [...walkFilter(node)].flatMap((part) => {
    if (part.kind === "ValuePath") return wordProblems(part.path, scoping);
    if (part.kind !== "Comparison") return [];
    return [...wordProblems(part.path, scoping), ...operatorProblem(part, scoping), ...valueProblem(part, scoping)];
  });
}

function operatorProblem({ operator, quotedOperator }: ComparisonNode, scoping: boolean): ParseProblem[] {
  const word = operator?.text.toLowerCase() ?? "pr";
  if (operator === undefined || quotedOperator || word === "pr" || compareOperators.has(word) || (scoping && word === "matches")) return [];
  const text = own(operator.text);
  const message = scoping
    ? say`'${text}' is no operator of a filter. Use eq, ne, co, sw, ew, gt, ge, pr or matches.`
    : say`'${text}' is no operator of a filter. Use eq, ne, co, sw, ew, gt, ge, lt, le or pr.`;
  return [{ range: operator.range, message }];
}

/** A scoping filter's text follows the rules of `.scimmap` texts, where any backslash may stand. */
function valueProblem({ value }: ComparisonNode, scoping: boolean): ParseProblem[] {
  const message = value === undefined || (scoping && value.quoted) ? undefined : literalProblem(value);
  return value === undefined || message === undefined ? [] : [{ range: value.range, message }];
}

function checkNode(node: FilterNode | AttributePathNode, insideValuePath: boolean, problems: FilterProblem[]): void {
  if (node.kind === "AttributePath") {
    checkPath(node, insideValuePath, problems);
    return;
  }
  for (const part of walkFilter(node)) {
    if (part.kind === "ValuePath") checkPath(part.path, insideValuePath, problems);
    else if (part.kind === "Comparison") checkComparison(part, insideValuePath, problems);
  }
}

function checkPath(node: AttributePathNode, insideValuePath: boolean, problems: FilterProblem[]): void {
  if (node.uri !== undefined && !isQualifiedName(node.uri.text)) {
    problems.push({
      code: "syntax",
      message: say`'${own(node.uri.text)}' is no attribute name with its schema URN before the last ':'.`,
      ...node.uri.range,
    });
  } else if (
    node.uri !== undefined &&
    splitUri(node.uri.text).sub !== undefined &&
    (node.subAttribute ?? node.outerSubAttribute) !== undefined
  ) {
    problems.push({
      code: "syntax",
      message: say`'${own(node.uri.text)}' already names a sub-attribute; a SCIM path has at most one.`,
      ...node.uri.range,
    });
  }
  if (node.valueFilter === undefined) return;
  if (insideValuePath) {
    problems.push({
      code: "syntax",
      message: say`A value filter cannot hold another one. Compare sub-attributes directly (RFC 7644 errata 4690 and 7322).`,
      ...node.valueFilter.range,
    });
    return;
  }
  if (node.valueFilter.filter !== undefined) checkNode(node.valueFilter.filter, true, problems);
}

function checkComparison(node: ComparisonNode, insideValuePath: boolean, problems: FilterProblem[]): void {
  if (node.path !== undefined) {
    checkPath(node.path, insideValuePath, problems);
    if (node.path.valueFilter !== undefined) {
      problems.push({
        code: "syntax",
        message: say`Nothing can be compared behind ']'. Move the comparison inside: emails[type eq "work" and value eq "x"].`,
        ...node.range,
      });
    }
  }
  for (const { range, message } of [...operatorProblem(node, false), ...valueProblem(node, false)])
    problems.push({ code: "syntax", message, ...range });
}

/** Why a literal is none of JSON's (RFC 7159), or undefined. */
function literalProblem(literal: LiteralNode): Sentence | undefined {
  const { text } = literal;
  if (literal.quoted) {
    if (text.startsWith("'")) return say`Texts stand in double quotes: "${own(text.slice(1, isClosed(text) ? -1 : undefined))}".`;
    if (!isClosed(text)) return say`This text has no closing quote. Add '"' at its end.`;
    if (/\\(?!u[0-9A-Fa-f]{4}|["\\/bfnrt])/.test(text.replaceAll("\\\\", "")))
      return say`A backslash in a filter's text starts a JSON escape. Write '${own("\\\\")}' for a backslash.`;
    // Control characters must be escaped in JSON texts.
    if (/[\u0000-\u001f]/.test(text))
      return say`This text holds a control character. Write it as an escape, for example ${own("\\t")} or ${own("\\n")}.`;
    return undefined;
  }
  if (literal.value === undefined)
    return say`'${own(text)}' is no value. Put a text in double quotes, or write true, false or null in lower case.`;
  if (typeof literal.value === "number" && !/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text))
    return say`'${own(text)}' is no JSON number. Remove leading zeros.`;
  return undefined;
}

const qualifiedName =
  /^[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9\-._~:/?#@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*:\$?[A-Za-z][\w$-]*(?:\.\$?[A-Za-z][\w$-]*)?$/;

function isQualifiedName(uri: string): boolean {
  return qualifiedName.test(uri);
}

/** Exactly one space between parts and none inside them (RFC 7644 figure 1); after `not` one or none (erratum 7319). */
function spacingProblems(text: string, tokens: readonly IToken[]): FilterProblem[] {
  const problems: FilterProblem[] = [];
  let end = 0;
  let previous: IToken | undefined;
  for (const token of [...tokens, undefined]) {
    const start = token?.startOffset ?? text.length;
    const gap = text.slice(end, start);
    if (!allowedGaps(previous, token).includes(gap)) problems.push(spacing(gap, end, start));
    if (token === undefined) break;
    end = endOf(token);
    previous = token;
  }
  return problems;
}

function allowedGaps(previous: IToken | undefined, next: IToken | undefined): readonly string[] {
  if (previous === undefined || next === undefined) return [""];
  const glued =
    previous.tokenType === LeftParenthesis ||
    previous.tokenType === LeftBracket ||
    previous.tokenType === Dot ||
    next.tokenType === RightParenthesis ||
    next.tokenType === RightBracket ||
    next.tokenType === Dot ||
    next.tokenType === LeftBracket;
  if (glued) return [""];
  if (next.tokenType === LeftParenthesis && previous.tokenType === Name && previous.image.toLowerCase() === "not") return ["", " "];
  return [" "];
}

function spacing(gap: string, start: number, end: number): FilterProblem {
  if (gap === "") return { code: "spacing", message: say`One space is missing here (RFC 7644 figure 1).`, start, end: start + 1 };
  return {
    code: "spacing",
    message: say`Exactly one space separates the parts of a filter, and none stands elsewhere (RFC 7644 figure 1).`,
    start,
    end,
  };
}
