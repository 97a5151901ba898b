import { Lexer } from "chevrotain";
import fc from "fast-check";
import { expect, test } from "vitest";
import { lexLine } from "#syntax/lex-line";
import { statementVocabulary } from "#syntax/tokens";
import { cases } from "../../support/cases.ts";

const definition = new Lexer(statementVocabulary, { positionTracking: "onlyOffset", ensureOptimizations: true });

const pieces = fc.constantFrom(
  ...["a", "Name", "$ref", "a-b", "a->b", "-->", "->", "-", "-1", "- 1", "12", "1.5e-3", "1.e", "&", "&H1f", "&HG", "&h", "//", "/", "/ /"],
  ...[
    "urn:a:b",
    "a.b.c",
    "a+b:c",
    "a.b:c",
    "a:b",
    "x$y:z",
    "a：b",
    "a_b:",
    "a-:",
    ":",
    '"',
    '"a"',
    '"a\\"b"',
    '"a\\',
    "'",
    "'a'",
    "“a”",
    "„",
    "‘x’",
    "\\",
  ],
  ...[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    "=",
    ".",
    "<",
    "<=",
    ">=",
    "<>",
    "><",
    "（",
    "）",
    "［",
    "］",
    "，",
    "＝",
    "｛",
    "｝",
    "：",
    "#",
    "?",
    "|",
  ],
  ...[" ", "\t", "\u00a0", "\u3000", "\ufeff", "\u2028", "\u0000", "\u001c", "\u0085", "é", "가", "😀", "\ud800", "\udc00", "\u007f", "𝒳"],
);

const lines = fc.oneof(
  fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 30 }).map((text) => text.replace(/[\r\n]/g, "")),
);

test("a line has the tokens that the patterns of the vocabulary give it", () => {
  fc.assert(
    fc.property(lines, (line) => {
      const { tokens, groups } = definition.tokenize(line);
      const { tokens: ours, comments } = lexLine(line);
      const plain = ({ image, startOffset, tokenTypeIdx, tokenType }: (typeof tokens)[number]) => ({
        image,
        startOffset,
        tokenTypeIdx,
        name: tokenType.name,
      });
      expect(ours.map(plain)).toEqual(tokens.map(plain));
      expect(comments.map(plain)).toEqual((groups["comments"] ?? []).map(plain));
    }),
    { numRuns: cases(2_000, 50_000) },
  );
});
