import { DEFAULT_ACCESS_ROLE } from "#directory/directory-snapshot";
import type { DirectoryObject } from "#directory/directory-snapshot";
import { throughLets } from "#model/through-lets";
import { attributesRead } from "#model/attributes-read";
import { mapOfTest } from "#model/map-of-test";
import type { GivenValue, MappingModel, ObjectMapping, TestDeclaration, TestValue } from "#model/mapping-model";
import { findSourceAttribute } from "#model/source-attributes";
import type { SourceValue } from "#model/source-record";
import { flowingValue } from "./expected-values.ts";
import type { Played } from "./play-test.ts";
import { testRunner } from "./run-test.ts";
import { attributesIn } from "#provisioning/scoping-filter";
import type { JsonValue } from "#scim/resource";
import type { SamplePerson } from "./sample-person.ts";

/** Whether a test for a map's target is about that map and such an object. */
export function canBeTested(model: MappingModel, map: ObjectMapping, { object }: SamplePerson): boolean {
  const concerns = !map.sourceQuoted && !map.targetQuoted && map.source.toLowerCase() === object.type.toLowerCase();
  return concerns && mapOfTest(model.maps, map.resourceType) === map;
}

/**
 * A test of what a mapping does with the sample person now, as lines of a mapping. It holds nothing of the person but what the mapping
 * reads. Undefined where a test cannot say what happens.
 */
export function testFromPerson(model: MappingModel, map: ObjectMapping, person: SamplePerson): string | undefined {
  const given = givenValues(map, person);
  const test: TestDeclaration = {
    name: person.name,
    place: map.place,
    target: map.target,
    resourceType: map.resourceType,
    given: given.map((value): GivenValue => ({ ...value, place: map.place })),
    expectation: "create",
    expectPlace: undefined,
    expected: [],
  };
  const { played } = testRunner({ model, clock: person.now, traced: false })(test);
  const expectation = played === undefined ? undefined : expectationOf(played);
  if (expectation === undefined) return undefined;
  return [`test ${quoted(freshTitle(model, person.name))} for ${map.target} {`, ...block("given", given), ...expectation, "}"].join("\n");
}

interface Assignment {
  readonly name: string;
  readonly value: TestValue;
}

function givenValues(map: ObjectMapping, { object, now }: SamplePerson): readonly Assignment[] {
  const matching = namesRead(map, true);
  const read = new Map([...matching, ...namesRead(map, false)]);
  for (const { filter } of map.scopingFilters) for (const name of filter ? attributesIn(filter) : []) addName(read, name);
  // These decide about the scope, whether or not a statement names them.
  if (object.blocked) addName(read, "accountEnabled");
  if (object.softDeleted) addName(read, "deletedDateTime");
  if (object.statedSoftDeleted === undefined) read.delete("issoftdeleted");
  else addName(read, "IsSoftDeleted");
  if (object.assignments.length > 0 && object.assignments.every(({ defaultAccess }) => defaultAccess)) addName(read, "appRoleAssignments");
  const given = [...read].flatMap(([key, name]): Assignment[] => {
    const value = key === "approleassignments" ? rolesOf(object) : (object.attribute(name) ?? null);
    // A test supposes a missing matching value, and that people may sign in, unless it is said otherwise.
    if (value === null && !matching.has(key) && key !== "accountenabled") return [];
    return isWritable(name, value) ? [{ name, value: asWritten(object.type, name, value) }] : [];
  });
  return readsClock(map) ? [...given, { name: "now", value: now.toISOString() }] : given;
}

/** As a test can write them: by their values, which are what flows. Default Access by its id, which nobody can rename; one of which only the id is known cannot be said. */
function rolesOf({ assignments }: DirectoryObject): readonly string[] {
  const known = assignments.filter(({ role }) => role.onlyId !== true);
  return [...new Set(known.map(({ role, defaultAccess }) => (defaultAccess ? DEFAULT_ACCESS_ROLE : role.value)))];
}

/** Source attributes by their name in lower case, as they are first written. */
function namesRead(map: ObjectMapping, matchingOnly: boolean): Map<string, string> {
  const names = new Map<string, string>();
  for (const { source, matchingPriority } of map.attributes) {
    if (source.kind === "none" || (matchingOnly && matchingPriority === undefined)) continue;
    for (const name of attributesRead(source.expression)) addName(names, name);
  }
  return names;
}

function addName(names: Map<string, string>, name: string): void {
  if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
}

function readsClock(map: ObjectMapping): boolean {
  return map.attributes.some(
    ({ source }) =>
      source.kind === "expression" &&
      [...throughLets(source.expression)].some((part) => part.kind === "call" && part.signature?.name === "Now"),
  );
}

/** A text of a mapping holds no line break, and a name no space. */
function isWritable(name: string, value: SourceValue): boolean {
  const texts = value === null ? [] : typeof value === "string" ? [value] : value;
  return /^[\p{L}$][\p{L}\p{N}_$-]*(?:\.[\p{L}$][\p{L}\p{N}_$-]*)*$/u.test(name) && texts.every((text) => !/[\r\n]/.test(text));
}

function asWritten(type: "User" | "Group", name: string, value: SourceValue): TestValue {
  const isFlag = name.toLowerCase() === "issoftdeleted" || findSourceAttribute(type, name)?.type === "Boolean";
  if (isFlag && typeof value === "string" && /^(?:true|false)$/i.test(value)) return value.toLowerCase() === "true";
  return value;
}

function expectationOf({ plan, processed, subject }: Played): readonly string[] | undefined {
  if (plan.action === "skip" || plan.action === "fail") return [`  expect ${plan.action}`];
  if (plan.action !== "create") return undefined;
  const expected = new Map<string, Assignment>();
  for (const one of processed) {
    const { attribute } = one;
    const flowing = flowingValue(one, true, subject.map.catalog);
    const written = attribute.target?.text ?? quoted(attribute.label);
    const label = attribute.label.toLowerCase();
    if (flowing.kind !== "value" || written.includes("\n") || !isStateable(flowing.value) || expected.has(label)) continue;
    expected.set(label, { name: written, value: flowing.value });
  }
  return block("expect create", [...expected.values()]);
}

/** Whether a test can write it: no object, no line break, no exponent. */
function isStateable(value: JsonValue): value is string | number | boolean | readonly (string | number | boolean)[] {
  if (Array.isArray(value)) return value.every((item) => !Array.isArray(item) && isStateable(item as JsonValue));
  if (typeof value === "string") return !/[\r\n]/.test(value);
  return typeof value === "boolean" || (typeof value === "number" && /^-?\d+(?:\.\d+)?$/.test(String(value)));
}

/** Aligned as the formatter does it. */
function block(head: string, assignments: readonly Assignment[]): readonly string[] {
  if (assignments.length === 0) return [`  ${head} { }`];
  const width = assignments.length === 1 ? 0 : Math.max(...assignments.map(({ name }) => name.length)) + 1;
  return [`  ${head} {`, ...assignments.map(({ name, value }) => `    ${name.padEnd(width)} = ${written(value)}`), "  }"];
}

function written(value: TestValue): string {
  if (typeof value === "string") return quoted(value);
  return typeof value === "object" && value !== null ? `[${value.map(written).join(", ")}]` : String(value);
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, "\\$&")}"`;
}

function freshTitle({ tests }: MappingModel, name: string): string {
  const base = name.replace(/\s+/g, " ").trim();
  let title = base;
  for (let number = 2; tests.some((test) => test.name === title); number++) title = `${base} (${number})`;
  return title;
}
