import { describe, expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { dedent } from "#test/markers";
import { aliasText, expressionText, mapLines } from "#test/models";
import { DocumentStore } from "#workspace/documents";
import type { DocumentSnapshot } from "#workspace/snapshot";

const uri = "file:///mapping.scimmap";
const text = dedent(`
  provision "App" {
    connector generic
  }
  schema gt = urn:example:gt:2.0:User {
    label string
  }
  source User {
    badge string
  }
  let first = Trim([givenName])
  let full = Join(" ", [first], [surname])
  map User -> User {
    userName = [mail] match 1
    displayName = [full]
    gt:label = [badge]
  }
  test "t" for User { given { mail = "a@b" } expect create { userName = "a@b" } }
`);

/** All that is known of a document, without places. */
function known(snapshot: DocumentSnapshot): unknown {
  const { model } = snapshot.binding();
  return {
    connector: model.connector.id,
    lets: model.lets.map(({ name, expression }) => `${name} = ${expressionText(expression)}`),
    aliases: model.aliases.map(aliasText),
    maps: model.maps.map(mapLines),
    tests: model.tests.map(({ name, resourceType }) => `${name} ${resourceType?.name ?? "unknown"}`),
    diagnostics: snapshot.diagnostics().map(({ code, place, message }) => `${place.line}:${place.column} ${code} ${inEnglish(message)}`),
  };
}

/** Replaces a text by another in an open document; what is known then must be what a fresh document knows. Gives its findings. */
function edited(...changes: readonly (readonly [string, string])[]): readonly string[] {
  const documents = new DocumentStore(() => new Date("2026-11-20T08:00:00Z"));
  documents.open(uri, 1, "scimmap", text);
  documents.get(uri)!.diagnostics();
  let now = text;
  for (const [index, [before, after]] of changes.entries()) {
    expect(now).toContain(before);
    now = now.replace(before, after);
    documents.edit(uri, index + 2, [{ text: now }]);
    documents.get(uri)!.diagnostics();
  }
  const fresh = new DocumentStore(() => new Date("2026-11-20T08:00:00Z"));
  fresh.open(uri, 1, "scimmap", now);
  expect(known(documents.get(uri)!.snapshot!)).toEqual(known(fresh.get(uri)!.snapshot!));
  return documents
    .get(uri)!
    .snapshot!.diagnostics()
    .map(({ code, place }) => `${place.line + 1} ${code}`);
}

describe("an edit of a declaration changes what others mean", () => {
  test.each<[string, [string, string], string[]]>([
    ["nothing but blanks", ["let first = Trim(", "let first =  Trim("], []],
    ["a let's expression", ["Trim([givenName])", "[first]"], []],
    ["a let's name", ["let first", "let forename"], ["11 unknown-source-attribute"]],
    ["a let removed", ["let first = Trim([givenName])\n", ""], ["10 unknown-source-attribute"]],
    ["a schema's alias", ["schema gt", "schema gx"], ["15 unknown-name"]],
    ["a schema's URN", ["urn:example:gt:2.0:User {", "urn:example:gt:2.0:Person {"], []],
    ["an attribute of a schema", ["label string", "lable string"], ["15 unknown-attribute"]],
    ["an attribute of a source", ["badge string", "bagde string"], ["15 unknown-source-attribute"]],
    ["the source's object type", ["source User", "source Group"], ["15 unknown-source-attribute"]],
    ["the connector", ["connector generic", "connector webex"], []],
    ["what a map leads to", ["map User -> User", "map User -> Group"], []],
    ["what a map reads", ["map User -> User", "map Group -> User"], []],
    ["what a test is for", ["for User", "for Group"], ["17 test-unknown-map"]],
  ])("%s", (_, change, expected) => {
    const found = edited(change);
    for (const finding of expected) expect(found).toContain(finding);
  });

  test("and an edit back makes all as it was", () => {
    expect(edited(["let first", "let forename"], ["let forename", "let first"])).toEqual([]);
    expect(edited(["label string", "lable string"], ["lable string", "label string"])).toEqual([]);
    expect(edited(["connector generic", "connector webex"], ["connector webex", "connector generic"])).toEqual([]);
  });

  test("several edits one after another", () => {
    expect(edited(["[badge]", "[bagde]"], ["let full", "let whole"], ["[full]", "[whole]"])).toEqual(["15 unknown-source-attribute"]);
  });
});

test("the document itself is right", () => {
  expect(edited()).toEqual([]);
});
