import { expect, test } from "vitest";
import { evaluateText } from "#test/evaluate-text";

/** Replaces by a pattern; backslashes are doubled as in Entra's expressions. */
function replaced(source: string, pattern: string, replacement: string) {
  return evaluateText(`Replace([x], , "${pattern}", , "${replacement}", , )`, { inputs: { x: source } });
}

function check(source: string, pattern: string, replacement: string, value: string, confidence: "documented" | "inferred" = "documented") {
  const outcome = replaced(source, pattern, replacement);
  expect({ value: outcome.value, confidence: outcome.confidence, unknown: outcome.unknown }).toEqual({ value, confidence, unknown: null });
}

test("empty matches are replaced as by .NET, also next to another match", () => {
  check("baac", "a*", "-", "-b--c-");
  check("abc", "", "-", "-a-b-c-");
  check("abc", "$", "!", "abc!");
  check("000000789", "(.*?)(?<id>.{0,6})$", "<${id}>", "<000789><>");
});

test("$ also stands before a final newline, \\z only at the end", () => {
  check("a\nb\n", "$", "!", "a\nb!\n!");
  check("a\nb\n", "\\\\Z", "!", "a\nb!\n!");
  check("a\nb\n", "\\\\z", "!", "a\nb\n!");
  check("a\nb", "^.*$", "-", "a\nb", "inferred");
  check("a\nb", "(?m)^.*$", "-", "-\n-");
  check("a\nb\n", "(?s).$", "!", "a\n!!");
});

test("classes are Unicode-aware", () => {
  check("aé_٣ -", "\\\\w+", "w", "w -");
  check("1٣x", "\\\\d", "#", "##x");
  check("a\u00a0\u0085b", "\\\\s", "_", "a__b");
  check("aé!", "\\\\W", "?", "aé?");
  check("aé!1", "[\\\\W\\\\d]", "?", "aé??");
  check("aé!1", "[^\\\\W\\\\d]", "?", "??!1");
  check("Ab", "\\\\p{Lu}", "U", "Ub");
});

test("a match counts UTF-16 units, as in .NET", () => {
  check("😀😀", ".", "x", "xxxx");
  check("a😀b", "^(.{1})(.{2})", "$2$1", "😀ab");
  check("a😀b", "😀", "\u{F0000}", "a\u{F0000}b");
});

test("(?i) ignores case by .NET's one-to-one lower case", () => {
  check("STRASSE ſ", "(?i)s", "x", "xTRAxxE ſ");
  check("ÄäKk", "(?i)[äk]", ".", "....");
  check("aB AB Ab", "(?i:a)B", "x", "x x Ab");
});

test("groups without a name are numbered before those with one", () => {
  check("abc", "(?<first>a)(b)(c)", "$1$2$3", "bca");
  check("abc", "(?'first'a)(b)", "${first}-${2}", "a-ac");
  check("abc", "(?n)(a)(?<x>b)", "[$1]", "[b]c");
});

test("replacements know .NET's references", () => {
  check("abc", "b", "$$[$&]", "a$[b]c");
  check("abc", "b", "[$`|$'|$_]", "a[a|c|abc]c");
  check("abc", "(a)(b)", "$+", "bc");
  check("abc", "(b)", "$2", "a$2c");
  check("abc", "(b)", "$0", "abc");
  check("abc", "b", "${gone}", "a${gone}c", "inferred");
  check("ac", "a(b)?", "[$1]", "[]c");
});

test("a pattern that matches nowhere leaves the source", () => {
  check("abc", "x", "y", "abc", "inferred");
});

test("escapes and brackets are .NET's", () => {
  check("a]b-c", "[]-]", "_", "a_b_c");
  check("a\u0001\u00e9b", "\\\\x01\\\\u00e9", "", "ab");
  check("a{,3}", "a{,3}", "x", "x");
  check("a<b>", "\\\\<b\\\\>", "", "a");
  check("tab\there", "[\\\\t]", " ", "tab here");
  check("a.b", "a(?# any)\\\\.b", "x", "x");
  check("a\u0008b", "[\\\\b]", "", "ab");
});

test.each([
  ["(a)\\\\1", "a backreference"],
  ["(?<x>a)\\\\k<x>", "a backreference"],
  ["(?=a)", "look-ahead"],
  ["(?!a)", "look-ahead"],
  ["(?<=a)b", "look-behind"],
  ["(?<!a)b", "look-behind"],
  ["(?>a+)b", "an atomic group"],
  ["(?(a)b|c)", "a conditional group"],
  ["(?<open-close>a)", "a balancing group"],
  ["(?<-close>a)", "a balancing group"],
  ["[a-z-[aeiou]]", "character class subtraction"],
  ["[[:alpha:]]", "a POSIX class such as [:alpha:]"],
  ["\\\\p{IsGreek}", "the Unicode block or category 'IsGreek'"],
  ["(?i)\\\\p{Lu}", "a Unicode category under (?i)"],
  ["(?x)a b", "the option 'x'"],
  ["(?r)a", "the option 'r'"],
  ["\\\\Ga", "the anchor '\\G'"],
  ["(?<1>a)", "a group named by a number"],
  ["(?<a>x)|(?<a>y)", "two groups named 'a'"],
  ["(a*)*", "a quantifier on a part that can match nothing"],
  ["(?:a?|b){2,}", "a quantifier on a part that can match nothing"],
  ["a{1001}", "a count above 1000"],
  ["(?:a{100}){100}", "counts that multiply beyond 1000"],
  ["(?m)^a\\\\Z", "'$' or '\\Z' together with (?m)"],
])("%s is never run: its construct is named", (pattern, construct) => {
  const outcome = replaced("aa", pattern, "x");
  expect(outcome).toMatchObject({
    value: null,
    problems: [],
    unknown: `The pattern of Replace needs ${construct}, which this preview cannot run exactly as .NET does.`,
  });
});

