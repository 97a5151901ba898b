import type { IToken } from "chevrotain";
import type { BlockKind, StatementNode } from "./ast.ts";
import { Arrow, Equals, LeftBrace, LeftParenthesis, Name, RightBrace, Text, Uri, wordOf } from "./tokens.ts";

export type StatementKind = StatementNode["kind"];

/** What a statement is, and where its head word stands; -1 where it is missing. */
export interface Classification {
  readonly kind: StatementKind;
  readonly head: number;
}

type Demand = (tokens: readonly IToken[], after: number) => boolean;

interface Head {
  readonly kind: StatementKind;
  readonly demand: Demand;
}

const is = (...types: readonly unknown[]): Demand => (tokens, at) => types.includes(tokens[at]?.tokenType);
const both = (first: Demand, second: Demand): Demand => (tokens, at) => first(tokens, at) && second(tokens, at + 1);

/** Heads of the document: they count in every block. */
const documentHeads: ReadonlyMap<string, Head> = new Map([
  ["use", { kind: "Use", demand: is(Text) }],
  ["provision", { kind: "Provision", demand: is(Text) }],
  ["schema", { kind: "Schema", demand: both(is(Name), is(Equals)) }],
  ["source", { kind: "Source", demand: both(is(Name), is(LeftBrace)) }],
  ["let", { kind: "Let", demand: both(is(Name), is(Equals)) }],
  ["map", { kind: "Map", demand: both(is(Name, Text), is(Arrow)) }],
  ["test", { kind: "Test", demand: is(Text) }],
]);

/** Heads that only some blocks know. */
const blockHeads: Readonly<Partial<Record<BlockKind, ReadonlyMap<string, Head>>>> = {
  provision: new Map([["environment", { kind: "Environment", demand: is(Name) }]]),
  map: new Map([
    ["actions", { kind: "Actions", demand: is(Name) }],
    ["where", { kind: "Where", demand: is(Name, Text, LeftParenthesis) }],
    ["or", { kind: "Where", demand: (tokens, at) => wordOf(tokens[at]) === "where" && is(Name, Text, LeftParenthesis)(tokens, at + 1) }],
  ]),
  test: new Map([
    ["given", { kind: "Given", demand: is(LeftBrace) }],
    ["expect", { kind: "Expect", demand: is(Name) }],
  ]),
};

/** The statement head that stands at `at` with what it demands, in a block that knows it. */
export function headAt(tokens: readonly IToken[], at: number, block: BlockKind): StatementKind | undefined {
  const word = wordOf(tokens[at]);
  if (word === undefined) return undefined;
  for (const head of [blockHeads[block]?.get(word), documentHeads.get(word)]) {
    if (head?.demand(tokens, at + 1) === true) return head.kind;
  }
  return undefined;
}

export function documentHeadAt(tokens: readonly IToken[], at: number): StatementKind | undefined {
  return headAt(tokens, at, "document");
}

/** Says what a statement is from its tokens and its block, also when one of its tokens is missing or too much. */
export function classify(tokens: readonly IToken[], block: BlockKind, givenSeen: boolean): Classification {
  if (tokens[0]?.tokenType === RightBrace) return { kind: "Close", head: 0 };
  const atStart = headAt(tokens, 0, block);
  if (atStart !== undefined) return { kind: atStart, head: 0 };
  switch (block) {
    case "document":
      return classifyDocument(tokens);
    case "provision":
      return classifyProvision(tokens);
    case "test":
      return classifyTest(tokens, givenSeen);
    case "map":
      return classifyMap(tokens);
    case "environment":
      return { kind: opens(tokens) ? "Unknown" : "Setting", head: -1 };
    case "schema":
    case "source":
      return { kind: opens(tokens) ? "Unknown" : "AttributeDeclaration", head: -1 };
    case "given":
    case "expect":
      return { kind: opens(tokens) ? "Unknown" : "ValueAssignment", head: -1 };
  }
}

function classifyDocument(tokens: readonly IToken[]): Classification {
  const second = headAt(tokens, 1, "document");
  if (second !== undefined) return { kind: second, head: 1 };
  const own = documentHeads.get(wordOf(tokens[0]) ?? "");
  if (tokens.some((token) => token.tokenType === Arrow) && (opens(tokens) || own?.kind === "Map")) return { kind: "Map", head: own === undefined ? -1 : 0 };
  if (own !== undefined) return { kind: own.kind, head: 0 };
  const later = documentHeads.get(wordOf(tokens[1]) ?? "");
  if (later !== undefined && !opens(tokens)) return { kind: later.kind, head: 1 };
  return { kind: withoutHead(tokens), head: -1 };
}

/** The head word itself is missing: the rest tells. */
function withoutHead(tokens: readonly IToken[]): StatementKind {
  const hasWord = (word: string): boolean => tokens.some((token) => wordOf(token) === word);
  const first = tokens[0]?.tokenType;
  if (opens(tokens)) {
    if (hasWord("for")) return "Test";
    if (tokens.some((token) => token.tokenType === Equals) || tokens.some((token) => token.tokenType === Uri)) return "Schema";
    if (tokens.some((token) => token.tokenType === Text)) return "Provision";
    return first === Name ? "Source" : "Unknown";
  }
  if (first === Name && tokens[1]?.tokenType === Equals) return tokens[2]?.tokenType === Uri ? "Schema" : "Let";
  return "Unknown";
}

function classifyProvision(tokens: readonly IToken[]): Classification {
  if (opens(tokens)) return { kind: "Environment", head: indexOfWord(tokens, "environment") };
  return { kind: "Setting", head: -1 };
}

function classifyTest(tokens: readonly IToken[], givenSeen: boolean): Classification {
  for (const [word, kind] of [["given", "Given"], ["expect", "Expect"]] as const) {
    const at = indexOfWord(tokens, word);
    if (at === 0 || at === 1) return { kind, head: at };
  }
  if (tokens.some((token) => expectations.has(wordOf(token) ?? ""))) return { kind: "Expect", head: -1 };
  if (opens(tokens)) return { kind: givenSeen ? "Expect" : "Given", head: -1 };
  return { kind: "Unknown", head: -1 };
}

const expectations: ReadonlySet<string> = new Set(["skip", "fail", "disable", "none", "create", "update"]);

function classifyMap(tokens: readonly IToken[]): Classification {
  const word = wordOf(tokens[0]);
  const mapping = hasEqualsSign(tokens);
  if (!mapping && word === "actions") return { kind: "Actions", head: 0 };
  if (!mapping && (word === "where" || (word === "or" && wordOf(tokens[1]) === "where"))) return { kind: "Where", head: 0 };
  const second = headAt(tokens, 1, "map");
  if (!mapping && (second === "Where" || second === "Actions")) return { kind: second, head: 1 };
  return { kind: opens(tokens) && !mapping ? "Unknown" : "AttributeMapping", head: -1 };
}

function hasEqualsSign(tokens: readonly IToken[]): boolean {
  return tokens.some((token) => token.tokenType === Equals);
}

function opens(tokens: readonly IToken[]): boolean {
  return tokens.at(-1)?.tokenType === LeftBrace;
}

function indexOfWord(tokens: readonly IToken[], word: string): number {
  return tokens.findIndex((token) => wordOf(token) === word);
}
