import { deepStrictEqual } from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { DirectoryObject } from "#directory/directory-snapshot";
import { readDirectory } from "#directory/read-directory";
import { openMapping } from "#engine/open-mapping";
import type { SourceValue } from "#model/source-record";
import { EvaluatedRecord } from "#provisioning/evaluated-record";
import { prepareMap } from "#provisioning/prepared-map";
import type { PreparedAttribute } from "#provisioning/prepared-map";
import { processAttribute } from "#provisioning/processing";
import { walk } from "#test/tree-walk-evaluator";
import { median, ratioOf, runRounds } from "./measure.ts";
import type { Measurement } from "./measure.ts";

type Person = Readonly<Record<string, string | null>>;

/** Ten statements of `examples/grouptalk.scimmap`, and what a person would write for each in JavaScript. */
const byHand: Readonly<Record<string, (person: Person) => SourceValue | boolean>> = {
  userName: (person) => lower(person["userPrincipalName"] ?? person["mail"] ?? null),
  'emails[type eq "work"].value': (person) => person["mail"] ?? null,
  'phoneNumbers[type eq "mobile"].value': (person) => person["mobile"]?.replace(/[()\s-]+/g, "") ?? null,
  active: ({ IsSoftDeleted: deleted }) => (deleted === "False" ? true : deleted === "True" ? false : null),
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

/** P13: all people of `examples/people.json`, ten statements each, from the directory's object to a value in the target's type. */
export async function measure(): Promise<readonly Measurement[]> {
  const attributes = readStatements();
  const objects = await readObjects();
  const people = objects.map(plainPerson);
  const written = Object.values(byHand);
  const now = new Date(0);
  const tasks = {
    preview: () =>
      objects.map((object) => {
        const record = new EvaluatedRecord(object, object.blocked, now);
        return attributes.map((attribute) => valueOf(attribute, record));
      }),
    byHand: () => people.map((person) => written.map((evaluate) => evaluate(person))),
  };
  deepStrictEqual(tasks.preview(), tasks.byHand());
  const { microseconds } = await runRounds({ ...tasks, ...evaluationAlone(attributes, objects, people) });
  const rate = (people.length * written.length) / median(microseconds.preview);
  return [
    { id: "P13", ...ratioOf(microseconds.preview, microseconds.byHand), note: `${rate.toPrecision(2)} million statements a second` },
    {
      id: undefined,
      what: "evaluating ten statements, walking the tree : compiled",
      ...ratioOf(microseconds.walked, microseconds.compiled),
      note: "",
    },
  ];
}

/** Without input and conversion: what compiling expressions to closures is worth. */
function evaluationAlone(attributes: readonly PreparedAttribute[], objects: readonly DirectoryObject[], people: readonly Person[]) {
  const records = objects.map((object) => new EvaluatedRecord(object, object.blocked, new Date(0)));
  const prepared = attributes.flatMap(({ evaluate }) => evaluate ?? []);
  const expressions = attributes.flatMap(({ mapping: { source } }) => (source.kind === "expression" ? [source.expression] : []));
  return {
    compiled: () => records.map((record) => prepared.map((evaluate) => evaluate(record).value)),
    walked: () => people.map((person) => expressions.map((expression) => walk(expression, person))),
  };
}

function valueOf(attribute: PreparedAttribute, record: EvaluatedRecord): unknown {
  const { mapped } = processAttribute(attribute, record);
  return mapped.kind === "value" ? mapped.value : null;
}

function readStatements(): readonly PreparedAttribute[] {
  const file = new URL("../examples/grouptalk.scimmap", import.meta.url);
  const { model } = openMapping("grouptalk.scimmap", readFileSync(file, "utf8"));
  const users = model.maps[0] && prepareMap(model.maps[0], model.catalog);
  return Object.keys(byHand).map((path) => {
    const found = users?.attributes.find(({ label }) => label === path);
    if (found === undefined) throw new Error(`The example maps no '${path}' any more.`);
    return found;
  });
}

async function readObjects(): Promise<readonly DirectoryObject[]> {
  const read = await readDirectory("people.json", readFileSync(new URL("../examples/people.json", import.meta.url), "utf8"));
  if (!read.ok) throw new Error("The example has no people any more.");
  return read.value.users;
}

/** With the attributes that the statements name; what the provisioning service computes is given. */
function plainPerson(user: DirectoryObject): Person {
  const names = ["userPrincipalName", "mail", "mobile", "givenName", "surname", "companyName", "department", "usageLocation"];
  const values = names.map((name) => [name, one(user.attribute(name))] as const);
  return { ...Object.fromEntries(values), IsSoftDeleted: user.blocked ? "True" : "False" };
}

function one(value: SourceValue | undefined): string | null {
  return typeof value === "string" ? value : null;
}
