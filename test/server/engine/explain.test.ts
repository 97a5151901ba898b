import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { explain } from "#engine/explain";
import { openMapping } from "#engine/open-mapping";
import type { OpenedMapping } from "#engine/open-mapping";
import { runPreview } from "#engine/run-preview";
import type { OutcomeValue } from "#model/outcome";
import { connectors } from "#model/connectors/index";
import type { AttributeMapping } from "#model/mapping-model";
import type { ExplainedAttribute, Explanation } from "#plan/explanation";
import type { AttributeChange } from "#plan/plan";
import type { JsonValue, Resource } from "#scim/resource";
import { seedResources } from "#sandbox/seed";
import { memoryReader } from "#test/memory-reader";
import type { TargetContents } from "#test/memory-reader";
import { account, NOW, openScenario, person, snapshotFrom, snapshotOf } from "#test/preview-scenario";
import type { Scenario } from "#test/preview-scenario";

async function explainOne(scenario: Scenario, attribute: string): Promise<ExplainedAttribute> {
  const explained = await explainAll(scenario, attribute);
  const [found] = explained.objects[0]?.attributes ?? [];
  if (found === undefined) throw new Error(`Nothing is explained. ${explained.notes.map(({ text }) => inEnglish(text)).join(" ")}`);
  return found;
}

/** Against `accounts`; without them no target is asked. */
async function explainAll(scenario: Scenario, attribute?: string): Promise<Explanation> {
  const reader = scenario.accounts === undefined ? undefined : memoryReader({ "/Users": scenario.accounts, "/Groups": [] });
  const mapping = openScenario(scenario);
  const snapshot = await snapshotOf(scenario);
  const run = { mapping, snapshot, reader, attribute, person: "u1", history: scenario.history ?? "running", now: NOW } as const;
  const explained = await explain(run);
  if (!explained.ok) throw new Error(inEnglish(explained.error));
  return explained.value;
}

const matched = "\n  userName = [userPrincipalName] match 1\n";

test("an update is explained from the source value to the operation that carries it", async () => {
  const mapping = `${matched}  displayName = ToUpper(Left([displayName], 3))`;
  const explained = await explainOne({ mapping, users: [person()], accounts: [account()] }, "displayName");
  expect({ ...explained, decisions: explained.decisions.map(inEnglish) }).toMatchObject({
    attribute: "displayName",
    expression: "ToUpper(Left([displayName], 3))",
    sources: [{ name: "displayName", value: "Ada Lovelace" }],
    result: { value: "ADA", unknown: null, confidence: "documented" },
    decisions: ["The value stays as it is: the attribute is of type string.", "The target has another value."],
    old: "Ada Lovelace",
    value: "ADA",
    requests: [{ method: "PATCH", path: "/Users/t1", body: { Operations: [{ op: "Replace", path: "displayName", value: "ADA" }] } }],
  });
  expect(explained.trace.map(({ depth, label, value }) => [depth, label, value])).toEqual([
    [2, "[displayName]", "Ada Lovelace"],
    [2, "3", "3"],
    [1, "Left(…)", "Ada"],
    [0, "ToUpper(…)", "ADA"],
  ]);
});

test("without a target a create is explained, and lets lead to their own statement", async () => {
  const mapping = "let first = Left([givenName], 1)\nmap User -> User {\n  userName = Append([first], [first]) match 1\n}\n";
  const explained = await explainOne({ mapping, users: [person({ givenName: "Ada" })] }, "userName");
  expect(explained.because).toEqual({ file: "test.scimmap", line: 3 });
  expect(explained.sources).toEqual([{ name: "givenName", value: "Ada" }]);
  expect(explained.trace.map(({ label, because }) => `${label} ${because.line}`)).toEqual([
    "[givenName] 1",
    "1 1",
    "Left(…) 1",
    "[first] 3",
    "[first] 3",
    "Append(…) 3",
  ]);
  expect(explained.requests).toEqual([{ method: "POST", path: "/Users", body: { userName: "AA" } }]);
});

