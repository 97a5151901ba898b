import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { openMapping } from "#engine/open-mapping";
import { runTests } from "#engine/run-tests";
import type { DifferenceCode, TestDifference, TestResult } from "#plan/test-report";
import type { JsonValue } from "#scim/resource";
import { cases } from "#test/cases";
import { planOne } from "#test/preview-scenario";

const NOW = new Date("2026-11-20T08:00:00Z");

const mapping = `
  where  "Sales"  department eq "Sales"

  userName                              = ToLower([userPrincipalName])  match 1
  emails[type eq "work"].value          = [mail]                        match 2
  active                                = Switch([IsSoftDeleted], , "False", "True", "True", "False")
  displayName                           = [displayName]   default "Nobody"
  locale                                = none            default "en"
  nickName                              = [mailNickname]  on create
  title                                 = IIF([jobTitle] = "-", IgnoreAttributeFlow, [jobTitle])
  preferredLanguage                     = FormatDateTime(Now(), , "M/d/yyyy h:mm:ss tt", "yyyy")
  roles                                 = AppRoleAssignmentsComplex([appRoleAssignments])
  enterprise:manager                    = [manager]
  timezone                              = Guid()`;

const sales = 'department = "Sales"';
const known = `${sales}, userPrincipalName = "Ada@example.com"`;

/** A result as people read it. */
interface ReadResult extends Omit<TestResult, "differences"> {
  readonly differences: readonly (Omit<TestDifference, "reason"> & { readonly reason: string })[];
}

/** Plays `given { … } expect …` against the mapping above, or another one. */
function play(
  given: string,
  expectation: string,
  more: { readonly map?: string; readonly settings?: string; readonly target?: string } = {},
): ReadResult {
  const { map = `map User -> User {\n${mapping}\n}`, settings = "", target = "User" } = more;
  const text = `provision "T" {\n${settings}\n}\n${map}\ntest "t" for ${target} {\n  given { ${given} }\n  expect ${expectation}\n}\n`;
  const { tests } = runTests(openMapping("t.scimmap", text), { now: NOW });
  expect(tests.length).toBe(1);
  const [result] = tests;
  return { ...result!, differences: result!.differences.map((difference) => ({ ...difference, reason: inEnglish(difference.reason) })) };
}

function actualAction(given: string, expectation: string, more: Parameters<typeof play>[2] = {}): JsonValue {
  const { status, differences } = play(given, expectation, more);
  return status === "passed" ? expectation.split(" ")[0]! : (differences[0]?.actual ?? null);
}

describe("the word after expect fixes the history", () => {
  test.each([
    ["create", "in scope and unknown", known, "create {}", {}],
    ["skip", "out of scope and unknown", 'department = "Service"', "skip", {}],
    ["skip", "blocked and unknown", `${known}, accountEnabled = false`, "skip", {}],
    ["fail", "without a required value", sales, "fail", {}],
    [
      "fail",
      "with an error in an expression",
      known,
      "fail",
      { map: "map User -> User {\n  userName = Mid([userPrincipalName], 0, 1)  match 1\n}" },
    ],
    [
      "skip",
      "unknown where nothing is created",
      known,
      "skip",
      { map: "map User -> User {\n  actions update\n  userName = [userPrincipalName]  match 1\n}" },
    ],
    ["update", "in scope and managed", known, "update {}", {}],
    ["update", "managed, although nothing of it flows", sales, "update {}", {}],
    ["disable", "blocked and managed", `${known}, accountEnabled = false`, "disable", {}],
    ["disable", "out of scope and managed", 'department = "Service"', "disable", {}],
    ["disable", "IsSoftDeleted given", `${known}, IsSoftDeleted = true`, "disable", {}],
    ["disable", "in the recycle bin", `${known}, deletedDateTime = "2026-11-01T00:00:00Z"`, "disable", {}],
    ["none", "left alone by a setting", 'department = "Service"', "none", { settings: "  skipOutOfScopeDeletions true" }],
    [
      "none",
      "left alone, because no mapping uses IsSoftDeleted",
      'department = "Service"',
      "none",
      { map: 'map User -> User {\n  where "S" department eq "Sales"\n  userName = [userPrincipalName]  match 1\n}' },
    ],
  ] as const)("%s: %s", (_, __, given, expectation, more) => {
    expect(play(given, expectation, more)).toMatchObject({ status: "passed", differences: [] });
  });

  test.each([
    ["a managed person in scope is not left alone", known, "none", "update"],
    ["a managed person in scope is not disabled", known, "disable", "update"],
    ["an unknown person in scope is not skipped", known, "skip", "create"],
    ["a managed person who is blocked is not updated", `${known}, accountEnabled = false`, "update {}", "disable"],
    ["an unknown person who is blocked is not created", `${known}, accountEnabled = false`, "create {}", "skip"],
  ])("%s", (_, given, expectation, actual) => {
    expect(actualAction(given, expectation)).toBe(actual);
  });

  test("a mapping without update skips a managed person", () => {
    const map = "map User -> User {\n  actions create\n  userName = [userPrincipalName]  match 1\n}";
    expect(actualAction(known, "update {}", { map })).toBe("skip");
  });
});

