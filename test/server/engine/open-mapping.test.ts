import { expect, test } from "vitest";
import { errorsOf, openMapping } from "#engine/open-mapping";

const text = 'map User -> User {\n  userName = [mail] match 1\n  userNme  = "x"\n}\n';

test("a mapping is opened with its model and what is wrong with it", () => {
  const opened = openMapping("x.scimmap", text);
  expect(opened).toMatchObject({ file: "x.scimmap", text });
  expect(opened.model.maps.map(({ source, target }) => `${source} -> ${target}`)).toEqual(["User -> User"]);
  expect(errorsOf(opened).map(({ code }) => code)).toEqual(["unknown-attribute"]);
  expect(opened.diagnostics).toEqual(expect.arrayContaining([...errorsOf(opened)]));
});

test("whatever the text is, there is a model", () => {
  for (const broken of ["", "}", "map", "\u0000\ud800", "provision {"]) expect(openMapping("x", broken).model.tests).toEqual([]);
});

test("levels of rules are the caller's", () => {
  expect(errorsOf(openMapping("x", text, { rules: { "unknown-attribute": "warning" } }))).toEqual([]);
  expect(openMapping("x", text, { rules: { "unknown-attribute": "off" } }).diagnostics.map(({ code }) => code)).not.toContain(
    "unknown-attribute",
  );
});

test("used files are what the caller reads", () => {
  const uses = 'use "shared"\nmap User -> User {\n  userName = [login] match 1\n}\n';
  const readUsed = (from: string, name: string): { file: string; text: string } => ({
    file: `${from}/${name}`,
    text: "let login = [mail]\n",
  });
  expect(errorsOf(openMapping("x", uses, { readUsed }))).toEqual([]);
  expect(errorsOf(openMapping("x", uses, { readUsed: () => undefined })).map(({ code }) => code)).toContain("file-not-found");
});

test("tests are run, at the time that is given", () => {
  const dated = `${text.replace("userNme", "nickName").replace('"x"', "Now()")}test "t" for User { given { mail = "a" } expect create { userName = "b" } }\n`;
  expect(openMapping("x", dated, { now: new Date("2026-11-20T12:00:00Z") }).diagnostics.map(({ code }) => code)).toContain("test-fails");
});
