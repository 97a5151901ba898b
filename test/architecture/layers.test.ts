import { globSync } from "node:fs";
import { expect, test } from "vitest";
import { judge, judgeFiles } from "#test/referee";

test("the tree keeps to the layers, and the referee read every source file", async () => {
  const { violations, read } = await judge(".", ["server", "client", "test"]);
  expect(violations).toEqual([]);
  const sources = globSync("{server,client}/src/**/*.ts").sort();
  expect(sources.length).toBeGreaterThan(20);
  expect(sources.filter((file) => !read.includes(file))).toEqual([]);
});

test("a cycle between types is reported", async () => {
  const { violations } = await judgeFiles({
    "server/src/base/egg.ts": `import type { Hen } from "./hen.ts"; export interface Egg { laidBy: Hen }`,
    "server/src/base/hen.ts": `import type { Egg } from "./egg.ts"; export interface Hen { from: Egg }`,
  });
  expect(violations).toContain("no cycles: server/src/base/egg.ts → server/src/base/hen.ts");
});

test("an import of a higher layer is reported, also of a type only", async () => {
  const { violations } = await judgeFiles({
    "server/src/scim/low.ts": `import type { High } from "#model/high"; export type Low = High;`,
    "server/src/model/high.ts": `export type High = string;`,
  });
  expect(violations).toEqual(["layer scim: server/src/scim/low.ts → server/src/model/high.ts"]);
});

test("the extension's first bundle may not reach the engine; its commands may", async () => {
  const { violations } = await judgeFiles({
    "client/src/extension.ts": `import { open } from "#engine/open"; open();`,
    "client/src/commands/preview.ts": `import { open } from "#engine/open"; open();`,
    "server/src/engine/open.ts": `export function open() {}`,
  });
  expect(violations).toEqual(["layer client: client/src/extension.ts → server/src/engine/open.ts"]);
});

test("one editor ability may not import another", async () => {
  const { violations } = await judgeFiles({
    "server/src/features/hover.ts": `import { complete } from "./completion/complete.ts"; complete();`,
    "server/src/features/completion/complete.ts": `import { rank } from "./rank.ts"; export const complete = rank;`,
    "server/src/features/completion/rank.ts": `export function rank() {}`,
  });
  expect(violations).toEqual(["features are not siblings: server/src/features/hover.ts → server/src/features/completion/complete.ts"]);
});

test("a package is reported where no row allows it", async () => {
  const { violations } = await judgeFiles(
    {
      "server/src/model/wrong.ts": `import { Lexer } from "chevrotain"; export const a = Lexer;`,
      "server/src/scim/filter/right.ts": `import { Lexer } from "chevrotain"; export const a = Lexer;`,
      "server/src/engine/stray.ts": `import { get } from "axios"; export const a = get;`,
    },
    ["chevrotain", "axios"],
  );
  expect(violations).toEqual([
    "package chevrotain: server/src/model/wrong.ts → node_modules/chevrotain/index.js",
    "package without a row: server/src/engine/stray.ts → node_modules/axios/index.js",
  ]);
});

test("Node's modules are reported outside the hosts, and those that reach the network also inside", async () => {
  const { violations } = await judgeFiles({
    "server/src/engine/read.ts": `import { readFileSync } from "node:fs"; export const a = readFileSync;`,
    "server/src/lsp/server.ts": `import { stdin } from "node:process"; import { get } from "node:https"; export const a = [stdin, get];`,
    "server/src/node/https-transport.ts": `import { get } from "node:https"; export const a = get;`,
    "server/src/cli/run.ts": `import { spawn } from "node:child_process"; export const a = spawn;`,
  });
  expect(violations).toEqual([
    "no network: server/src/lsp/server.ts → https",
    "no other program: server/src/cli/run.ts → child_process",
    "package node:: server/src/engine/read.ts → fs",
  ]);
});
