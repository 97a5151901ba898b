import { asSentence, foreign } from "#base/sentence";
import { expect, test } from "vitest";
import { hover } from "#features/hover";
import { openSnapshot } from "#workspace/snapshot";
import { parse } from "#syntax/parse";
import { checkHover } from "#test/features";

const grouptalk =
  'provision "GroupTalk" {\n  connector grouptalk\n}\nschema gt = urn:ietf:params:scim:schemas:extension:grouptalk:2.0:User\n';
const purecloud = 'provision "PureCloud" {\n  connector purecloud\n}\n';
const inMap = (line: string): string => `map User -> User {\n  ${line}\n}`;
const genesys = "urn:ietf:params:scim:schemas:extension:genesys:purecloud:2.0:User";

test("a target attribute: type and characteristics of RFC 7643 §8.7.1, schema, and who says so", () => {
  checkHover(inMap("user$0Name = [mail]"), {
    on: "userName",
    says: [
      "string, required, read-write, case-insensitive, unique within the target",
      "`urn:ietf:params:scim:schemas:core:2.0:User`",
      "Defined by RFC 7643.",
    ],
  });
  checkHover(inMap("ema$0ils = [mail]"), {
    on: "emails",
    says: ["complex, multi-valued, read-write", "Sub-attributes: `value`, `display`, `type`, `primary`."],
  });
  checkHover(inMap("i$0d = [objectId]"), { on: "id", says: ["read-only", "always returned"] });
});

test("an attribute at an application: whether it can be filtered, since when it is listed", () => {
  checkHover(grouptalk + inMap("user$0Name = [mail]"), {
    on: "userName",
    says: [
      "Can be filtered by `userName`, the documentation of GroupTalk says",
      "Listed by GroupTalk.",
      "the documentation of GroupTalk, then RFC 7643",
    ],
  });
  checkHover(grouptalk + inMap("displ$0ayName = [mail]"), {
    on: "displayName",
    says: ["The documentation of GroupTalk does not list `displayName`."],
  });
  checkHover(purecloud + inMap('phoneNu$0mbers[type eq "work2"].value = [mail]'), {
    on: "phoneNumbers",
    says: ['Cannot be filtered by `phoneNumbers[type eq "work2"].value`', "Listed by PureCloud by Genesys since 2021-05-18."],
  });
});

test("what a connection test found wins over the application's documentation", () => {
  const target = {
    schemas: [
      {
        id: "urn:ietf:params:scim:schemas:core:2.0:User",
        name: "User",
        attributes: [{ name: "active", type: "boolean" as const, mutability: "immutable" as const }],
      },
    ],
    resourceTypes: [],
    filterable: [{ resourceType: "User", path: "active", filterable: true }],
  };
  const says = [
    "boolean, immutable",
    "Can be filtered by `active`, the connection test found",
    "the target's own schemas, then the documentation of GroupTalk, then RFC 7643",
  ];
  checkHover(grouptalk + inMap("acti$0ve = [mail]"), { on: "active", says }, target);
});

test("a description from a target is text, whatever markup it holds", () => {
  const description = asSentence(foreign("See ![x](http://example.com/a.png) <b>now</b>"));
  const target = {
    schemas: [{ id: "urn:example:X:2.0:User", name: "X", attributes: [{ name: "a", description }] }],
    resourceTypes: [],
    filterable: [],
  };
  checkHover(
    inMap("urn:example:X:2.0:User:$0a = [mail]"),
    { on: "a", says: ["See \\!\\[x\\](http&#58;//example.com/a.png) \\<b\\>now\\</b\\>"] },
    target,
  );
});

