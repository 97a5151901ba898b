import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, type DocumentTree } from "#syntax/parse";
import { reparse } from "#syntax/reparse";
import { cases } from "#test/cases";
import { anyText, soundTexts, tokenSoup } from "#test/scimmap-texts";

describe("any text", () => {
  test("parses, and every offset lies in its statement", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tree = parse(text);
        expect(tree.statements.flatMap((statement) => wrongOffsets(tree, statement.index))).toEqual([]);
      }),
      { numRuns: cases(1000, 10000) },
    );
  });

  test("is the tokens and comments of its lines, with nothing but blanks between them", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { lines, lexed } = parse(text);
        for (const [line, { tokens, comments }] of lexed.entries()) {
          let end = 0;
          for (const { image, startOffset } of [...tokens, ...comments].sort((a, b) => a.startOffset - b.startOffset)) {
            expect(lines.at(line)!.slice(end, startOffset).trim()).toBe("");
            expect(lines.at(line)!.startsWith(image, startOffset)).toBe(true);
            end = startOffset + image.length;
          }
          expect(lines.at(line)!.slice(end).trim()).toBe("");
        }
      }),
      { numRuns: cases(500, 5000) },
    );
  });

  test("gives each of its tokens to one statement, in order", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tree = parse(text);
        const inStatements = tree.statements.flatMap(({ tokens }) => tokens.map(({ image }) => image));
        expect(inStatements).toEqual(tree.lexed.flatMap(({ tokens }) => tokens.map(({ image }) => image)));
      }),
      { numRuns: cases(500, 5000) },
    );
  });
});

/** Offsets of a statement's nodes and problems that are no places in its text. */
function wrongOffsets(tree: DocumentTree, index: number): string[] {
  const { firstLine, lastLine, parsed } = tree.statements.at(index)!;
  const { length } = tree.lines.slice(firstLine, lastLine + 1).join("\n");
  const wrong: string[] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value === "number" && !Number.isFinite(value)) wrong.push(`${path} is ${String(value)}`);
    if (typeof value !== "object" || value === null) return;
    if ("start" in value && "end" in value) {
      const { start, end } = value as { start: number; end: number };
      if (!(start >= 0 && start <= end && end <= length)) wrong.push(`${path} is ${String(start)} to ${String(end)} of ${String(length)}`);
    }
    for (const [key, child] of Object.entries(value)) visit(child, `${path}.${key}`);
  };
  visit(parsed, `${parsed.node.kind} '${tree.lines.at(firstLine) ?? ""}'`);
  return wrong;
}

interface Edit {
  readonly line: number;
  readonly removed: number;
  readonly inserted: string;
  readonly withinLine: boolean;
  readonly column: number;
}

const anyEdit: fc.Arbitrary<Edit> = fc.record({
  line: fc.nat(200),
  removed: fc.nat(3),
  inserted: fc.oneof(tokenSoup, fc.constantFrom("", "", "{", "}", "(", '"', "\n", "expect create {", "}\n\n")),
  withinLine: fc.boolean(),
  column: fc.nat(60),
});

function applyEdit(lines: readonly string[], edit: Edit): string[] {
  const at = edit.line % (lines.length + 1);
  const inserted = edit.inserted.split(/\r\n|\n|\r/);
  if (!edit.withinLine) return lines.toSpliced(at, edit.removed, ...inserted);
  const line = lines[at] ?? "";
  const column = Math.min(edit.column, line.length);
  const changed = line.slice(0, column) + edit.inserted + line.slice(column + edit.removed);
  return lines.toSpliced(at, 1, ...changed.split(/\r\n|\n|\r/));
}

/** A tree as plain data. */
function plain({ lines, lexed, statements, problems, balance }: DocumentTree): object {
  const described = statements.map(({ index, firstLine, lastLine, opener, tokens, block, kind, end, parsed }) => {
    return { index, firstLine, lastLine, opener, tokens, block, kind, end, parsed };
  });
  return { lines: [...lines], lexed: [...lexed], statements: described, problems, balance };
}

describe("parsing again after an edit", () => {
  test("gives the tree of a fresh parse", () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...soundTexts), anyText), fc.array(anyEdit, { minLength: 1, maxLength: 6 }), (text, edits) => {
        let tree = parse(text);
        for (const edit of edits) {
          const lines = applyEdit([...tree.lines], edit);
          tree = reparse(tree, lines);
          expect(plain(tree)).toEqual(plain(parse(lines.join("\n"))));
        }
      }),
      { numRuns: cases(150, 2000) },
    );
  });

  test("gives a block another head where the text between closes and opens one", () => {
    const text = ['test "a" for User {', "  given {", '    title = "x"', "  }", "}"];
    const edited = reparse(parse(text.join("\n")), text.toSpliced(2, 0, "  } given {"));
    expect(edited.statements.map(({ opener }) => opener)).toEqual([-1, 0, 1, 0, 3, 3, 0]);
    expect(plain(edited)).toEqual(plain(parse([...edited.lines].join("\n"))));
  });

  test("keeps the objects of statements that the edit did not touch", () => {
    const tree = parse(soundTexts[0]!);
    const line = [...tree.lines].findIndex((text) => text.includes("displayName"));
    const edited = reparse(tree, [...tree.lines].with(line, `${tree.lines.at(line)!} // a comment`));
    const before = new Set(tree.statements.map(({ unplaced }) => unplaced));
    const kept = edited.statements.filter(({ unplaced }) => before.has(unplaced));
    expect(kept.length).toBeGreaterThanOrEqual(tree.statements.length - 2);
  });
});
