import { describe, expect, test } from "vitest";
import { checkIn, problemsOf, shapesOf } from "#test/shapes";

type Case = [written: string, shape: string, problems?: string[]];

describe("targets", () => {
  test.each<Case>([
    ["userName = [mail]", "AttributeMapping userName = [mail]"],
    ["name.givenName = [givenName]", "AttributeMapping name.givenName = [givenName]"],
    ['emails[type eq "work"].value = [mail]', 'AttributeMapping emails[(eq type "work")].value = [mail]'],
    [
      'emails[type eq "work" and primary eq true].value = [mail]',
      'AttributeMapping emails[(and (eq type "work") (eq primary true))].value = [mail]',
    ],
    [
      'emails[type eq "a" or type eq "b" and not (primary eq false)].value = [mail]',
      'AttributeMapping emails[(or (eq type "a") (and (eq type "b") (not (eq primary false))))].value = [mail]',
    ],
    ['roles[primary eq "True"] = [x]', 'AttributeMapping roles[(eq primary "True")] = [x]'],
    ["enterprise:department = [department]", "AttributeMapping <enterprise:department> = [department]"],
    ["urn:example:User:badge.code = [x]", "AttributeMapping <urn:example:User:badge.code> = [x]"],
    ['urn:example:User:ids[type eq "x"].value = [x]', 'AttributeMapping <urn:example:User:ids>[(eq type "x")].value = [x]'],
    ['"urn:example:tiny:code" = [x]', 'AttributeMapping "urn:example:tiny:code" = [x]'],
    ['"say \\"x\\"" = [x]', 'AttributeMapping "say \\"x\\"" = [x]'],
  ])("%s", (written, shape) => {
    checkIn("map", written, shape);
  });

  test.each<Case>([
    ["= [mail]", "AttributeMapping ? = [mail]", ["1-1 The attribute is missing before '='."]],
    ["name. = [mail]", "AttributeMapping name = [mail]", ["6-6 The name of a sub-attribute is missing here."]],
    ["userName", "AttributeMapping userName = ?", ["9-9 '=' is missing here."]],
    ["userName =", "AttributeMapping userName = ?", ["11-11 The source is missing behind '='."]],
    ["userName [mail]", "AttributeMapping userName = [mail]", ["9-9 '=' is missing here."]],
    ["userName: [mail]", "AttributeMapping userName = [mail]", ["9-10 '=' is expected here, not ':'."]],
    ["userName -> [mail]", "AttributeMapping userName = [mail]", ["10-12 '=' is expected here, not '->'."]],
    ["userName <= [mail]", "AttributeMapping userName = [mail]", ["10-12 '=' is expected here, not '<='."]],
    ["userName == [mail]", "AttributeMapping userName = [mail]", ["11-12 There is a '=' too many. Remove it."]],
    ["userName => [mail]", "AttributeMapping userName = [mail]", ["11-12 There is a '>' too many. Remove it."]],
    [
      "userName === [mail]",
      "AttributeMapping userName = [mail]",
      ["11-12 There is a '=' too many. Remove it.", "12-13 There is a '=' too many. Remove it."],
    ],
    [
      "== userName = [mail]",
      "AttributeMapping userName = [mail]",
      ["1-2 There is a '=' too many. Remove it.", "2-3 There is a '=' too many. Remove it."],
    ],
    [
      "emails[type eq] = [mail]",
      "AttributeMapping emails[(eq type)] = [mail]",
      ["13-15 'eq' needs a value after it, for example \"text\", 5, true or null."],
    ],
    [
      'emails[type eq "work"] value = [mail]',
      'AttributeMapping emails[(eq type "work")] = [mail]',
      ["24-29 '=' is expected here, not 'value'."],
    ],
    [
      'emails[type eq "work".value = [mail]',
      'AttributeMapping emails[(eq type "work")].value = [mail]',
      ["22-23 ']' is expected here, not '.'."],
    ],
  ])("%s keeps what can be read of it", (written, shape, problems = []) => {
    checkIn("map", written, shape, problems);
  });
});

