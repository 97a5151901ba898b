import { foreign, own, say } from "#base/sentence";
import type { AttributeDefinition } from "#scim/schema-catalog";
import { subAttributeOf } from "#scim/schema-catalog";
import { Dot, LeftParenthesis, Name, RightParenthesis, Text, wordOf } from "#syntax/tokens";
import type { Token } from "#syntax/cursor";
import { describeOperator, matchesOperator, operators } from "#describe/operator";
import { itemAt, textItem } from "./item.ts";
import type { CompletionItem } from "./item.ts";
import type { Scope } from "./scope.ts";
import { subAttributeItems } from "./targets.ts";

/** What a filter wants at its end, and the comparison that stands there so far. */
export interface FilterState {
  readonly expects: "name" | "operator" | "value" | "connective";
  /** The attribute compared, with its dots. */
  readonly name: string | undefined;
}

/** Reads the tokens of a filter up to the position. Lenient: what does not fit is passed over. */
export function filterState(tokens: readonly Token[]): FilterState {
  let state: FilterState = { expects: "name", name: undefined };
  for (const token of tokens) state = after(state, token);
  return state;
}

function after(state: FilterState, token: Token): FilterState {
  const word = wordOf(token)?.toLowerCase();
  switch (state.expects) {
    case "name":
      if (token.tokenType === LeftParenthesis || word === "not") return state;
      return { expects: token.tokenType === Dot ? "name" : "operator", name: (state.name ?? "") + token.image };
    case "operator":
      if (token.tokenType === Dot) return { expects: "name", name: `${state.name ?? ""}.` };
      return { expects: word === "pr" ? "connective" : "value", name: state.name };
    case "value":
      return { expects: "connective", name: undefined };
    case "connective":
      if (token.tokenType === RightParenthesis || (token.tokenType === Name && word !== "and" && word !== "or")) return state;
      // Entra's own operator takes a second text.
      return token.tokenType === Text ? state : { expects: "name", name: undefined };
  }
}

/** Inside `[ ]` of a target path: names of sub-attributes, operators that fit, canonical values. */
export function valueFilterItems(
  tokens: readonly Token[],
  attribute: AttributeDefinition | undefined,
  scope: Scope,
): readonly CompletionItem[] {
  const { expects, name } = filterState(tokens);
  const compared = attribute === undefined || name === undefined ? undefined : subAttributeOf(attribute, name);
  const quoted = scope.cursor.quotes !== "none";
  switch (expects) {
    case "name":
      return quoted ? [] : [...selectorItems(attribute, scope), ...subAttributeItems(attribute, scope)];
    case "operator":
      return quoted ? [] : operatorItems(fitting(compared?.type), false, scope);
    case "value":
      return compared === undefined ? [] : literalItems(compared, scope);
    case "connective":
      return quoted ? [] : connectiveItems(scope);
  }
}

/** Whole comparisons that select one element: `type eq "work"`. */
function selectorItems(attribute: AttributeDefinition | undefined, { cursor }: Scope): readonly CompletionItem[] {
  return (attribute?.subAttributes ?? []).flatMap(({ name, canonicalValues = [] }) =>
    canonicalValues.map((value) =>
      itemAt(cursor, { label: `${name} eq ${JSON.stringify(value)}`, kind: "value", detail: say`selects one element` }),
    ),
  );
}

/** Values an attribute is known to take. */
export function literalItems(definition: AttributeDefinition, scope: Scope): readonly CompletionItem[] {
  const { cursor } = scope;
  if (definition.type === "boolean") return cursor.quotes === "none" ? booleanItems(scope) : [];
  const detail = say`value of ${foreign(definition.qualifiedName)}`;
  return (definition.canonicalValues ?? []).map((value) => textItem(cursor, value, { kind: "value", detail }));
}

/** `true` and `false`. */
export function booleanItems({ cursor }: Scope): readonly CompletionItem[] {
  return ["true", "false"].map((label) => itemAt(cursor, { label, kind: "value", detail: own("Boolean") }));
}

/** What joins a further comparison. */
export function connectiveItems({ cursor }: Scope): readonly CompletionItem[] {
  return ["and", "or"].map((label) => itemAt(cursor, { label, kind: "operator", detail: say`further comparison` }));
}

/** Operators by their names, in the order people need them. */
export function operatorItems(names: readonly string[], scoping: boolean, { cursor }: Scope): readonly CompletionItem[] {
  return [...operators, matchesOperator]
    .filter(({ name }) => names.includes(name))
    .map(({ name, meaning }) =>
      itemAt(cursor, { label: name, kind: "operator", detail: meaning, documentation: () => describeOperator(name, scoping) }),
    );
}

/** Operators that make sense for a type (RFC 7644 §3.4.2.2). */
function fitting(type: AttributeDefinition["type"]): readonly string[] {
  switch (type) {
    case "boolean":
      return ["eq", "ne", "pr"];
    case "complex":
      return ["pr"];
    case "integer":
    case "decimal":
    case "dateTime":
      return ["eq", "ne", "gt", "ge", "lt", "le", "pr"];
    case "binary":
      return ["eq", "ne", "pr"];
    case "string":
    case "reference":
      return ["eq", "ne", "co", "sw", "ew", "pr"];
    case undefined:
      return operators.map(({ name }) => name);
  }
}