test.each<[string, string, Resource | undefined, readonly string[]]>([
  ['title = [jobTitle] default "None"', "title", undefined, ['The default "None" flows, because the source has no value.']],
  [
    'title = [jobTitle] default "None"',
    "title",
    account(),
    ['The default "None" does not flow: the attribute has no value, and the default counts on create only.'],
  ],
  [
    'title = [displayName] default "None"',
    "title",
    undefined,
    ['The default "None" is not needed: the expression has a value.', "The value stays as it is: the attribute is of type string."],
  ],
  ["title = [jobTitle]", "title", undefined, ["The expression has no value, so nothing flows."]],
  [
    'title = IIF([jobTitle] = "x", "y", IgnoreAttributeFlow) default "None"',
    "title",
    undefined,
    ['The default "None" does not flow: IgnoreAttributeFlow leaves the attribute out.'],
  ],
  [
    "externalId = [objectId] on create",
    "externalId",
    undefined,
    ["'on create': it flows, because the object is created.", "The value stays as it is: the attribute is of type string."],
  ],
  [
    "externalId = [objectId] on create",
    "externalId",
    account(),
    [
      "'on create': it does not flow, because the account exists.",
      "The value stays as it is: the attribute is of type string.",
      "The attribute flows only when the object is created.",
    ],
  ],
  ['active = "True"', "active", undefined, ['"True" becomes true: the attribute is of type boolean.']],
  [
    'active = "True"',
    "active",
    account(),
    ['"True" becomes true: the attribute is of type boolean.', "The target has this value already."],
  ],
])("%s: what decided about %s is said (%#)", async (statement, attribute, existing, decisions) => {
  const accounts = existing === undefined ? {} : { accounts: [existing] };
  const explained = await explainOne({ mapping: `${matched}  ${statement}`, users: [person()], ...accounts }, attribute);
  expect(explained.decisions.map(inEnglish)).toEqual(decisions);
});

test("who is out of scope is shown the values, and that nothing is sent", async () => {
  const scenario = { mapping: `${matched}  displayName = [displayName]\n  where department eq "Sales"`, users: [person()] };
  const explained = await explainAll(scenario, "displayName");
  const [object] = explained.objects;
  expect(object?.action).toBe("skip");
  expect(object?.attributes[0]?.value).toBe("Ada Lovelace");
  expect(object?.attributes[0]?.requests).toEqual([]);
  expect(object?.attributes[0]?.decisions.map(inEnglish).at(-1)).toMatch(/^Nothing is sent: /);
});

test("an element of a list and an extension are found in the create that carries them", async () => {
  const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
  const mapping = `${matched}  emails[type eq "work"].value = [mail]\n  enterprise:department = [department]`;
  const users = [person({ mail: "ada@example.com", department: "Sales" })];
  expect((await explainOne({ mapping, users }, 'emails[type eq "work"].value')).requests).toEqual([
    { method: "POST", path: "/Users", body: { emails: [{ type: "work", value: "ada@example.com", primary: true }] } },
  ]);
  expect((await explainOne({ mapping, users }, "enterprise:department")).requests).toEqual([
    { method: "POST", path: "/Users", body: { [enterprise]: { department: "Sales" } } },
  ]);
});

test("in the compliant shape, the one key of a shared operation is shown", async () => {
  const mapping = `${matched}  displayName = [displayName]\n  title = [jobTitle]`;
  const users = [person({ displayName: "Ada King", jobTitle: "Countess" })];
  const settings = '  tenantUrl "https://scim.example.com/v2?aadOptscim062020"';
  const scenario = {
    mapping: `provision "Test" {\n${settings}\n}\nmap User -> User {${mapping}\n}\n`,
    users,
    accounts: [account({ title: "Ms" })],
  };
  expect((await explainOne(scenario, "title")).requests).toEqual([
    { method: "PATCH", path: "/Users/t1", body: { Operations: [{ op: "replace", value: { title: "Countess" } }] } },
  ]);
});

test("a reference is explained by what the plan writes for it", async () => {
  const mapping = `${matched}  enterprise:manager = [manager]`;
  const boss = person({ objectId: "u2", userPrincipalName: "boss@example.com", displayName: "Boss" });
  const accounts = [account(), account({ id: "t2", userName: "boss@example.com", displayName: "Boss" })];
  const explained = await explainOne({ mapping, users: [person({ manager: "u2" }), boss], accounts }, "enterprise:manager");
  expect(explained).toMatchObject({ sources: [{ name: "manager", value: "u2" }], value: "t2", old: null, unknown: null });
  expect(explained.requests).toHaveLength(1);
});

