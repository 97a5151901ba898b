import { own, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import { matchesPattern } from "#evaluation/match-pattern";
import type { SourceValue } from "#model/source-record";
import type { ComparisonNode, FilterNode } from "#scim/filter/ast";
import { comparisonsIn, dottedName, foldFilter } from "#scim/filter/walk";

/**
 * `missing`: neither true nor false, because an attribute has no value; a negation keeps it so.
 * `unknown`: it cannot be decided here, with the reason.
 */
export type Truth = "true" | "false" | "missing" | "unknown";

/** What a scoping filter yields for one object. */
export interface FilterResult {
  readonly truth: Truth;
  /** Clauses that were not true, as Entra's log lists them. */
  readonly failed: readonly string[];
  /** Why it is unknown, and where the two readings of a pattern differ. */
  readonly remarks: readonly Sentence[];
}

/** What an object has of an attribute. */
export type AttributeReader = (name: string) => SourceValue | undefined;

/** Evaluates a scoping filter in three-valued logic (language page §3, `where`). */
export function evaluateScopingFilter(filter: FilterNode, attribute: AttributeReader): FilterResult {
  return foldFilter<FilterResult>(filter, {
    and: (results) => combine(results, "false", "true"),
    or: (results) => combine(results, "true", "false"),
    not(inner, node) {
      if (inner === undefined) return undecidable(say`A negation in a scoping filter is incomplete.`);
      const truth = negate(inner.truth);
      return { ...inner, truth, failed: truth === "true" ? [] : [describeFilter(node)] };
    },
    valuePath: () => undecidable(say`A scoping filter cannot select elements with [ ].`),
    comparison: (node) => compare(node, attribute),
  });
}

/** `and` is decided by one false operand, `or` by one true one; unknown weighs more than missing. */
function combine(results: readonly FilterResult[], decisive: Truth, otherwise: Truth): FilterResult {
  const truths = results.map((result) => result.truth);
  const truth = ([decisive, "unknown", "missing"] as const).find((candidate) => truths.includes(candidate)) ?? otherwise;
  const failed = truth === "true" ? [] : results.flatMap((result) => result.failed);
  return { truth, failed, remarks: results.flatMap((result) => result.remarks) };
}

function undecidable(reason: Sentence): FilterResult {
  return { truth: "unknown", failed: [], remarks: [reason] };
}

function compare(node: ComparisonNode, attribute: AttributeReader): FilterResult {
  const name = attributeName(node);
  const operator = node.operator?.text;
  if (name === undefined || operator === undefined) return undecidable(say`A clause of a scoping filter is incomplete.`);
  if (node.quotedOperator) return undecidable(say`What Entra ID's own operator ${own(operator)} means is not known here.`);
  const value = attribute(name) ?? null;
  if (typeof value === "object" && value !== null)
    return undecidable(say`'${own(name)}' has several values, and Entra ID cannot filter by such attributes.`);
  const text = value === "" ? null : value;
  if (operator.toLowerCase() === "pr") return decided(node, text === null ? "false" : "true");
  if (text === null) return decided(node, "missing");
  return compareText(node, name, operator.toLowerCase(), text);
}

function compareText(node: ComparisonNode, name: string, operator: string, text: string): FilterResult {
  const literal = node.value?.value;
  if (literal === undefined || literal === null)
    return undecidable(say`The clause '${own(describeFilter(node))}' compares '${own(name)}' with nothing.`);
  switch (operator) {
    case "eq":
      return decided(node, equal(text, literal));
    case "ne":
      return decided(node, negate(equal(text, literal)));
    case "co":
      return decided(node, truth(text.includes(String(literal))));
    case "sw":
      return decided(node, truth(text.startsWith(String(literal))));
    case "ew":
      return decided(node, truth(text.endsWith(String(literal))));
    case "gt":
      return decided(
        node,
        order(text, literal, (left, right) => left > right),
      );
    case "ge":
      return decided(
        node,
        order(text, literal, (left, right) => left >= right),
      );
    case "matches":
      return compareByPattern(node, name, String(literal), text);
    default:
      return undecidable(say`Entra ID has no operator for '${own(operator)}' in '${own(describeFilter(node))}'.`);
  }
}

/** Booleans compare as Booleans in any case, digit texts as integers with integers, everything else case-sensitively. */
function equal(text: string, literal: string | number | boolean): Truth {
  const wanted = String(literal);
  if (typeof literal === "boolean" || (isBooleanText(wanted) && isBooleanText(text))) {
    return isBooleanText(text) ? truth(text.toLowerCase() === wanted.toLowerCase()) : "missing";
  }
  if (typeof literal === "number") return /^-?\d+$/.test(text) ? truth(Number(text) === literal) : "false";
  return truth(text === wanted);
}

/** Greater_Than and its sibling compare whole numbers only; with anything else the rule is invalid, hence never true. */
function order(text: string, literal: string | number | boolean, holds: (left: number, right: number) => boolean): Truth {
  const wanted = String(literal);
  return /^-?\d+$/.test(text) && /^-?\d+$/.test(wanted) ? truth(holds(Number(text), Number(wanted))) : "missing";
}

/** Anchoring is undocumented: unanchored here, with a remark where the readings differ (language page §3). */
function compareByPattern(node: ComparisonNode, name: string, pattern: string, text: string): FilterResult {
  const result = matchesPattern(pattern, text);
  if (!result.ok) return undecidable(result.error);
  const { matches, anchoredDiffers } = result.value;
  const remark = say`Whether '${own(name)} matches' must cover the whole value is not documented, and here the readings differ. Write ^ and $ in the pattern to settle it.`;
  return { ...decided(node, truth(matches)), remarks: anchoredDiffers ? [remark] : [] };
}

function decided(node: ComparisonNode, result: Truth): FilterResult {
  return { truth: result, failed: result === "true" ? [] : [describeFilter(node)], remarks: [] };
}

function truth(holds: boolean): Truth {
  return holds ? "true" : "false";
}

function negate(result: Truth): Truth {
  return result === "true" ? "false" : result === "false" ? "true" : result;
}

function isBooleanText(text: string): boolean {
  return /^(?:true|false)$/i.test(text);
}

function attributeName({ path }: ComparisonNode): string | undefined {
  return path && dottedName(path)?.text;
}

/** Source attributes a filter reads, each once. */
export function attributesIn(filter: FilterNode): readonly string[] {
  return [...new Set([...comparisonsIn(filter)].flatMap((comparison) => attributeName(comparison) ?? []))];
}

/** The filter as people wrote it, with single spaces. */
export function describeFilter(filter: FilterNode): string {
  return foldFilter<string>(filter, {
    and: (texts, { operands }) => inParentheses(texts, operands).join(" and "),
    or: (texts, { operands }) => inParentheses(texts, operands).join(" or "),
    not: (text = "") => `not (${text})`,
    valuePath: () => "[ ]",
    comparison: (node) => [attributeName(node), node.operator?.text, node.value?.text].filter((part) => part !== undefined).join(" "),
  });
}

/** What `and` and `or` put together stands in parentheses inside another of them. */
function inParentheses(texts: readonly string[], operands: readonly FilterNode[]): readonly string[] {
  return texts.map((text, index) => {
    const kind = operands[index]?.kind;
    return kind === "And" || kind === "Or" ? `(${text})` : text;
  });
}
