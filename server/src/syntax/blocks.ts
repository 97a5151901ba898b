import type { IToken } from "chevrotain";
import type { BlockKind } from "./ast.ts";
import type { StatementKind } from "./classify.ts";
import { isBareOutcome } from "./head-slots.ts";
import type { LexedLine } from "./lex-line.ts";

/** A block and the index of the statement that opened it; -1 for the document. */
export interface BlockOpening {
  readonly kind: BlockKind;
  readonly opener: number;
}

/** A block while its statements are being read. */
export interface OpenBlock extends BlockOpening {
  /** The last block inside this one that was closed. */
  lastClosed: OpenBlock | undefined;
}

/** Blocks whose statements never go on in the next line. */
export const oneLineBlocks: ReadonlySet<BlockKind> = new Set<BlockKind>(["provision", "environment", "schema", "source"]);

/** Whether a head opens a block, or should. */
export function canOpen({ kind, tokens }: { readonly kind: StatementKind; readonly tokens: readonly IToken[] }): boolean {
  return blockOf(kind) !== undefined && !(kind === "Expect" && tokens.some(isBareOutcome));
}

/** The block that a statement opens; undefined where it can open none. */
export function blockOf(kind: StatementKind): BlockKind | undefined {
  switch (kind) {
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
      return undefined;
  }
}

/** Opening minus closing braces. */
export function balanceOf(lines: readonly LexedLine[]): number {
  let open = 0;
  for (const { balance } of lines) open += balance;
  return open;
}
