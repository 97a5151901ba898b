import type { IToken } from "chevrotain";
import { headCost, MISSING, SUPERFLUOUS, WRONG, type HeadSlot } from "./align.ts";
import type { BlockKind, StatementNode } from "./ast.ts";
import {
  environmentSlots,
  isAction,
  expectSlots,
  givenSlots,
  isOutcome,
  letHeadLength,
  letSlots,
  mapSlots,
  provisionSlots,
  schemaSlots,
  sourceSlots,
  testSlots,
  useSlots,
} from "./head-slots.ts";
import { isOperator } from "#scim/filter/vocabulary";
import { Arrow, Dot, Equals, LeftBrace, LeftBracket, LeftParenthesis, Name, RightBrace, Text, Uri, wordOf } from "./tokens.ts";

/** What a statement is, by its head. */
export type StatementKind = StatementNode["kind"];

type Demand = (tokens: readonly IToken[], after: number) => boolean;

interface Head {
  readonly kind: StatementKind;
  /** What must follow the head word, so that it is one: the words are not reserved. */
  readonly demand: Demand;
  /** What corrections make the statement one of this kind; see `align`. Undefined where more than a head has to be looked at. */
  readonly cost: ((tokens: readonly IToken[]) => number) | undefined;
}

type Heads = ReadonlyMap<string, Head>;

const is =
  (...types: readonly unknown[]): Demand =>
  (tokens, at) =>
    types.includes(tokens[at]?.tokenType);
const both =
  (first: Demand, second: Demand): Demand =>
  (tokens, at) =>
    first(tokens, at) && second(tokens, at + 1);
const fits =
  (slots: readonly HeadSlot<string>[]) =>
  (tokens: readonly IToken[]): number =>
    headCost(tokens, slots);

/** Heads of the document: they count in every block. */
const documentHeads: Heads = new Map<string, Head>([
  ["use", { kind: "Use", demand: is(Text), cost: fits(useSlots) }],
  ["provision", { kind: "Provision", demand: is(Text), cost: fits(provisionSlots) }],
  ["schema", { kind: "Schema", demand: both(is(Name), is(Equals)), cost: fits(schemaSlots) }],
  ["source", { kind: "Source", demand: both(is(Name), is(LeftBrace)), cost: fits(sourceSlots) }],
  ["let", { kind: "Let", demand: both(is(Name), is(Equals)), cost: costOfLet }],
  ["map", { kind: "Map", demand: both(is(Name, Text), is(Arrow)), cost: fits(mapSlots) }],
  ["test", { kind: "Test", demand: is(Text), cost: fits(testSlots) }],
]);

/** No expression holds a URN or a brace. */
function costOfLet(tokens: readonly IToken[]): number {
  const length = letHeadLength(tokens);
  const foreign = tokens.slice(length).filter(({ tokenType }) => tokenType === Uri || tokenType === LeftBrace);
  return headCost(tokens.slice(0, length), letSlots) + foreign.length * SUPERFLUOUS;
}

const filterStart = is(Name, Text, LeftParenthesis);

/** Heads that only some blocks know. */
const blockHeads: Readonly<Partial<Record<BlockKind, Heads>>> = {
  provision: new Map([["environment", { kind: "Environment", demand: is(Name), cost: fits(environmentSlots) }]]),
  map: new Map<string, Head>([
    ["actions", { kind: "Actions", demand: is(Name), cost: undefined }],
    ["where", { kind: "Where", demand: filterStart, cost: undefined }],
    ["or", { kind: "Where", demand: (tokens, at) => wordOf(tokens[at]) === "where" && filterStart(tokens, at + 1), cost: undefined }],
  ]),
  test: new Map<string, Head>([
    ["given", { kind: "Given", demand: is(LeftBrace), cost: fits(givenSlots) }],
    [
      "expect",
      {
        kind: "Expect",
        demand: (tokens, at) => tokens[at] !== undefined && isOutcome(tokens[at]),
        cost: (tokens) => headCost(tokens, expectSlots(tokens)),
      },
    ],
  ]),
};

