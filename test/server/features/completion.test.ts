import { inEnglish } from "#base/render-sentence";
import { expect, test } from "vitest";
import { bareWords, functions } from "#model/functions";
import { connectors } from "#model/connectors/index";
import { settings } from "#model/settings";
import { accept, checkCompletion, completionsAt, labelsAt } from "#test/features";

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const extension = "urn:ietf:params:scim:schemas:extension:grouptalk:2.0:User";
const grouptalk = `provision "GroupTalk" {\n  connector grouptalk\n}\nschema gt = ${extension}\n`;
const purecloud = 'provision "PureCloud" {\n  connector purecloud\n}\n';
const inMap = (line: string): string => `map User -> User {\n  ${line}\n}`;

// --- target attributes ---------------------------------------------------------------------------------------------

test("a statement of a map begins with what is required, then what the application lists in its order, ready with its filter", () => {
  expect(labelsAt(grouptalk + inMap("$0")).slice(0, 14)).toEqual([
    "userName",
    'phoneNumbers[type eq "mobile"].value',
    'emails[type eq "work"].value',
    "active",
    "name.givenName",
    "name.familyName",
    "externalId",
    "enterprise:costCenter",
    "enterprise:organization",
    "gt:label1",
    "gt:label2",
    "gt:label3",
    "gt:label4",
    "gt:label5",
  ]);
});

test.each(connectors.filter(({ resourceTypes }) => resourceTypes !== undefined).map((connector) => [connector.id, connector] as const))(
  "every row of the attribute tables of %s is offered, by its full path",
  (id, connector) => {
    for (const [type, { attributes }] of Object.entries(connector.resourceTypes ?? {})) {
      const labels = labelsAt(`provision "A" {\n  connector ${id}\n}\nmap ${type} -> ${type} {\n  $0\n}`);
      const plain = attributes.map(({ path }) => path.replace(`${enterprise}:`, "enterprise:"));
      expect(plain.filter((path) => !labels.includes(path))).toEqual([]);
    }
  },
);

test("an attribute that is mapped already comes last, one that the target assigns not at all", () => {
  const labels = labelsAt("map User -> User {\n  userName = [mail]\n  $0\n}");
  expect(labels.indexOf("userName")).toBeGreaterThan(labels.indexOf("enterprise:department"));
  expect(labels).not.toContain("id");
  expect(labels.some((label) => label.startsWith("meta"))).toBe(false);
});

test("without an application, elements of a list are offered with the canonical values of RFC 7643", () => {
  const labels = labelsAt(inMap("$0"));
  for (const type of ["work", "home", "other"]) expect(labels).toContain(`emails[type eq "${type}"].value`);
  expect(labels).toContain('addresses[type eq "work"].streetAddress');
  expect(labels).toContain("enterprise:manager");
  expect(labelsAt("map Group -> Group {\n  $0\n}")).toContain("members");
});

test("the word that is being typed is replaced, and nothing else", () => {
  expect(accept(inMap("user$0 = [mail]"), "userName")).toBe(inMap("userName = [mail]"));
  expect(accept(inMap("us$0er = [mail]"), "displayName")).toBe(inMap("displayName = [mail]"));
  expect(accept(inMap("$0 = [mail]"), "userName")).toBe(inMap("userName = [mail]"));
});

test("extension URNs, and behind their colon their attributes", () => {
  expect(labelsAt(inMap("urn$0"))).toContain(`${enterprise}:`);
  expect(labelsAt(grouptalk + inMap("urn:$0")).slice(0, 2)).toEqual([`${enterprise}:`, `${extension}:`]);
  expect(accept(inMap("urn:ietf:par$0"), `${enterprise}:`)).toBe(inMap(`${enterprise}:`));
  const names = ["employeeNumber", "costCenter", "organization", "division", "department", "manager"];
  expect(labelsAt(inMap(`${enterprise}:$0`)).toSorted()).toEqual(names.map((name) => `${enterprise}:${name}`).toSorted());
  expect(accept(inMap(`${enterprise}:dep$0 = [department]`), `${enterprise}:department`)).toBe(
    inMap(`${enterprise}:department = [department]`),
  );
  expect(labelsAt(grouptalk + inMap(`${extension}:$0`))).toEqual([1, 2, 3, 4, 5].map((n) => `${extension}:label${n}`));
});

