import type { IToken } from "chevrotain";
import type { TextRange } from "#base/text-range";
import { nameText, type ParseProblem } from "#scim/filter/vocabulary";
import { align } from "./align.ts";
import type { StatementNode } from "./ast.ts";
import {
  environmentSlots,
  expectSlots,
  givenSlots,
  mapSlots,
  provisionSlots,
  schemaSlots,
  settingSlots,
  sourceSlots,
  testSlots,
  useSlots,
} from "./head-slots.ts";
import { numberNode, textNode, wordNode } from "./expression-nodes.ts";
import { withoutColon } from "./split-at-equals.ts";
import { Name, Text } from "./tokens.ts";

/** A parsed head: its node and what was wrong with it. */
export interface ParsedHead<Node extends StatementNode> {
  readonly node: Node;
  readonly problems: readonly ParseProblem[];
}

/** `use "file"`. */
export function parseUse(tokens: readonly IToken[], range: TextRange): ParsedHead<StatementNode> {
  const { found, problems } = align(tokens, useSlots, range.start);
  return { node: { kind: "Use", range, file: optionalText(found.file) }, problems };
}

/** `provision "name" {`. */
export function parseProvision(tokens: readonly IToken[], range: TextRange): ParsedHead<StatementNode> {
  const { found, problems } = align(tokens, provisionSlots, range.start);
  return { node: { kind: "Provision", range, name: optionalText(found.name) }, problems };
}

/** `environment name {`. */
export function parseEnvironment(tokens: readonly IToken[], range: TextRange): ParsedHead<StatementNode> {
  const { found, problems } = align(tokens, environmentSlots, range.start);
  return { node: { kind: "Environment", range, name: optionalName(found.name) }, problems };
}

/** `source User {`. */
export function parseSource(tokens: readonly IToken[], range: TextRange): ParsedHead<StatementNode> {
  const { found, problems } = align(tokens, sourceSlots, range.start);
  return { node: { kind: "Source", range, name: optionalName(found.name) }, problems };
}

/** `schema name = urn`. */
export function parseSchema(tokens: readonly IToken[], range: TextRange): ParsedHead<StatementNode> {
  const { found, problems } = align(tokens, schemaSlots, range.start);
  return { node: { kind: "Schema", range, name: optionalName(found.name), urn: optionalName(found.urn) }, problems };
}

/** `map User -> User {`. */
export function parseMap(tokens: readonly IToken[], range: TextRange): ParsedHead<StatementNode> {
  const { found, problems } = align(tokens, mapSlots, range.start);
  const node: StatementNode = {
    kind: "Map",
    range,
    source: unquotedName(found.source),
    sourceQuoted: found.source?.tokenType === Text,
    target: unquotedName(found.target),
    targetQuoted: found.target?.tokenType === Text,
    disabled: found.disabled !== undefined,
  };
  return { node, problems };
}

/** `test "name" for User {`. */
export function parseTest(tokens: readonly IToken[], range: TextRange): ParsedHead<StatementNode> {
  const { found, problems } = align(tokens, testSlots, range.start);
  return { node: { kind: "Test", range, name: optionalText(found.name), target: optionalName(found.target) }, problems };
}

/** `given {`. */
export function parseGiven(tokens: readonly IToken[], range: TextRange): ParsedHead<StatementNode> {
  const { problems } = align(tokens, givenSlots, range.start);
  return { node: { kind: "Given", range }, problems };
}

/** `expect create {`. */
export function parseExpect(tokens: readonly IToken[], range: TextRange): ParsedHead<StatementNode> {
  const { found, problems } = align(tokens, expectSlots(tokens), range.start);
  return { node: { kind: "Expect", range, expectation: optionalName(found.expectation) }, problems };
}

/** `name value`. */
export function parseSetting(written: readonly IToken[], range: TextRange): ParsedHead<StatementNode> {
  const { tokens, problems: colons } = withoutColon(written);
  const { found, problems } = align(tokens, settingSlots, range.start);
  const node: StatementNode = { kind: "Setting", range, name: optionalName(found.name), value: settingValue(found.value) };
  return { node, problems: [...colons, ...problems] };
}

function settingValue(token: IToken | undefined) {
  if (token === undefined) return undefined;
  if (token.tokenType === Text) return textNode(token);
  return token.tokenType === Name ? wordNode(token) : numberNode(token);
}

function optionalText(token: IToken | undefined) {
  return token === undefined ? undefined : textNode(token);
}

function optionalName(token: IToken | undefined) {
  return token === undefined ? undefined : nameText(token);
}

/** A quoted object type keeps its range and loses its quotes. */
function unquotedName(token: IToken | undefined) {
  if (token === undefined) return undefined;
  const name = nameText(token);
  if (name === undefined || token.tokenType !== Text) return name;
  return { text: textNode(token)?.value ?? "", range: name.range };
}
