import type { IToken } from "chevrotain";
import { own, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import { headCost, type HeadSlot } from "./align.ts";
import { Arrow, Equals, HexNumber, LeftBrace, Name, NumberText, Text, Uri, wordOf } from "./tokens.ts";

const accepts =
  (...types: readonly unknown[]) =>
  (token: IToken): boolean =>
    types.includes(token.tokenType);
const oneOf =
  (...words: readonly string[]) =>
  (token: IToken): boolean =>
    words.includes(wordOf(token) ?? "");
const required = <N extends string>(name: N, accept: (token: IToken) => boolean, description: Sentence): HeadSlot<N> => {
  return { name, accepts: accept, required: true, description };
};
const optional = <N extends string>(name: N, accept: (token: IToken) => boolean, description: Sentence): HeadSlot<N> => {
  return { name, accepts: accept, required: false, description };
};
const head = (word: string): HeadSlot<"head"> => required("head", oneOf(word), say`'${own(word)}'`);
const brace = required("brace", accepts(LeftBrace), say`'{'`);

/** What a statement's head is made of, its head word first (language page §2). */
export const useSlots = [head("use"), required("file", accepts(Text), say`The file to use, in double quotes,`)];
/** `provision "name" {`. */
export const provisionSlots = [
  head("provision"),
  required("name", accepts(Text), say`The name of the application, in double quotes,`),
  brace,
];
/** `environment name {`. */
export const environmentSlots = [
  head("environment"),
  required("name", accepts(Name), say`The name of the environment, without quotes,`),
  brace,
];
/** `source User {`. */
export const sourceSlots = [head("source"), required("name", accepts(Name), say`The source object type, User or Group,`), brace];
/** `schema name = urn`, with or without `{`. */
export const schemaSlots = [
  head("schema"),
  required("name", accepts(Name), say`The short name of the schema`),
  required("equals", accepts(Equals), say`'='`),
  required("urn", accepts(Uri), say`The schema URN without quotes, such as urn:ietf:params:scim:schemas:extension:example:2.0:User,`),
  optional("brace", accepts(LeftBrace), say`'{'`),
];
/** `map User -> User disabled {`. */
export const mapSlots = [
  head("map"),
  required("source", accepts(Name, Text), say`The source object type, such as User,`),
  required("arrow", accepts(Arrow), say`'->'`),
  required("target", accepts(Name, Uri, Text), say`The target resource type, such as User,`),
  optional("disabled", oneOf("disabled"), say`'disabled'`),
  brace,
];
/** `test "name" for User {`. */
export const testSlots = [
  head("test"),
  required("name", accepts(Text), say`The name of the test, in double quotes,`),
  required("for", oneOf("for"), say`'for'`),
  required("target", accepts(Name, Uri), say`The target resource type, such as User,`),
  brace,
];
/** `given {`. */
export const givenSlots = [head("given"), brace];

/** What a test can expect; the first two list attributes in a block. */
const withValues = ["create", "update"];
const withoutValues = ["skip", "fail", "disable", "none"];
const outcome = say`The outcome (create, update, disable, none, skip or fail)`;
/** Whether a token is an outcome that a test can expect. */
export const isOutcome = oneOf(...withValues, ...withoutValues);
/** Whether a token is an outcome that lists no attributes. */
export const isBareOutcome = oneOf(...withoutValues);
const expectValuesSlots = [head("expect"), required("expectation", oneOf(...withValues), outcome), brace];
const expectBareSlots = [head("expect"), required("expectation", isBareOutcome, outcome)];

/** `create` and `update` have a block, the others have none; a `{` that stands there or not decides for a missing word. */
export function expectSlots(tokens: readonly IToken[]): readonly HeadSlot<"head" | "expectation" | "brace">[] {
  const bare = headCost(tokens, expectBareSlots);
  return bare > 0 && headCost(tokens, expectValuesSlots) <= bare ? expectValuesSlots : expectBareSlots;
}

/** `name value`. */
export const settingSlots = [
  required("name", accepts(Name), say`The name of a setting`),
  required("value", accepts(Text, NumberText, HexNumber, Name), say`The value of the setting`),
];
/** `let name =`, behind which the expression stands. */
export const letSlots = [
  { ...head("let"), lack: "let" as const },
  required("name", accepts(Name), say`The name of the let`),
  required("equals", accepts(Equals), say`'='`),
];

/** How many tokens of a `let` belong to its head: those that need the fewest corrections. Its expression follows. */
export function letHeadLength(tokens: readonly IToken[]): number {
  const length = letSlots.length;
  if (headCost(tokens.slice(0, length), letSlots) === 0) return length;
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let length = 0; length <= Math.min(tokens.length, letSlots.length + 1); length++) {
    const cost = headCost(tokens.slice(0, length), letSlots);
    if (cost > least) continue;
    least = cost;
    best = length;
  }
  return best;
}

/** Types that a declaration can give an attribute. */
export const attributeTypes: ReadonlySet<string> = new Set(["string", "boolean", "integer", "decimal", "dateTime", "binary", "reference"]);

/** Words of `actions`. */
export const isAction = (token: IToken | undefined): boolean => token !== undefined && oneOf("create", "update", "delete", "none")(token);