/** The statement head that stands at `at` with what it demands, in a block that knows it. */
export function headAt(tokens: readonly IToken[], at: number, block: BlockKind): StatementKind | undefined {
  return ownHeadAt(tokens, at, block) ?? documentHeadAt(tokens, at);
}

/** The kind of a statement at the top of a file that begins at `at`; undefined where none does. */
export function documentHeadAt(tokens: readonly IToken[], at: number): StatementKind | undefined {
  return headIn(documentHeads, tokens, at);
}

function ownHeadAt(tokens: readonly IToken[], at: number, block: BlockKind): StatementKind | undefined {
  const heads = blockHeads[block];
  return heads === undefined ? undefined : headIn(heads, tokens, at);
}

function headIn(heads: Heads, tokens: readonly IToken[], at: number): StatementKind | undefined {
  const head = heads.get(wordOf(tokens[at]) ?? "");
  return head?.demand(tokens, at + 1) === true ? head.kind : undefined;
}

/** Whether the word at `at` is meant as a head, although what it demands may be missing; no target or attribute of that name. */
export function isHeadWord(tokens: readonly IToken[], at: number, block: BlockKind): boolean {
  const word = wordOf(tokens[at]) ?? "";
  if (blockHeads[block]?.has(word) !== true && !documentHeads.has(word)) return false;
  const next = tokens[at + 1]?.tokenType;
  return next !== Equals && next !== Dot && next !== LeftBracket;
}

/** Says what a statement is from its tokens and its block, also when one of its tokens is missing, too much or wrong. */
export function classify(tokens: readonly IToken[], block: BlockKind): StatementKind {
  if (tokens[0]?.tokenType === RightBrace) return "Close";
  // `source given {` is a `given` with a word too much, although it could begin a `source` block.
  const whole = block === "map" ? wholeInMap(tokens) : undefined;
  if (whole !== undefined) return whole;
  const own = ownHeadAt(tokens, 0, block) ?? (documentHeadAt(tokens, 0) === undefined ? undefined : ownHeadAt(tokens, 1, block));
  return own ?? documentHeadAt(tokens, 0) ?? classifyBroken(tokens, block);
}

function classifyBroken(tokens: readonly IToken[], block: BlockKind): StatementKind {
  switch (block) {
    case "document":
      return nearest(documentHeads, tokens) ?? "Unknown";
    case "provision":
      return opens(tokens) ? "Environment" : "Setting";
    case "test":
      return nearest(blockHeads.test ?? new Map(), tokens) ?? "Unknown";
    case "map":
      return classifyInMap(tokens);
    case "environment":
      return opens(tokens) ? "Unknown" : "Setting";
    case "schema":
    case "source":
      return opens(tokens) ? "Unknown" : "AttributeDeclaration";
    case "given":
    case "expect":
      return opens(tokens) ? "Unknown" : "ValueAssignment";
  }
}

/** The kind that needs the fewest corrections. */
function nearest(heads: Heads, tokens: readonly IToken[]): StatementKind | undefined {
  let best: StatementKind | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const head of candidates(heads, tokens)) {
    const cost = head.cost?.(tokens) ?? Number.POSITIVE_INFINITY;
    if (cost >= least || cost > limitFor(head, heads, tokens)) continue;
    best = head.kind;
    least = cost;
  }
  return best;
}

/**
 * A kind whose head word stands first or second may need any number of corrections. Others only come into question when nothing but that
 * word is missing, or misspelt and no other head word stands there.
 */
function limitFor(head: Head, heads: Heads, tokens: readonly IToken[]): number {
  const first = wordOf(tokens[0]) ?? "";
  const named = [heads.get(first), heads.get(wordOf(tokens[1]) ?? "")];
  if (named.includes(head)) return Number.POSITIVE_INFINITY;
  // Any word and a text could be a misspelt `use`.
  const misspelt = head.kind !== "Use" || first.startsWith("u");
  return misspelt && named.every((other) => other === undefined) ? WRONG : MISSING;
}

