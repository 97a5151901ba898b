import type { TextRange } from "#base/text-range";
import type { BoundStatement } from "#model/binding";

/** What is written in a range of a statement, without its line breaks and comments. */
export function textOf({ tokens }: Pick<BoundStatement, "tokens">, { start, end }: TextRange): string {
  let text = "";
  let from = start;
  for (const { image, startOffset } of tokens) {
    if (startOffset + image.length <= start || startOffset >= end) continue;
    if (startOffset > from && text !== "") text += " ".repeat(startOffset - from);
    text += image.slice(Math.max(0, start - startOffset), end - startOffset);
    from = startOffset + image.length;
  }
  return text;
}
