import type { TextRange } from "#base/text-range";
import type { Binding } from "#model/binding";

/** The head of a block without its brace: where findings about the whole block stand. */
export function headOf({ tree }: Binding, statement: number): TextRange {
  const { tokens, parsed } = tree.statements[statement]!;
  const last = tokens.at(-1)?.image === "{" ? tokens.at(-2) : tokens.at(-1);
  return last === undefined ? parsed.node.range : { start: parsed.node.range.start, end: last.startOffset + last.image.length };
}