test("a sub-attribute, a name and a value inside a value filter", () => {
  checkHover(inMap("name.give$0nName = [mail]"), { on: "givenName", says: ["`name.givenName`", "Given name"] });
  checkHover(inMap('emails[ty$0pe eq "work"].value = [mail]'), { on: "type", says: ["`emails.type`", "Values: `work`, `home`, `other`."] });
  checkHover(inMap('emails[type eq "wo$0rk"].value = [mail]'), {
    on: '"work"',
    says: ["`work` is one of the values of `emails.type`: `work`, `home`, `other`."],
  });
  checkHover(inMap('emails[type eq "wr$0ok"].value = [mail]'), { on: '"wrok"', says: ["`wrok` is none of them"] });
  checkHover(inMap('emails[type eq "work"].va$0lue = [mail]'), { on: "value", says: ["`emails.value`"] });
});

test("operators: their meaning, and Entra's name in a scoping filter", () => {
  checkHover(inMap('emails[type e$0q "work"].value = [mail]'), { on: "eq", says: ["Equal to the value."] });
  checkHover(inMap('where department s$0w "S"'), { on: "sw", says: ["Begins with the text.", "REGEX MATCH"] });
  checkHover(inMap("where a lt$0 5"), { on: "lt", says: ["Less than the value"] });
  checkHover(inMap("where a l$0t 5"), { on: "lt", says: ["Entra's scoping filters cannot say it."] });
});

test("schema URNs and short names", () => {
  const extension = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
  checkHover(inMap(`${extension.replace("enterprise", "enter$0prise")}:department = [department]`), {
    on: extension,
    says: ["EnterpriseUser", "`costCenter`", "RFC 7643"],
  });
  checkHover(inMap("enter$0prise:department = [department]"), { on: "enterprise", says: ["short name of", extension] });
  checkHover(inMap("enterprise:dep$0artment = [department]"), { on: "department", says: ["Department within the organisation."] });
  checkHover(grouptalk.replace("gt =", "g$0t ="), { on: "gt", says: ["`label1`", "the documentation of GroupTalk"] });
  checkHover("schema x = urn:example:$0unknown:2.0:User\n", {
    on: "urn:example:unknown:2.0:User",
    says: ["No source describes this schema"],
  });
  checkHover(purecloud + inMap(`${genesys}:external$0Ids[authority eq "zoomphone"].value = [mail]`), {
    on: "externalIds",
    says: ["complex, multi-valued"],
  });
});

test("source attributes in brackets, in where and in given", () => {
  checkHover(inMap("userName = [userPrin$0cipalName]"), { on: "[userPrincipalName]", says: ["source attribute, String", "signs in with"] });
  checkHover(inMap("where accoun$0tEnabled eq true"), { on: "accountEnabled", says: ["source attribute, Boolean"] });
  checkHover(inMap('where employeeOrgData.cost$0Center eq "7"'), { on: "employeeOrgData.costCenter", says: ["Cost centre"] });
  checkHover('test "a" for User { given { depart$0ment = "Sales" } expect skip }', {
    on: "department",
    says: ["Department the person works in."],
  });
  checkHover('test "a" for User { given { no$0w = "2026-01-01T00:00:00Z" } expect skip }', { on: "now", says: ["clock"] });
  checkHover("map Group -> Group {\n  displayName = [mailNick$0name]\n}", { on: "[mailNickname]", says: ["The group's mail alias"] });
  checkHover(inMap("userName = [extension_9f8_bad$0ge]"), { on: "[extension_9f8_badge]", says: ["directory extension"] });
  checkHover(`source User {\n  badge integer\n}\n${inMap("userName = [bad$0ge]")}`, {
    on: "[badge]",
    says: ["integer, declared in a `source` block"],
  });
  checkHover(inMap("userName = [userTy$0pe]"), {
    on: "[userType]",
    says: ["It cannot be mapped to an application.", "It cannot stand in a scoping filter."],
  });
});

test("functions: signature, summary, notes and the worked example", () => {
  checkHover(inMap('userName = Jo$0in(" ", [givenName])'), {
    on: "Join",
    says: [
      "Join(separator, source, …) : String",
      "Strings values together",
      "Sources without a value",
      'gives `"Doe, John"`',
      '`surname` is `"Doe"`',
    ],
  });
  checkHover(inMap("userName = Coalesce([mail], ToLo$0wer([mail]))"), { on: "ToLower", says: ["ToLower(source, <culture>) : String"] });
  checkHover(inMap("userName = NoSuch$0Function([mail])"), null);
});

