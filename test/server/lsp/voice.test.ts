import { expect, test } from "vitest";
import { foreign, own, personal, say } from "#base/sentence";
import { paragraph } from "#describe/block";
import { Voice } from "#lsp/voice";
import { pseudoCatalogue } from "#test/pseudo-locale";

const voice = (): Voice => new Voice((locale) => (locale === "ko" ? pseudoCatalogue : undefined));

test("English until the editor says otherwise, and for a language that nobody speaks", () => {
  const speaking = voice();
  expect(speaking.plain(say`no value`)).toBe("no value");
  speaking.speak("fr");
  expect(speaking.plain(say`no value`)).toBe("no value");
});

test.each(["ko", "ko_KR.UTF-8", "ko-KR"])("%s is Korean, for labels and descriptions alike", (tag) => {
  const speaking = voice();
  speaking.speak(tag);
  expect(speaking.plain(say`no value`)).toBe("⟦no value⟧");
  expect(speaking.markdown(paragraph(say`For ${personal("Ada")}.`))).toEqual({ kind: "markdown", value: "⟦For ⟧Ada⟦.⟧" });
});

test("a label makes visible what would hide, and has no markup", () => {
  expect(voice().plain(say`Change to ${foreign("a\u202eb\u0007*c*")}`)).toBe("Change to a\\u202eb\\u0007*c*");
  expect(voice().plain(own("[x](command:y)"))).toBe("[x](command:y)");
});
