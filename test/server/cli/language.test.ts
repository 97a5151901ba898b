import { expect, test } from "vitest";
import { languageOf, renderingOf } from "#cli/language";
import { inEnglish, render } from "#base/render-sentence";
import { foreign, say } from "#base/sentence";
import { call } from "#test/terminal";

const works = say`The connection works.`;
const korean = "연결이 작동합니다.";

function spoken(argv: readonly string[], env: Readonly<Record<string, string>>, format = "text"): string {
  return render(works, renderingOf(format, languageOf(argv, env)));
}

test.each([
  [["--locale", "ko"], {}],
  [["--locale=KO"], {}],
  [["check", "x", "--locale", "ko_KR", "--format", "text"], { LANG: "zh_TW.UTF-8" }],
  [[], { LC_ALL: "ko_KR.UTF-8", LC_MESSAGES: "en_US.UTF-8" }],
  [[], { LC_ALL: "", LC_MESSAGES: "ko_KR.UTF-8", LANG: "en_US.UTF-8" }],
  [[], { LANG: "ko_KR.UTF-8" }],
] as const)("Korean is spoken with %j and %j", (argv, env) => {
  expect(spoken(argv, env)).toBe(korean);
});

test.each([
  [[], {}],
  [[], { LANG: "C" }],
  [["--locale", "en"], { LANG: "ko_KR.UTF-8" }],
  [["--locale", "fr"], { LANG: "ko_KR.UTF-8" }],
  [["--", "--locale", "ko"], {}],
] as const)("English is spoken with %j and %j", (argv, env) => {
  expect(spoken(argv, env)).toBe(inEnglish(works));
});

test.each(["json", "ndjson", "sarif", "junit"])("%s is English unless a language is asked for by name", (format) => {
  expect(spoken([], { LANG: "ko_KR.UTF-8" }, format)).toBe(inEnglish(works));
  expect(spoken(["--locale", "ko"], {}, format)).toBe(korean);
});

test("each format has the surface that it needs", () => {
  const shown = (format: string): string => render(foreign("\u001b<a> [b] 5%\n"), renderingOf(format, languageOf([], {})));
  expect(shown("text")).toBe("\\u001b<a> [b] 5%\\u000a");
  expect(shown("github")).toBe("\\u001b<a> [b] 5%25\\u000a");
  expect(shown("junit")).toBe("\\u001b&#60;a&#62; [b] 5%\\u000a");
  expect(shown("sarif")).toBe("\\\\u001b<a> \\[b\\] 5%\\\\u000a");
  expect(shown("json")).toBe("\u001b<a> [b] 5%\n");
});

test("every command takes --locale and says so in its help", async () => {
  expect((await call(["filter", "id pr", "--locale", "zh-TW"])).exit).toBe(0);
  expect((await call(["filter", "--help"])).stdout).toContain("--locale en|ko|zh-TW");
  expect((await call(["filter", "id pr", "--locale"])).stderr).toBe(
    "scimmap: Option '--locale <value>' argument missing. See 'scimmap filter --help'.\n",
  );
});
