import { expect, test } from "vitest";
import { compilePattern, mostWork, scan } from "#evaluation/dot-net-regex";
import { inEnglish } from "#base/render-sentence";
import { matchesPattern } from "#evaluation/match-pattern";
import { evaluateText } from "#test/evaluate-text";

/** A pattern, what its text is made of, how the text ends; a backtracking engine would need ages to see that nothing matches. */
const exponential: readonly (readonly [pattern: string, piece: string, tail: string])[] = [
  ["(a+)+$", "a", "!"],
  ["((a+)+)+b", "a", "!"],
  ["(((((((((a+)+)+)+)+)+)+)+)+)+$", "a", "!"],
  ["([a-zA-Z]+)*$!", "a", "1"],
  ["^(a|aa)+$", "a", "!"],
  ["^(a|b|ab)*c$", "ab", "!"],
  ["(.*a){12}x$", "a", "!"],
  ["^(([a-z])+.)+[A-Z]([a-z])+$", "a", ""],
  ["(x+x+)+y", "x", ""],
  ["^(\\w+\\s?)+$", "word ", "!"],
  ["^(\\d+)*$x", "1", "a"],
  ["^\\d+1\\d+2\\d+3x", "1", "!"],
  ["^(?:a+b?)+$", "ab", "!"],
  ["(?i)^(ab|AB)+c", "aB", "!"],
  ["(\\p{L}+\\s*)+!", "é ", "?"],
  ["^(.|\\n)*x$", "\n", "!"],
  ["^(.*?,){11}P", ",1", "!"],
  ["(?m)^(\\s*\\w+)+$!", " a", "!"],
  ['"(?:\\\\.|[^"\\\\])*"!', '\\"', ""],
  ["(?<year>\\d+)-?(?<month>\\d+)-?(?<day>\\d+)x", "1", "-"],
  ["^([^,]*,)*[^;]*;$", ",", "!"],
  ["^(([a-z0-9]+[-.]?)+)@x$", "a.", "!"],
  // An address, from a validation library.
  ["^([a-zA-Z0-9])(([.-]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$", "a", "!"],
  // An address as an old framework checked it.
  ["^([0-9a-zA-Z]([-.\\w]*[0-9a-zA-Z])*@([0-9a-zA-Z][-\\w]*[0-9a-zA-Z]\\.)+[a-zA-Z]{2,9})$", "a", "!"],
  // A Java class name, from a collection of secure patterns.
  ["^(([a-z])+.)+[A-Z]([a-z])+\\d$", "a", "!"],
  // The pattern that took a content delivery network down in 2019, its end in short.
  ["(?:\\d|nan|true|-|\\+)+[)]*;?((?:\\s|-|~|!|\\+)*.*(?:.*=.*))", "1", ";"],
  // The one that took a question site down in 2016: white space at the end of a line.
  ["\\s+$", " ", "x"],
  ["[ \\t]+$|^[ \\t]+x", "\t", "!"],
  ["^(-?\\d+(\\.\\d+)?\\s*)+$", "1", "x"],
  ["<(\\w|-)+( \\w+=('[^']*'|\\w+))*>", "<a b=c ", ""],
  ["(a{1,30}){1,30}b", "a", "!"],
];

/** What only backtracking can do, or what a linear-time engine ends differently from .NET, is refused before it runs. */
const refused: readonly (readonly [pattern: string, construct: string])[] = [
  ["(a*)*b", "a quantifier on a part that can match nothing"],
  ["(a|a?)+$", "a quantifier on a part that can match nothing"],
  ["(?:.*)*x", "a quantifier on a part that can match nothing"],
  ["(a?){30}a{30}", "a quantifier on a part that can match nothing"],
  ["^(https?://)?([\\da-z.-]+)\\.([a-z.]{2,6})([/\\w .-]*)*/?$", "a quantifier on a part that can match nothing"],
  ["<(\\w+)[^>]*>.*</\\1>", "a backreference"],
  ["^(?=(a+)+$).*", "look-ahead"],
  ["(?<=(a+)+)b", "look-behind"],
  ["(?>a+)+b", "an atomic group"],
  ["(a{1,100}){1,100}b", "counts that multiply beyond 1000"],
  ["(x{1,1001})y", "a count above 1000"],
];

