import { inEnglish } from "#base/render-sentence";
import { say } from "#base/sentence";
import { expect, test } from "vitest";
import { checkUpdate } from "#provisioning/check-plan";
import { sameValue } from "#provisioning/compare-values";
import { convertValue } from "#provisioning/convert-value";
import type { Edit } from "#provisioning/edits";
import { prepareMap } from "#provisioning/prepared-map";
import type { AttributeType } from "#scim/schema";
import type { AttributeDefinition } from "#scim/schema-catalog";
import type { JsonValue } from "#scim/resource";
import { openScenario, playPreview, person, planOne, usualMapping } from "#test/preview-scenario";

function ofType(type: AttributeType | undefined): AttributeDefinition {
  return { name: "x", qualifiedName: "x", schema: "urn:x", statedBy: [], subAttributes: [], type };
}

/** RFC 7643 §2.3; texts as expressions yield them. */
const conversions: readonly (readonly [AttributeType | undefined, string, JsonValue])[] = [
  ["boolean", "True", true],
  ["boolean", "false", false],
  ["boolean", "1", "refused"],
  ["integer", "-7", -7],
  ["integer", "7.5", "refused"],
  ["decimal", "7.5", 7.5],
  ["dateTime", "2026-01-02T03:04:05Z", "2026-01-02T03:04:05Z"],
  ["dateTime", "1/2/2026 3:04:05 AM", "undocumented"],
  ["dateTime", "2026-01-02", "undocumented"],
  ["dateTime", "soon", "refused"],
  ["string", "True", "True"],
  [undefined, "7", "7"],
];

for (const [type, text, expected] of conversions) {
  test(`"${text}" as ${type ?? "something unknown"}`, () => {
    const converted = convertValue(text, ofType(type));
    const outcome = converted.ok ? converted.value : converted.error.kind === "undocumented" ? "undocumented" : "refused";
    expect(outcome).toBe(expected);
  });
}

const same: readonly (readonly [JsonValue | undefined, JsonValue | undefined, Partial<AttributeDefinition> | undefined, boolean])[] = [
  ["A", "a", { type: "string" }, true],
  ["A", "a", { type: "string", caseExact: true }, false],
  ["A", "a", { type: "reference" }, false],
  ["A", "a", undefined, true],
  ["é", "e\u0301", { type: "string" }, false],
  [" a", "a", { type: "string" }, false],
  ["", undefined, { type: "string" }, true],
  [null, undefined, undefined, true],
  [true, "True", { type: "boolean" }, true],
  [true, "False", { type: "boolean" }, false],
  [7, "7", { type: "integer" }, true],
  ["2026-01-02T03:04:05Z", "2026-01-02T03:04:05.000Z", { type: "dateTime" }, true],
  ["2026-01-02T03:04:05Z", "2026-01-02T03:04:05", { type: "dateTime" }, true],
  ["2026-01-02T03:04:05Z", "2026-01-02T12:04:05+09:00", { type: "dateTime" }, true],
  ["2026-01-02T03:04:05Z", "2026-01-02T03:04:05.000000000Z", { type: "dateTime" }, true],
  ["2026-01-02T03:04:05.0000001Z", "2026-01-02T03:04:05.0000002Z", { type: "dateTime" }, false],
  ["2026-03-02T00:00:00Z", "2026-02-30T00:00:00Z", { type: "dateTime" }, false],
  ["soon", "Soon", { type: "dateTime" }, true],
  [{ value: "t1", display: "Ada" }, "t1", { type: "string" }, true],
  [["a", "b"], ["b", "a"], { type: "string" }, true],
];

for (const [left, right, definition, expected] of same) {
  test(`${JSON.stringify(left)} and ${JSON.stringify(right)} as ${JSON.stringify(definition)} are ${expected ? "the same" : "different"}`, () => {
    expect(sameValue(left, right, definition === undefined ? undefined : { ...ofType(undefined), ...definition })).toBe(expected);
  });
}

test("a request that the target's own schema forbids is refused by the check", () => {
  const { model } = openScenario({ mapping: "  userName = [userPrincipalName]  match 1\n  meta.created = [createdDateTime]" });
  const prepared = prepareMap(model.maps[0]!, model.catalog);
  const attribute = prepared?.attributes.find(({ label }) => label === "meta.created");
  if (prepared === undefined || attribute === undefined) throw new Error("The mapping is not as expected.");
  const edit: Edit = { attribute, operation: "set", value: "2026-01-02T03:04:05Z", hadValue: false, changes: [] };
  const violation = checkUpdate(prepared.resourceType, { id: "t1", userName: "a" }, [edit], model.catalog);
  expect(violation?.kind).toBe("refused");
  expect(inEnglish(violation?.reason ?? say``)).toContain("read-only");
});

test("above a thousand objects the steps name only what differs", async () => {
  const users = Array.from({ length: 1001 }, (_, index) => person({ objectId: `u${index}`, userPrincipalName: `p${index}@example.com` }));
  const accounts = users.map(({ userPrincipalName }, index) => ({
    id: `t${index}`,
    userName: userPrincipalName ?? "",
    active: true,
    displayName: index === 7 ? "Old" : "Ada Lovelace",
  }));
  const plan = await playPreview({ users, accounts });
  expect([plan.summary.none, plan.summary.update]).toEqual([1000, 1]);
  const details = plan.objects.flatMap(({ steps }) =>
    steps.filter(({ type }) => type === "processing").flatMap((step) => step.details.map(({ text }) => inEnglish(text))),
  );
  expect(details).toEqual(["displayName differs"]);
  const alone = await planOne({ users, accounts, person: "u7" });
  expect(alone.steps.find(({ type }) => type === "processing")?.details.length).toBeGreaterThan(3);
});

test("where a default decides that Default Access counts, the log quotes both sources", async () => {
  const assigned = [{ principalId: "u1", appRoleId: "00000000-0000-0000-0000-000000000000" }];
  const plan = await playPreview({ mapping: usualMapping, users: [person()], assigned });
  expect([plan.objects[0]?.action, plan.summary.defaultAccessDecided]).toEqual(["create", 1]);
  const remarks = plan.objects[0]?.steps.flatMap(({ details }) =>
    details.filter(({ remark }) => remark === true).map(({ text }) => inEnglish(text)),
  );
  expect(remarks?.[0]).toMatch(/since 2020.*still skip/);
});