describe("the person", () => {
  test("is assigned, also where a role counts", () => {
    const map = "map User -> User {\n  userName = [userPrincipalName]  match 1\n  title = SingleAppRoleAssignment([appRoleAssignments])\n}";
    expect(
      play(`${known}, appRoleAssignments = ["Agent"]`, 'create { title = "Agent" }', { map, settings: "  scope assigned" }).status,
    ).toBe("passed");
  });

  test("is enabled unless given otherwise, in any spelling", () => {
    const map = "map User -> User {\n  userName = [userPrincipalName]  match 1\n  active = [accountEnabled]\n}";
    expect(play(known, "create { active = true }", { map }).status).toBe("passed");
    expect(play(`${known}, AccountEnabled = false`, "skip", { map }).status).toBe("passed");
  });

  test("has the clock that 'now' sets; without it, that of the host", () => {
    expect(play(`${known}, now = "2031-02-03T04:05:06Z"`, 'create { preferredLanguage = "2031" }').status).toBe("passed");
    expect(play(known, 'create { preferredLanguage = "2026" }').status).toBe("passed");
    expect(play(`${known}, now = "soon"`, "create {}")).toMatchObject({
      status: "error",
      differences: [{ reason: expect.stringContaining("no ISO 8601 time") as string }],
    });
  });
});

describe("matching is not played", () => {
  const map =
    'map User -> User {\n  externalId = Coalesce([employeeId], [mail])  match 1\n  displayName = [displayName]  match 2\n  userName = "x"\n}';

  test("a matching value nobody speaks of does not skip", () => {
    expect(play("", "create {}", { map }).status).toBe("passed");
    expect(play("", "update {}", { map }).status).toBe("passed");
    expect(play("employeeId = null, mail = null", "create {}", { map }).status).toBe("passed");
  });

  test("matching values given as null do", () => {
    const given = "employeeId = null, mail = null, displayName = null";
    expect(play(given, "skip", { map }).status).toBe("passed");
    expect(actualAction(given, "update {}", { map })).toBe("skip");
    expect(play(given.replace("displayName = null", 'displayName = "Ada"'), "create {}", { map }).status).toBe("passed");
  });
});

