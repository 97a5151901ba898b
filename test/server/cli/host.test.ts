import { expect, test } from "vitest";
import { readAll, readLines } from "#cli/host";
import type { Input } from "#cli/host";

async function* pieces(...parts: readonly (string | Uint8Array)[]): AsyncGenerator<string | Uint8Array> {
  yield* parts;
}

async function lines(input: Input): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const line of readLines(input)) found.push(line);
  return found;
}

const bytes = new TextEncoder().encode("é한🙂\n");

test("a character that two pieces share is read whole", async () => {
  for (let at = 0; at <= bytes.length; at++) {
    expect(await readAll(pieces(bytes.subarray(0, at), bytes.subarray(at)))).toBe("é한🙂\n");
    expect(await lines(pieces(bytes.subarray(0, at), bytes.subarray(at)))).toEqual(["é한🙂"]);
  }
});

test.each([
  [[], []],
  [[""], []],
  [["a"], ["a"]],
  [["a\n"], ["a"]],
  [["a\n\n"], ["a", ""]],
  [["a\r\nb\r\n"], ["a", "b"]],
  [
    ["a\r", "\nb"],
    ["a", "b"],
  ],
  [
    ["a", "b\nc"],
    ["ab", "c"],
  ],
])("the lines of %j are %j", async (parts, expected) => {
  expect(await lines(pieces(...parts))).toEqual(expected);
});

test("a line is there as soon as it has ended", async () => {
  async function* endless(): AsyncGenerator<string> {
    yield "first\nsec";
    throw new Error("Nobody should have asked for more.");
  }
  const reader = readLines(endless());
  expect(await reader.next()).toEqual({ done: false, value: "first" });
});
