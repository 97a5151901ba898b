import { expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { openMapping } from "#engine/open-mapping";

const shared =
  'schema gt = urn:example:params:scim:schemas:extension:App:2.0:User {\n  label string\n}\nlet fullName = Join(" ", [givenName], [surname])\n';
const main =
  'use "shared.scimmap"\nmap User -> User {\n  userName = [userPrincipalName] match 1\n  gt:label = [fullName]\n  gt:lable = [fullName]\n}\n';

test("schemas and lets of a used file are known", () => {
  const { diagnostics, model } = openMapping("main.scimmap", main, {
    readUsed: (_from, name) => (name === "shared.scimmap" ? { file: name, text: shared } : undefined),
  });
  expect(diagnostics.map(({ code, message }) => [code, inEnglish(message)])).toEqual([
    [
      "unknown-attribute",
      "'lable' is no attribute of the schema gt (urn:example:params:scim:schemas:extension:App:2.0:User). Did you mean 'label'?",
    ],
  ]);
  const source = model.maps[0]?.attributes[1]?.source;
  const expression = source?.kind === "expression" ? source.expression : undefined;
  expect(expression?.kind === "attribute" && expression.definition?.expression()?.kind).toBe("call");
});

test("a used file that is not there is one error, and its names are not reported on top", () => {
  const { diagnostics } = openMapping("main.scimmap", main, { readUsed: () => undefined });
  expect(diagnostics.map(({ code, message }) => [code, inEnglish(message)])).toEqual([
    ["file-not-found", "There is no file 'shared.scimmap'. Its place counts from the folder of this file."],
  ]);
});

/** What is found in the first of these files, by the names that its `use` statements give them. */
function findingsIn(files: Readonly<Record<string, string>>, main: string): readonly string[] {
  const readUsed = (_from: string, name: string) => {
    const text = files[name.replace(/^\.\//, "")];
    return text === undefined ? undefined : { file: name, text };
  };
  const { diagnostics } = openMapping(main, files[main] ?? "", { readUsed });
  return diagnostics.map(({ code, message }) => `${code}: ${inEnglish(message)}`);
}

test("a file that leads back to the one that uses it is a cycle, however long the way", () => {
  const cycle = (name: string) => [`use-cycle: '${name}' uses this file in turn. Move what both need into a third file.`];
  expect(findingsIn({ a: 'use "a"\n' }, "a")).toEqual(cycle("a"));
  expect(findingsIn({ a: 'use "b"\nlet x = [mail]\n', b: 'use "a"\n' }, "a")).toEqual(cycle("b"));
  expect(findingsIn({ a: 'use "b"\n', b: 'use "c"\n', c: 'use "a"\n' }, "a")).toEqual(cycle("b"));
  expect(findingsIn({ a: 'use "./b"\n', b: 'use "./a"\n' }, "a")).toEqual(cycle("./b"));
});

test("a cycle behind a used file is said there, and the file's names are known here", () => {
  const files = { a: 'use "b"\nmap User -> User {\n  userName = [login] match 1\n}\n', b: 'use "c"\nlet login = [mail]\n', c: 'use "b"\n' };
  expect(findingsIn(files, "a")).toEqual([]);
  expect(findingsIn(files, "b")).toHaveLength(1);
  const diamond = { a: 'use "b"\nuse "c"\n', b: 'use "d"\n', c: 'use "d"\n', d: "let x = [mail]\n" };
  expect(findingsIn(diamond, "a")).toEqual([]);
});

test("each file is bound once, however many ways lead to it", () => {
  const layers = 14;
  const files = Object.fromEntries(
    Array.from({ length: layers }, (_, at) => {
      const uses = at === layers - 1 ? "" : `use "a${at + 1}"\nuse "b${at + 1}"\n`;
      return [
        [`a${at}`, `${uses}let a${at} = [mail]\n`],
        [`b${at}`, `${uses}let b${at} = [mail]\n`],
      ];
    }).flat(),
  ) as Record<string, string>;
  const asked: string[] = [];
  const readUsed = (_from: string, name: string) => {
    asked.push(name);
    return { file: name, text: files[name] ?? "" };
  };
  expect(openMapping("a0", files["a0"] ?? "", { readUsed }).diagnostics).toEqual([]);
  // Two names in each of the files below the first: as many as `use` statements, not as ways.
  expect(asked).toHaveLength(2 + (layers - 2) * 4);
});

test("more files than anybody uses, and files over more others, are not read", () => {
  const chain = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`f${at}`, `use "f${at + 1}"\nlet x${at} = [mail]\n`]));
  expect(findingsIn(chain, "f0")).toEqual([]);
  const many = { main: Array.from({ length: 70 }, (_, at) => `use "f${at}"\n`).join("") };
  const all = Object.fromEntries(Array.from({ length: 70 }, (_, at) => [`f${at}`, `let x${at} = [mail]\n`]));
  expect(findingsIn({ ...many, ...all }, "main")).toEqual(
    [64, 65, 66, 67, 68, 69].map(
      (at) => `too-large: 'f${at}' is not read: a mapping uses at most 64 files. Put what they declare into fewer.`,
    ),
  );
});

test("a place that is not beside the file is never read", () => {
  for (const name of ["/etc/hostname", "file:///etc/hostname", "C:/x", "\\\\\\\\server\\\\x", "a\\\\b"]) {
    const { diagnostics } = openMapping("main.scimmap", `use "${name}"\n`, {
      readUsed: () => {
        throw new Error("read");
      },
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(["file-not-found"]);
    expect(diagnostics.map(({ message }) => inEnglish(message)).join()).toMatch(/is no place beside this file\. Write how to get there/);
  }
});