describe("values", () => {
  test.each([
    ["equal as written", known, 'create { userName = "ada@example.com" }'],
    ["converted to the target's type", known, "create { active = true }"],
    ["also where Entra's text is written", known, 'create { active = "True" }'],
    ["a default on create", known, 'create { displayName = "Nobody" }'],
    ["no default on update", known, "update { displayName = null }"],
    ["none with a default on create", known, 'create { locale = "en" }'],
    ["none with a default, where the account differs already", known, "update { locale = null }"],
    ["on create flows when the object is created", `${known}, mailNickname = "ada"`, 'create { nickName = "ada" }'],
    ["and not on update", `${known}, mailNickname = "ada"`, "update { nickName = null }"],
    ["an ignored flow is nothing", `${known}, jobTitle = "-"`, "create { title = null }"],
    ["a missing source is nothing", known, "create { title = null }"],
    ["an empty text flows", `${known}, jobTitle = ""`, 'create { title = "" }'],
    ["an empty text flows on update", `${known}, jobTitle = ""`, 'update { title = "" }'],
    ["an active account stays active", known, "update { active = true }"],
    ["a reference is its source object id", `${known}, manager = "m1"`, 'create { enterprise:manager = "m1" }'],
    ["a reference on update", `${known}, manager = "m1"`, 'update { enterprise:manager = "m1" }'],
    ["several values in any order", `${known}, appRoleAssignments = ["a", "b"]`, 'create { roles = ["b", "a"] }'],
    ["several values on update", `${known}, appRoleAssignments = ["a", "b"]`, 'update { roles = ["a", "b"] }'],
    ["one of a multi-valued attribute", `${known}, appRoleAssignments = ["a"]`, 'create { roles = "a" }'],
    ["attributes that are not listed are free", known, 'update { userName = "ada@example.com" }'],
    ["no statement maps it, and nothing flows", known, "create { profileUrl = null }"],
  ])("%s", (_, given, expectation) => {
    expect(play(given, expectation)).toMatchObject({ status: "passed", differences: [] });
  });

  test.each([
    [
      "letter case counts",
      known,
      'create { userName = "Ada@example.com" }',
      "userName",
      "Ada@example.com",
      "ada@example.com",
      "Another value flows to 'userName' in line 8.",
    ],
    ["null is not the empty text", `${known}, jobTitle = ""`, "create { title = null }", "title", null, "", "A value flows to 'title'"],
    ["what cannot fit the type", known, 'create { active = "perhaps" }', "active", "perhaps", true, "'active' is of type boolean"],
    [
      "on create",
      `${known}, mailNickname = "ada"`,
      'update { nickName = "ada" }',
      "nickName",
      "ada",
      null,
      "flows only when the object is created",
    ],
    ["not mapped", known, 'create { profileUrl = "x" }', "profileUrl", "x", null, "No statement maps 'profileUrl'."],
    [
      "another reference",
      `${known}, manager = "m1"`,
      'create { enterprise:manager = "m2" }',
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager",
      "m2",
      "m1",
      "Another value",
    ],
    ["a value too many", `${known}, appRoleAssignments = ["a", "b"]`, 'create { roles = "a" }', "roles", "a", ["a", "b"], "Another value"],
  ])("differ: %s", (_, given, expectation, attribute, expected, actual, reason) => {
    const { status, differences } = play(given, expectation);
    expect(status).toBe("failed");
    expect(differences).toMatchObject([{ attribute, expected, actual, line: 22, reason: expect.stringContaining(reason) as string }]);
  });

  test("no expectation holds for a value that only the real run knows, null included", () => {
    for (const value of ["null", '"x"']) {
      const { status, differences } = play(known, `create { timezone = ${value} }`);
      expect({ status, reasons: differences.map(({ reason }) => reason) }).toEqual({
        status: "failed",
        reasons: [expect.stringContaining("Guid() gives another value in every run.")],
      });
    }
  });

  test("members of a group are source object ids", () => {
    const map = "map Group -> Group {\n  displayName = [displayName]  match 1\n  members = [members]\n}";
    for (const word of ["create", "update"])
      expect(
        play('displayName = "Desk", members = ["u2", "u1"]', `${word} { members = ["u1", "u2"] }`, { map, target: "Group" }).status,
      ).toBe("passed");
    expect(play('displayName = "Desk"', "create { members = null }", { map, target: "Group" }).status).toBe("passed");
  });

  test("a target in Entra's own words stays unknown", () => {
    const map = 'map User -> User {\n  userName = [userPrincipalName]  match 1\n  "urn:x:y" = [mail]\n}';
    expect(play(known, 'create { "urn:x:y" = "a" }', { map }).differences[0]?.reason).toContain("own target");
  });
});

