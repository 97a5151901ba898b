import { globSync, readFileSync } from "node:fs";
import fc from "fast-check";

/** Mappings without a mistake: the examples, the language page's own, and one that has every construct. */
export const soundFiles: readonly string[] = globSync([
  "examples/*.scimmap",
  "test/fixtures/parse/{language-page,every-construct}.scimmap",
]).sort();

export const soundTexts: readonly string[] = soundFiles.map((file) => readFileSync(file, "utf8"));

/** One token of every kind, and the words that begin statements or mean something inside them. */
export const palette: readonly string[] = [
  ...["use", "provision", "environment", "schema", "source", "let", "map", "actions", "where", "or", "test", "given", "expect"],
  ...["create", "skip", "match", "default", "on", "and", "not", "eq", "pr", "for", "string", "name", "true"],
  ...['"text"', "12", "&HF7", "(", ")", "[", "]", ",", "=", "->", ".", "&", "<", "urn:example:a:2.0:User:b", "enterprise:x", "§"],
];

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...palette) },
  { weight: 3, arbitrary: fc.constantFrom("{", "}", "\n", " ") },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '"',
      "'",
      "“",
      "”",
      "（",
      "）",
      "：",
      "，",
      "［",
      "］",
      "＝",
      "｛",
      "｝",
      "\\",
      "//",
      "\r\n",
      "\r",
      "\u00a0",
      "\ufeff",
      "\u2028",
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
);

/** Tokens in any order, with and without space between them. */
export const tokenSoup: fc.Arbitrary<string> = fc
  .array(fc.tuple(piece, fc.constantFrom(" ", " ", " ", "")), { maxLength: 60 })
  .map((pieces) => pieces.map(([text, space]) => text + space).join(""));

/** A few lines of a sound mapping, in any order. */
const shuffledLines: fc.Arbitrary<string> = fc
  .constantFrom(...soundTexts)
  .chain((text) => fc.array(fc.constantFrom(...text.split("\n")), { maxLength: 25 }))
  .map((lines) => lines.join("\n"));

/** Texts that have much to do with mappings, and texts that have nothing to do with them. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  tokenSoup,
  shuffledLines,
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.string({ maxLength: 80 }),
);
