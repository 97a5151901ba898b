import { deepStrictEqual } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { openMapping } from "#engine/open-mapping";
import { prepare } from "#evaluation/evaluate";
import type { EvaluationInput } from "#evaluation/evaluate";
import type { Expression } from "#model/expression";
import { attributeKey } from "#model/source-record";
import type { SourceValue } from "#model/source-record";
import { jsonSource } from "#directory/json-source";
import { readSnapshot } from "#directory/read-snapshot";
import { walk } from "#test/tree-walk-evaluator";
import type { SourceAttributes } from "#test/tree-walk-evaluator";
import { median, ratioOf, runRounds } from "./measure.ts";
import type { Measurement } from "./measure.ts";

type Person = Readonly<Record<string, string | null>>;

/** Ten statements of `examples/grouptalk.scimmap`, and what a person would write for each in JavaScript. */
const byHand: Readonly<Record<string, (person: Person) => SourceValue>> = {
  userName: (person) => lower(person["userPrincipalName"] ?? person["mail"] ?? null),
  'emails[type eq "work"].value': (person) => person["mail"] ?? null,
  'phoneNumbers[type eq "mobile"].value': (person) => person["mobile"]?.replace(/[()\s-]+/g, "") ?? null,
  active: ({ IsSoftDeleted: deleted }) => (deleted === "False" ? "True" : deleted === "True" ? "False" : null),
  "name.givenName": (person) => person["givenName"] ?? null,
  "name.familyName": (person) => person["surname"] ?? null,
  "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:organization": (person) => person["companyName"] ?? "Contoso",
  "urn:ietf:params:scim:schemas:extension:grouptalk:2.0:User:label1": (person) => person["department"] ?? null,
  "urn:ietf:params:scim:schemas:extension:grouptalk:2.0:User:label3": (person) =>
    `${person["givenName"]?.slice(0, 1) ?? ""}${person["surname"]?.slice(0, 1) ?? ""}`.toUpperCase(),
  "urn:ietf:params:scim:schemas:extension:grouptalk:2.0:User:label4": (person) => regions.get(person["usageLocation"] ?? "") ?? "EMEA",
};

const regions = new Map([
  ["KR", "APAC"],
  ["TW", "APAC"],
  ["JP", "APAC"],
  ["US", "Americas"],
]);

function lower(text: string | null): string | null {
  return text === null ? null : text.toLowerCase();
}

/** P13: all people of `examples/people.json`, ten statements each. */
export async function measure(): Promise<readonly Measurement[]> {
  const expressions = readStatements();
  const people = await readPeople();
  const inputs = people.map((person): EvaluationInput => {
    const values = new Map(Object.entries(person).map(([name, value]) => [attributeKey(name), value]));
    return { attribute: (key) => values.get(key), now: new Date(0) };
  });
  const prepared = expressions.map(prepare);
  const written = Object.values(byHand);
  const tasks = {
    compiled: () => inputs.map((input) => prepared.map((evaluate) => evaluate(input).value)),
    walked: () => people.map((person) => expressions.map((expression) => valueOf(expression, person))),
    byHand: () => people.map((person) => written.map((evaluate) => evaluate(person))),
  };
  deepStrictEqual(tasks.compiled(), tasks.byHand());
  deepStrictEqual(tasks.walked(), tasks.byHand());
  const { microseconds } = await runRounds(tasks);
  const rate = Math.round((people.length * written.length) / median(microseconds.compiled));
  return [
    {
      id: "P13",
      ...ratioOf(microseconds.compiled, microseconds.byHand),
      note: `${rate} million evaluations a second`,
    },
    {
      id: undefined,
      what: "evaluating ten statements, walking the tree : compiled",
      ...ratioOf(microseconds.walked, microseconds.compiled),
      note: "",
    },
  ];
}

function valueOf(expression: Expression, person: SourceAttributes): SourceValue {
  const walked = walk(expression, person);
  return "value" in walked ? walked.value : null;
}

function readStatements(): readonly Expression[] {
  const file = new URL("../examples/grouptalk.scimmap", import.meta.url);
  const [users] = openMapping("grouptalk.scimmap", readFileSync(file, "utf8")).model.maps;
  return Object.keys(byHand).map((path) => {
    const found = users?.attributes.find(({ target }) => target.kind === "path" && target.canonical === path);
    if (found?.source.kind !== "expression") throw new Error(`The example maps no '${path}' any more.`);
    return found.source.expression;
  });
}

/** Records with the attributes that the statements name; a scope that the provisioning service computes is given. */
async function readPeople(): Promise<readonly Person[]> {
  const { snapshot } = await readSnapshot(jsonSource(readFileSync(new URL("../examples/people.json", import.meta.url), "utf8")));
  const names = ["userPrincipalName", "mail", "mobile", "givenName", "surname", "companyName", "department", "usageLocation"];
  return snapshot.users.map((user) => ({
    ...Object.fromEntries(names.map((name) => [name, one(user.attribute(name))])),
    IsSoftDeleted: user.blocked ? "True" : "False",
  }));
}

function one(value: SourceValue | undefined): string | null {
  return typeof value === "string" ? value : null;
}