test("an attribute that nobody maps, or a person whom nobody knows, is said", async () => {
  const scenario = { users: [person()] };
  const run = { mapping: openScenario(scenario), snapshot: await snapshotOf(scenario), person: "u1", history: "first", now: NOW } as const;
  const refused = await explain({ ...run, attribute: "displyName" });
  expect(refused.ok ? undefined : inEnglish(refused.error)).toBe(
    "'test.scimmap' maps nothing to 'displyName'. Did you mean 'displayName'?",
  );
  const unknown = await explain({ ...run, person: "nobody" });
  expect(unknown).toMatchObject({ ok: true, value: { objects: [] } });
  expect(unknown.ok && unknown.value.notes.map(({ text }) => inEnglish(text)).join(" ")).toContain('"nobody"');
});

const people = readFileSync(new URL("../../../examples/people.json", import.meta.url), "utf8");

test.each(
  connectors
    .filter(({ resourceTypes }) => resourceTypes !== undefined)
    .flatMap(({ id }) => [
      { id, accounts: "no accounts" },
      { id, accounts: "the sandbox's accounts" },
    ]),
)("$id with $accounts: for everybody, the last value of the trace is the plan's value", async ({ id, accounts }) => {
  const mapping = openMapping(`${id}.scimmap`, readFileSync(new URL(`../../../examples/${id}.scimmap`, import.meta.url), "utf8"));
  const reader = memoryReader(contentsOf(accounts === "no accounts" ? [] : seedResources(mapping.model.connector)));
  const run = { mapping, snapshot: await snapshotFrom(people), reader, history: "running", now: NOW } as const;
  let compared = 0;
  for (const object of (await runPreview(run)).objects) {
    const explained = await explain({ ...run, person: object.source.id });
    const [same] = explained.ok ? explained.value.objects : [];
    expect(same).toMatchObject({ action: object.action, source: object.source, target: object.target });
    for (const attribute of same?.attributes ?? []) {
      const changes = object.changes.filter((change) => change.attribute === attribute.attribute);
      expect(attribute.requests.length > 0).toBe(changes.length > 0 && object.requests.length > 0);
      for (const change of changes) checkChange(attribute, change, mappingOf(mapping, object.resourceType, attribute));
      compared += changes.length;
    }
  }
  expect(compared).toBeGreaterThan(50);
});

function checkChange(attribute: ExplainedAttribute, change: AttributeChange, { target, defaultValue }: AttributeMapping): void {
  if (attribute.decisions.some((decision) => inEnglish(decision).startsWith("The object ids become ids"))) {
    const several = Array.isArray(attribute.value);
    const removed = change.new === null && change.unknown === null;
    const wanted = change.unknown === null ? change.new : several ? { $unknown: change.unknown } : change.unknown;
    if (!removed) expect([attribute.value, attribute.unknown].flat()).toContainEqual(wanted);
    return;
  }
  expect(attribute.unknown).toEqual(change.unknown);
  if (change.unknown !== null) return;
  const last = attribute.trace.at(-1)?.value ?? defaultValue ?? null;
  const type = target.kind === "path" ? target.definition?.type : undefined;
  if (Array.isArray(change.new)) {
    // Values are only ever added to what the target has.
    expect(textsIn(change.new)).toEqual(expect.arrayContaining([...textsIn(last)]));
    expect(textsIn(attribute.value)).toEqual(expect.arrayContaining([...textsIn(last)]));
    return;
  }
  expect({ trace: convert(last, type), explained: attribute.value, old: attribute.old }).toEqual({
    trace: change.new,
    explained: change.new,
    old: change.old,
  });
}

function mappingOf({ model }: OpenedMapping, resourceType: string, { attribute }: ExplainedAttribute): AttributeMapping {
  const mappings = model.maps.flatMap((map) => (map.target === resourceType ? map.attributes : []));
  return mappings.find(({ target }) => target.kind === "path" && target.canonical === attribute)!;
}

/** The text that leaves an expression in the type of the target attribute, worked out here once more. */
function convert(value: OutcomeValue, type: string | undefined): JsonValue {
  if (type === "boolean") return value === "True";
  return type === "integer" ? Number(value) : value;
}

function textsIn(value: JsonValue): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap((member: JsonValue) => textsIn(member)) : [];
}

function contentsOf(resources: readonly Resource[]): TargetContents {
  const isGroup = ({ schemas }: Resource): boolean => JSON.stringify(schemas ?? []).includes("core:2.0:Group");
  return { "/Users": resources.filter((resource) => !isGroup(resource)), "/Groups": resources.filter(isGroup) };
}
