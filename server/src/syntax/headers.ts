import type { IToken } from "chevrotain";
import type { TextRange } from "#base/text-range";
import { endOf, nameText, type ParseProblem } from "#scim/filter/vocabulary";
import { align } from "./align.ts";
import type { AttributeDeclarationNode, StatementNode } from "./ast.ts";
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
import { numberNode, textNode, wordNode } from "./grammar.ts";
import { Dot, LeftBracket, Name, RightBracket, Text, wordOf } from "./tokens.ts";

/** A parsed head: its node and what was wrong with it. */
export interface ParsedHead<Node extends StatementNode> {
  readonly node: Node;
  readonly problems: readonly ParseProblem[];
}

export function parseUse(tokens: readonly IToken[], range: TextRange): ParsedHead<StatementNode> {
  const { found, problems } = align(tokens, useSlots, range.start);
  return { node: { kind: "Use", range, file: optionalText(found.file) }, problems };
}

export function parseProvision(tokens: readonly IToken[], range: TextRange): ParsedHead<StatementNode> {
  const { found, problems } = align(tokens, provisionSlots, range.start);
  return { node: { kind: "Provision", range, name: optionalText(found.name) }, problems };
}

export function parseEnvironment(tokens: readonly IToken[], range: TextRange): ParsedHead<StatementNode> {
  const { found, problems } = align(tokens, environmentSlots, range.start);
  return { node: { kind: "Environment", range, name: optionalName(found.name) }, problems };
}

export function parseSource(tokens: readonly IToken[], range: TextRange): ParsedHead<StatementNode> {
  const { found, problems } = align(tokens, sourceSlots, range.start);
  return { node: { kind: "Source", range, name: optionalName(found.name) }, problems };
}

export function parseSchema(tokens: readonly IToken[], range: TextRange): ParsedHead<StatementNode> {
  const { found, problems } = align(tokens, schemaSlots, range.start);
  return { node: { kind: "Schema", range, name: optionalName(found.name), urn: optionalName(found.urn) }, problems };
}

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

export function parseTest(tokens: readonly IToken[], range: TextRange): ParsedHead<StatementNode> {
  const { found, problems } = align(tokens, testSlots, range.start);
  return { node: { kind: "Test", range, name: optionalText(found.name), target: optionalName(found.target) }, problems };
}

export function parseGiven(tokens: readonly IToken[], range: TextRange): ParsedHead<StatementNode> {
  const { problems } = align(tokens, givenSlots, range.start);
  return { node: { kind: "Given", range }, problems };
}

export function parseExpect(tokens: readonly IToken[], range: TextRange): ParsedHead<StatementNode> {
  const { found, problems } = align(tokens, expectSlots(tokens), range.start);
  return { node: { kind: "Expect", range, expectation: optionalName(found.expectation) }, problems };
}

export function parseSetting(tokens: readonly IToken[], range: TextRange): ParsedHead<StatementNode> {
  const { found, problems } = align(tokens, settingSlots, range.start);
  return { node: { kind: "Setting", range, name: optionalName(found.name), value: settingValue(found.value) }, problems };
}

/** `actions create update delete`. */
export function parseActions(tokens: readonly IToken[], range: TextRange): ParsedHead<StatementNode> {
  const head = tokens.findIndex((token) => wordOf(token) === "actions");
  const names = tokens.slice(head + 1).filter((token) => token.tokenType === Name);
  const problems = tokens
    .filter((token, at) => at < head || token.tokenType !== Name)
    .map((token) => notHere(token, "Actions are separated by spaces."));
  if (names.length === 0 && problems.length === 0)
    problems.push({ range, message: "The actions are missing: create, update, delete, or none." });
  return { node: { kind: "Actions", range, actions: names.map(nameText).filter((name) => name !== undefined) }, problems };
}

/** `externalIds.value string[] required`. */
export function parseAttributeDeclaration(tokens: readonly IToken[], range: TextRange): ParsedHead<AttributeDeclarationNode> {
  const problems: ParseProblem[] = [];
  let name = optionalName(tokens[0]?.tokenType === Name ? tokens[0] : undefined);
  let at = name === undefined ? 0 : 1;
  while (name !== undefined && tokens[at]?.tokenType === Dot && tokens[at + 1]?.tokenType === Name) {
    const part = tokens[at + 1]!;
    name = { text: `${name.text}.${part.image}`, range: { start: name.range.start, end: endOf(part) } };
    at += 2;
  }
  const rest = tokens.slice(at);
  const names = rest
    .filter((token) => token.tokenType === Name)
    .map(nameText)
    .filter((text) => text !== undefined);
  const multiValued = rest.some((token, index) => token.tokenType === LeftBracket && rest[index + 1]?.tokenType === RightBracket);
  if (name === undefined) problems.push({ range, message: "The name of an attribute is missing here." });
  else if (names.length === 0)
    problems.push({
      range,
      message: `The type of '${name.text}' is missing: string, boolean, integer, decimal, dateTime, binary or reference.`,
    });
  for (const token of rest) {
    if (token.tokenType !== Name && !(multiValued && (token.tokenType === LeftBracket || token.tokenType === RightBracket)))
      problems.push(notHere(token, "An attribute is declared as: name type."));
  }
  return { node: { kind: "AttributeDeclaration", range, name, type: names[0], multiValued, characteristics: names.slice(1) }, problems };
}

function notHere(token: IToken, hint: string): ParseProblem {
  return { range: { start: token.startOffset, end: endOf(token) }, message: `'${token.image}' cannot stand here. ${hint}` };
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
