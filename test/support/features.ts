import { expect } from "vitest";
import { completions } from "#features/completion";
import type { CompletionItem } from "#features/completion";
import { documentSymbols } from "#features/document-symbols";
import type { OutlineEntry } from "#features/document-symbols";
import { hover } from "#features/hover";
import type { Hover } from "#features/hover";
import { inEnglish } from "#base/render-sentence";
import { renderDescription } from "#lsp/render-description";
import { parse, positionOf } from "#syntax/parse";
import type { SamplePerson } from "#testing/sample-person";
import { openSnapshot } from "#workspace/snapshot";
import type { DocumentSnapshot } from "#workspace/snapshot";
import type { TargetKnowledge } from "#model/target-knowledge";
import { atCursor, dedent } from "./markers.ts";

export function snapshotOf(text: string, target?: TargetKnowledge): DocumentSnapshot {
  return openSnapshot(parse(text), { file: "file:///mapping.scimmap", target });
}

/** The hover at the cursor: the text it is about, and that its markdown holds each of these. Null: there is none. */
export function checkHover(
  marked: string,
  expected: { readonly on: string; readonly says: readonly string[] } | null,
  target?: TargetKnowledge,
  person?: SamplePerson,
): void {
  const { text, position } = atCursor(marked);
  const snapshot = snapshotOf(text, target);
  const found = hover(snapshot, position, person);
  if (found === undefined || expected === null) {
    expect(markdownOf(found) ?? null).toBe(expected);
    return;
  }
  const { statement, range } = found;
  const markdown = markdownOf(found);
  const start = positionOf(snapshot.tree, statement, range.start);
  const end = positionOf(snapshot.tree, statement, range.end);
  expect(start.line).toBe(end.line);
  expect(snapshot.tree.lines.at(start.line)!.slice(start.character, end.character)).toBe(expected.on);
  for (const part of expected.says) expect(markdown).toContain(part);
}

/** What a hover looks like in English. */
export function markdownOf(found: Hover | undefined): string | undefined {
  return found && renderDescription(found.description, undefined);
}

/** The items at the cursor, best first. */
export function completionsAt(
  marked: string,
  options: { readonly typed?: string; readonly target?: TargetKnowledge } = {},
): readonly CompletionItem[] {
  const { text, position } = atCursor(marked);
  return completions(snapshotOf(text, options.target), position, options.typed);
}

export function labelsAt(marked: string, options: Parameters<typeof completionsAt>[1] = {}): readonly string[] {
  return completionsAt(marked, options).map(({ label }) => label);
}

/** Exactly these labels, in this order. */
export function checkCompletion(marked: string, expected: readonly string[]): void {
  expect(labelsAt(marked)).toEqual(expected);
}

/** The whole text after an item was accepted. Placeholders of a snippet stay as they are written. */
export function accept(marked: string, label: string): string {
  const { text } = atCursor(marked);
  const item = completionsAt(marked).find((candidate) => candidate.label === label);
  if (item === undefined) throw new Error(`There is no item '${label}'. There are: ${labelsAt(marked).join(", ")}`);
  const { line, start, end } = item.range;
  const lines = text.split("\n");
  lines[line] = lines[line]!.slice(0, start) + item.insert + lines[line]!.slice(end);
  return lines.join("\n");
}

/** The outline as indented lines: `kind name (detail) first-last`, lines counted from 1. */
export function checkSymbols(text: string, expected: string): void {
  const entries = documentSymbols(snapshotOf(dedent(text)));
  expect(entries.flatMap((entry) => linesOfEntry(entry, "")).join("\n")).toBe(dedent(expected).trimEnd());
}

function linesOfEntry({ kind, start, end, children, ...entry }: OutlineEntry, indentation: string): readonly string[] {
  const [name, detail] = [inEnglish(entry.name), inEnglish(entry.detail)];
  const lines = start.line === end.line ? String(start.line + 1) : `${start.line + 1}-${end.line + 1}`;
  const own = `${indentation}${kind} ${name}${detail === "" ? "" : ` (${detail})`} ${lines}`;
  return [own, ...children.flatMap((child) => linesOfEntry(child, `${indentation}  `))];
}
