import { expect, test } from "vitest";
import { foreign, own, personal, say } from "#base/sentence";
import { wordsIn } from "#test/extension";

const words = wordsIn("ko", { "Secret token of {0}": "{0}의 비밀 토큰", "$(person) {0}": "$(person) {0}" });

test("a sentence is read in the window's language, and in English where there is no translation", () => {
  expect(words.locale).toBe("ko");
  expect(words.label(say`Secret token of ${own("GroupTalk")}`)).toBe("GroupTalk의 비밀 토큰");
  expect(words.text(say`Secret token of ${own("GroupTalk")}`)).toBe("GroupTalk의 비밀 토큰");
  expect(words.message(say`Nobody translated ${own("this")}.`)).toBe("Nobody translated this.");
  expect(words.catalogue?.("Secret token of {0}")).toBe("{0}의 비밀 토큰");
});

test("no value makes a link of a notification, an icon of a label, or moves the cursor of a log", () => {
  const hostile = "[x](command:y) $(trash) \u001b[2J\u202e";
  expect(words.message(say`From ${foreign(hostile)}`)).toBe("From [x]\u2060(command:y) $(trash) \\u001b[2J\\u202e");
  expect(words.label(say`$(person) ${personal(hostile)}`)).toBe("$(person) [x]\u2060(command:y) $\u2060(trash) \\u001b[2J\\u202e");
  expect(words.text(foreign(hostile))).toBe("[x](command:y) $(trash) \\u001b[2J\\u202e");
});
