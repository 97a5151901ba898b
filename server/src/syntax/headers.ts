import type { IToken } from "chevrotain";
import type { TextRange } from "#base/text-range";
import { endOf, nameText, type ParseProblem } from "#scim/filter/vocabulary";
import { align, type Alignment, type HeadSlot } from "./align.ts";
import type { AttributeDeclarationNode, StatementNode } from "./ast.ts";
import { numberNode, textNode, wordNode } from "./grammar.ts";
import { Arrow, Dot, Equals, HexNumber, LeftBrace, LeftBracket, Name, NumberText, RightBracket, Text, Uri, wordOf } from "./tokens.ts";

/** A parsed head: its node and what was wrong with it. */
export interface ParsedHead<Node extends StatementNode> {
  readonly node: Node;
  readonly problems: readonly ParseProblem[];
}

const accepts = (...types: readonly unknown[]) => (token: IToken): boolean => types.includes(token.tokenType);
const word = (text: string) => (token: IToken): boolean => wordOf(token) === text;
const required = <N extends string>(name: N, accept: (token: IToken) => boolean, description: string): HeadSlot<N> => ({ name, accepts: accept, required: true, description });
const optional = <N extends string>(name: N, accept: (token: IToken) => boolean, description: string): HeadSlot<N> => ({ name, accepts: accept, required: false, description });
const brace = required("brace", accepts(LeftBrace), "'{'");

const useSlots = [required("file", accepts(Text), "The file to use, in double quotes,")];
const provisionSlots = [required("name", accepts(Text), "The name of the application, in double quotes,"), brace];
const environmentSlots = [required("name", accepts(Name), "The name of the environment"), brace];
const sourceSlots = [required("name", accepts(Name), "The source object type, User or Group,"), brace];
const schemaSlots = [
  required("name", accepts(Name), "The short name of the schema"),
  required("equals", accepts(Equals), "'='"),
  required("urn", accepts(Uri), "The schema URN"),
  optional("brace", accepts(LeftBrace), "'{'"),
];
const mapSlots = [
  required("source", accepts(Name, Text), "The source object type, such as User,"),
  required("arrow", accepts(Arrow), "'->'"),
  required("target", accepts(Name, Uri, Text), "The target resource type, such as User,"),
  optional("disabled", word("disabled"), "'disabled'"),
  brace,
];
const testSlots = [
  required("name", accepts(Text), "The name of the test, in double quotes,"),
  required("for", word("for"), "'for'"),
  required("target", accepts(Name, Uri), "The target resource type, such as User,"),
  brace,
];
const expectSlots = [required("expectation", accepts(Name), "What is expected: create, update, disable, none, skip or fail"), optional("brace", accepts(LeftBrace), "'{'")];
const settingSlots = [required("name", accepts(Name), "The name of a setting"), required("value", accepts(Text, NumberText, HexNumber, Name), "The value of the setting")];
const letSlots = [required("name", accepts(Name), "The name of the let"), required("equals", accepts(Equals), "'='")];

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
  const { problems } = align(tokens, [brace], range.start);
  return { node: { kind: "Given", range }, problems };
}

export function parseExpect(tokens: readonly IToken[], range: TextRange): ParsedHead<StatementNode> {
  const { found, problems } = align(tokens, expectSlots, range.start);
  return { node: { kind: "Expect", range, expectation: optionalName(found.expectation) }, problems };
}

export function parseSetting(tokens: readonly IToken[], range: TextRange): ParsedHead<StatementNode> {
  const { found, problems } = align(tokens, settingSlots, range.start);
  return { node: { kind: "Setting", range, name: optionalName(found.name), value: settingValue(found.value) }, problems };
}

/** `let NAME =`: the expression behind it is parsed apart. */
export function alignLet(tokens: readonly IToken[], start: number): Alignment<"name" | "equals"> {
  return align(tokens, letSlots, start);
}

/** `actions create update delete`. */
export function parseActions(tokens: readonly IToken[], range: TextRange): ParsedHead<StatementNode> {
  const names = tokens.filter((token) => token.tokenType === Name);
  const problems = tokens.filter((token) => token.tokenType !== Name).map((token) => notHere(token, "Actions are separated by spaces."));
  if (names.length === 0 && problems.length === 0) problems.push({ range, message: "The actions are missing: create, update, delete, or none." });
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
  const names = rest.filter((token) => token.tokenType === Name).map(nameText).filter((text) => text !== undefined);
  const multiValued = rest.some((token, index) => token.tokenType === LeftBracket && rest[index + 1]?.tokenType === RightBracket);
  if (name === undefined) problems.push({ range, message: "The name of an attribute is missing here." });
  else if (names.length === 0) problems.push({ range, message: `The type of '${name.text}' is missing: string, boolean, integer, decimal, dateTime, binary or reference.` });
  for (const token of rest) {
    if (token.tokenType !== Name && !(multiValued && (token.tokenType === LeftBracket || token.tokenType === RightBracket))) problems.push(notHere(token, "An attribute is declared as: name type."));
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
