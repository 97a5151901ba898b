import { expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { DocumentStore } from "#workspace/documents";

const map = "map User -> User {\n  userName = [userPrincipalName]  match 1\n  displayName = ToUpper([displayName])\n}\n";

function findings(text: string): readonly string[] {
  const documents = new DocumentStore(() => new Date("2026-11-20T08:00:00Z"));
  documents.open("file:///a.scimmap", 1, "scimmap", text);
  const document = documents.get("file:///a.scimmap")!;
  for (const round = document.testRound(); round.next().done !== true;);
  return document.diagnostics().map(({ code, severity, place, message }) => `${place.line + 1} ${severity} ${code} ${inEnglish(message)}`);
}

test("an editor is told of a test that fails, at its head", () => {
  const given = 'given { userPrincipalName = "ada@contoso.com", displayName = "Ada" }';
  expect(findings(`${map}test "shouts" for User { ${given} expect create { displayName = "ADA" } }\n`)).toEqual([]);
  expect(findings(`${map}test "whispers" for User { ${given} expect create { displayName = "ada" } }\n`)).toEqual([
    expect.stringMatching(/^5 warning test-fails This test fails: 'displayName' was expected to be "ada", got "ADA"\./),
  ]);
});

test("files with more than a hundred tests leave them to the Test Explorer", () => {
  const failing = 'test "no" for User { given { userPrincipalName = "a@contoso.com" } expect skip }\n';
  expect(findings(map + failing)).toHaveLength(1);
  const many = Array.from({ length: 101 }, (_, index) => failing.replace("no", `no ${index}`)).join("");
  expect(findings(map + many)).toEqual([]);
});
