import { expect, test } from "vitest";
import { Listeners } from "#lsp/listeners";

test("whoever listens is told, in order, of everything after that", () => {
  const told: string[] = [];
  const listeners = new Listeners<string>();
  listeners.tell("nobody hears this");
  listeners.add((event) => told.push(`first: ${event}`));
  listeners.add((event) => told.push(`second: ${event}`));
  listeners.tell("a");
  listeners.tell("b");
  expect(told).toEqual(["first: a", "second: a", "first: b", "second: b"]);
});
