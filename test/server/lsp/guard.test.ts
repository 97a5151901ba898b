import { expect, test } from "vitest";
import type { RemoteConsole } from "vscode-languageserver";
import { guard } from "#lsp/guard";

test("a bug in an answer is logged once and becomes no answer", () => {
  const logged: string[] = [];
  const log = { error: (message: string) => void logged.push(message) } as RemoteConsole;
  const answer = guard(log, "hover", (n: number): number => {
    if (n === 0) throw new Error("boom");
    return n;
  });
  expect([answer(1), answer(0), answer(2)]).toEqual([1, null, 2]);
  expect(logged).toHaveLength(1);
  expect(logged[0]).toContain("hover failed: Error: boom");
});