describe("where a target ends when its '=' is missing", () => {
  test.each<Case>([
    ["name.givenName [givenName]", "AttributeMapping name.givenName = [givenName]", ["15-15 '=' is missing here."]],
    ['emails[type eq "work"].value [mail]', 'AttributeMapping emails[(eq type "work")].value = [mail]', ["29-29 '=' is missing here."]],
    ['emails [type eq "work"].value [mail]', 'AttributeMapping emails[(eq type "work")].value = [mail]', ["30-30 '=' is missing here."]],
    ["manager [manager.id]", "AttributeMapping manager = [manager.id]", ["8-8 '=' is missing here."]],
    ['"quoted" [mail]', 'AttributeMapping "quoted" = [mail]', ["9-9 '=' is missing here."]],
    ["enterprise:x [mail]", "AttributeMapping <enterprise:x> = [mail]", ["13-13 '=' is missing here."]],
    ["userName Join([a], [b])", "AttributeMapping userName = (Join [a] [b])", ["9-9 '=' is missing here."]],
    ['userName "x" match 1', 'AttributeMapping userName = "x" match 1', ["9-9 '=' is missing here."]],
    ["[mail]", "AttributeMapping ? = [mail]", ["1-1 '=' is missing here.", "1-1 The attribute is missing before '='."]],
    ["Join([a])", "AttributeMapping ? = (Join [a])", ["1-1 '=' is missing here.", "1-1 The attribute is missing before '='."]],
  ])("%s", (written, shape, problems = []) => {
    checkIn("map", written, shape, problems);
  });
});

describe("an '=' inside brackets", () => {
  test.each<Case>([
    [
      'emails[type = "work"].value = [mail]',
      "AttributeMapping emails[(? type)].value = [mail]",
      ["13-14 A filter says 'eq' instead of '='."],
    ],
    ['x = IIF([a] = "b", "c", "d")', 'AttributeMapping x = (IIF (= [a] "b") "c" "d")'],
    ['x IIF([a] = "b", "c", "d")', 'AttributeMapping x = (IIF (= [a] "b") "c" "d")', ["2-2 '=' is missing here."]],
    [
      "emails[type = [mail]",
      "AttributeMapping emails[(? type)] = [mail]",
      ["12-12 An operator such as 'eq', 'co', 'sw' or 'pr' is missing here."],
    ],
  ])("%s does not cut the mapping where another does", (written, shape, problems = []) => {
    checkIn("map", written, shape, problems);
  });
});

describe("modifiers", () => {
  test.each<Case>([
    ["userName = [mail] match 1", "AttributeMapping userName = [mail] match 1"],
    ['title = [jobTitle] default "none"', 'AttributeMapping title = [jobTitle] default "none"'],
    ["externalId = [objectId] on create", "AttributeMapping externalId = [objectId] on create"],
    ['nickName = [x] on "FlowWhenChanged"', 'AttributeMapping nickName = [x] on "FlowWhenChanged"'],
    ['title = [x] match 2 default "y" on create', 'AttributeMapping title = [x] match 2 default "y" on create'],
    ['title = none default "y"', 'AttributeMapping title = none default "y"'],
    ["title = match", "AttributeMapping title = match"],
    ["title = match match 1", "AttributeMapping title = match match 1"],
  ])("%s", (written, shape) => {
    checkIn("map", written, shape);
  });

  test.each<Case>([
    ["a = [x] match", "AttributeMapping a = [x] match ?", ["14-14 The precedence, a number from 1 up, is missing here."]],
    [
      "a = [x] match first",
      "AttributeMapping a = [x] match ?",
      ["15-20 The precedence, a number from 1 up, is expected here, not 'first'."],
    ],
    ["a = [x] default", "AttributeMapping a = [x] default ?", ["16-16 The default value, in double quotes, is missing here."]],
    ["a = [x] default 5", "AttributeMapping a = [x] default ?", ["17-18 The default value, in double quotes, is expected here, not '5'."]],
    ["a = [x] on", "AttributeMapping a = [x] on ?", ["11-11 'create' is missing here."]],
    [
      "a = [x] on update",
      "AttributeMapping a = [x] on update",
      ["12-18 'on update' is no modifier. Write 'on create', or the flow type of Entra ID in double quotes."],
    ],
    [
      "a = [x] matching 1",
      "AttributeMapping a = [x]",
      ["9-17 'matching' cannot stand here. Behind the source stand 'match 1', 'default \"…\"' and 'on create'."],
    ],
    [
      "a = [x] match 1 [y]",
      "AttributeMapping a = [x] match 1",
      ['17-18 There is one value too many. Put several together with a function, such as Join(" ", [a], [b]).'],
    ],
  ])("%s", (written, shape, problems = []) => {
    checkIn("map", written, shape, problems);
  });
});