test("a let shows its expression where it is declared and where it is used", () => {
  const declaration = 'let fullName = Join(" ", [givenName],\n  [surname])\n';
  const says = ['let fullName = Join(" ", [givenName], [surname])'];
  checkHover(declaration.replace("full", "fu$0ll"), { on: "fullName", says });
  checkHover(declaration + inMap("displayName = [full$0Name]"), { on: "[fullName]", says });
});

test("bare words, settings and their words, applications", () => {
  checkHover(inMap("title = Ignore$0AttributeFlow"), { on: "IgnoreAttributeFlow", says: ["keeps what it has"] });
  checkHover(inMap("title = no$0ne"), { on: "none", says: ["No value flows"] });
  checkHover('provision "A" {\n  sco$0pe assigned\n}', { on: "scope", says: ["one of a few words", "Entra's name: Scope."] });
  checkHover('provision "A" {\n  scope assi$0gned\n}', { on: "assigned", says: ["direct members of assigned groups"] });
  checkHover('provision "A" {\n  connector grou$0ptalk\n}', {
    on: "grouptalk",
    says: ["GroupTalk", "User: create, update, delete; 14 attributes.", "[Documentation](https://learn.microsoft.com/"],
  });
  checkHover('provision "A" {\n  tenantU$0rl "https://a"\n}', { on: "tenantUrl", says: ["Tenant URL"] });
});

test("words of the language", () => {
  checkHover("m$0ap User -> User {\n}", { on: "map", says: ["One object mapping"] });
  checkHover("map Us$0er -> User {\n}", { on: "User", says: ["source object type"] });
  checkHover("map User -> Us$0er {\n}", { on: "User", says: ["resource type", "Endpoint: `/Users`."] });
  checkHover("map User -> User dis$0abled {\n}", { on: "disabled", says: ["does nothing"] });
  checkHover(inMap("act$0ions create"), { on: "actions", says: ["create, update, delete, or none"] });
  checkHover(inMap("actions cre$0ate"), { on: "create", says: ["Objects in scope without a match"] });
  checkHover(inMap('wh$0ere "A" department pr'), { on: "where", says: ["scoping filter"] });
  checkHover(inMap('or wh$0ere "A" department pr'), { on: "or where", says: ["Another scoping filter"] });
  checkHover(inMap("userName = [mail] mat$0ch 1"), { on: "match 1", says: ["Matching attribute"] });
  checkHover(inMap('userName = [mail] def$0ault "x"'), { on: 'default "x"', says: ["on create only"] });
  checkHover(inMap("userName = [mail] on cre$0ate"), { on: "on create", says: ["when the object is created"] });
  checkHover('test "a" f$0or User { expect skip }', { on: "for", says: ["target resource type"] });
  checkHover('test "a" for User { expect sk$0ip }', { on: "skip", says: ["not in scope"] });
  checkHover("schema x = urn:a:b {\n  c string requ$0ired\n}", { on: "required", says: ["refuses"] });
});

test("an attribute may be called like a word of the language", () => {
  checkHover(inMap("mat$0ch = [mail]"), null);
  checkHover(inMap("acti$0ons = [mail]"), null);
});

test("nothing is said of empty space, comments and unknown names", () => {
  checkHover(inMap("userName =$0 [mail]"), null);
  checkHover(inMap("unkn$0own = [mail]"), null);
  checkHover("$0\n", null);
  checkHover(inMap("userName = [mail] // match$0 1"), null);
});

test("a position beyond the text has no hover", () => {
  const snapshot = openSnapshot(parse("map User -> User {\n}\n"), { file: "a" });
  expect(hover(snapshot, { line: 40, character: 3 })).toBeUndefined();
});
