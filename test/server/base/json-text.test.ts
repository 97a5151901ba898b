import { expect, test } from "vitest";
import { jsonText } from "#base/json-text";
import { visible } from "#base/surfaces";

const hostile = "\u001b[31m \u0085 \u009b2J \u202e \u2066 \u200b \u2028 \ud800 \u{e0041} \ufeff \u007f \r\n";

test("JSON text means what it meant, and holds no character that a terminal would act on", () => {
  for (const indent of [undefined, 2]) {
    const text = jsonText({ [hostile]: [hostile, { text: "한국어 繁體 🙂" }] }, indent);
    expect(JSON.parse(text)).toEqual({ [hostile]: [hostile, { text: "한국어 繁體 🙂" }] });
    expect(text.split("\n").map(visible).join("\n")).toBe(text);
    expect(text).toContain("한국어 繁體 🙂");
  }
});

test("the layout is that of JSON.stringify", () => {
  const value = { list: [1, null, true], text: 'quoted "here"', empty: {} };
  expect(jsonText(value, 2)).toBe(JSON.stringify(value, null, 2));
  expect(jsonText(value)).toBe(JSON.stringify(value));
});
