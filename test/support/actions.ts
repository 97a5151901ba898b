import { inEnglish } from "#base/render-sentence";
import { expect } from "vitest";
import { codeActions } from "#features/code-actions";
import type { CodeAction } from "#features/code-actions";
import { linesOf } from "#syntax/parse";
import type { LinePosition } from "#syntax/parse";
import { editedLines } from "./edited-lines.ts";
import type { SamplePerson } from "#testing/sample-person";
import { snapshotOf } from "./features.ts";
import { dedent } from "./markers.ts";

export interface SelectedText {
  readonly text: string;
  readonly start: LinePosition;
  readonly end: LinePosition;
}

/** A text with a selection between two `$0`, or a cursor at one. */
export function selected(marked: string): SelectedText {
  const [before = "", ...rest] = dedent(marked).split("$0");
  if (rest.length < 1 || rest.length > 2) throw new Error("A marked text has one '$0' or two.");
  const inside = rest.length === 2 ? rest[0]! : "";
  return { text: before + rest.join(""), start: positionBehind(before), end: positionBehind(before + inside) };
}

function positionBehind(text: string): LinePosition {
  const lines = linesOf(text);
  return { line: lines.length - 1, character: lines.at(-1)!.length };
}

export function actionsAt(marked: string, person?: SamplePerson): readonly CodeAction[] {
  const { text, start, end } = selected(marked);
  const snapshot = snapshotOf(text);
  return codeActions({ snapshot, diagnostics: snapshot.diagnostics }, start, end, person);
}

/** The text after all edits of an action; they count from the text as it was. */
export function applyAction(text: string, { edits }: CodeAction): string {
  const lastFirst = edits().toSorted((a, b) => b.start.line - a.start.line || b.start.character - a.start.character);
  return lastFirst
    .reduce<readonly string[]>((lines, { start, end, text: by }) => editedLines(lines, { range: { start, end }, text: by }), linesOf(text))
    .join("\n");
}

/** Exactly one action has a title with these words, and this is the text after it. */
export function checkAction(marked: string, title: string, expected: string, person?: SamplePerson): void {
  const found = actionsAt(marked, person).filter((action) => inEnglish(action.title).includes(title));
  expect(found.map((action) => inEnglish(action.title))).toHaveLength(1);
  expect(applyAction(selected(marked).text, found[0]!)).toBe(dedent(expected));
}
