import type { IToken } from "chevrotain";
import type { BlockKind } from "./ast.ts";
import { classify, documentHeadAt, headAt, type Classification } from "./classify.ts";
import { Comma, Equals, LeftBrace, LeftBracket, LeftParenthesis, lexLine, Name, RightBrace, RightBracket, RightParenthesis, Text, Uri, wordOf, type LexedLine } from "./tokens.ts";

/** A statement before it is parsed: its tokens, and the block that decides what it can be. Offsets count from the start of `firstLine`. */
export interface RawStatement {
  readonly firstLine: number;
  readonly lastLine: number;
  readonly tokens: readonly IToken[];
  readonly block: BlockKind;
  readonly classification: Classification;
  /** Index of the statement that opened the enclosing block; -1 at document level. */
  readonly opener: number;
}

/** A brace too few or too many, reported at the opener of its block. */
export interface BraceProblem {
  readonly statement: number;
  readonly message: string;
}

export interface SplitDocument {
  readonly statements: readonly RawStatement[];
  readonly problems: readonly BraceProblem[];
}

interface OpenBlock {
  readonly kind: BlockKind;
  readonly opener: number;
  givenSeen: boolean;
}

interface OpenStatement {
  readonly firstLine: number;
  readonly tokens: IToken[];
  lastLine: number;
  depth: number;
}

/** Blocks whose statements never go on in the next line. */
const oneLineBlocks: ReadonlySet<BlockKind> = new Set<BlockKind>(["provision", "environment", "schema", "source"]);

/** Splits a document into statements by the rule of the language page §1: no mistake inside one can reach its neighbours. */
export function splitStatements(lines: readonly string[], lex: (line: string) => LexedLine = lexLine): SplitDocument {
  const lexed = lines.map(lex);
  return new Splitter(lexed, lines).run();
}

class Splitter {
  readonly #lines: readonly LexedLine[];
  readonly #texts: readonly string[];
  readonly #statements: RawStatement[] = [];
  readonly #problems: BraceProblem[] = [];
  readonly #blocks: OpenBlock[] = [{ kind: "document", opener: -1, givenSeen: false }];
  readonly #hasExtraClose: boolean;
  #open: OpenStatement | undefined;
  #lastClosed: OpenBlock | undefined;
  #lineStart = 0;

  constructor(lines: readonly LexedLine[], texts: readonly string[]) {
    this.#lines = lines;
    this.#texts = texts;
    this.#hasExtraClose = balance(lines) < 0;
  }

