import { describe, expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { openMapping } from "#engine/open-mapping";
import { dedent } from "#test/markers";
import { linesOf } from "#syntax/parse";

function found(text: string, rules?: Parameters<typeof openMapping>[2]) {
  return openMapping("main.scimmap", dedent(text), rules).diagnostics;
}

/** The text after the fix of every finding of a code that has one, the last one first so that places stay right. */
function fixed(text: string, code: string): string {
  const lines = linesOf(dedent(text));
  for (const { fix } of found(text)
    .filter((one) => one.code === code)
    .toReversed()) {
    if (fix === undefined) continue;
    const { start, end } = fix;
    const replaced = lines[start.line]!.slice(0, start.character) + fix.text + lines[end.line]!.slice(end.character);
    lines.splice(start.line, end.line - start.line + 1, replaced);
  }
  return lines.join("\n");
}

describe("findings", () => {
  const text = `
    map User -> User {
      userNam  = [mail2]  match 1
      titel    = Trimm([jobTitle])
    }
  `;

  test("stand in the order of the text, whichever rule found them", () => {
    expect(found(text).map(({ code, place }) => `${place.line}:${place.column} ${code}`)).toEqual([
      "0:0 required-not-mapped",
      "1:2 unknown-attribute",
      "1:14 unknown-source-attribute",
      "2:2 unknown-attribute",
      "2:13 unknown-function",
    ]);
  });

  test("say where they end", () => {
    expect(found(text).map(({ place, endLine, endColumn }) => [place.line, place.column, endLine, endColumn])).toEqual([
      [0, 0, 0, 16],
      [1, 2, 1, 9],
      [1, 14, 1, 19],
      [2, 2, 2, 7],
      [2, 13, 2, 18],
    ]);
  });

  test("point into the right line of a statement over several lines", () => {
    const [one] = found('map User -> User {\n  userName = Join("",\n    [mail],\n    Trimm([city])) match 1\n}');
    expect(one).toMatchObject({ code: "unknown-function", place: { line: 3, column: 4 }, endLine: 3, endColumn: 9 });
  });

  test("name the other statement they are about", () => {
    const [one] = found("map User -> User {\n  userName = [mail] match 1\n  title = [city]\n  title = [state]\n}");
    expect(one?.place).toMatchObject({ line: 3, column: 2 });
    expect(one?.related?.map(({ message, place }) => [inEnglish(message), place.line, place.column])).toEqual([
      ["The mapping before it.", 2, 2],
    ]);
    const tests = found('test "a" for User {\n}\ntest "a" for User {\n}').filter(({ code }) => code === "duplicate-test");
    expect(tests.map(({ related }) => related?.map(({ place }) => place.line))).toEqual([[0]]);
  });
});

describe("fixes", () => {
  test.each([
    ["unknown-attribute", "map User -> User {\n  userNam = [mail] match 1\n}", "map User -> User {\n  userName = [mail] match 1\n}"],
    ["unknown-sub-attribute", "map User -> User {\n  name.givenNam = [a]\n}", "map User -> User {\n  name.givenName = [a]\n}"],
    ["unknown-function", "let a = Jion([b])", "let a = Join([b])"],
    ["wrong-case", "let a = tolower([b])", "let a = ToLower([b])"],
    ["unknown-name", "let a = IgnoreAttributFlow", "let a = IgnoreAttributeFlow"],
    ["unknown-source-attribute", "let a = [jobTitel]", "let a = [jobTitle]"],
    ["unknown-source-attribute", 'let fullName = "x"\nlet a = [fullNam]', 'let fullName = "x"\nlet a = [fullName]'],
    ["unknown-connector", 'provision "x" {\n  connector grouptolk\n}', 'provision "x" {\n  connector grouptalk\n}'],
    ["unknown-setting", 'provision "x" {\n  scpe all\n}', 'provision "x" {\n  scope all\n}'],
    ["unknown-resource-type", "map User -> Usr {\n}", "map User -> User {\n}"],
    ["look-alike-character", "let a = Trim（“b”）", 'let a = Trim("b")'],
    ["test-unknown-map", 'map User -> User {\n}\ntest "t" for Usr {\n}', 'map User -> User {\n}\ntest "t" for User {\n}'],
    [
      "unknown-schema",
      "map User -> User {\n  urn:ietf:params:scim:schemas:extension:enterprise:2.0:Usr:division = [a]\n}",
      "map User -> User {\n  urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:division = [a]\n}",
    ],
  ])("of %s writes what was meant: %j", (code, text, expected) => {
    expect(fixed(text, code)).toBe(expected);
    expect(found(expected).filter((one) => one.code === code)).toEqual([]);
  });

  test("over several lines stand where the name stands", () => {
    expect(fixed('let a = Join("",\n  [b],\n  Trimm([c]))', "unknown-function")).toBe('let a = Join("",\n  [b],\n  Trim([c]))');
  });

  test("are not offered where nothing is near", () => {
    expect(found("let a = Abracadabra([b])").map(({ fix }) => fix)).toContain(undefined);
    expect(fixed("let a = Abracadabra([b])", "unknown-function")).toBe("let a = Abracadabra([b])");
  });
});

describe("settings of rules", () => {
  const text = "map User -> User {\n  userName = [mail2] match 1\n  titel = [city]\n}";
  const severities = (rules: Record<string, "error" | "warning" | "hint" | "off">) =>
    found(text, { rules }).map(({ code, severity }) => `${code} ${severity}`);

  test("change how severe a finding is, or silence it; others stay", () => {
    expect(severities({})).toEqual(["unknown-source-attribute warning", "unknown-attribute error"]);
    expect(severities({ "unknown-attribute": "hint" })).toEqual(["unknown-source-attribute warning", "unknown-attribute hint"]);
    expect(severities({ "unknown-attribute": "off" })).toEqual(["unknown-source-attribute warning"]);
    expect(severities({ "unknown-attribute": "off", "unknown-source-attribute": "error" })).toEqual(["unknown-source-attribute error"]);
    expect(severities({ nothing: "off" })).toHaveLength(2);
  });

  test("win over a severity that a rule chose itself", () => {
    const near = 'let fullName = "x"\nlet a = [fullNam]';
    expect(found(near).map(({ severity }) => severity)).toEqual(["error"]);
    expect(found(near, { rules: { "unknown-source-attribute": "hint" } }).map(({ severity }) => severity)).toEqual(["hint"]);
  });
});