test("short names, and behind their colon their attributes", () => {
  const labels = labelsAt(grouptalk + inMap("$0"));
  expect(labels).toContain("gt:");
  expect(labels).toContain("enterprise:");
  checkCompletion(
    grouptalk + inMap("gt:$0"),
    [1, 2, 3, 4, 5].map((n) => `gt:label${n}`),
  );
  expect(accept(grouptalk + inMap("gt:la$0 = [department]"), "gt:label3")).toBe(grouptalk + inMap("gt:label3 = [department]"));
  checkCompletion("schema own = urn:a:b:2.0:User {\n  one string\n  two string[]\n}\n" + inMap("own:$0"), ["own:one", "own:two"]);
});

test("attributes that a connection test learnt are offered", () => {
  const target = { schemas: [{ id: "urn:x:y:2.0:User", name: "Y", attributes: [{ name: "badge" }] }], resourceTypes: [], filterable: [] };
  expect(labelsAt(inMap("$0"), { target })).toContain("urn:x:y:2.0:User:badge");
});

test("sub-attributes behind a dot", () => {
  checkCompletion(inMap("name.$0 = [mail]"), ["formatted", "familyName", "givenName", "middleName", "honorificPrefix", "honorificSuffix"]);
  checkCompletion(inMap('emails[type eq "work"].$0'), ["value", "display", "type", "primary"]);
  checkCompletion(inMap("enterprise:manager.$0"), ["value", "$ref", "displayName"]);
  expect(accept(inMap("enterprise:manager.va$0 = [x]"), "value")).toBe(inMap("enterprise:manager.value = [x]"));
  expect(accept(inMap("name.gi$0 = [givenName]"), "givenName")).toBe(inMap("name.givenName = [givenName]"));
});

test("inside [ ]: whole selections, names of sub-attributes, operators that fit, canonical values", () => {
  checkCompletion(inMap("emails[$0]"), ['type eq "work"', 'type eq "home"', 'type eq "other"', "value", "display", "type", "primary"]);
  checkCompletion(inMap("emails[type $0]"), ["eq", "ne", "co", "sw", "ew", "pr"]);
  checkCompletion(inMap("emails[primary $0]"), ["eq", "ne", "pr"]);
  checkCompletion(inMap("emails[type eq $0]"), ['"work"', '"home"', '"other"']);
  checkCompletion(inMap("emails[primary eq $0]"), ["true", "false"]);
  checkCompletion(inMap('emails[type eq "work" $0]'), ["and", "or"]);
  expect(labelsAt(inMap('emails[type eq "work" and $0]'))).toContain("primary");
});

test("a canonical value gets the quotes that are missing", () => {
  const done = inMap('emails[type eq "work"].value = [mail]');
  expect(accept(inMap("emails[type eq $0].value = [mail]"), '"work"')).toBe(done);
  expect(accept(inMap('emails[type eq "$0"].value = [mail]'), "work")).toBe(done);
  expect(accept(inMap('emails[type eq "wo$0rk"].value = [mail]'), "home")).toBe(inMap('emails[type eq "home"].value = [mail]'));
  expect(accept(inMap('emails[type eq "wo$0].value = [mail]'), "work")).toBe(done);
});

test("the application's own values come in place of the standard's", () => {
  expect(labelsAt(purecloud + inMap('phoneNumbers[type eq "$0"]'))).toContain("microsoftteams");
  expect(labelsAt(purecloud + inMap('phoneNumbers[type eq "$0"]'))).not.toContain("pager");
});

