import { inEnglish } from "#base/render-sentence";
import { expect, test } from "vitest";
import { runTests } from "#testing/run-tests";
import { actionsAt, applyAction, checkAction, selected } from "#test/actions";
import { snapshotOf } from "#test/features";
import { personOf } from "#test/live";

const titles = (marked: string): readonly string[] => actionsAt(marked).map(({ title }) => inEnglish(title));
const inMap = (line: string): string => `map User -> User {\n  ${line}\n}\n`;

test("a selected expression becomes a let above the map, and above the map's comments", () => {
  checkAction(
    `
    use "names.scimmap"

    // People.
    map User -> User {
      displayName  = ToUpper($0Join(" ", [givenName], [surname])$0)  match 1 // shown
    }
    `,
    "Extract Join(…) to a let",
    `
    use "names.scimmap"

    let displayNameValue = Join(" ", [givenName], [surname])

    // People.
    map User -> User {
      displayName  = ToUpper([displayNameValue])  match 1 // shown
    }
    `,
  );
});

test("at a mere cursor the innermost call around it is extracted, with all its lines and comments", () => {
  checkAction(
    `
    map User -> User {
      emails[type eq "work"].value = Join(" ",
        Trim([mail]), // the address
        [sur$0name])
    }
    `,
    "Extract",
    `
    let emailsValue = Join(" ",
        Trim([mail]), // the address
        [surname])

    map User -> User {
      emails[type eq "work"].value = [emailsValue]
    }
    `,
  );
});

test("a part of a let becomes a let above it, under a name that is free", () => {
  checkAction(
    `
    let fullPart = "x"
    source User { fullPart2 string }
    // Both names.
    let full = Join("-", $0ToLower([givenName]) $0, [fullPart], [fullPart3])
    `,
    "Extract",
    `
    let fullPart = "x"
    source User { fullPart2 string }
    let fullPart4 = ToLower([givenName])
    // Both names.
    let full = Join("-", [fullPart4] , [fullPart], [fullPart3])
    `,
  );
});

test("what is no whole expression, or means nothing elsewhere, cannot be extracted", () => {
  expect(titles(inMap('active = IIF($0[mail] = "x"$0, "True", "False")'))).toEqual([]);
  expect(titles(inMap('title = InStr([mail], "@", 1, $0vbTextCompare$0)'))).toEqual([]);
  expect(titles(inMap('title = Join(" ", $0[mail], [surname]$0)'))).toEqual([]);
  expect(titles(inMap("$0title$0 = [mail]"))).toEqual([]);
  expect(titles(inMap("title = $0Trim([mail]$0"))).not.toContain("Extract");
});

test("one reference of a let is inlined, or all, and then the declaration goes with its gap", () => {
  const marked = `
    let a = Trim([mail])

    let b = Append([a], "x") // twice

    map User -> User {
      userName  = [$0b]
      title     = ToLower([B])
    }
    `;
  checkAction(
    marked,
    "Inline let 'b' here",
    `
    let a = Trim([mail])

    let b = Append([a], "x") // twice

    map User -> User {
      userName  = Append([a], "x")
      title     = ToLower([B])
    }
    `,
  );
  checkAction(
    marked,
    "Inline let 'b' everywhere and remove it",
    `
    let a = Trim([mail])

    // twice

    map User -> User {
      userName  = Append([a], "x")
      title     = ToLower(Append([a], "x"))
    }
    `,
  );
  checkAction(
    marked.replace("$0", "").replace("let a", "let a$0"),
    "Inline let 'a' everywhere and remove it",
    `
    let b = Append(Trim([mail]), "x") // twice

    map User -> User {
      userName  = [b]
      title     = ToLower([B])
    }
    `,
  );
});

test("a let that other files or a broken statement may use stays", () => {
  checkAction("let a = [mail]\nlet b = Trim([a$0])\n", "everywhere in this file", "let a = [mail]\nlet b = Trim([mail])\n");
  checkAction(
    inMap('title = ([a] "x"\n  nickName = [$0a]') + "let a = [mail]\n",
    "everywhere in this file",
    inMap('title = ([a] "x"\n  nickName = [mail]') + "let a = [mail]\n",
  );
});

test("a let that is declared twice, is a bare word, refers to itself or stands elsewhere cannot be inlined", () => {
  expect(titles("let a = [mail]\nlet a = [surname]\n" + inMap("title = [$0a]"))).toEqual([]);
  expect(titles("let a = none\n" + inMap("title = [$0a]"))).toEqual([]);
  expect(titles("let a = Trim([b])\nlet b = [a]\n" + inMap("title = [$0a]"))).toEqual([]);
  expect(titles(inMap("title = [$0mail]"))).toEqual([]);
});

test("a misspelt name is changed to the nearest one", () => {
  checkAction(inMap("userNam$0 = [mail]"), "Change to userName", inMap("userName = [mail]"));
  checkAction(inMap("userName = ToLowr$0([mail])"), "Change to ToLower", inMap("userName = ToLower([mail])"));
  checkAction(inMap("userName = tolower$0([mail])"), "Change to ToLower", inMap("userName = ToLower([mail])"));
  checkAction(inMap("userName = [mial$0]"), "Change to mail", inMap("userName = [mail]"));
  checkAction(inMap("name.givnName$0 = [mail]"), "Change to givenName", inMap("name.givenName = [mail]"));
  checkAction(inMap("enterprize$0:department = [mail]"), "Change to enterprise", inMap("enterprise:department = [mail]"));
  checkAction(
    "let login = [mail]\n" + inMap("userName = [lgoin$0]"),
    "Change to login",
    "let login = [mail]\n" + inMap("userName = [login]"),
  );
  checkAction(
    'provision "A" {\n  tenantUri$0 "https://a.example"\n}\n',
    "Change to tenantUrl",
    'provision "A" {\n  tenantUrl "https://a.example"\n}\n',
  );
  checkAction('provision "A" {\n  connector groptalk$0\n}\n', "Change to grouptalk", 'provision "A" {\n  connector grouptalk\n}\n');
  checkAction("map User -> Usr$0 {\n}\n", "Change to User", "map User -> User {\n}\n");
});

