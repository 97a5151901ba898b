import fc from "fast-check";
import { expect, test } from "vitest";
import type { LinePosition } from "#syntax/parse";
import { documentSymbols } from "#features/document-symbols";
import { DocumentStore } from "#workspace/documents";
import { cases } from "#test/cases";
import { editedLines } from "#test/edited-lines";
import { palette, soundTexts } from "#test/scimmap-texts";

const uri = "file:///mapping.scimmap";

function storeWith(text: string): DocumentStore {
  const documents = new DocumentStore(clock);
  documents.open(uri, 1, "scimmap", text);
  return documents;
}

function codesOf(documents: DocumentStore, of = uri): readonly string[] {
  return documents
    .get(of)!
    .diagnostics()
    .map(({ code }) => code);
}

const clock = (): Date => new Date("2026-11-20T08:00:00Z");

test("an edit replaces a range, which may begin and end in the middle of lines", () => {
  const lines = ["abc", "def", "ghi"];
  expect(editedLines(lines, { range: { start: { line: 0, character: 1 }, end: { line: 2, character: 2 } }, text: "X\nY" })).toEqual([
    "aX",
    "Yi",
  ]);
  expect(editedLines(lines, { range: { start: { line: 1, character: 3 }, end: { line: 1, character: 3 } }, text: "\r\n" })).toEqual([
    "abc",
    "def",
    "",
    "ghi",
  ]);
  expect(editedLines(lines, { range: { start: { line: 1, character: 99 }, end: { line: 99, character: 0 } }, text: "!" })).toEqual([
    "abc",
    "def!",
  ]);
  expect(editedLines(lines, { text: "new\ntext" })).toEqual(["new", "text"]);
});

test("positions count UTF-16 units", () => {
  const range = { start: { line: 0, character: 3 }, end: { line: 0, character: 4 } };
  expect(editedLines(["“😀x”"], { range, text: "y" })).toEqual(["“😀y”"]);
});

test("edits of one change count from the state that the one before leaves", () => {
  const documents = storeWith("one\ntwo");
  documents.edit(uri, 2, [
    { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: "zero\n" },
    { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } }, text: "1" },
  ]);
  expect(documents.get(uri)?.version).toBe(2);
  expect([...(documents.get(uri)?.lines ?? [])]).toEqual(["zero", "1", "two"]);
});

const statement = "map User -> User {\n  userNam = [mail]\n}\n";

test("rules of the editor change what is reported, the document stays", () => {
  const documents = storeWith(statement);
  expect(codesOf(documents)).toContain("unknown-attribute");
  documents.setRules(uri, { "unknown-attribute": "off" });
  expect(codesOf(documents)).not.toContain("unknown-attribute");
  documents.edit(uri, 2, [{ text: `${statement}\n` }]);
  expect(codesOf(documents)).not.toContain("unknown-attribute");
});

test("what a connection test learnt counts for documents that name its tenant URL, open now or later", () => {
  const text =
    'provision "A" {\n  tenantUrl "https://example.com/scim/"\n}\nmap User -> User {\n  userName = [mail] match 1\n  urn:example:A:2.0:User:badge = [mail]\n}\n';
  const documents = storeWith(text);
  expect(codesOf(documents)).toContain("unknown-schema");
  const schemas = [
    { id: "urn:example:A:2.0:User", name: "A", attributes: [{ name: "badge", type: "string" as const, multiValued: false }] },
  ];
  expect(documents.learn("https://example.com/scim", { schemas, resourceTypes: [], filterable: [] })).toEqual([uri]);
  expect(codesOf(documents)).not.toContain("unknown-schema");
  documents.open("untitled:other", 1, "scimmap", text);
  expect(codesOf(documents, "untitled:other")).not.toContain("unknown-schema");
  documents.open("untitled:elsewhere", 1, "scimmap", text.replace("example.com", "example.org"));
  expect(codesOf(documents, "untitled:elsewhere")).toContain("unknown-schema");
  // A later test that could not read the schemas takes nothing away.
  documents.learn("https://example.com/scim", { schemas: [], resourceTypes: [], filterable: [] });
  expect(codesOf(documents)).not.toContain("unknown-schema");
});

const user = 'use "shared files/names.scimmap"\nmap User -> User {\n  userName = [login] match 1\n}\n';

