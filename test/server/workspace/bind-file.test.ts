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

test("files that use each other are told so and still open", () => {
  const { diagnostics } = openMapping("a.scimmap", 'use "b.scimmap"\nlet x = [mail]\n', {
    readUsed: () => ({ file: "b.scimmap", text: 'use "a.scimmap"\n' }),
  });
  expect(diagnostics).toEqual([]);
  const back = openMapping("a.scimmap", 'use "a.scimmap"\n', { readUsed: () => ({ file: "a.scimmap", text: "" }) });
  expect(back.diagnostics.map(({ code }) => code)).toEqual(["use-cycle"]);
});
