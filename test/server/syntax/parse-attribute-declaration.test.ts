import { describe, test } from "vitest";
import { checkIn } from "#test/shapes";

type Case = [written: string, shape: string, problems?: string[]];

const types = "string, boolean, integer, decimal, dateTime, binary, or reference";
const characteristics = "required, caseExact, readOnly, immutable, or writeOnly";
const elsewhere = "cannot stand here. An attribute is declared by its name and its type.";

describe("declarations of attributes", () => {
  test.each<Case>([
    ["badge string", "AttributeDeclaration badge string"],
    ["badge boolean", "AttributeDeclaration badge boolean"],
    ["badge integer", "AttributeDeclaration badge integer"],
    ["badge decimal", "AttributeDeclaration badge decimal"],
    ["badge dateTime", "AttributeDeclaration badge dateTime"],
    ["badge binary", "AttributeDeclaration badge binary"],
    ["badge reference", "AttributeDeclaration badge reference"],
    ["lockers string[]", "AttributeDeclaration lockers string[]"],
    ["lockers string [ ]", "AttributeDeclaration lockers string[]"],
    ["desk.floor integer", "AttributeDeclaration desk.floor integer"],
    ["a.b.c string", "AttributeDeclaration a.b.c string"],
    ["extension_0a1b_costCentre string", "AttributeDeclaration extension_0a1b_costCentre string"],
    ["$ref reference", "AttributeDeclaration $ref reference"],
    [
      "badge string[] required caseExact readOnly immutable writeOnly",
      "AttributeDeclaration badge string[] required caseExact readOnly immutable writeOnly",
    ],
    ["string string", "AttributeDeclaration string string"],
  ])("%s", (written, shape) => {
    checkIn("schema", written, shape);
    checkIn("source", written, shape);
  });

  test.each<Case>([
    ["badge", "AttributeDeclaration badge ?", [`6-6 The type of 'badge' is missing here: ${types}.`]],
    ["badge: string", "AttributeDeclaration badge string", ["6-7 ':' cannot stand here. Remove it."]],
    ["badge text", "AttributeDeclaration badge text", [`7-11 'text' is no type. Use ${types}.`]],
    ["badge String", "AttributeDeclaration badge String", [`7-13 'String' is no type. Use ${types}.`]],
    [
      "badge string requird",
      "AttributeDeclaration badge string requird",
      [`14-21 'requird' is no characteristic. Use ${characteristics}.`],
    ],
    ["badge = string", "AttributeDeclaration badge string", [`7-8 '=' ${elsewhere}`]],
    ['"badge" string', "AttributeDeclaration ? string", ["1-1 The name of the attribute is missing here.", `1-8 '"badge"' ${elsewhere}`]],
    ["badge string [", "AttributeDeclaration badge string", [`14-15 '[' ${elsewhere}`]],
    ["badge string ]", "AttributeDeclaration badge string", [`14-15 ']' ${elsewhere}`]],
    ["badge. string", "AttributeDeclaration badge.string ?", [`14-14 The type of 'badge.string' is missing here: ${types}.`]],
  ])("%s keeps what can be read of it", (written, shape, problems = []) => {
    checkIn("schema", written, shape, problems);
  });
});
