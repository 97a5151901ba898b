import { expect, test } from "vitest";
import { render } from "#base/render-sentence";
import type { Part } from "#base/sentence";
import { phrase } from "#base/sentence";
import { plainText } from "#base/surfaces";
import type { Command } from "#cli/command";
import { describe, overview } from "#cli/help";

const greet: Command = {
  name: "greet",
  summary: phrase("Greet somebody."),
  usage: "NAME [--loud]",
  options: [
    { name: "loud", description: phrase("Greet loudly.") },
    { name: "greeting", choices: ["hello", "moin"], description: phrase("What is said.") },
    { name: "times", value: "N", description: phrase("How often.") },
  ],
  formats: ["text", "json"],
  examples: ["scimmap greet Ada"],
  run: () => Promise.resolve(0),
};

function lines(parts: readonly Part[]): readonly string[] {
  return parts.map((part) => render(part, { surface: plainText }));
}

test("a command's help: what it is for, its usage, its options in columns and an example", () => {
  expect(lines(describe(greet))).toEqual([
    "Greet somebody.",
    "",
    "Usage: scimmap greet NAME [--loud]",
    "",
    "  --loud                 Greet loudly.",
    "  --greeting hello|moin  What is said.",
    "  --times N              How often.",
    "  --format text|json     How results are written; text if not said.",
    "  --locale en|ko|zh-TW   The language of what is written; the system's for text and English for other formats if not said.",
    "",
    "Example:",
    "  scimmap greet Ada",
  ]);
});

test("several examples are examples", () => {
  expect(lines(describe({ ...greet, examples: ["scimmap greet Ada", "scimmap greet -"] })).slice(-3)).toEqual([
    "Examples:",
    "  scimmap greet Ada",
    "  scimmap greet -",
  ]);
});

test("the list of commands leaves out those that are hidden", () => {
  const listed = lines(overview([greet, { ...greet, name: "go", summary: phrase("Leave.") }, { ...greet, name: "secret", hidden: true }]));
  expect(listed.slice(3, 6)).toEqual(["", "  greet  Greet somebody.", "  go     Leave."]);
  expect(listed.join("\n")).not.toContain("secret");
  expect(listed.at(-1)).toBe("Exit codes: 0 nothing to report, 1 findings, 2 could not run, 70 a mistake of scimmap itself.");
});
