import type { StatementNode } from "#syntax/ast";
import { endOf } from "#scim/filter/vocabulary";
import { wordOf } from "#syntax/tokens";
import { describeWord } from "#describe/keyword";
import type { Piece, PieceScope } from "./piece.ts";

/** Head words by the statement they begin. */
const heads: Readonly<Partial<Record<StatementNode["kind"], string>>> = {
  Use: "use",
  Provision: "provision",
  Environment: "environment",
  Schema: "schema",
  Source: "source",
  Let: "let",
  Map: "map",
  Actions: "actions",
  Test: "test",
  Given: "given",
  Expect: "expect",
};

/** The word a statement begins with, and words that only stand in its head. */
export function* headPieces({ statement }: PieceScope): Generator<Piece> {
  const { node } = statement.parsed;
  const head = node.kind === "Where" ? "where" : heads[node.kind];
  if (head === undefined) return;
  const at = statement.tokens.findIndex((token) => wordOf(token) === head);
  const token = statement.tokens[at];
  if (token === undefined) return;
  const or = node.kind === "Where" && node.alternative ? statement.tokens[at - 1] : undefined;
  const range = { start: (or ?? token).startOffset, end: endOf(token) };
  yield { range, describe: () => describeWord("keyword", or === undefined ? head : "or where") };
  yield* trailingWords(statement.tokens.slice(at + 1), node.kind);
}

function* trailingWords(tokens: PieceScope["statement"]["tokens"], kind: StatementNode["kind"]): Generator<Piece> {
  const word = kind === "Map" ? "disabled" : kind === "Test" ? "for" : undefined;
  const token = word === undefined ? undefined : tokens.find((candidate) => wordOf(candidate) === word);
  if (word === undefined || token === undefined) return;
  yield { range: { start: token.startOffset, end: endOf(token) }, describe: () => describeWord("keyword", word) };
}
