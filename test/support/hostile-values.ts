import fc from "fast-check";
import { visible } from "#base/surfaces";

/** Pieces that would act where they are shown raw: on a terminal, in XML, Markdown, a GitHub log, an editor's notification. */
export const hostilePieces: readonly string[] = [
  "\u001b[31m",
  "\u001b]8;;https://evil.example/\u0007",
  "\u009b2J",
  "\u0085",
  "\u0007",
  "\u0008",
  "\r",
  "\n",
  "\r\n::error file=x::",
  "::error::",
  "::add-mask::",
  "]]>",
  "<!--",
  '"><script>',
  "`",
  "```\n",
  "[a](command:workbench.action.quit)",
  "\u202e",
  "\u2066",
  "\u2028",
  "\u200b",
  "\u00ad",
  "\ufeff",
  "\ufffe",
  "\u{e0041}",
  "\ud800",
  "\udfff",
  "%0A",
  "{0}",
  "$(id)",
  "|",
  "⟦",
];

/** Who a person is: nothing of these may be read in a masked result. Long enough that no word of ours holds them. */
export const personalNames: readonly string[] = ["Zebulonia", "Quixotaire", "Yssandra", "Ümläüton"];

/** A text made of hostile pieces around a word, so that it is found again. */
export const hostileText: fc.Arbitrary<string> = fc
  .tuple(fc.array(fc.constantFrom(...hostilePieces), { minLength: 1, maxLength: 4 }), fc.constantFrom(...personalNames))
  .map(([pieces, word]) => `${pieces.slice(0, 2).join("")}${word}${pieces.slice(2).join("")}`);

/** The same for a file's name, which has neither slashes nor halves of characters. */
export const hostileFileName: fc.Arbitrary<string> = hostileText.map((text) => text.toWellFormed().replaceAll(/[/\\\0\ufffd]/g, "_"));

/** Every character in an output that would act or hide, apart from the line breaks of its layout. */
export function rawCharacters(output: string): readonly string[] {
  return output
    .split("\n")
    .flatMap((line) => Array.from(line).filter((character) => visible(character) !== character))
    .map(visible);
}