function textOf(piece: string, tail: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length)) + tail;
}

function replaced(text: string, pattern: string) {
  return evaluateText("Replace([x], , [pattern], , [by], , )", { inputs: { x: text, pattern, by: "-" } });
}

test("there are as many as it takes to trust the engine", () => {
  expect(exponential.length).toBeGreaterThanOrEqual(30);
  expect(new Set([...exponential, ...refused].map(([pattern]) => pattern)).size).toBe(exponential.length + refused.length);
});

test.each(exponential)("%s finds nothing in 5 000 characters", (pattern, piece, tail) => {
  const text = textOf(piece, tail, 5000);
  expect(replaced(text, pattern)).toMatchObject({ value: text, unknown: null, problems: [] });
});

test.each(exponential)("%s in a million characters stays within the budget or is refused by name", (pattern, piece, tail) => {
  const text = textOf(piece, tail, 1_000_000);
  const regex = compilePattern(pattern);
  if (regex.kind !== "regex") throw new Error(`${pattern} is refused`);
  const firstSearch = regex.engine.matcher("").programSize() * text.length;
  const unknown = `The pattern "${pattern}" needs a text of this length, which this preview cannot run exactly as .NET does.`;
  const result = matchesPattern(pattern, text);
  expect(result.ok ? result.value : inEnglish(result.error)).toEqual(
    firstSearch > mostWork ? unknown : { matches: false, anchoredDiffers: false },
  );
});

test.each(refused)("%s is refused by name, whatever the text: %s", (pattern, construct) => {
  expect(replaced(textOf("a", "!", 1_000_000), pattern)).toMatchObject({
    value: null,
    problems: [],
    unknown: `The pattern of Replace needs ${construct}, which this preview cannot run exactly as .NET does.`,
  });
});

test("a search that starts again after every match ends when its budget is spent", () => {
  const regex = compilePattern("a[^b]*b|a");
  if (regex.kind !== "regex") throw new Error("The pattern is refused.");
  const size = regex.engine.matcher("").programSize();
  for (const length of [100, 1000, 10_000, 100_000]) {
    // Each match is one character long, and each search looks through all that follows: a sum of all lengths.
    const work = (size * length * (length + 1)) / 2;
    expect(scan(regex, "a".repeat(length), "all").kind).toBe(work > mostWork ? "unsupported" : "scan");
  }
});

test.each([
  ["ToLower([x])", "The result of ToLower is longer than 200000 characters."],
  ["StripSpaces([x])", "The result of StripSpaces is longer than 200000 characters."],
  ["NormalizeDiacritics([x])", "The result of NormalizeDiacritics is longer than 200000 characters."],
  ["PCase([x])", "The result of PCase is longer than 200000 characters."],
  ["Append([x], [x])", "The result of Append is longer than 200000 characters."],
  ['Join(",", [x], [x])', "The result of Join is longer than 200000 characters."],
  ["ConvertToBase64([x])", "The result of ConvertToBase64 is longer than 200000 characters."],
  ["ConvertToUTF8Hex([x])", "The result of ConvertToUTF8Hex is longer than 200000 characters."],
  ['Replace([x], "a", , , "", , )', null],
  ['Replace([x], , "[^b]+", , "", , )', null],
  ["Left([x], 5)", null],
  ["Mid([x], 999990, 5)", null],
  ['Word([x], 3, "b")', null],
  ['InStr([x], "c")', null],
  ['Item(Split([x], "b"), 2)', null],
  ["Trim([x])", "The result of Trim is longer than 200000 characters."],
])("a million characters: %s", (expression, unknown) => {
  const outcome = evaluateText(expression, { inputs: { x: textOf("aaaaab", "", 1_000_000) } });
  expect(outcome.unknown).toBe(unknown);
  expect(outcome.problems).toEqual([]);
});
