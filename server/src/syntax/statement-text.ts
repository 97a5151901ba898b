import type { TextRange } from "#base/text-range";
import type { DocumentTree, Statement } from "./parse.ts";

/** A part of a statement as it is written, line breaks included. */
export function textIn({ lines }: DocumentTree, { firstLine, lastLine }: Statement, { start, end }: TextRange): string {
  return lines
    .slice(firstLine, lastLine + 1)
    .join("\n")
    .slice(start, end);
}
