import { linesOf } from "#syntax/parse";
import type { LinePosition } from "#syntax/parse";

/** One change of an editor: a text in place of a range. Without a range the text is the whole document. */
export interface DocumentEdit {
  readonly range?: { readonly start: LinePosition; readonly end: LinePosition } | undefined;
  readonly text: string;
}

/** The lines after an edit. */
export function editLines(lines: readonly string[], { range, text }: DocumentEdit): readonly string[] {
  if (range === undefined) return linesOf(text);
  const start = clampPosition(lines, range.start);
  const end = clampPosition(lines, range.end);
  const before = lines[start.line]!.slice(0, start.character);
  const behind = lines[end.line]!.slice(end.character);
  return [...lines.slice(0, start.line), ...linesOf(before + text + behind), ...lines.slice(end.line + 1)];
}

/** A position behind the end of its line, or of the document, counts as that end (LSP). */
export function clampPosition(lines: readonly string[], { line, character }: LinePosition): LinePosition {
  const last = lines.length - 1;
  if (line > last) return { line: last, character: lines[last]!.length };
  return { line, character: Math.min(character, lines[line]!.length) };
}