test("a used file is read relative to the document; what is open counts, saved or not", () => {
  const asked: string[] = [];
  const documents = new DocumentStore(clock, (file) => {
    asked.push(file);
    return "let login = [mail]\n";
  });
  documents.open("file:///folder/a.scimmap", 1, "scimmap", user);
  expect(codesOf(documents, "file:///folder/a.scimmap")).not.toContain("unknown-source-attribute");
  expect(asked).toEqual(["file:///folder/shared%20files/names.scimmap"]);
  expect(documents.open("file:///folder/shared%20files/names.scimmap", 1, "scimmap", "let other = [mail]\n")).toContain(
    "file:///folder/a.scimmap",
  );
  expect(codesOf(documents, "file:///folder/a.scimmap")).toContain("unknown-source-attribute");
  expect(asked).toHaveLength(1);
  expect(documents.close("file:///folder/shared%20files/names.scimmap")).toEqual(["file:///folder/a.scimmap"]);
  expect(codesOf(documents, "file:///folder/a.scimmap")).not.toContain("unknown-source-attribute");
});

test.each(["https://example.com/x.scimmap", "//server/share/x.scimmap", "file://server/share/x.scimmap", "\\\\server\\share\\x.scimmap"])(
  "nothing beyond this computer is read: %s",
  (name) => {
    const documents = new DocumentStore(clock, () => {
      throw new Error("read");
    });
    documents.open("file:///a.scimmap", 1, "scimmap", `use ${JSON.stringify(name)}\n`);
    expect(codesOf(documents, "file:///a.scimmap")).toEqual(["file-not-found"]);
  },
);

test("of a document that is no file nothing is said of what it uses", () => {
  const documents = new DocumentStore(clock, () => undefined);
  documents.open("untitled:Untitled-1", 1, "scimmap", user);
  expect(codesOf(documents, "untitled:Untitled-1")).not.toContain("file-not-found");
});

test("a text of filters is checked line by line and is no mapping", () => {
  const documents = new DocumentStore(clock);
  const text = ['userName eq "ada"', "// people", "", '  emails[type eq "work"].value', "userName eq", "name.givenName"].join("\n");
  documents.open("file:///a.scimfilter", 1, "scimfilter", text);
  const document = documents.get("file:///a.scimfilter")!;
  expect(document.snapshot).toBeUndefined();
  expect(document.diagnostics().map(({ place }) => place.line)).toEqual([4]);
});

test("what is not open has no edits and closes quietly", () => {
  const documents = new DocumentStore(clock);
  expect(documents.edit(uri, 2, [{ text: "x" }])).toEqual([]);
  expect(documents.get(uri)).toBeUndefined();
  expect(documents.close(uri)).toEqual([]);
  documents.setRules(uri, { syntax: "off" });
  expect(documents.uris()).toEqual([]);
});

test("opening, editing and closing name every document whose diagnostics may have changed", () => {
  const documents = new DocumentStore(clock, () => undefined);
  expect(documents.open("file:///plain.scimmap", 1, "scimmap", "let a = [b]")).toEqual(["file:///plain.scimmap"]);
  expect(documents.open("file:///user.scimmap", 1, "scimmap", 'use "names.scimmap"')).toEqual(["file:///user.scimmap"]);
  expect(documents.open("file:///filters.scimfilter", 1, "scimfilter", "a pr")).toEqual([
    "file:///filters.scimfilter",
    "file:///user.scimmap",
  ]);
  expect(documents.edit("file:///plain.scimmap", 2, [{ text: "let a = [c]" }])).toEqual(["file:///plain.scimmap", "file:///user.scimmap"]);
  expect(documents.filesChanged()).toEqual(["file:///user.scimmap"]);
  expect(documents.close("file:///plain.scimmap")).toEqual(["file:///user.scimmap"]);
  expect(documents.uris()).toEqual(["file:///user.scimmap", "file:///filters.scimfilter"]);
  expect(documents.close("file:///user.scimmap")).toEqual([]);
});

test("a file that changed on disk is read again", () => {
  let text = "let login = [mail]\n";
  const documents = new DocumentStore(clock, () => text);
  documents.open("file:///folder/a.scimmap", 1, "scimmap", user);
  expect(codesOf(documents, "file:///folder/a.scimmap")).not.toContain("unknown-source-attribute");
  text = "let other = [mail]\n";
  expect(documents.filesChanged()).toEqual(["file:///folder/a.scimmap"]);
  expect(codesOf(documents, "file:///folder/a.scimmap")).toContain("unknown-source-attribute");
});