test.each([
  ["(a", "a '(' is not closed"],
  ["a)", "a ')' has no '('"],
  ["[a", "a '[' is not closed"],
  ["a**", "a quantifier follows another"],
  ["a{2}{3}", "a quantifier follows another"],
  ["*a", "a quantifier follows nothing"],
  ["a{3,2}", "a quantifier's bounds run backwards"],
  ["[z-a]", "a range in a character class runs backwards"],
  ["[a-\\\\d]", "a character class ends a range"],
  ["\\\\_", "'\\_' is not an escape"],
  ["\\\\pL", "'\\p' is not followed by a name in braces"],
  ["(?P<x>a)", "a group begins with '(?' and no construct that .NET knows"],
  ["(?#a", "a comment is not closed"],
])("%s, which .NET refuses, is a problem at the pattern", (pattern, reason) => {
  const { problems, value } = replaced("aa", pattern, "x");
  expect(value).toBeNull();
  expect(problems.map(({ message }) => message)).toEqual([`This is not a .NET regular expression: ${reason}.`]);
  expect(problems[0]?.range.start).toBe("let subject = Replace([x], , ".length);
});

test("\\b is exact among ASCII letters and unknown beside others", () => {
  check("a cat, concat", "\\\\bcat\\\\b", "dog", "a dog, concat");
  check("a – cat", "\\\\bcat", "dog", "a – dog");
  expect(replaced("é cat", "\\\\bcat", "dog").unknown).toContain("'\\b' or '\\B' in a text with letters outside ASCII");
});

test("a group name limits what is replaced; its replacement is literal", () => {
  const call = 'Replace([x], , "(?<area>[0-9]+)-[0-9]+", "area", "$1", , )';
  expect(evaluateText(call, { inputs: { x: "12-3 45-6" } })).toMatchObject({ value: "$1-3 $1-6", confidence: "inferred" });
  expect(evaluateText('Replace([x], , "a(?<b>b)?", "b", "-", , )', { inputs: { x: "a ab" } })).toMatchObject({
    value: "a a-",
    confidence: "documented",
  });
  expect(evaluateText('Replace([x], , "a", "b", "-", , )', { inputs: { x: "a" } }).problems[0]?.message).toBe(
    'The pattern has no group named "b".',
  );
});

test("the other attribute is read only without a source", () => {
  const call = 'Replace([x], , "(?<n>[0-9]+)", "n", , [y], )';
  expect(evaluateText(call, { inputs: { x: "abc", y: "a1" } })).toMatchObject({ value: "abc", confidence: "documented" });
  expect(evaluateText(call, { inputs: { y: "a12b3" } })).toMatchObject({ value: "12", confidence: "documented" });
  expect(evaluateText(call, { inputs: { x: "", y: "abc" } })).toMatchObject({ value: "", confidence: "inferred" });
  expect(evaluateText(call, { inputs: {} })).toMatchObject({ value: null, confidence: "inferred" });
});

test("texts are replaced case-sensitively, every occurrence, in source or template", () => {
  const replace = (x: string) => evaluateText('Replace([x], "a", , , "$&", , )', { inputs: { x } });
  expect(replace("aAa")).toMatchObject({ value: "$&A$&", confidence: "documented" });
  const template = evaluateText('Replace([x], "@", , , , , "@ and @")', { inputs: { x: "$1" } });
  expect(template).toMatchObject({ value: "$1 and $1", confidence: "documented" });
});

test("arguments of different modes are a problem", () => {
  const message = "The arguments of Replace belong to different modes. Give what one mode needs and leave the others empty.";
  for (const call of ['Replace([x], "a")', 'Replace([x], "a", "b", , "c")', 'Replace([x], "a", , , "b", , "c")', 'Replace([x], , "b")']) {
    expect(evaluateText(call, { inputs: { x: "a" } }).problems.map((problem) => problem.message)).toEqual([message]);
  }
});

test("a replacement that would outgrow memory is unknown", () => {
  const x = "a".repeat(1000);
  expect(evaluateText('Replace([x], "a", , , [x], , )', { inputs: { x } }).unknown).toBe(
    "The result of Replace is longer than 200000 characters.",
  );
  expect(evaluateText('Replace([x], , "a", , [x], , )', { inputs: { x } }).unknown).toBe(
    "The result of Replace is longer than 200000 characters.",
  );
});

test.each([
  ["(a+)+$", "a".repeat(5000) + "!", "a".repeat(5000) + "!"],
  ["^(a|aa)+$", "a".repeat(5000) + "!", "a".repeat(5000) + "!"],
  ["^(([a-z])+.)+[A-Z]([a-z])+$", "a".repeat(5000), "a".repeat(5000)],
  ["(x+x+)+y", "x".repeat(5000), "x".repeat(5000)],
  ["^(a+)+$", "a".repeat(5000), "-"],
])("%s ends on a long text, which a backtracking engine would not", (pattern, source, value) => {
  expect(replaced(source, pattern, "-").value).toBe(value);
});

test("a search that would be repeated too often is unknown", () => {
  expect(replaced("a".repeat(100_000), "a.*b|a", "-").unknown).toContain("needs a text of this length");
});

test("deep nesting ends with an unknown", () => {
  expect(replaced("a", "(".repeat(300) + "a" + ")".repeat(300), "-").unknown).toContain("more than 200 nested groups");
});
