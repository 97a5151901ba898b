import fc from "fast-check";
import { expect, test } from "vitest";
import { findJsonFault } from "#base/json-fault";
import { cases } from "#test/cases";

test.each([
  ["", 1, 1],
  ["{", 1, 2],
  ['{"a": 1,}', 1, 9],
  ["[1,\n  2 3]", 2, 5],
  ['{\r\n  "a": tru\r\n}', 2, 8],
  ['["a\nb"]', 1, 2],
  ["[1] 2", 1, 5],
  ["[01]", 1, 2],
  ["[1}", 1, 3],
  ["{'a': 1}", 1, 2],
])("%j is no JSON from line %i, column %i on", (text, line, column) => {
  expect(findJsonFault(text)).toMatchObject({ line, column });
});

test.each(["01", "1 2", '{"a" tru', "[1 2", "[tru]", '["a\n', '["\\x', "[-a", "[1.e", "{1", "]", "nul l", '[1, "'.replace('"', "'")])(
  "%j has a mistake in it, whatever would follow",
  (text) => {
    expect(findJsonFault(text)).toMatchObject({ cutOff: false });
  },
);

test("a text that ends anywhere in JSON is cut off", () => {
  const list = fc.json({ maxDepth: 3 }).map((json) => `{"a":[-1.5e+7,true,"\\u00e4\\n",${json}]}`);
  fc.assert(
    fc.property(list, fc.nat(), (json, at) => {
      expect(findJsonFault(json.slice(0, at % json.length))).toMatchObject({ cutOff: true });
    }),
    { numRuns: cases(500, 50_000) },
  );
});

test("a text of many megabytes in it is read", () => {
  expect(findJsonFault(`["${"a".repeat(30_000_000)}`)).toEqual({ line: 1, column: 2, cutOff: true });
});

test("a text has a fault exactly where the engine reads no JSON", () => {
  const broken = fc
    .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom(...'{}[],:"\\0a-.e \n\u0001'.split(""), "true", ""))
    .map(([json, at, put]) => {
      const offset = at % (json.length + 1);
      return json.slice(0, offset) + put + json.slice(offset + 1);
    });
  fc.assert(
    fc.property(fc.oneof(broken, fc.json(), fc.string()), (text) => {
      expect(findJsonFault(text) === undefined).toBe(isJson(text));
    }),
    { numRuns: cases(500, 50_000) },
  );
});

test("nesting without end is read", () => {
  expect(findJsonFault("[".repeat(200_000))).toEqual({ line: 1, column: 200_001, cutOff: true });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