describe("where the preview would say unknown, no expectation holds", () => {
  test.each(["create {}", "skip", "fail", "update {}", "disable", "none"])("expect %s", (expectation) => {
    const map = 'map User -> User {\n  where "Own" department "Own Operator" "x"\n  userName = [userPrincipalName]  match 1\n}';
    const { status, differences } = play(known, expectation, { map });
    expect(status).toBe("failed");
    expect(differences).toMatchObject([
      { attribute: "action", actual: "unknown", reason: expect.stringContaining(`Entra ID's own operator "Own Operator"`) as string },
    ]);
  });

  test("also for an unknown matching value", () => {
    const map = "map User -> User {\n  userName = Guid()  match 1\n}";
    expect(play("", "create {}", { map }).differences[0]).toMatchObject({
      actual: "unknown",
      reason: expect.stringContaining("matching value for 'userName'") as string,
    });
  });
});

describe("a test that cannot be played is an error, not a failure", () => {
  test.each([
    ["no map leads there", known, "create {}", { target: "Group" }, "No map leads to 'Group'"],
    ["nothing is expected", known, "", {}, "syntax error in line 22"],
    ["it cannot be read", `${known}, title = `, "create {}", {}, "syntax error in line 21"],
    ["an expectation cannot be read", known, "create { userName = = }", {}, "syntax error in line 22"],
  ])("%s", (_, given, expectation, more, reason) => {
    expect(play(given, expectation, more)).toMatchObject({
      status: "error",
      differences: [{ attribute: "action", actual: null, reason: expect.stringContaining(reason) as string }],
    });
  });
});

const differences: readonly (readonly [DifferenceCode, string, string, string, string?])[] = [
  ["another-action", known, "skip", "No account at the target matches. \\(line \\d+\\)"],
  ["another-value", known, 'create { displayName = "Ada" }', "Another value flows to 'displayName' in line \\d+."],
  ["value-flows", known, "create { displayName = null }", "A value flows to 'displayName' in line \\d+."],
  ["nothing-flows", known, 'create { title = "x" }', "Nothing flows to 'title' in line \\d+: it has no value."],
  [
    "nothing-flows",
    `${known}, jobTitle = "-"`,
    'create { title = "x" }',
    "Nothing flows to 'title' .*: it is ignored \\(IgnoreAttributeFlow\\).",
  ],
  ["nothing-flows", known, 'update { nickName = "x" }', "Nothing flows to 'nickName' .*: it flows only when the object is created."],
  ["value-does-not-fit", known, 'create { active = "perhaps" }', "No such value can flow to 'active' in line \\d+. .+"],
  ["unknown-value", known, 'create { timezone = "x" }', "What flows to 'timezone' in line \\d+ is unknown: .+"],
  ["not-mapped", known, 'create { profileUrl = "x" }', "No statement maps 'profileUrl'."],
  ["no-map", known, "create {}", "No map leads to 'Group', so there is nothing to test.", "Group"],
  ["not-a-time", `${known}, now = "soon"`, "create {}", "'now' is \"soon\", which is no ISO 8601 time. .+"],
  ["syntax-error", `${known}, title = `, "create {}", "The test cannot be read: there is a syntax error in line 21."],
];

test.each(differences.map(([code, given, expectation, reason, target = "User"]) => ({ code, given, expectation, reason, target })))(
  "$code: given { $given } expect $expectation",
  ({ code, given, expectation, reason, target }) => {
    const [difference] = play(given, expectation, { target }).differences;
    expect(difference?.code).toBe(code);
    expect(difference?.reason).toMatch(new RegExp(`^${reason}$`));
  },
);

test("the scope of the file counts: its settings, filters and Default Access", () => {
  const map = "map User -> User {\n  userName = [userPrincipalName]  match 1\n}";
  const given = `${known}, appRoleAssignments = ["Default Access"]`;
  expect(play(given, "skip", { map, settings: "  defaultAccess skip" }).status).toBe("passed");
  expect(play(given, "create {}", { map, settings: "  defaultAccess provision" }).status).toBe("passed");
});