  run(): SplitDocument {
    for (let line = 0; line < this.#lines.length; line++) this.#readLine(line);
    this.#endStatement();
    const unclosed = this.#blocks[1];
    if (unclosed !== undefined) this.#reportUnclosed(unclosed);
    return { statements: this.#statements, problems: this.#problems };
  }

  get #block(): OpenBlock {
    return this.#blocks[this.#blocks.length - 1]!;
  }

  #readLine(line: number): void {
    const tokens = this.#lines[line]!.tokens;
    if (tokens.length === 0) return;
    if (this.#open !== undefined) {
      if (beginsStatement(tokens, this.#block.kind)) this.#endStatement();
      else this.#lineStart = this.#offsetOf(line, this.#open.firstLine);
    }
    for (let at = 0; at < tokens.length; at++) this.#readToken(tokens, at, line);
    if (this.#open !== undefined && !this.#goesOn(this.#open)) this.#endStatement();
  }

  #readToken(tokens: readonly IToken[], at: number, line: number): void {
    const token = tokens[at]!;
    if (token.tokenType === RightBrace) {
      this.#endStatement();
      this.#begin(line);
      this.#append(token, line);
      this.#endStatement();
      return;
    }
    if (this.#open === undefined) {
      this.#adjustBlocks(tokens, at);
      this.#begin(line);
    }
    this.#append(token, line);
    if (token.tokenType === LeftBrace || this.#separates(token)) this.#endStatement();
  }

  #begin(line: number): void {
    this.#open = { firstLine: line, tokens: [], lastLine: line, depth: 0 };
    this.#lineStart = 0;
  }

  #append(token: IToken, line: number): void {
    const open = this.#open!;
    open.tokens.push(this.#lineStart === 0 ? token : { ...token, startOffset: token.startOffset + this.#lineStart });
    open.lastLine = line;
    if (token.tokenType === LeftParenthesis || token.tokenType === LeftBracket) open.depth++;
    else if (token.tokenType === RightParenthesis || token.tokenType === RightBracket) open.depth = Math.max(0, open.depth - 1);
  }

  /** A `,` between statements of one block. In `actions` it is a mistake that the statement itself reports. */
  #separates(token: IToken): boolean {
    if (token.tokenType !== Comma || this.#open!.depth > 0 || this.#block.kind === "document") return false;
    return wordOf(this.#open!.tokens[0]) !== "actions";
  }

  #goesOn(open: OpenStatement): boolean {
    if (oneLineBlocks.has(this.#block.kind)) return false;
    if (open.depth > 0) return true;
    const last = open.tokens.at(-1);
    const word = wordOf(last)?.toLowerCase();
    return last?.tokenType === Equals || word === "and" || word === "or";
  }

  #offsetOf(line: number, from: number): number {
    let offset = 0;
    for (let at = from; at < line; at++) offset += this.#texts[at]!.length + 1;
    return offset;
  }

  /** Closes or reopens blocks where the statement that starts here shows that a brace is missing or too much. */
  #adjustBlocks(tokens: readonly IToken[], at: number): void {
    const block = this.#block;
    if (block.kind === "document") {
      this.#reopenIfClosedTooEarly(tokens, at);
      return;
    }
    const documentHead = documentHeadAt(tokens, at);
    if (documentHead !== undefined && opensBlock(tokens, at)) {
      this.#reportUnclosed(this.#blocks[1]!);
      this.#blocks.length = 1;
      return;
    }
    const parent = this.#blocks.at(-2);
    if (parent === undefined || parent.kind === "document" || tokens[at + 1]?.tokenType === Equals) return;
    if (headAt(tokens, at, parent.kind) !== undefined && headAt(tokens, at, block.kind) === undefined) {
      this.#reportUnclosed(block);
      this.#blocks.pop();
    }
  }

  #reopenIfClosedTooEarly(tokens: readonly IToken[], at: number): void {
    if (!this.#hasExtraClose || this.#lastClosed === undefined) return;
    if (documentHeadAt(tokens, at) !== undefined || classify(statementFrom(tokens, at), "document", false).head >= 0) return;
    this.#problems.push({ statement: this.#lastClosed.opener, message: "A '}' closes this block too early: statements that belong to it follow. Remove that '}'." });
    this.#blocks.push(this.#lastClosed);
    this.#lastClosed = undefined;
  }

  #endStatement(): void {
    const open = this.#open;
    if (open === undefined) return;
    this.#open = undefined;
    const block = this.#block;
    const classification = classify(open.tokens, block.kind, block.givenSeen);
    const index = this.#statements.length;
    if (classification.kind === "Close") {
      this.#close(open, classification, index);
      return;
    }
    this.#statements.push({ firstLine: open.firstLine, lastLine: open.lastLine, tokens: open.tokens, block: block.kind, classification, opener: block.opener });
    if (classification.kind === "Given") block.givenSeen = true;
    if (open.tokens.at(-1)?.tokenType === LeftBrace) this.#blocks.push({ kind: blockOf(classification, block.kind), opener: index, givenSeen: false });
  }

  #close(open: OpenStatement, classification: Classification, index: number): void {
    const block = this.#block;
    const opener = block.kind === "document" ? (this.#lastClosed?.opener ?? -1) : block.opener;
    this.#statements.push({ firstLine: open.firstLine, lastLine: open.lastLine, tokens: open.tokens, block: block.kind, classification, opener });
    if (block.kind === "document") {
      const alreadyReported = this.#problems.some((problem) => problem.statement === opener);
      if (!alreadyReported) this.#problems.push({ statement: opener < 0 ? index : opener, message: "This '}' or one before it has no '{'. Remove it." });
      return;
    }
    this.#blocks.pop();
    if (this.#block.kind === "document") this.#lastClosed = block;
  }

  #reportUnclosed(block: OpenBlock): void {
    this.#problems.push({ statement: block.opener, message: "This block has no '}'. Add one behind its last statement." });
  }
}

function statementFrom(tokens: readonly IToken[], at: number): readonly IToken[] {
  const end = tokens.findIndex((token, index) => index >= at && (token.tokenType === LeftBrace || token.tokenType === RightBrace));
  if (end < 0) return tokens.slice(at);
  return tokens.slice(at, tokens[end]!.tokenType === LeftBrace ? end + 1 : end);
}

function opensBlock(tokens: readonly IToken[], at: number): boolean {
  return statementFrom(tokens, at).at(-1)?.tokenType === LeftBrace;
}

/** Whether a line begins a statement even though the one before it is still open. */
function beginsStatement(tokens: readonly IToken[], block: BlockKind): boolean {
  const first = tokens[0]!;
  if (first.tokenType === RightBrace || headAt(tokens, 0, block) !== undefined) return true;
  if (first.tokenType !== Name && first.tokenType !== Uri && first.tokenType !== Text) return false;
  let brackets = 0;
  for (const token of tokens.slice(1)) {
    if (token.tokenType === LeftBracket) brackets++;
    else if (token.tokenType === RightBracket) brackets--;
    else if (brackets > 0) continue;
    else if (token.tokenType === Equals) return true;
    else if (token.tokenType === LeftParenthesis || token.tokenType === RightParenthesis || token.tokenType === Comma) return false;
  }
  return false;
}

function blockOf(classification: Classification, parent: BlockKind): BlockKind {
  switch (classification.kind) {
    case "Provision":
      return "provision";
    case "Environment":
      return "environment";
    case "Schema":
      return "schema";
    case "Source":
      return "source";
    case "Map":
      return "map";
    case "Test":
      return "test";
    case "Given":
      return "given";
    case "Expect":
      return "expect";
    case "Use":
    case "Setting":
    case "AttributeDeclaration":
    case "Let":
    case "Actions":
    case "Where":
    case "AttributeMapping":
    case "ValueAssignment":
    case "Close":
    case "Unknown":
      return parent === "document" ? "map" : parent;
  }
}

/** Opening minus closing braces of the whole document. */
function balance(lines: readonly LexedLine[]): number {
  let open = 0;
  for (const { tokens } of lines) {
    for (const { tokenType } of tokens) {
      if (tokenType === LeftBrace) open++;
      else if (tokenType === RightBrace) open--;
    }
  }
  return open;
}
