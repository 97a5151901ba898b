import { describe, expect, test } from "vitest";
import { modelOf } from "#test/models";

const defaults = {
  tenantUrl: undefined,
  scope: "assigned",
  defaultAccess: "provision",
  defaultAccessStated: false,
  deletionThreshold: undefined,
  skipOutOfScopeDeletions: false,
};

/** The settings of a provision with these lines. */
function settingsOf(...lines: readonly string[]) {
  return modelOf(`provision "x" {\n${lines.join("\n")}\n}`).provision.settings;
}

describe("settings of a provision", () => {
  test("not written, they have their defaults", () => {
    expect(settingsOf()).toEqual(defaults);
    expect(modelOf("let a = [b]").provision).toEqual({ name: undefined, place: undefined, settings: defaults, environments: [] });
  });

  test("written, they are read", () => {
    expect(
      settingsOf(
        'tenantUrl "https://example.com/scim"',
        "scope all",
        "defaultAccess skip",
        "deletionThreshold 50",
        "skipOutOfScopeDeletions true",
        'notificationEmail "a@b"',
      ),
    ).toEqual({
      tenantUrl: "https://example.com/scim",
      scope: "all",
      defaultAccess: "skip",
      defaultAccessStated: true,
      deletionThreshold: 50,
      skipOutOfScopeDeletions: true,
    });
  });

  test.each([
    ["scope everyone", { scope: "assigned" }],
    ["scope assigned", { scope: "assigned" }],
    ['scope "all"', { scope: "all" }],
    ["scope", { scope: "assigned" }],
    ["deletionThreshold 0", { deletionThreshold: 0 }],
    ["deletionThreshold -1", { deletionThreshold: undefined }],
    ["deletionThreshold 2.5", { deletionThreshold: undefined }],
    ["deletionThreshold many", { deletionThreshold: undefined }],
    ['deletionThreshold "7"', { deletionThreshold: 7 }],
    ["skipOutOfScopeDeletions false", { skipOutOfScopeDeletions: false }],
    ["skipOutOfScopeDeletions yes", { skipOutOfScopeDeletions: false }],
    ['skipOutOfScopeDeletions "true"', { skipOutOfScopeDeletions: true }],
    ["defaultAccess provision", { defaultAccess: "provision", defaultAccessStated: true }],
    ["defaultAccess maybe", { defaultAccess: "provision", defaultAccessStated: false }],
    ["tenantUrl here", { tenantUrl: "here" }],
    ["tenantUrl 5", { tenantUrl: "5" }],
    ["tenantUrl", { tenantUrl: undefined }],
    // Names are case-sensitive.
    ["Scope all", { scope: "assigned" }],
  ])("%s", (line, expected) => {
    expect(settingsOf(line)).toEqual({ ...defaults, ...expected });
  });

  test("of two the later one counts", () => {
    expect(settingsOf("scope all", "scope assigned").scope).toBe("assigned");
    expect(settingsOf("deletionThreshold 5", "deletionThreshold 6").deletionThreshold).toBe(6);
  });

  test("without a word for it, default access is what the application's documentation says", () => {
    for (const connector of ["purecloud", "grouptalk", "ringcentral", "webex"]) {
      expect(settingsOf(`connector ${connector}`)).toMatchObject({ defaultAccess: "skip", defaultAccessStated: false });
    }
    expect(settingsOf("connector generic")).toMatchObject({ defaultAccess: "provision", defaultAccessStated: false });
    expect(settingsOf("connector grouptalk", "defaultAccess provision")).toMatchObject({
      defaultAccess: "provision",
      defaultAccessStated: true,
    });
  });
});

describe("the connector", () => {
  const connectorOf = (...lines: readonly string[]) => modelOf(`provision "x" {\n${lines.join("\n")}\n}`).connector.id;

  test.each([
    [["connector grouptalk"], "grouptalk"],
    [['connector "webex"'], "webex"],
    [["connector Grouptalk"], "generic"],
    [["connector nope"], "generic"],
    [["connector"], "generic"],
    [[], "generic"],
    [["connector webex", "connector purecloud"], "purecloud"],
  ])("%j: %s", (lines, expected) => {
    expect(connectorOf(...lines)).toBe(expected);
  });

  test("is the provision's alone: an environment cannot change it", () => {
    expect(connectorOf("connector webex", "environment e {", "connector purecloud", "}")).toBe("webex");
  });
});

describe("environments", () => {
  const { provision } = modelOf(`
    provision "App" {
      tenantUrl "https://example.com"
      scope all
      environment test {
        tenantUrl "http://127.0.0.1:8087"
        deletionThreshold 5
      }
      environment empty {
      }
      environment {
        scope assigned
      }
    }
  `);

  test("lay their settings over the provision's, which stay", () => {
    expect(provision.name).toBe("App");
    expect(provision.settings).toEqual({ ...defaults, tenantUrl: "https://example.com", scope: "all" });
    expect(provision.environments.map(({ name, settings }) => ({ name, ...settings }))).toEqual([
      { name: "test", ...defaults, tenantUrl: "http://127.0.0.1:8087", scope: "all", deletionThreshold: 5 },
      { name: "empty", ...defaults, tenantUrl: "https://example.com", scope: "all" },
    ]);
  });

  test("stand where they are written", () => {
    expect(provision.place).toMatchObject({ line: 0, column: 0 });
    expect(provision.environments.map(({ place }) => [place.line, place.column])).toEqual([
      [3, 2],
      [7, 2],
    ]);
  });
});
