import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const config = readConfig("tsconfig.core.json");

test("the core is all of the server's source but the rooms and files that stand on Node", () => {
  const core = new Set(config.fileNames);
  const leftOut = globSync("server/src/**/*.ts").filter((file) => !core.has(resolve(file)));
  const hosts = leftOut.filter((file) => /^server\/src\/(files|node|sandbox|cli)\/|^server\/src\/main\.ts$/.test(file));
  expect(hosts.length).toBeGreaterThan(20);
  const others = leftOut.filter((file) => !hosts.includes(file));
  expect(others.filter((file) => !/from "(node:\w+|vscode-languageserver\/node)"/.test(readFileSync(file, "utf8")))).toEqual([]);
  expect(others.every((file) => file.startsWith("server/src/lsp/"))).toBe(true);
});

test("what only some hosts have is refused in the core", () => {
  const expressions = [
    "process.env.HOME",
    "Buffer.from('')",
    "setImmediate(String)",
    "require('fs')",
    "__dirname",
    "fetch('https://a.example')",
  ];
  const found = complaints(expressions.map((expression, at) => `export const planted${at} = ${expression};`).join("\n"));
  const named = found.map((complaint) => /^Cannot find name '(\w+)'/.exec(complaint)?.[1] ?? complaint);
  expect(named).toEqual(["process", "Buffer", "setImmediate", "require", "__dirname", "fetch"]);
});

test("what every host of the core has may be used", () => {
  const text = `
    export const host = URL.parse("https://example.com/")?.host;
    export const bytes = new TextEncoder().encode(btoa("text"));
    export const timer = setTimeout(() => undefined, 1);
  `;
  expect(complaints(text)).toEqual([]);
});

/** What the compiler says of a text that stands in a room of the core. */
function complaints(text: string): readonly string[] {
  const file = resolve("server/src/base/planted.ts");
  const host = ts.createCompilerHost(config.options);
  const onDisk = host.getSourceFile.bind(host);
  host.getSourceFile = (name, options) => (name === file ? ts.createSourceFile(name, text, options) : onDisk(name, options));
  host.fileExists = (name) => name === file || ts.sys.fileExists(name);
  const globals = config.fileNames.filter((name) => name.endsWith(".d.ts"));
  const program = ts.createProgram([file, ...globals], config.options, host);
  const found = ts.getPreEmitDiagnostics(program);
  return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

function readConfig(name: string): ts.ParsedCommandLine {
  const { config: json } = ts.readConfigFile(name, (file) => ts.sys.readFile(file)) as { config: unknown };
  return ts.parseJsonConfigFileContent(json, ts.sys, resolve("."), undefined, resolve(name));
}
