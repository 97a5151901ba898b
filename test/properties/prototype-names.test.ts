import { expect, test } from "vitest";
import { diagnose } from "#analysis/diagnose";
import { inEnglish } from "#base/render-sentence";
import { codeActions } from "#features/code-actions";
import { completions } from "#features/completion";
import { documentSymbols } from "#features/document-symbols";
import { hover } from "#features/hover";
import { inlayHints } from "#features/inlay-hints";
import { openMapping } from "#engine/open-mapping";
import { runTests } from "#engine/run-tests";
import { markdownOf, snapshotOf } from "#test/features";
import { personOf } from "#test/live";
import { call } from "#test/terminal";

/** What every object has by these names is no meaning of a word, no function, no rule of an application. */
const names = Object.getOwnPropertyNames(Object.prototype);
const now = new Date("2026-11-20T12:00:00Z");

/** The name wherever a mapping may have one. */
const textWith = (name: string): string => `use "${name}"
provision "${name}" {
  connector grouptalk
  ${name} "${name}"
  tenantUrl "${name}"
  scope ${name}
  environment ${name} {
    ${name} "${name}"
  }
}
schema ${name} "urn:${name}" {
  ${name} string
}
source User {
  ${name} string
}
let ${name} = ${name}([${name}], ${name})
map ${name} -> ${name} {
  ${name} = [${name}]
  actions ${name}
  where "${name}" ${name} eq "${name}"
}
map User -> User {
  actions create, ${name}
  userName = [userPrincipalName] match 1
  ${name} = ${name}([${name}], "${name}", ${name}) match ${name} default "${name}" on ${name}
  displayName = ${name}([mail])
  name.${name} = InStr([mail], "x", ${name})
  ${name}:${name} = [${name}]
  urn:${name}:${name} = ${name}
  emails[${name} eq "${name}"].${name} = IIF([mail] = "${name}", ${name}, [${name}])
  title = ${name}(
  where "${name}" ${name} ${name} "${name}"
}
test "${name}" for User {
  given {
    ${name} = "${name}"
    userPrincipalName = "a"
  }
  expect create {
    ${name} = "${name}"
  }
}
test "${name}" for ${name} {
  expect ${name}
}
`;

/** A function that is taken for a text or a sentence is found as one. */
function shown(value: unknown): string {
  return JSON.stringify([value], (_, member: unknown) => (typeof member === "function" ? String(member) : member));
}

const ada = personOf({ userPrincipalName: "ada@contoso.com" });

test.each(names)("'%s' is a name like any other, in every ability of the editor", (name) => {
  const snapshot = snapshotOf(textWith(name));
  const { tree } = snapshot;
  const said: string[] = [];
  const lines = [...tree.lines];
  for (const [line, text] of lines.entries()) {
    const ends = [...text.matchAll(new RegExp(name, "g"))].flatMap(({ index }) => [
      index,
      index + 2,
      index + name.length,
      index + name.length + 1,
    ]);
    for (const character of ends.filter((end) => end <= text.length)) {
      const at = { line, character };
      for (const person of [undefined, ada]) {
        const found = hover(snapshot, at, person);
        if (found !== undefined) said.push(markdownOf(found) ?? "");
      }
      for (const { label, documentation } of completions(snapshot, at)) said.push(label, shown(documentation()));
      for (const { edits } of codeActions({ snapshot, diagnostics: snapshot.diagnostics }, at, at, ada)) said.push(shown(edits()));
    }
  }
  const all = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
  said.push(shown([inlayHints(snapshot, all, ada), documentSymbols(snapshot)]));
  said.push(...diagnose(snapshot.binding()).map(({ message }) => inEnglish(message)));
  expect(said.length).toBeGreaterThan(100);
  expect(said.filter((text) => text.includes("native code"))).toEqual([]);
});

test.each(names)("'%s' is one for previews, tests and connectors, too", async (name) => {
  const mapping = openMapping("x.scimmap", textWith(name), { now });
  expect(() => runTests(mapping, { now, coverage: true })).not.toThrow();
  const given = JSON.stringify({ users: [{ objectId: name, userPrincipalName: name, [name]: name, department: name }], groups: [] });
  const run = await call(["explain", "examples/grouptalk.scimmap", "--source", "-", "--person", name], { stdin: given });
  expect(run).toMatchObject({ exit: 0 });
  expect(run.stdout).not.toMatch(/native code/);
  for (const argv of [
    ["evaluate", `${name}([${name}], ${name})`],
    ["filter", `${name} eq "${name}"`, "--resource", name],
    ["filter", "--path", `${name}[${name} pr].${name}`, "--resource", "User"],
    ["sandbox", "--connector", name],
  ]) {
    const { exit, stdout, stderr } = await call(argv);
    expect([0, 1, 2]).toContain(exit);
    expect(stdout + stderr).not.toMatch(/native code/);
  }
});
