import { parse } from "#syntax/parse";
import { TreeEditor } from "#syntax/reparse";
import { editLines } from "#workspace/edit-lines";
import type { DocumentEdit } from "#workspace/edit-lines";

/** Lines after an edit of an editor. */
export function editedLines(lines: readonly string[], edit: DocumentEdit): readonly string[] {
  const editor = new TreeEditor(parse(lines.join("\n")));
  editLines(editor, edit);
  return [...editor.lines];
}