// --- expressions ---------------------------------------------------------------------------------------------------

test("behind =: the usual source first, functions with placeholders, source attributes, lets and bare words", () => {
  const marked = `let full = Join(" ", [givenName], [surname])\n${inMap("name.familyName = $0")}`;
  const labels = labelsAt(marked);
  expect(labels[0]).toBe("[surname]");
  for (const { name } of functions) expect(labels).toContain(name);
  for (const word of bareWords.keys()) expect(labels).toContain(word);
  expect(labels).toContain("[full]");
  expect(labels).toContain("none");
  expect(accept(marked, "Join")).toContain("name.familyName = Join(${1:separator}, ${2:source})");
  expect(accept(marked, "Switch")).toContain("= Switch(${1:source}, ${2:defaultValue}, ${3:key}, ${4:value})");
});

test("active is offered what Entra itself maps to it", () => {
  expect(labelsAt(inMap("active = $0"))[0]).toBe('Switch([IsSoftDeleted], , "False", "True", "True", "False")');
});

test("none is a whole source, not an argument", () => {
  expect(labelsAt(inMap("title = Coalesce($0)"))).not.toContain("none");
  expect(labelsAt("let x = $0\n")).not.toContain("none");
});

test("inside a call, also behind an empty argument and on its next line", () => {
  expect(labelsAt(inMap("title = Switch([state], , $0)"))).toContain("[city]");
  expect(labelsAt(inMap('title = Join(" ",\n    $0'))).toContain("[city]");
  expect(labelsAt(inMap('x = InStr([mail], "@", 1, $0)')).indexOf("vbTextCompare")).toBeLessThan(
    labelsAt(inMap('x = InStr([mail], "@", 1, $0)')).indexOf("UTF8"),
  );
  checkCompletion(inMap("title = Join([state] $0"), []);
  checkCompletion(inMap('title = Join("$0")'), []);
});

test("inside brackets: source attributes and lets, and the bracket that is missing", () => {
  const lets = "let full = [mail]\n";
  expect(labelsAt(lets + inMap("nickName = [$0]"))[0]).toBe("mailNickname");
  expect(labelsAt(lets + inMap("displayName = [$0]"))).toContain("full");
  expect(accept(inMap("title = [job$0"), "jobTitle")).toBe(inMap("title = [jobTitle]"));
  expect(accept(inMap("title = [job$0]"), "jobTitle")).toBe(inMap("title = [jobTitle]"));
  expect(accept(inMap("title = [employeeOrgData.cost$0]"), "employeeOrgData.costCenter")).toBe(
    inMap("title = [employeeOrgData.costCenter]"),
  );
  expect(labelsAt(inMap("title = [$0]"))).not.toContain("userType");
  expect(labelsAt("map Group -> Group {\n  displayName = [$0]\n}")).toContain("members");
  expect(labelsAt("source User {\n  badge string\n}\n" + inMap("title = [$0]"))).toContain("badge");
});

test("a let is not offered to itself", () => {
  const labels = labelsAt("let one = [mail]\nlet two = [$0]\n");
  expect(labels).toContain("one");
  expect(labels).not.toContain("two");
});

test("modifiers, each once, with the next free precedence", () => {
  checkCompletion(inMap("userName = [mail] $0"), ["match 1", "default", "on create"]);
  checkCompletion("map User -> User {\n  userName = [mail] match 1\n  externalId = [objectId] on create $0\n}", ["match 2", "default"]);
  checkCompletion(inMap("userName = [mail] match $0"), ["1"]);
  checkCompletion(inMap("userName = [mail] on $0"), ["create"]);
  checkCompletion("let x = [mail] $0\n", []);
});

// --- scoping filters -----------------------------------------------------------------------------------------------