test("where nobody said what Default Access means, the reason is that of a preview", async () => {
  const scenario = { mapping: "  userName = [userPrincipalName]  match 1", settings: '  connector "webex"\n  scope assigned' };
  const roles = ["Default Access"];
  const plan = await planOne({ ...scenario, users: [{ objectId: "u1", userPrincipalName: "ada@example.com", appRoleAssignments: roles }] });
  expect(plan.action).toBe("skip");
  const given = 'userPrincipalName = "ada@example.com", appRoleAssignments = ["Default Access"]';
  const map = `map User -> User {\n${scenario.mapping}\n}`;
  const { differences } = play(given, "create {}", { map, settings: scenario.settings });
  expect(differences.map(({ reason }) => reason)).toEqual([`${inEnglish(plan.reason)} (line 5)`]);
  expect(inEnglish(plan.reason)).toContain("The mapping does not say what to do: ");
});

const word = fc.constantFrom("", "a", "Zoë", "한글", "x y", 'q"q', "back\\slash", "1", "True");
const maybe = (values: fc.Arbitrary<JsonValue>): fc.Arbitrary<JsonValue> => fc.option(values, { nil: null });
const anybody = fc.record({
  objectId: fc.constant("u1"),
  accountEnabled: fc.constantFrom(true, true, true, false),
  department: maybe(fc.constantFrom("Sales", "Sales", "Sales", "Service")),
  userPrincipalName: maybe(fc.constantFrom("Ada@example.com", "bob@example.com")),
  mail: maybe(word),
  displayName: maybe(word),
  mailNickname: maybe(word),
  jobTitle: maybe(fc.oneof(word, fc.constant("-"))),
  appRoleAssignments: fc.array(fc.constantFrom("Agent", "Boss", "Default Access"), { minLength: 1, maxLength: 4 }),
});

const labels = [
  "userName",
  'emails[type eq "work"].value',
  "active",
  "displayName",
  "locale",
  "nickName",
  "title",
  "userType",
  "preferredLanguage",
  "roles",
];

/** Also what is read of the roles without any function over them. */
const readingRoles = `${mapping}\n  userType = Join("+", [appRoleAssignments])`;

test("a test sees for each attribute what the plan of a create holds, and the same action", async () => {
  await fc.assert(
    fc.asyncProperty(anybody, async (person) => {
      const plan = await planOne({ mapping: readingRoles, users: [person], history: "first" });
      const given = Object.entries(person)
        .map(([name, value]) => `${name} = ${literal(value)}`)
        .join(", ");
      const wrong = labels.map((label) => `${label} = "nothing like it"`).join("\n");
      const expectation = plan.action === "create" ? `create {\n${wrong}\n}` : plan.action;
      const { status, differences } = play(given, expectation, { map: `map User -> User {\n${readingRoles}\n}` });
      if (plan.action !== "create")
        expect({ action: plan.action, status, differences }).toEqual({ action: plan.action, status: "passed", differences: [] });
      else
        expect(differences.map(({ attribute, actual }) => [attribute, actual])).toEqual(
          labels.map((label) => [label, elements(plan.changes.find(({ attribute }) => attribute === label)?.new ?? null)]),
        );
    }),
    { numRuns: cases(120, 2000) },
  );
});

function literal(value: JsonValue): string {
  if (Array.isArray(value)) return `[${(value as readonly JsonValue[]).map(literal).join(", ")}]`;
  return typeof value === "string" ? `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"` : JSON.stringify(value);
}

/** Roles travel as objects; a test names them by their value. */
function elements(value: JsonValue): JsonValue {
  if (!Array.isArray(value)) return value;
  const values = (value as readonly { readonly value: JsonValue }[]).map((element) => element.value);
  return values.length === 1 ? values[0]! : values;
}
