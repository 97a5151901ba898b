import type { TextRange } from "#base/text-range";
import type { BoundStatement } from "#model/binding";

/** The head of a block without its brace: where findings about the whole block stand. */
export function headOf({ tokens, node }: Pick<BoundStatement, "tokens" | "node">): TextRange {
  const last = tokens.at(-1)?.image === "{" ? tokens.at(-2) : tokens.at(-1);
  return last === undefined ? node.range : { start: node.range.start, end: last.startOffset + last.image.length };
}