test("where: attributes a scoping filter can use, operators that Entra has, values", () => {
  const names = labelsAt(inMap('where "Sales" $0'));
  expect(names).toContain("department");
  expect(names).not.toContain("manager");
  expect(names).not.toContain("userType");
  checkCompletion(inMap("where department $0"), ["eq", "ne", "co", "sw", "ew", "pr", "gt", "ge", "matches"]);
  checkCompletion(inMap("where accountEnabled $0"), ["eq", "ne", "pr"]);
  checkCompletion(inMap("where accountEnabled eq $0"), ["true", "false"]);
  checkCompletion(inMap("where department pr $0"), ["and", "or"]);
  expect(labelsAt(inMap('where department eq "a" or $0'))).toContain("department");
  expect(labelsAt(inMap("or where not ($0"))).toContain("department");
  expect(accept(inMap("where employeeOrgData.cost$0 pr"), "employeeOrgData.costCenter")).toBe(inMap("where employeeOrgData.costCenter pr"));
  checkCompletion(inMap('where department eq "$0"'), []);
});

// --- other blocks --------------------------------------------------------------------------------------------------

test("a provision offers the settings that are not set yet, an environment those it may repeat", () => {
  expect(labelsAt('provision "A" {\n  $0\n}')).toEqual([...settings.map(({ name }) => name), "environment"]);
  expect(labelsAt('provision "A" {\n  scope all\n  $0\n}')).not.toContain("scope");
  expect(labelsAt('provision "A" {\n  environment test {\n    $0\n  }\n}')).toEqual(
    settings.filter(({ name }) => name !== "connector").map(({ name }) => name),
  );
});

test("the words a setting takes, and the applications", () => {
  checkCompletion('provision "A" {\n  scope $0\n}', ["assigned", "all"]);
  checkCompletion('provision "A" {\n  defaultAccess sk$0\n}', ["skip", "provision"]);
  checkCompletion('provision "A" {\n  skipOutOfScopeDeletions $0\n}', ["true", "false"]);
  checkCompletion('provision "A" {\n  connector $0\n}', ["generic", "purecloud", "grouptalk", "ringcentral", "webex"]);
  checkCompletion('provision "A" {\n  deletionThreshold $0\n}', []);
  expect(accept('provision "A" {\n  connector grouptalk\n  tenantUrl "$0"\n}', "https://api.grouptalk.com/api/scim/")).toContain(
    'tenantUrl "https://api.grouptalk.com/api/scim/"\n',
  );
});

test("the top of a document offers whole declarations, a provision only once", () => {
  checkCompletion("$0", ["provision", "map User -> User", "map Group -> Group", "map", "let", "schema", "source", "test", "use"]);
  expect(labelsAt('provision "A" {\n}\n$0')).not.toContain("provision");
  expect(accept("$0", "map Group -> Group")).toBe(
    "map Group -> Group {\n  displayName  = [displayName]  match 1\n  members      = [members]\n  $0\n}\n",
  );
});

test("heads of declarations", () => {
  checkCompletion("map $0", ["User", "Group"]);
  checkCompletion("map User -> $0", ["User", "Group"]);
  checkCompletion("map User -> User $0", ["disabled"]);
  checkCompletion("source $0", ["User", "Group"]);
  checkCompletion('test "a" $0', ["for"]);
  checkCompletion('test "a" for $0', ["User", "Group"]);
  expect(labelsAt(grouptalk + "schema other = $0")).toContain("urn:ietf:params:scim:schemas:extension:grouptalk:2.0:Group");
  expect(accept("schema e = urn:ie$0", enterprise)).toBe(`schema e = ${enterprise}`);
});

test("types and characteristics of declared attributes", () => {
  checkCompletion("source User {\n  badge $0\n}", ["string", "boolean", "integer", "decimal", "dateTime", "binary", "reference"]);
  checkCompletion("schema a = urn:a:b {\n  c string required $0\n}", ["caseExact", "readOnly", "immutable", "writeOnly"]);
});

