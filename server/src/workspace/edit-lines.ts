import type { Positions } from "#base/chunked-list";
import { linesOf } from "#syntax/parse";
import type { LinePosition } from "#syntax/parse";
import type { TreeEditor } from "#syntax/reparse";

/** One change of an editor: a text in place of a range. Without a range the text is the whole document. */
export interface DocumentEdit {
  readonly range?: { readonly start: LinePosition; readonly end: LinePosition } | undefined;
  readonly text: string;
}

/** Makes one change; its range counts from the state that the changes before it left (LSP). */
export function editLines(editor: TreeEditor, { range, text }: DocumentEdit): void {
  if (range === undefined) {
    editor.become(linesOf(text));
    return;
  }
  const { lines } = editor;
  const start = clampPosition(lines, range.start);
  const end = clampPosition(lines, range.end);
  const before = (lines.at(start.line) ?? "").slice(0, start.character);
  const behind = (lines.at(end.line) ?? "").slice(end.character);
  editor.replace(start.line, end.line + 1, linesOf(before + text + behind));
}

/** A position behind the end of its line, or of the document, counts as that end (LSP). */
export function clampPosition(lines: Positions<string>, { line, character }: LinePosition): LinePosition {
  const last = Math.min(line, lines.length - 1);
  const { length } = lines.at(last) ?? "";
  return { line: last, character: line > last ? length : Math.min(character, length) };
}
