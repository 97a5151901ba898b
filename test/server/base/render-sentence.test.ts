import { expect, test } from "vitest";
import { inEnglish, render } from "#base/render-sentence";
import { asCode, asJson, excerpt, foreign, joined, names, own, personal, phrase, say } from "#base/sentence";
import { githubCommand, markdown, markup, notification, plainText, sarif } from "#base/surfaces";

const sentence = say`No account at ${foreign("api.example.com")} has ${own("userName")} ${asJson(personal("ada@example.com"))} (${2} asked).`;

test("a sentence is its English pattern with its values", () => {
  expect(inEnglish(sentence)).toBe('No account at api.example.com has userName "ada@example.com" (2 asked).');
  expect(sentence.pattern).toBe("No account at {0} has {1} {2} ({3} asked).");
});

test("a catalogue gives another pattern, in which parts may change places", () => {
  const catalogue = (pattern: string) => (pattern === sentence.pattern ? "{2}: {0}에 {1} 없음" : undefined);
  expect(render(sentence, { surface: plainText, catalogue })).toBe('"ada@example.com": api.example.com에 userName 없음');
});

test("a mask replaces personal texts and numbers, inside lists and objects too, and nothing else", () => {
  const mask = (value: string) => `<${String(value.length)}>`;
  expect(render(sentence, { surface: plainText, mask })).toBe('No account at api.example.com has userName "<15>" (2 asked).');
  expect(render(asJson(personal({ value: ["ada", 42, true, null] })), { surface: plainText, mask })).toBe(
    '{"value":["<3>","<2>",true,null]}',
  );
});

test("parts in a row are translated one by one, and the last is set apart where the language does so", () => {
  expect(inEnglish(names(["create", "update", "delete"], "or"))).toBe("create, update or delete");
  expect(inEnglish(names(["create"], "or"))).toBe("create");
  expect(inEnglish(names([], "and"))).toBe("");
  expect(inEnglish(names(["a", "b", "c"], "then"))).toBe("a, then b, then c");
  expect(inEnglish(joined([say`One.`, joined([], " "), say`Two.`], " "))).toBe("One. Two.");
  const catalogue = (pattern: string) => (pattern === "{0} or {1}" ? "{0} 또는 {1}" : undefined);
  expect(render(names(["a", "b"], "or"), { surface: plainText, catalogue })).toBe("a 또는 b");
});

test("a text of a table may hold what looks like a part", () => {
  expect(inEnglish(phrase("Fills {0} of a template."))).toBe("Fills {0} of a template.");
});

test.each([
  ["an escape sequence", plainText, "\u001b[31mred", "\\u001b[31mred"],
  ["a C1 control", plainText, "\u009b31m", "\\u009b31m"],
  ["a change of direction", plainText, "a\u202eb\u2066", "a\\u202eb\\u2066"],
  ["half a character", plainText, "a\ud83d", "a\\ud83d"],
  ["a whole character beyond the first plane", plainText, "😀", "😀"],
  ["a line break", plainText, "a\r\nb", "a\\u000d\\u000ab"],
  ["a link of Markdown", markdown, "[x](command:y)", "\\[x\\](command:y)"],
  ["an image", markdown, "![x](https://a.b/c.png)", "\\!\\[x\\](https&#58;//a.b/c.png)"],
  ["HTML", markdown, "<img src=x onerror=y>", "\\<img src=x onerror=y\\>"],
  ["a link in angle brackets", markdown, "<command:y>", "\\<command:y\\>"],
  ["an address that would become a link", markdown, "http://a.b www.a.b ada@a.b", "http&#58;//a.b www\\.a.b ada\\@a.b"],
  ["a character reference", markdown, "&lt;b&#62; A & B; C", "&amp;lt;b&amp;\\#62; A & B; C"],
  ["an icon", markdown, "$(alert) $x$", "\\$(alert) \\$x\\$"],
  ["emphasis, code, a heading and a table", markdown, "*a* _b_ `c` #d |e| ~f~", "\\*a\\* \\_b\\_ \\`c\\` \\#d \\|e\\| \\~f\\~"],
  ["a list", markdown, "- a", "\\- a"],
  ["a numbered list", markdown, "1. a", "1\\. a"],
  ["a rule", markdown, "---", "\\---"],
  ["a heading below its text", markdown, "===", "\\==="],
  ["a paragraph of its own", markdown, "a\n\n# b", "a\\\\u000a\\\\u000a\\# b"],
  ["ordinary punctuation", markdown, 'e-mail (work): 5.0, -5 & {more}; "1.5"', 'e-mail (work): 5.0, -5 & {more}; "1.5"'],
  ["a tag", markup, "<b>&'\"", "&#60;b&#62;&#38;&#39;&#34;"],
  ["a placeholder of SARIF", sarif, "{0} [a](1)", "{{0}} \\[a\\](1)"],
  ["a workflow command", githubCommand, "50%\n::error::x", "50%25\\u000a::error::x"],
  ["a link of a notification", notification, "[x](command:y)", "[x]\u2060(command:y)"],
])("%s is only text", (_, surface, value, shown) => {
  expect(render(foreign(value), { surface })).toBe(shown);
});

test("in Markdown our own words may mark code and nothing else", () => {
  const sentence = say`Positions count with \`start\` in [x]; ${foreign("`y`")} is #1 of ${asCode(own("a`b"))}.`;
  expect(render(sentence, { surface: markdown })).toBe("Positions count with `start` in \\[x\\]; \\`y\\` is \\#1 of `` a`b ``.");
});

test("an excerpt is cut as people read it, between characters, and is only text then", () => {
  const long = say`unknown: \`x\` has ${personal("*ada*")}.`;
  expect(inEnglish(excerpt(long, 100))).toBe("unknown: `x` has *ada*.");
  expect(inEnglish(excerpt(long, 12))).toBe("unknown: `x…");
  expect(render(excerpt(long, 100), { surface: markdown })).toBe("unknown: `x` has \\*ada\\*.");
  expect(render(excerpt(long, 12), { surface: markdown })).toBe("unknown: \\`x…");
  expect(render(asCode(excerpt(long, 12)), { surface: markdown })).toBe("`` unknown: `x… ``");
  expect(render(asCode(excerpt(say`no value`, 12)), { surface: markdown })).toBe("`no value`");
  expect(render(excerpt(long, 100), { surface: plainText, mask: () => "…" })).toBe("unknown: `x` has ….");
  expect(inEnglish(excerpt(foreign("ab😀cd"), 4))).toBe("ab…");
  expect(inEnglish(excerpt(foreign("ab😀cd"), 5))).toBe("ab😀…");
});

test("code is fenced with more back-ticks than it holds", () => {
  expect(render(asCode(foreign("a``b")), { surface: markdown })).toBe("``` a``b ```");
  expect(render(asCode(foreign("`")), { surface: markdown })).toBe("`` ` ``");
  expect(render(asCode(foreign("x")), { surface: plainText })).toBe("x");
});