test("actions that the application allows and that are not named yet", () => {
  checkCompletion(inMap("actions $0"), ["create", "update", "delete", "none"]);
  checkCompletion(inMap("actions create $0"), ["update", "delete"]);
  checkCompletion(`${purecloud}map Group -> Group {\n  actions $0\n}`, ["update", "none"]);
});

test("a map offers actions and a scoping filter once, then another filter", () => {
  expect(labelsAt(inMap("$0")).slice(-2)).toEqual(["actions", "where"]);
  expect(labelsAt("map User -> User {\n  actions create\n  where department pr\n  $0\n}").slice(-1)).toEqual(["or where"]);
});

test("tests: source attributes are those of the map in use, not of a disabled one before it", () => {
  const given = labelsAt('map Group -> User disabled {\n}\nmap User -> User {\n}\ntest "a" for User {\n  given {\n    $0\n  }\n}');
  expect(given).toContain("userPrincipalName");
  expect(given).not.toContain("members");
});

test("tests: given and expect, source attributes and their values, expectations, target paths and their values", () => {
  checkCompletion('test "a" for User {\n  $0\n}', ["given", "expect"]);
  checkCompletion('test "a" for User {\n  given { }\n  $0\n}', ["expect"]);
  checkCompletion('test "a" for User { expect $0 }', ["create", "update", "disable", "none", "skip", "fail"]);
  const given = labelsAt('test "a" for User { given { department = "Sales", $0 } }');
  expect(given).toContain("IsSoftDeleted");
  expect(given).toContain("now");
  expect(given).not.toContain("department");
  checkCompletion('test "a" for User { given { accountEnabled = $0 } }', ["true", "false", "null"]);
  checkCompletion('test "a" for User { given { department = $0 } }', ['""', "null"]);
  expect(labelsAt(`${grouptalk}${inMap("userName = [mail]")}\ntest "a" for User { expect create { $0 } }`)).toContain("gt:label1");
  checkCompletion('test "a" for User { expect create { active = $0 } }', ["true", "false", "null"]);
  checkCompletion('test "a" for User { expect create { emails[type eq "$0"].value = "x" } }', ["work", "home", "other"]);
});

// --- everywhere ----------------------------------------------------------------------------------------------------

test("behind a brace or a comma a new statement begins, on the same line too", () => {
  expect(labelsAt("map User -> User { $0")[0]).toBe("userName");
  expect(labelsAt("map User -> User { } $0")[0]).toBe("provision");
  expect(labelsAt('test "a" for User { given { } $0')).toEqual(["expect"]);
});

test("the line below an unfinished mapping can go on with it or begin another", () => {
  const labels = labelsAt("map User -> User {\n  title =\n  $0\n}");
  expect(labels).toContain("[jobTitle]");
  expect(labels).toContain("displayName");
});

test("nothing is offered in a comment, in a text, and for a space that indents", () => {
  checkCompletion(inMap("// $0"), []);
  checkCompletion(inMap("userName = [mail] // $0"), []);
  checkCompletion(inMap('title = "$0"'), []);
  expect(labelsAt(inMap(" $0"), { typed: " " })).toEqual([]);
  expect(labelsAt(inMap("userName = $0"), { typed: " " })).not.toEqual([]);
});

test("every item has a detail, and attributes, functions, settings and schemas have documentation", () => {
  const places = [
    inMap("$0"),
    inMap("userName = $0"),
    'provision "A" {\n  $0\n}',
    'provision "A" {\n  connector $0\n}',
    "$0",
    "schema a = $0",
  ];
  for (const item of places.flatMap((place) => completionsAt(place))) {
    expect(inEnglish(item.detail), item.label).not.toBe("");
    if (
      item.kind === "attribute" ||
      item.kind === "setting" ||
      item.kind === "schema" ||
      (item.kind === "function" && /^\w+$/.test(item.label))
    ) {
      expect(item.documentation() ?? "", item.label).not.toBe("");
    }
  }
});