describe("values of given and expect", () => {
  test.each<Case>([
    ['department = "Sales"', 'ValueAssignment department = "Sales"'],
    ["employeeOrgData.costCenter = null", "ValueAssignment employeeOrgData.costCenter = null"],
    ["active = true", "ValueAssignment active = true"],
    ["active = false", "ValueAssignment active = false"],
    ["n = -12.5", "ValueAssignment n = -12.5"],
    ["n = 0", "ValueAssignment n = 0"],
    ['all = ["a", 1, true, null, []]', 'ValueAssignment all = ["a" 1 true null []]'],
    ['emails[type eq "work"].value = "a"', 'ValueAssignment emails[(eq type "work")].value = "a"'],
    ['"urn:x:y" = "a"', 'ValueAssignment "urn:x:y" = "a"'],
    [String.raw`path = "a\tb"`, String.raw`ValueAssignment path = "a\\tb"`],
  ])("%s", (written, shape) => {
    checkIn("given", written, shape);
    checkIn("expect", written, shape);
  });

  test.each<Case>([
    ["department =", "ValueAssignment department = ?", ["13-13 The value is missing behind '='."]],
    ["department", "ValueAssignment department = ?", ["11-11 '=' is missing here."]],
    ['department "x"', 'ValueAssignment department = "x"', ["11-11 '=' is missing here."]],
    ['department: "x"', 'ValueAssignment department = "x"', ["11-12 '=' is expected here, not ':'."]],
    ['= "x"', 'ValueAssignment ? = "x"', ["1-1 The attribute is missing before '='."]],
    [
      "a = Sales",
      "ValueAssignment a = ?Sales",
      ["5-10 'Sales' is no value. Put a text in double quotes, or write a number, true, false or null."],
    ],
    ["a = TRUE", "ValueAssignment a = ?TRUE", ["5-9 'TRUE' is written in lower case: true."]],
    ["a = False", "ValueAssignment a = ?False", ["5-10 'False' is written in lower case: false."]],
    ["a = NULL", "ValueAssignment a = ?NULL", ["5-9 'NULL' is written in lower case: null."]],
    ['a = ["x" "y"]', 'ValueAssignment a = ["x" "y"]', ["9-9 ',' is missing here."]],
    ['a = ["x",', 'ValueAssignment a = ["x"]', ["9-9 ']' is missing here."]],
    [
      "a = [mail]",
      "ValueAssignment a = [?mail]",
      ["6-10 'mail' is no value. Put a text in double quotes, or write a number, true, false or null."],
    ],
    ["a = [[]", "ValueAssignment a = [[]]", ["8-8 ']' is missing here."]],
  ])("%s keeps what can be read of it", (written, shape, problems = []) => {
    checkIn("given", written, shape, problems);
  });

  test("several on one line are separated by commas, which belong to none of them", () => {
    const text = 'test "t" for User { given { a = 1, b = "x" , c = [1, 2] } expect skip }';
    expect(shapesOf(text)).toEqual([
      'Test "t" for User',
      "  Given",
      "    ValueAssignment a = 1",
      '    ValueAssignment b = "x"',
      "    ValueAssignment c = [1 2]",
      "    Close",
      "  Expect skip",
      "  Close",
    ]);
    expect(problemsOf(text)).toEqual([]);
  });
});

test("of many mistakes in one statement the first three are told", () => {
  expect(problemsOf("map User -> User {\n  a = F([b] [c] [d] [e] [f] [g])\n}")).toEqual([
    "2:12-12 ',' is missing here.",
    "2:16-16 ',' is missing here.",
    "2:20-20 ',' is missing here.",
  ]);
});
