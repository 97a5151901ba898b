import { describe, expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { parse } from "#syntax/parse";
import { failingTests } from "#test/failing-tests";
import { dedent } from "#test/markers";
import { openSnapshot } from "#workspace/snapshot";

const file = "file:///mapping.scimmap";
const text = dedent(`
  map User -> User {
    userName     = [userPrincipalName]  match 1
    displayNam   = [displayName]
  }
  test "wrong" for User { given { userPrincipalName = "a@b" } expect skip }
`);

const now = new Date("2026-11-20T08:00:00Z");

const codes = (found: readonly { readonly code: string }[]) => found.map(({ code }) => code);

describe("a snapshot", () => {
  test("keeps what it found: asked again, it gives the same objects", () => {
    const snapshot = openSnapshot(parse(text), { file });
    expect(snapshot.binding()).toBe(snapshot.binding());
    expect(snapshot.diagnostics()).toBe(snapshot.diagnostics());
    expect(snapshot.binding().tree).toBe(snapshot.tree);
  });

  test("tells what is wrong apart from the tests that fail", () => {
    const snapshot = openSnapshot(parse(text), { file });
    expect(codes(snapshot.diagnostics())).toEqual(["unknown-attribute"]);
    expect(codes(failingTests(snapshot, now))).toEqual(["test-fails"]);
  });

  test("follows the settings of its rules", () => {
    const silent = { "unknown-attribute": "off", "test-fails": "off" } as const;
    const off = openSnapshot(parse(text), { file, rules: silent });
    expect([...off.diagnostics(), ...failingTests(off, now, silent)]).toEqual([]);
    const softer = { "unknown-attribute": "hint", "test-fails": "error" } as const;
    const hints = openSnapshot(parse(text), { file, rules: softer });
    expect([...hints.diagnostics(), ...failingTests(hints, now, softer)].map(({ severity }) => severity)).toEqual(["hint", "error"]);
  });

  test("knows what a connection test learnt of its target", () => {
    const published = {
      schemas: [
        {
          id: "urn:ietf:params:scim:schemas:core:2.0:User",
          name: "User",
          attributes: [{ name: "displayNam", type: "string" as const, multiValued: false }],
        },
      ],
      resourceTypes: [],
      filterable: [{ resourceType: "User", path: "userName", filterable: false }],
    };
    expect(codes(openSnapshot(parse(text), { file, target: published }).diagnostics())).toEqual(["match-not-filterable"]);
  });

  test("says of everything in which file it is", () => {
    const [first] = openSnapshot(parse(text), { file }).diagnostics();
    expect(first?.place.file).toEqual({ name: file });
  });
});

describe("tests of a document", () => {
  const failing = 'test "no" for User { given { userPrincipalName = "a@b" } expect skip }\n';
  const failuresOf = (count: number) => {
    const tests = Array.from({ length: count }, (_, index) => failing.replace("no", `no ${index}`)).join("");
    return failingTests(openSnapshot(parse(`map User -> User {\n  userName = [userPrincipalName] match 1\n}\n${tests}`), { file }), now);
  };

  test("are played up to a hundred", () => {
    expect(failuresOf(0)).toEqual([]);
    expect(failuresOf(1)).toHaveLength(1);
    expect(failuresOf(100)).toHaveLength(100);
    expect(failuresOf(101)).toEqual([]);
  });

  test("say what was expected, what came, and how much else differs", () => {
    const mapping = "map User -> User {\n  userName = [userPrincipalName] match 1\n  title = [jobTitle]\n  nickName = [givenName]\n}\n";
    const messages = (tests: string) =>
      failingTests(openSnapshot(parse(mapping + tests), { file }), now).map(({ message }) => inEnglish(message));
    const given = 'given { userPrincipalName = "a@b", jobTitle = "Chief", givenName = "Ada" }';
    expect(messages(`test "t" for User { ${given} expect create { title = "Boss" } }`)).toEqual([
      expect.stringMatching(/^This test fails: 'title' was expected to be "Boss", got "Chief"\./),
    ]);
    expect(messages(`test "t" for User { ${given} expect create { title = "Boss", nickName = "Eve", userName = "x" } }`)).toEqual([
      expect.stringMatching(/^This test fails: .* \(and 2 more\)$/),
    ]);
    expect(messages(`test "t" for User { ${given} expect skip }`)).toEqual([
      expect.stringMatching(/^This test fails: expected skip, got create\./),
    ]);
    expect(messages(`test "t" for User { ${given} expect create { title = "Chief" } }`)).toEqual([]);
  });
});
