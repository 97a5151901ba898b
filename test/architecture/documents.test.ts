import { existsSync, globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

test.each(["ARCHITECTURE.md", "README.md"])("every path that %s names exists", (document) => {
  const text = readFileSync(document, "utf8");
  const named = [...text.matchAll(/`([\w.-]+(?:\/[\w.-]+)*)`/g)].map(([, path]) => path!);
  const linked = [...text.matchAll(/\]\((?!https?:|#)([^)\s]+)\)/g)].map(([, path]) => path!);
  const paths = [
    ...named.filter((path) => /^(server|client|test|scripts|examples|syntaxes|docs|\.ci)(\/|$)|^\.dependency/.test(path)),
    ...linked,
  ];
  expect(paths.length).toBeGreaterThan(3);
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
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