test("an edit of a used file that is open shows in those that use it", () => {
  const documents = new DocumentStore(clock);
  const names = "file:///folder/shared%20files/names.scimmap";
  documents.open(names, 1, "scimmap", "let login = [mail]\n");
  documents.open("file:///folder/a.scimmap", 1, "scimmap", user);
  expect(codesOf(documents, "file:///folder/a.scimmap")).not.toContain("unknown-source-attribute");
  expect(documents.edit(names, 2, [{ text: "let other = [mail]\n" }])).toEqual([names, "file:///folder/a.scimmap"]);
  expect(codesOf(documents, "file:///folder/a.scimmap")).toContain("unknown-source-attribute");
});

test("a document keeps the version and the rules it was given last", () => {
  const documents = storeWith(statement);
  expect(documents.get(uri)).toMatchObject({ uri, version: 1, rules: {} });
  documents.setRules(uri, { syntax: "off" });
  expect(documents.get(uri)).toMatchObject({ version: 1, rules: { syntax: "off" } });
  documents.edit(uri, 7, [{ text: statement }]);
  expect(documents.get(uri)).toMatchObject({ version: 7, rules: { syntax: "off" } });
  documents.open(uri, 8, "scimmap", statement);
  expect(documents.get(uri)).toMatchObject({ version: 8, rules: {} });
});

test("a text of filters is edited like any other and heeds no rules", () => {
  const documents = new DocumentStore(clock);
  const filters = "file:///a.scimfilter";
  documents.open(filters, 1, "scimfilter", "userName eq\ntitle pr");
  expect(codesOf(documents, filters)).toEqual(["syntax"]);
  documents.setRules(filters, { syntax: "off" });
  expect(codesOf(documents, filters)).toEqual(["syntax"]);
  const end = { line: 0, character: 11 };
  expect(documents.edit(filters, 2, [{ range: { start: end, end }, text: ' "ada"' }])).toEqual([filters]);
  expect(documents.get(filters)).toMatchObject({ version: 2, lines: ['userName eq "ada"', "title pr"], snapshot: undefined });
  expect(codesOf(documents, filters)).toEqual([]);
  expect(documents.learn("https://example.com", { schemas: [], resourceTypes: [], filterable: [] })).toEqual([]);
});

// --- properties ----------------------------------------------------------------------------------------------------

const position: fc.Arbitrary<LinePosition> = fc.record({ line: fc.oneof(fc.nat(130), fc.nat(700)), character: fc.nat(90) });
const typed = fc.oneof(
  fc.constantFrom(...palette, "\n", " ", "", "{", "}", '"', "//", "\r\n"),
  fc.string({ unit: "binary", maxLength: 4 }),
);
const edit = fc.record({ a: position, b: position, text: typed }).map(({ a, b, text }) => {
  const inOrder = a.line < b.line || (a.line === b.line && a.character <= b.character);
  return {
    range: inOrder ? { start: a, end: { line: Math.min(b.line, a.line + 2), character: b.character } } : { start: b, end: b },
    text,
  };
});

/** Several hundred statements, so that lines and statements fill many chunks, with a sound mapping in their middle. */
const longTexts = soundTexts.map((text) => [lets("before", 300), text, lets("behind", 300)].join("\n"));

function lets(name: string, count: number): string {
  return Array.from({ length: count }, (_, index) => `let ${name}${index} = ToUpper([${index % 7 === 0 ? "mial" : "mail"}])`).join("\n");
}

test("after any edits, with what is found asked for after each, a document is what a fresh one with its text would be", () => {
  fc.assert(
    fc.property(fc.constantFrom(...soundTexts, ...longTexts), fc.array(edit, { minLength: 1, maxLength: 8 }), (text, edits) => {
      const documents = storeWith(text);
      edits.forEach((change, index) => {
        documents.edit(uri, index + 2, [change]);
        documents.get(uri)?.diagnostics();
      });
      const edited = documents.get(uri)!;
      const fresh = storeWith([...edited.lines].join("\n")).get(uri)!;
      expect([...edited.lines]).toEqual([...fresh.lines]);
      expect(edited.diagnostics()).toEqual(fresh.diagnostics());
      expect(documentSymbols(edited.snapshot!)).toEqual(documentSymbols(fresh.snapshot!));
    }),
    { numRuns: cases(80, 2000) },
  );
});
