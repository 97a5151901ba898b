import { linesOf } from "#syntax/parse";
import type { LinePosition } from "#syntax/parse";

export interface MarkedText {
  readonly text: string;
  readonly position: LinePosition;
}

/** A text with one cursor in it, written `$0`, as people see it in an editor. Common indentation is taken away. */
export function atCursor(marked: string): MarkedText {
  const text = dedent(marked);
  const offset = text.indexOf("$0");
  if (offset < 0 || text.includes("$0", offset + 1)) throw new Error("A marked text has exactly one '$0'.");
  const before = linesOf(text.slice(0, offset));
  return { text: text.slice(0, offset) + text.slice(offset + 2), position: { line: before.length - 1, character: before.at(-1)!.length } };
}

/** Lets a text in a test be indented like the code around it: the first line break and the indentation of its least indented line go. */
export function dedent(text: string): string {
  if (!text.startsWith("\n")) return text;
  const lines = text.slice(1).split("\n");
  const widths = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const width = Math.min(...widths);
  return lines
    .map((line) => line.slice(width))
    .join("\n")
    .replace(/\n *$/, "\n");
}