test("a fix is offered only where its finding stands", () => {
  expect(titles("map User -> User {\n  userNam = [mail]\n  title = [surn$0ame]\n}\n")).toEqual([]);
});

test("characters that only look right are changed to the right ones", () => {
  checkAction(inMap("title = “say ‘a’ \\“$0”"), 'Change to "', inMap('title = "say ‘a’ \\“"'));
  checkAction(inMap("title = Trim（$0[mail])"), "Change to (", inMap("title = Trim([mail])"));
});

const ada = personOf({
  objectId: "ada-1",
  userPrincipalName: 'ada"x@contoso.com',
  givenName: "Ada",
  surname: "Lovelace",
  department: "Sales",
  accountEnabled: true,
  proxyAddresses: ["a", "b"],
  companyName: "two\nlines",
  city: "not read",
});

test("a test from the sample person gives what the mapping reads and expects what it yields", () => {
  const map = `
    schema x = urn:example:X:2.0:User { label string }
    let full = Join(" ", [givenName], [surname])
    map User -> User {
      where department eq "Sales"
      userName     = [userPrincipalName]  match 1
      externalId   = [employeeId]         match 2
      active       = Switch([IsSoftDeleted], , "False", "True", "True", "False")
      displayName  = [full]
      nickName     = Guid()
      title        = [jobTitle]  default "none"
      locale       = [companyName]
      x:label      = Item([proxyAddresses], 2)
      enterprise:employeeNumber = FormatDateTime(Now(), , "M/d/yyyy h:mm:ss tt", "yyyy")
    }
    `;
  const marked = map.replace("userName ", "user$0Name ");
  checkAction(
    marked,
    "Add a test from the sample person (Ada Lovelace)",
    `${map.trimEnd()}

    test "Ada Lovelace" for User {
      given {
        userPrincipalName  = "ada\\"x@contoso.com"
        employeeId         = null
        givenName          = "Ada"
        surname            = "Lovelace"
        proxyAddresses     = ["a", "b"]
        department         = "Sales"
        now                = "2026-11-20T08:00:00.000Z"
      }
      expect create {
        userName                   = "ada\\"x@contoso.com"
        active                     = true
        displayName                = "Ada Lovelace"
        title                      = "none"
        x:label                    = "b"
        enterprise:employeeNumber  = "2026"
      }
    }
    `,
    ada,
  );
});

const passing = (marked: string, person = ada): readonly string[] => {
  const action = actionsAt(marked, person).find(({ title }) => inEnglish(title).startsWith("Add a test"));
  if (action === undefined) throw new Error("No test is offered.");
  const { binding } = snapshotOf(applyAction(selected(marked).text, action));
  return runTests(binding(), { now: new Date("2026-11-20T08:00:00Z") }).map(({ result }) => `${result.name}: ${result.status}`);
};

test("roles are given by what flows of them, each once, and Default Access by its id", () => {
  const role = (appRoleId: string, appRoleValue: string, appRoleDisplayName: string) => ({ appRoleId, appRoleValue, appRoleDisplayName });
  const none = role("00000000-0000-0000-0000-000000000000", "", "User");
  const agent = role("r1", "agent.read", "Agents, reading");
  const person = personOf({ userPrincipalName: "ada@contoso.com", appRoleAssignments: [agent, none, agent] });
  const map = inMap("user$0Name = [userPrincipalName] match 1\n  title = SingleAppRoleAssignment([appRoleAssignments])");
  const action = actionsAt(map, person).find(({ title }) => inEnglish(title).startsWith("Add a test"));
  const text = applyAction(selected(map).text, action!);
  expect(text).toContain('appRoleAssignments  = ["agent.read", "00000000-0000-0000-0000-000000000000"]');
  expect(text).toContain('title     = "agent.read"');
  expect(passing(map, person)).toEqual(["Ada Lovelace: passed"]);
});

test("the test that is added passes, also for somebody who is skipped, and has a title of its own", () => {
  const map = inMap("user$0Name = [userPrincipalName] match 1\n  active = [accountEnabled]\n  manager = [manager]");
  expect(passing(map)).toEqual(["Ada Lovelace: passed"]);
  expect(passing(`test "Ada Lovelace" for User { given { userPrincipalName = "x" } expect create { } }\n${map}`)).toEqual([
    "Ada Lovelace: passed",
    "Ada Lovelace (2): passed",
  ]);
  expect(passing(map, personOf({ accountEnabled: false, userPrincipalName: "a" }))).toEqual(["Ada Lovelace: passed"]);
  expect(passing(map, personOf({ userPrincipalName: "a" }))).toEqual(["Ada Lovelace: passed"]);
  expect(passing(map, personOf({}))).toEqual(["Ada Lovelace: passed"]);
  expect(passing(inMap('where$0 department eq "Service"\n  userName = [mail] match 1'))).toEqual(["Ada Lovelace: passed"]);
});

test("no test is offered for a group in a map of people, nor where a brace is missing", () => {
  const added = (marked: string, person: typeof ada): boolean =>
    actionsAt(marked, person).some(({ title }) => inEnglish(title).startsWith("Add a test"));
  const map = inMap("user$0Name = [mail] match 1");
  expect([added(map, ada), added(map, personOf({}, "Group")), added(map.replace("}", ""), ada)]).toEqual([true, false, false]);
});
