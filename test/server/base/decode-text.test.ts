import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeText, PieceDecoder } from "#base/decode-text";

const encodings = ["utf-8", "utf-8 with a mark", "utf-16le", "utf-16be"] as const;

/** Written by hand, unit by unit, so that the decoder is not judged by its own counterpart. */
function encode(text: string, encoding: (typeof encodings)[number]): Uint8Array {
  switch (encoding) {
    case "utf-8":
      return new TextEncoder().encode(text);
    case "utf-8 with a mark":
      return new TextEncoder().encode(`\ufeff${text}`);
    case "utf-16le":
    case "utf-16be": {
      const units = [0xfeff, ...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))];
      const pairs = units.map((unit) => [unit & 0xff, unit >> 8]);
      return Uint8Array.from(pairs.flatMap(([low = 0, high = 0]) => (encoding === "utf-16le" ? [low, high] : [high, low])));
    }
  }
}

function inPieces(bytes: Uint8Array, cuts: readonly number[]): string {
  const decoder = new PieceDecoder();
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  let text = "";
  ends.forEach((end, index) => (text += decoder.push(bytes.subarray(ends[index - 1] ?? 0, end))));
  return text + decoder.end();
}

test.each(encodings)("a text in %s is read, whole and in pieces", (encoding) => {
  const text = fc.string({ unit: "grapheme" }).filter((some) => !some.startsWith("\ufeff"));
  fc.assert(
    fc.property(text, fc.array(fc.nat(), { maxLength: 5 }), (some, cuts) => {
      const bytes = encode(some, encoding);
      expect(decodeText(bytes)).toBe(some);
      expect(inPieces(bytes, cuts)).toBe(some);
    }),
  );
  expect(
    inPieces(
      encode("é한🙂\r\n", encoding),
      Array.from({ length: 20 }, (_, at) => at),
    ),
  ).toBe("é한🙂\r\n");
});

test("what is neither is no text: Latin 1, half of a character, UTF-16 with an odd number of bytes", () => {
  for (const bytes of [
    [0xe9, 0x0a],
    [0xf0, 0x9f],
    [0xff, 0xfe, 0x41],
    [0xfe, 0xff, 0xd8, 0x3d],
  ])
    expect(decodeText(Uint8Array.from(bytes))).toBeUndefined();
});

test("no bytes are an empty text", () => {
  expect(decodeText(new Uint8Array(0))).toBe("");
  expect(new PieceDecoder().end()).toBe("");
});
