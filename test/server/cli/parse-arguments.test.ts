import { expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { phrase } from "#base/sentence";
import type { Command, Given } from "#cli/command";
import { parseArguments } from "#cli/parse-arguments";

const command: Command = {
  name: "greet",
  summary: phrase("Greet somebody."),
  usage: "NAME",
  options: [
    { name: "loud", description: phrase("Greet loudly.") },
    { name: "greeting", value: "WORD", choices: ["hello", "good evening"], description: phrase("What is said.") },
    { name: "times", value: "N", description: phrase("How often.") },
  ],
  formats: ["text", "json"],
  examples: ["scimmap greet Ada"],
  run: () => Promise.resolve(0),
};

function given(...argv: readonly string[]): Given {
  const parsed = parseArguments(command, argv);
  if (!parsed.ok) throw new Error(inEnglish(parsed.error));
  return parsed.value;
}

function mistake(...argv: readonly string[]): string {
  const parsed = parseArguments(command, argv);
  return parsed.ok ? "" : inEnglish(parsed.error);
}

test("options and positionals may stand in any order, values apart or joined by '='", () => {
  const read = given("Ada", "--times=3", "--loud", "Grace", "--greeting", "hello");
  expect({ positionals: read.positionals, format: read.format }).toEqual({ positionals: ["Ada", "Grace"], format: "text" });
  expect(["times", "greeting", "loud", "other"].map((name) => read.option(name))).toEqual(["3", "hello", undefined, undefined]);
  expect(["loud", "greeting"].map((name) => read.switchedOn(name))).toEqual([true, false]);
});

test("the first format is the default", () => {
  expect(given().format).toBe("text");
  expect(given("--format", "json").format).toBe("json");
});

test("a lone dash and what follows two dashes are positionals", () => {
  expect(given("-", "--", "--loud", "-x").positionals).toEqual(["-", "--loud", "-x"]);
});

test.each([
  [["--lod"], "Unknown option '--lod'. See 'scimmap greet --help'."],
  [["-x"], "Unknown option '-x'. See 'scimmap greet --help'."],
  [["--__proto__"], "Unknown option '--__proto__'. See 'scimmap greet --help'."],
  [["--constructor=1"], "Unknown option '--constructor'. See 'scimmap greet --help'."],
  [["--times"], "Option '--times <value>' argument missing. See 'scimmap greet --help'."],
  [["--times", "--loud"], "Option '--times' argument is ambiguous. See 'scimmap greet --help'."],
  [["--loud=yes"], "Option '--loud' does not take an argument. See 'scimmap greet --help'."],
  [["--greeting", "moin"], "'moin' is no value for --greeting. It takes hello or good evening."],
  [["--format", "yaml"], "'yaml' is no format of 'scimmap greet'. It takes text or json."],
])("%j is refused in one sentence", (argv, sentence) => {
  expect(mistake(...argv)).toBe(sentence);
});

test("a value that begins with a dash can be given with '='", () => {
  expect(given("--times=-3").option("times")).toBe("-3");
});

test("advice about a credential repeats the option's name and nothing of what follows it", () => {
  expect(mistake("--API-KEY=abc")).toMatch(/^--API-KEY is refused: /);
  expect(mistake("bearer abc")).toMatch(/^This argument is refused: /);
});
