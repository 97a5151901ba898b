import fc from "fast-check";
import { expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { codeActions } from "#features/code-actions";
import { completions } from "#features/completion";
import { hover } from "#features/hover";
import { inlayHints } from "#features/inlay-hints";
import { positionOf } from "#syntax/parse";
import { cases } from "#test/cases";
import { markdownOf, snapshotOf } from "#test/features";
import { linesOf } from "#syntax/parse";
import type { LinePosition } from "#syntax/parse";
import { personOf } from "#test/live";
import { anyText, soundTexts } from "#test/scimmap-texts";

const ada = personOf({ userPrincipalName: "ada@contoso.com", givenName: "Ada", surname: "Lovelace", department: "Sales" });

/** A text and a position in it; half of them cut there, as a text is while somebody types. */
const place: fc.Arbitrary<{ readonly text: string; readonly at: LinePosition }> = fc
  .tuple(fc.oneof(anyText, fc.constantFrom(...soundTexts)), fc.nat(), fc.boolean())
  .map(([text, number, cut]) => {
    const offset = number % (text.length + 1);
    const before = linesOf(text.slice(0, offset));
    return { text: cut ? text.slice(0, offset) : text, at: { line: before.length - 1, character: before.at(-1)!.length } };
  });

test("hover answers for any position of any text, and what it points at lies on the cursor's line", () => {
  fc.assert(
    fc.property(place, fc.constantFrom(undefined, ada), ({ text, at }, person) => {
      const snapshot = snapshotOf(text);
      const found = hover(snapshot, at, person);
      if (found === undefined) return;
      const start = positionOf(snapshot.tree, found.statement, found.range.start);
      const end = positionOf(snapshot.tree, found.statement, found.range.end);
      expect(start.line).toBeLessThanOrEqual(at.line);
      expect(end.line).toBeGreaterThanOrEqual(at.line);
      expect(markdownOf(found)).not.toBe("");
    }),
    { numRuns: cases(400, 2000) },
  );
});

test("completion answers for any position of any text, and replaces a part of the line that touches the cursor", () => {
  fc.assert(
    fc.property(place, ({ text, at }) => {
      const snapshot = snapshotOf(text);
      const line = snapshot.tree.lines.at(at.line)!;
      for (const { range } of completions(snapshot, at)) {
        expect(range.line).toBe(at.line);
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.start).toBeLessThanOrEqual(at.character);
        expect(range.end).toBeGreaterThanOrEqual(at.character);
        expect(range.end).toBeLessThanOrEqual(line.length);
      }
    }),
    { numRuns: cases(400, 2000) },
  );
});

test("inlay hints stand behind their statements, in the order of the text, and are never empty", () => {
  fc.assert(
    fc.property(place, ({ text }) => {
      const snapshot = snapshotOf(text);
      const { tree } = snapshot;
      const all = { start: { line: 0, character: 0 }, end: { line: tree.lines.length, character: 0 } };
      const hints = inlayHints(snapshot, all, ada);
      expect(hints.map(({ label }) => inEnglish(label))).not.toContain("");
      for (const { position } of hints) {
        expect(position.character).toBeLessThanOrEqual(tree.lines.at(position.line)!.length);
      }
      const order = hints.map(({ position }) => position.line * 10_000 + position.character);
      expect(order).toEqual(order.toSorted((a, b) => a - b));
    }),
    { numRuns: cases(200, 2000) },
  );
});

test("code actions answer for any selection of any text, with edits that do not touch each other", () => {
  fc.assert(
    fc.property(place, fc.nat({ max: 60 }), ({ text, at }, length) => {
      const snapshot = snapshotOf(text);
      const end = { line: at.line, character: Math.min(at.character + length, snapshot.tree.lines.at(at.line)!.length) };
      const actions = codeActions({ snapshot, diagnostics: snapshot.diagnostics }, at, end, ada);
      expect(actions.map(({ title }) => inEnglish(title))).not.toContain("");
      for (const { edits } of actions) {
        const count = ({ line, character }: LinePosition): number => line * 10_000 + character;
        const inOrder = edits().toSorted((a, b) => count(a.start) - count(b.start));
        const places = inOrder.flatMap(({ start, end: to }) => [count(start), count(to)]);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }
    }),
    { numRuns: cases(300, 2000) },
  );
});
