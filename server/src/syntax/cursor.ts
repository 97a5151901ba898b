import type { BlockKind } from "./ast.ts";
import { blockOf } from "./blocks.ts";
import { offsetIn, startOf } from "./parse.ts";
import type { DocumentTree, LinePosition, Statement } from "./parse.ts";
import { goesOn } from "./statements.ts";
import { Comma, LeftBrace, LeftBracket, LeftParenthesis, Name, NumberText, RightBracket, RightParenthesis, Text, Uri } from "./tokens.ts";
import { endOf, isClosed } from "#scim/filter/vocabulary";

/** A token of a statement; its offsets count from the start of the statement's first line. */
export type Token = Statement["tokens"][number];

/** A part of one line, in UTF-16 units from its start; `end` is exclusive. */
export interface LineRange {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** What stands left of a position: the block, the tokens of its statement, and the word or text the position is in. */
export interface Cursor {
  readonly block: BlockKind;
  /** The statement that opens the block; undefined at the top of the document. */
  readonly opener: Statement | undefined;
  /** The statement the position is in; undefined where a new one would begin. */
  readonly statement: Statement | undefined;
  /** Tokens of the statement in front of the word or text. */
  readonly before: readonly Token[];
  /** Tokens of the statement behind it. */
  readonly after: readonly Token[];
  /** The name, URN or number the position is in or right behind; empty between words. Inside a text, what its quotes hold. */
  readonly word: LineRange & { readonly text: string };
  /** Whether the position is inside quotes, and whether they are closed. */
  readonly quotes: "none" | "open" | "closed";
}

/**
 * The meanings a position can have: none inside a comment, and two on a line that may go on with the statement above or begin a new one.
 */
export function cursorsAt(tree: DocumentTree, position: LinePosition): readonly Cursor[] {
  const comments = tree.lexed.at(position.line)?.comments ?? [];
  if (comments.some(({ startOffset }) => startOffset < position.character)) return [];
  const statement = lastStatementBefore(tree, position);
  if (statement === undefined) return [fresh("document", undefined, position)];
  const offset = offsetIn(tree, statement, position);
  const last = statement.tokens.at(-1);
  if (last !== undefined && offset >= endOf(last)) {
    const next = behind(tree, statement, last, position);
    if (next !== undefined) return next;
    if (position.line > statement.lastLine) {
      const anew = fresh(statement.block, openerOf(tree, statement), position);
      return goesOn(statement.block, statement.tokens, depthOf(statement.tokens)) ? [within(tree, statement, position), anew] : [anew];
    }
  }
  return [within(tree, statement, position)];
}

/** Behind a brace or a separating comma a new statement begins, whatever the line. */
function behind(tree: DocumentTree, statement: Statement, last: Token, position: LinePosition): readonly Cursor[] | undefined {
  const opener = openerOf(tree, statement);
  if (last.tokenType === LeftBrace) return [fresh(blockOpenedBy(statement), statement, position)];
  if (statement.parsed.node.kind === "Close")
    return [opener === undefined ? fresh("document", undefined, position) : fresh(opener.block, openerOf(tree, opener), position)];
  const separated = last.tokenType === Comma && statement.block !== "document" && depthOf(statement.tokens) === 0;
  return separated && statement.parsed.node.kind !== "Actions" ? [fresh(statement.block, opener, position)] : undefined;
}

function fresh(block: BlockKind, opener: Statement | undefined, { line, character }: LinePosition): Cursor {
  return {
    block,
    opener,
    statement: undefined,
    before: [],
    after: [],
    word: { line, start: character, end: character, text: "" },
    quotes: "none",
  };
}

const words: ReadonlySet<unknown> = new Set([Name, Uri, NumberText]);

function within(tree: DocumentTree, statement: Statement, position: LinePosition): Cursor {
  const offset = offsetIn(tree, statement, position);
  const lineStart = offset - position.character;
  const { block, tokens } = statement;
  const opener = openerOf(tree, statement);
  const here = tokens.find(
    (token) => token.startOffset < offset && (offset < endOf(token) || (offset === endOf(token) && isOpenAt(token))),
  );
  const before = tokens.filter((token) => endOf(token) <= offset && token !== here);
  const after = tokens.filter((token) => token.startOffset >= offset);
  const place = { block, opener, statement, before, after };
  if (here === undefined)
    return { ...place, word: { line: position.line, start: position.character, end: position.character, text: "" }, quotes: "none" };
  const start = here.startOffset - lineStart;
  if (here.tokenType !== Text)
    return { ...place, word: { line: position.line, start, end: start + here.image.length, text: here.image }, quotes: "none" };
  const closed = isClosed(here.image);
  // What stands behind the position in a text without an end belongs to what follows, not to the text.
  const end = closed ? start + here.image.length - 1 : position.character;
  return {
    ...place,
    word: { line: position.line, start: start + 1, end, text: here.image.slice(1, end - start) },
    quotes: closed ? "closed" : "open",
  };
}

/** Whether typing right behind a token goes on with it. */
function isOpenAt(token: Token): boolean {
  return token.tokenType === Text ? !isClosed(token.image) : words.has(token.tokenType);
}

/** The last statement that starts before a position. */
function lastStatementBefore({ statements }: DocumentTree, { line, character }: LinePosition): Statement | undefined {
  const behind = (statement: Statement): boolean =>
    statement.firstLine > line || (statement.firstLine === line && startOf(statement) >= character);
  return statements.at(statements.firstWhere(behind) - 1);
}

function openerOf(tree: DocumentTree, { opener }: Statement): Statement | undefined {
  return opener < 0 ? undefined : tree.statements.at(opener);
}

function depthOf(tokens: readonly Token[]): number {
  let depth = 0;
  for (const { tokenType } of tokens) {
    if (tokenType === LeftParenthesis || tokenType === LeftBracket) depth++;
    else if (tokenType === RightParenthesis || tokenType === RightBracket) depth = Math.max(0, depth - 1);
  }
  return depth;
}

function blockOpenedBy({ block, parsed }: Statement): BlockKind {
  return blockOf(parsed.node.kind) ?? (block === "document" ? "map" : block);
}
