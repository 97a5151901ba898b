import { EmbeddedActionsParser, EOF, type IToken, type TokenType } from "chevrotain";
import type { Sentence } from "#base/sentence";
import type { TextRange } from "#base/text-range";
import { expectedTokenProvider } from "./problem-messages.ts";
import { endOf, Name } from "./tokens.ts";

/** Something the grammar accepts and a person must still hear of: an unknown operator, a bare word as a value. */
export interface GrammarProblem {
  readonly range: TextRange;
  readonly message: Sentence;
}

/** A parser whose rules make their nodes as tokens come, each with the range of what it was read from, also after a mistake. */
export abstract class NodeParser extends EmbeddedActionsParser {
  problems: GrammarProblem[] = [];

  constructor(vocabulary: TokenType[], skipValidations: boolean) {
    super(vocabulary, { recoveryEnabled: true, maxLookahead: 1, skipValidations, errorMessageProvider: expectedTokenProvider });
  }

  /** Where the wanted token comes right behind a wrong one, the wrong one is too much. */
  protected override canTokenTypeBeInsertedInRecovery(type: TokenType): boolean {
    return this.LA(2).tokenType !== type;
  }

  protected problem(range: TextRange, message: Sentence): void {
    this.problems.push({ range, message });
  }

  protected atWord(word: string): boolean {
    const next = this.LA(1);
    return next.tokenType === Name && next.image.toLowerCase() === word;
  }

  protected here(): TextRange {
    const { startOffset } = this.LA(1);
    return { start: startOffset, end: startOffset };
  }

  /** Right behind the last token read. */
  protected behind(): TextRange {
    const end = endOf(this.LA(0));
    return { start: end, end };
  }

  /** Ends a node behind the last token read. */
  protected close(node: { range: TextRange }): void {
    this.ACTION(() => {
      const last = this.LA(0) as IToken | undefined;
      if (last === undefined || last.tokenType === EOF || !Number.isFinite(last.startOffset)) return;
      node.range = { start: node.range.start, end: Math.max(node.range.start, endOf(last)) };
    });
  }
}
