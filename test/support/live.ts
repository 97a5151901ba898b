import { inEnglish } from "#base/render-sentence";
import { expect } from "vitest";
import { inlayHints } from "#features/inlay-hints";
import { SamplePersonStore } from "#testing/sample-person";
import type { SamplePerson } from "#testing/sample-person";
import { snapshotOf } from "./features.ts";
import { dedent } from "./markers.ts";

/** A sample person with these attributes, at a fixed time. */
export function personOf(attributes: Readonly<Record<string, unknown>>, type: "User" | "Group" = "User"): SamplePerson {
  const people = new SamplePersonStore();
  people.choose({ name: "Ada Lovelace", type, attributes });
  const person = people.current(new Date("2026-11-20T08:00:00Z"));
  if (person === undefined) throw new Error("The store does not take this person.");
  return person;
}

/** The text with its hints as an editor shows them: `«…»` where they stand. */
function withHints(text: string, person: SamplePerson): string {
  const snapshot = snapshotOf(text);
  const lines = [...snapshot.tree.lines];
  const whole = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
  for (const { position, label } of inlayHints(snapshot, whole, person).toReversed()) {
    const line = lines[position.line]!;
    lines[position.line] = `${line.slice(0, position.character)} «${inEnglish(label)}»${line.slice(position.character)}`;
  }
  return lines.join("\n");
}

/** `marked` holds the hints that are expected; what stands in `«…»` is taken out to get the text. */
export function checkHints(marked: string, person: SamplePerson): void {
  const expected = dedent(marked);
  expect(withHints(expected.replace(/ «[^»]*»/g, ""), person)).toBe(expected);
}