/** In the order that decides between equals: a whole head behind a superfluous token, head words, the others. */
function candidates(heads: Heads, tokens: readonly IToken[]): readonly Head[] {
  const first = heads.get(wordOf(tokens[0]) ?? "");
  const second = heads.get(wordOf(tokens[1]) ?? "");
  const wholeSecond = second?.demand(tokens, 2) === true ? second : undefined;
  return [wholeSecond, first, second, ...heads.values()].filter((head) => head !== undefined);
}

/** `where` with a filter behind it and `actions` with an action, also with a word or an `=` too many before or behind the head word. */
function wholeInMap(tokens: readonly IToken[]): StatementKind | undefined {
  if (!mayHaveHead(tokens)) return undefined;
  const rest = tokens.filter((token, at) => at > 2 || token.tokenType !== Equals);
  if (rest.some((token) => token.tokenType === Equals)) return undefined;
  const where = rest.slice(0, 3).findIndex((token) => wordOf(token) === "where");
  if (where >= 0 && looksLikeFilter(rest.slice(where + 1))) return "Where";
  const actions = rest.slice(0, 2).findIndex((token) => wordOf(token) === "actions");
  if (actions < 0 || !isAction(rest[actions + 1])) return undefined;
  return rest.length === tokens.length || rest.slice(actions + 1).every(isAction) ? "Actions" : undefined;
}

/** Whether one of the first tokens can be the head word: of three, with as many signs set aside. */
function mayHaveHead(tokens: readonly IToken[]): boolean {
  for (let at = 0; at < 6 && at < tokens.length; at++) {
    const word = wordOf(tokens[at]);
    if (word === "where" || word === "actions") return true;
  }
  return false;
}

function classifyInMap(tokens: readonly IToken[]): StatementKind {
  if (tokens.some((token) => token.tokenType === Equals)) return "AttributeMapping";
  const word = wordOf(tokens[0]);
  if (word === "actions" || isAction(tokens[0]) || isAction(tokens[1])) return "Actions";
  if (word === "where" || (word === "or" && wordOf(tokens[1]) === "where")) return "Where";
  const own = ownHeadAt(tokens, 1, "map");
  if (own !== undefined) return own;
  if (looksLikeFilter(tokens) || looksLikeFilter(tokens.slice(1))) return "Where";
  return opens(tokens) ? "Unknown" : "AttributeMapping";
}

/** A title, if any, parentheses, if any, and the beginning of a comparison. */
export function looksLikeFilter(tokens: readonly IToken[], from = 0): boolean {
  let at = tokens[from]?.tokenType === Text ? from + 1 : from;
  while (tokens[at]?.tokenType === LeftParenthesis || (wordOf(tokens[at]) === "not" && tokens[at + 1]?.tokenType === LeftParenthesis)) at++;
  if (tokens[at]?.tokenType !== Name) return false;
  at++;
  while (tokens[at]?.tokenType === Dot && tokens[at + 1]?.tokenType === Name) at += 2;
  return isOperator(tokens[at]);
}

/** Whether a statement ends with the `{` of a block. */
export function opens(tokens: readonly IToken[]): boolean {
  return tokens.at(-1)?.tokenType === LeftBrace;
}

/** How many tokens the head of a map has that is disabled. */
const LONGEST_HEAD = mapSlots.length;

/** Whether `tokens` are a whole head but for its '{', and `next` belongs to its block. */
export function lacksOnlyBrace(tokens: readonly IToken[], next: IToken, block: BlockKind): boolean {
  // Nothing that is longer than the longest head is one.
  if (tokens.length > LONGEST_HEAD) return false;
  const word = wordOf(tokens[0]) ?? "";
  const cost = (blockHeads[block]?.get(word) ?? documentHeads.get(word))?.cost;
  if (cost === undefined || next.tokenType === LeftBrace) return false;
  return cost([...tokens, { ...next, image: "{", tokenType: LeftBrace }]) === 0 && cost([...tokens, next]) > cost(tokens);
}
