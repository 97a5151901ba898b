import { existsSync, globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Paths as documents write them: from the root of the repository, without what stands for a name still to be given (`NAME`, `CODE`, `…`). */
const paths = /(?<![\w./#-])(?:server|client|test|scripts|examples|syntaxes|docs|l10n|bench|\.ci)(?:\/[\w.-]+)+/g;

test.each(["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "docs/functions.md"])("every path that %s names exists", (document) => {
  const text = readFileSync(document, "utf8");
  const named = [...text.matchAll(paths)].map(([path]) => path.replace(/\/[^/]*\b(?:NAME|CODE)\b.*$/, "").replace(/\.$/, ""));
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

test("every file that README.md links to exists", () => {
  const linked = [...readFileSync("README.md", "utf8").matchAll(/\]\((?!https?:|#)([^)\s]+)\)/g)].flatMap(([, path]) => path ?? []);
  expect(linked.length).toBeGreaterThan(0);
  expect(linked.filter((path) => !existsSync(path))).toEqual([]);
});

test.each(["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md"])("every script that %s names is one", (document) => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { readonly scripts: Readonly<Record<string, string>> };
  const named = [...readFileSync(document, "utf8").matchAll(/\bnpm (?:run )?(start|test|(?<=run )[\w:]+)/g)].flatMap(
    ([, name]) => name ?? [],
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test("the rule that CONTRIBUTING.md shows is one of ours, letter by letter", () => {
  const [, shown = ""] = /^ {3}```ts\n(.*?)^ {3}```$/ms.exec(readFileSync("CONTRIBUTING.md", "utf8").split("## A rule")[1] ?? "") ?? [];
  expect(shown).not.toBe("");
  expect(readFileSync("server/src/analysis/rules/read-only-target.ts", "utf8")).toContain(shown.replaceAll(/^ {3}/gm, ""));
});

test("ARCHITECTURE.md has every layer of the table that has begun", async () => {
  const { layers } = await import("../../.dependency-cruiser.mjs");
  const text = readFileSync("ARCHITECTURE.md", "utf8");
  const serverLayers = layers
    .map(({ name }) => name)
    .filter((name) => !name.startsWith("client") && globSync(`server/src/${name}{.ts,/**/*.ts}`).length > 0);
  expect(serverLayers.length).toBeGreaterThan(15);
  for (const name of serverLayers) expect(text).toMatch(new RegExp(`\`server/src/${name}(\\.ts)?\``));
});

test("ARCHITECTURE.md has every room of the extension", async () => {
  const { layers } = await import("../../.dependency-cruiser.mjs");
  const text = readFileSync("ARCHITECTURE.md", "utf8");
  const rooms = layers.flatMap(({ path }) =>
    path.startsWith("^client/")
      ? path
          .slice(1)
          .replace(/\\/g, "")
          .replace(/[/$]+$/, "")
      : [],
  );
  expect(rooms.length).toBeGreaterThan(10);
  expect(rooms.filter((room) => !text.includes(`\`${room}\``))).toEqual([]);
});

test("every file that a mutation run leaves aside exists", () => {
  const text = readFileSync("scripts/mutate.mjs", "utf8");
  const [, list = ""] = /const elsewhere = \[(.*?)\];/s.exec(text) ?? [];
  const patterns = [...list.matchAll(/"([^"]+)"/g)].flatMap(([, pattern]) => pattern ?? []);
  expect(patterns.length).toBeGreaterThan(3);
  expect(patterns.filter((pattern) => globSync(pattern).length === 0)).toEqual([]);
});
