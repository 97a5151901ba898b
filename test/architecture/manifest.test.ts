import { existsSync, globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Manifest {
  readonly imports: Readonly<Record<string, string>>;
  readonly categories: readonly string[];
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;

test("every short name of an import leads to files that exist", () => {
  for (const [name, pattern] of Object.entries(manifest.imports))
    expect(globSync(pattern.replace("*", "**/*")).length, name).toBeGreaterThan(0);
});

test("the categories are those of what is there", () => {
  expect(manifest.categories.includes("Formatters")).toBe(existsSync("server/src/formatting"));
  expect(manifest.categories).toContain("Programming Languages");
});
