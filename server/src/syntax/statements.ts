import type { IToken } from "chevrotain";
import { say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { Positions } from "#base/chunked-list";
import type { BlockKind } from "./ast.ts";
import { blockOf, canOpen, oneLineBlocks, type BlockOpening, type OpenBlock } from "./blocks.ts";
import { classify, documentHeadAt, headAt, isHeadWord, lacksOnlyBrace, opens, type StatementKind } from "./classify.ts";
import type { LexedLine } from "./lex-line.ts";
import { beginningOf, beginsWithoutComma, endsAtComma, isType, type OpenTokens } from "./separators.ts";
import {
  Comma,
  Equals,
  LeftBrace,
  LeftBracket,
  LeftParenthesis,
  Name,
  RightBrace,
  RightBracket,
  RightParenthesis,
  Stray,
  Text,
  Uri,
  wordOf,
} from "./tokens.ts";

/** A statement before it is parsed: its tokens, and the block that decides what it can be. Offsets count from the start of `firstLine`. */
export interface RawStatement {
  readonly firstLine: number;
  readonly lastLine: number;
  readonly tokens: readonly IToken[];
  readonly block: BlockKind;
  readonly kind: StatementKind;
  /** Index of the statement that opened the enclosing block; -1 at document level. */
  readonly opener: number;
  /** Whether something else than its own last token ended it. */
  readonly end: StatementEnd;
}

/** `next-assignment`: what follows can only be another statement, although a parenthesis is open. */
export type StatementEnd = "whole" | "comma-missing" | "next-assignment";

/** A brace too few or too many, reported at the opener of its block. */
export interface BraceProblem {
  readonly statement: number;
  readonly message: Sentence;
}

/** The statements of a document or of a part of it, in the order of their first lines, and what is wrong with its braces. */
export interface SplitDocument {
  readonly statements: readonly RawStatement[];
  readonly problems: readonly BraceProblem[];
}

/** Where splitting starts: a line that begins a statement, and the blocks that are open there. */
export interface SplitStart {
  readonly line: number;
  readonly blocks: readonly BlockOpening[];
  /** Index of the first statement to be found. */
  readonly index: number;
}

interface OpenStatement extends OpenTokens {
  readonly firstLine: number;
  readonly tokens: IToken[];
  typed: boolean;
  lastLine: number;
  depth: number;
}

const documentStart: SplitStart = { line: 0, blocks: [{ kind: "document", opener: -1 }], index: 0 };

/**
 * Splits a document into statements by the rule of the language page §1: no mistake inside one can reach its neighbours.
 * `balance` is what `balanceOf` says of all lines.
 */
export function splitStatements(lines: readonly string[], lexed: readonly LexedLine[], balance: number): SplitDocument {
  const splitter = new Splitter(lines, lexed, balance, documentStart);
  while (splitter.readLine());
  return splitter.finish();
}

/**
 * While as many braces open as close, they alone decide where blocks begin and end, so no other mistake can move a statement into another
 * block. Only a document with a brace too few or too many is searched for the place where it belongs.
 */
export class Splitter {
  readonly #texts: Positions<string>;
  readonly #lines: Positions<LexedLine>;
  readonly #statements: RawStatement[] = [];
  readonly #problems: BraceProblem[] = [];
  /** Statements that have a problem. */
  readonly #reported = new Set<number>();
  readonly #blocks: OpenBlock[];
  readonly #firstIndex: number;
  /** Opening minus closing braces that are not accounted for yet. */
  #balance: number;
  #open: OpenStatement | undefined;
  #lineStart = 0;
  #line: number;

  constructor(texts: Positions<string>, lines: Positions<LexedLine>, balance: number, start: SplitStart) {
    this.#texts = texts;
    this.#lines = lines;
    this.#balance = balance;
    this.#blocks = start.blocks.map((block) => ({ ...block, lastClosed: undefined }));
    this.#firstIndex = start.index;
    this.#line = start.line;
  }

  /** The line to be read next. */
  get line(): number {
    return this.#line;
  }

  /** The open blocks, outermost first; undefined in the middle of a statement. */
  get blocks(): readonly BlockOpening[] | undefined {
    return this.#open === undefined ? this.#blocks : undefined;
  }

  /** The statements so far; their indexes count from that of the start. */
  get statements(): readonly RawStatement[] {
    return this.#statements;
  }

  get problems(): readonly BraceProblem[] {
    return this.#problems;
  }

  /** Reads one line; false at the end of the document. */
  readLine(): boolean {
    const line = this.#line;
    const tokens = this.#lines.at(line)?.tokens;
    if (tokens === undefined) return false;
    this.#line++;
    if (tokens.length > 0) this.#readTokens(tokens, line);
    if (this.#open !== undefined) this.#lineStart += (this.#texts.at(line) ?? "").length + 1;
    return true;
  }

  finish(): SplitDocument {
    this.#endStatement();
    const unclosed = this.#blocks[1];
    if (unclosed !== undefined) this.#reportUnclosed(unclosed);
    return { statements: this.#statements, problems: this.#problems };
  }

  get #block(): OpenBlock {
    return this.#blocks[this.#blocks.length - 1]!;
  }

  #readTokens(tokens: readonly IToken[], line: number): void {
    const beginning = this.#open === undefined ? undefined : beginningOf(tokens, this.#block.kind);
    if (beginning !== undefined) this.#endStatement(beginning === "head" ? "whole" : "next-assignment");
    let at = 0;
    for (const token of tokens) this.#readToken(token, tokens, at++, line);
    const open = this.#open;
    if (open !== undefined && !goesOn(this.#block.kind, open.tokens, open.depth)) this.#endStatement();
  }

  #readToken(token: IToken, tokens: readonly IToken[], at: number, line: number): void {
    if (token.tokenType === RightBrace) {
      this.#endStatement();
      if (this.#balance < 0) this.#openIfBraceIsMissing(tokens, at);
      this.#append(this.#begin(line), token, line);
      this.#endStatement();
      return;
    }
    if (this.#open !== undefined) this.#endBefore(this.#open, token, tokens, at);
    if (this.#open === undefined) this.#adjustBlocks(tokens, at);
    const open = this.#open ?? this.#begin(line);
    const separates = token.tokenType === Comma && endsAtComma(open, tokens, at, this.#block.kind);
    const cutShort = separates && open.depth > 0;
    this.#append(open, token, line);
    if (token.tokenType === LeftBrace || separates) this.#endStatement(cutShort ? "next-assignment" : "whole");
  }

  /** Ends the open statement where its separator is missing. */
  #endBefore(open: OpenStatement, token: IToken, tokens: readonly IToken[], at: number): void {
    const { tokenType } = token;
    if (tokenType !== Name && tokenType !== Text && tokenType !== Uri) return;
    if (this.#balance < 0 && lacksOnlyBrace(open.tokens, token, this.#block.kind)) this.#endStatement();
    else if (beginsWithoutComma(open, tokens, at, this.#block.kind)) this.#endStatement("comma-missing");
    else if (this.#balance > 0 && open.depth === 0 && this.#continuesParent(tokens, at)) this.#endStatement();
  }

  #begin(line: number): OpenStatement {
    this.#lineStart = 0;
    return (this.#open = { firstLine: line, tokens: [], lastLine: line, depth: 0, typed: false });
  }

  #append(open: OpenStatement, token: IToken, line: number): void {
    if (open.tokens.length > 0 && isType(token)) open.typed = true;
    open.tokens.push(this.#lineStart === 0 ? token : { ...token, startOffset: token.startOffset + this.#lineStart });
    open.lastLine = line;
    if (token.tokenType === LeftParenthesis || token.tokenType === LeftBracket) open.depth++;
    else if (token.tokenType === RightParenthesis || token.tokenType === RightBracket) open.depth = Math.max(0, open.depth - 1);
  }

  /** Closes or reopens blocks where the statement that starts here shows that a brace is missing or too much. */
  #adjustBlocks(tokens: readonly IToken[], at: number): void {
    if (this.#balance < 0) this.#openIfBraceIsMissing(tokens, at);
    if (this.#balance < 0) this.#reopenIfClosedTooEarly(tokens, at);
    if (this.#balance <= 0) return;
    if (this.#block.kind !== "document" && documentHeadAt(tokens, at) !== undefined) {
      this.#reportUnclosed(this.#blocks[1]!);
      this.#balance -= this.#blocks.length - 1;
      this.#blocks.length = 1;
    } else if (this.#continuesParent(tokens, at)) {
      this.#reportUnclosed(this.#block);
      this.#balance--;
      this.#blocks.pop();
    }
  }

  /** What stands here is no statement of this block, and the head before it lacks its '{': it opens its block nevertheless. */
  #openIfBraceIsMissing(tokens: readonly IToken[], at: number): void {
    const head = this.#statements.at(-1);
    const index = this.#firstIndex + this.#statements.length - 1;
    if (head === undefined || opens(head.tokens) || !canOpen(head) || isHeadWord(tokens, at, this.#block.kind)) return;
    if (head.kind === "Schema") this.#report(index, say`The block of this schema has no '{'. Add it behind the URN.`);
    this.#balance++;
    this.#openBlock(head.kind, index);
  }

  /** Whether a head stands here that only the block around this one knows. */
  #continuesParent(tokens: readonly IToken[], at: number): boolean {
    const parent = this.#blocks.at(-2);
    if (parent === undefined || parent.kind === "document") return false;
    return headAt(tokens, at, parent.kind) !== undefined && headAt(tokens, at, this.#block.kind) === undefined;
  }

  /** A statement that cannot stand in this block belongs to the one that was closed last. */
  #reopenIfClosedTooEarly(tokens: readonly IToken[], at: number): void {
    const { kind, lastClosed } = this.#block;
    if (lastClosed === undefined || isHeadWord(tokens, at, kind) || (kind !== "document" && kind !== "test")) return;
    this.#report(lastClosed.opener, say`A '}' closes this block too early: statements that belong to it follow. Remove that '}'.`);
    this.#balance++;
    this.#block.lastClosed = undefined;
    this.#blocks.push(lastClosed);
  }

  #endStatement(end: StatementEnd = "whole"): void {
    const open = this.#open;
    if (open === undefined) return;
    this.#open = undefined;
    const { kind: block, opener } = this.#block;
    const meaningful = withoutStrays(open.tokens);
    const superfluousBrace = this.#balance > 0 && meaningful.length === 1 && opens(meaningful);
    const kind = superfluousBrace ? "Unknown" : classify(meaningful, block);
    const index = this.#firstIndex + this.#statements.length;
    const { firstLine, lastLine, tokens } = open;
    const closesNothing = kind === "Close" && block === "document";
    this.#statements.push({
      firstLine,
      lastLine,
      tokens,
      block,
      kind,
      opener: closesNothing ? (this.#block.lastClosed?.opener ?? -1) : opener,
      end,
    });
    if (kind === "Close") this.#close(index);
    else if (opens(tokens)) this.#openBlock(kind, index);
  }

  #openBlock(kind: StatementKind, index: number): void {
    const block = blockOf(kind);
    // A brace too many where no block can stand opens nothing.
    if (block === undefined && this.#balance > 0) this.#balance--;
    else
      this.#blocks.push({
        kind: block ?? (this.#block.kind === "document" ? "map" : this.#block.kind),
        opener: index,
        lastClosed: undefined,
      });
  }

  #close(index: number): void {
    const block = this.#block;
    if (block.kind === "document") {
      this.#balance++;
      const opener = block.lastClosed?.opener ?? index;
      if (this.#reported.has(opener)) return;
      const closesNothing = say`This '}' closes nothing. Remove it.`;
      this.#report(opener, opener === index ? closesNothing : say`This block has a '}' too many behind it. Remove it.`);
      return;
    }
    this.#blocks.pop();
    this.#block.lastClosed = block;
  }

  #reportUnclosed(block: OpenBlock): void {
    this.#report(block.opener, say`This block has no '}'. Add one behind its last statement.`);
  }

  #report(statement: number, message: Sentence): void {
    this.#problems.push({ statement, message });
    this.#reported.add(statement);
  }
}

/** Whether the next line may belong to a statement with so many open parentheses (language page §1). */
export function goesOn(block: BlockKind, tokens: readonly IToken[], depth: number): boolean {
  if (oneLineBlocks.has(block)) return false;
  if (depth > 0) return true;
  const last = tokens.at(-1);
  const word = wordOf(last)?.toLowerCase();
  return last?.tokenType === Equals || word === "and" || word === "or";
}

/** What nothing else takes says nothing about what a statement is. */
export function withoutStrays(tokens: readonly IToken[]): readonly IToken[] {
  return tokens.some((token) => token.tokenType === Stray) ? tokens.filter((token) => token.tokenType !== Stray) : tokens;
}
