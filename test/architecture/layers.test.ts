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

test("a row names rows above it only, so no room leads back to itself", async () => {
  const { layers } = await import("../../.dependency-cruiser.mjs");
  layers.forEach(({ name, may }, at) => {
    const above = layers.slice(0, at).map((layer) => layer.name);
    expect(above, name).toEqual(expect.arrayContaining(may.map((entry) => entry.replace(/ and$/, ""))));
  });
});

test("planted faults are reported, and what the tables allow is not", async () => {
  const faults = {
    // A cycle between types.
    "server/src/base/egg.ts": `import type { Hen } from "./hen.ts"; export interface Egg { laidBy: Hen }`,
    "server/src/base/hen.ts": `import type { Egg } from "./egg.ts"; export interface Hen { from: Egg }`,
    // An import of a higher layer, of a type only.
    "server/src/scim/low.ts": `import type { High } from "#model/high"; export type Low = High;`,
    "server/src/model/high.ts": `export type High = string;`,
    // The extension's first bundle reaches the engine; its commands may.
    "client/src/extension.ts": `import { open } from "#engine/open"; open();`,
    "client/src/commands/preview.ts": `import { open } from "#engine/open"; open();`,
    "server/src/engine/open.ts": `export function open() {}`,
    // A room of the extension leads back to one that is made of it, by a type.
    "client/src/connections/pick.ts": `import type { Session } from "../session.ts"; export type Picked = Session;`,
    "client/src/session.ts": `import type { Store } from "./connections/store.ts"; export type Session = Store;`,
    "client/src/connections/store.ts": `export type Store = string;`,
    // A room that no row knows.
    "server/src/corner/stray.ts": `import { open } from "../engine/open.ts"; open();`,
    // One editor ability imports another; a folder is one ability.
    "server/src/features/hover.ts": `import { complete } from "./completion/complete.ts"; complete();`,
    "server/src/features/completion/complete.ts": `import { rank } from "./rank.ts"; export const complete = rank;`,
    "server/src/features/completion/rank.ts": `export function rank() {}`,
    // Packages where no row allows them.
    "server/src/model/wrong.ts": `import { Lexer } from "chevrotain"; export const a = Lexer;`,
    "server/src/scim/filter/right.ts": `import { Lexer } from "chevrotain"; export const a = Lexer;`,
    "server/src/engine/stray.ts": `import { get } from "axios"; export const a = get;`,
    // Node's modules outside the hosts, and those that reach the network or start programs also inside.
    "server/src/engine/read.ts": `import { readFileSync } from "node:fs"; export const a = readFileSync;`,
    "server/src/lsp/server.ts": `import { stdin } from "node:process"; import { get } from "node:https"; export const a = [stdin, get];`,
    "server/src/node/https-transport.ts": `import { get } from "node:https"; export const a = get;`,
    "server/src/cli/run.ts": `import { spawn } from "node:child_process"; export const a = spawn;`,
  };
  const { violations } = await judgeFiles(faults, ["chevrotain", "axios"]);
  expect(violations).toEqual([
    "features are not siblings: server/src/features/hover.ts → server/src/features/completion/complete.ts",
    "layer client connections: client/src/connections/pick.ts → client/src/session.ts",
    "layer client: client/src/extension.ts → server/src/engine/open.ts",
    "layer scim: server/src/scim/low.ts → server/src/model/high.ts",
    "no cycles: server/src/base/egg.ts → server/src/base/hen.ts",
    "no network: server/src/lsp/server.ts → https",
    "no other program: server/src/cli/run.ts → child_process",
    "package chevrotain: server/src/model/wrong.ts → node_modules/chevrotain/index.js",
    "package node:: server/src/engine/read.ts → fs",
    "package without a row: server/src/engine/stray.ts → node_modules/axios/index.js",
    "room without a row: server/src/corner/stray.ts → server/src/engine/open.ts",
  ]);
});
