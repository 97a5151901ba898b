import { expect, test } from "vitest";
import { asCode, foreign, own, personal, phrase, say } from "#base/sentence";
import { example, link, list, paragraph, title } from "#describe/block";
import type { Description } from "#describe/block";
import { renderDescription } from "#lsp/render-description";
import { hostilePieces } from "#test/hostile-values";
import { pseudoCatalogue } from "#test/pseudo-locale";

const shown = (description: Description): string => renderDescription(description, undefined);

test("a title stands out, with what it is behind it", () => {
  expect(shown([title(asCode(own("userName")), say`string, ${phrase("required")}`)])).toBe("**`userName`** string, required");
  expect(shown([title(foreign("User (core)"))])).toBe("**User (core)**");
});

test("lines of a paragraph stand below each other, blocks apart", () => {
  expect(shown([...paragraph(say`One.`, say`Two.`), ...paragraph(say`Three.`)])).toBe("One.  \nTwo.\n\nThree.");
});

test("where there is nothing to say there is no block", () => {
  expect([...paragraph(undefined), ...list([])]).toEqual([]);
  expect(shown([])).toBe("");
});

test("a list, an example and a link", () => {
  const blocks = [...list([say`a`, say`b`]), example(own("Left(a, b)"), own("Left(a)")), link(say`Page`, "https://example.com/x")];
  expect(shown(blocks)).toBe("- a\n- b\n\n```scimmap\nLeft(a, b)\nLeft(a)\n```\n\n[Page](https://example.com/x)");
});

test("an example is fenced with more back-ticks than it holds", () => {
  expect(shown([example(own('let a = "```"'))])).toBe('````scimmap\nlet a = "```"\n````');
});

test("every block is said in the language of the catalogue", () => {
  const blocks: Description = [
    title(asCode(own("a")), say`operator`),
    ...paragraph(say`Equal to ${own("b")}.`),
    ...list([phrase("Point.")]),
    link(say`Page`, "https://example.com"),
  ];
  expect(renderDescription(blocks, pseudoCatalogue)).toBe(
    "**`a`** ⟦operator⟧\n\n⟦Equal to ⟧b⟦.⟧\n\n- ⟦Point.⟧\n\n[⟦Page⟧](https://example.com)",
  );
});

test("a value is only text in every block", () => {
  for (const piece of hostilePieces) {
    for (const value of [foreign(`x${piece}y`), personal(`x${piece}y`)]) {
      const text = shown([title(value, value), ...paragraph(say`${value}`), ...list([value])]);
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u);
      expect(text.split("\n")).toHaveLength(5);
      expect(text.replace(/\\./g, "")).not.toMatch(/[<>[\]`]|!\[|:\/\//);
    }
  }
});

test("a value cannot end the block of an example", () => {
  for (const piece of hostilePieces) {
    const text = shown([example(own(`let a = "${piece}"`))]);
    expect(text.split("\n").filter((line) => /^`{3,}$/.test(line))).toHaveLength(1);
  }
});
